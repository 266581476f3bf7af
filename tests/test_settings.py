from __future__ import annotations

import json
from pathlib import Path

import pytest

from keepproof import settings
from keepproof.settings import Settings


def test_settings_survive_a_round_trip(tmp_path: Path) -> None:
    chosen = Settings(language="zh_CN", theme="dark", text_size=130, window={"main": "AAA="})
    settings.save(chosen, tmp_path / "deep" / "settings.json")
    assert settings.load(tmp_path / "deep" / "settings.json") == chosen


@pytest.mark.parametrize("content", ["", "{", "[]", '"x"', "null", "\ufeff{}"])
def test_damaged_settings_give_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, "utf-8")
    assert settings.load(path) == Settings()


def test_a_single_bad_value_does_not_spoil_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"theme": "pink", "text_size": "big", "language": "en", "unknown": 1}), "utf-8"
    )
    assert settings.load(path) == Settings(language="en")


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    settings.save(Settings(theme="dark"), path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("keepproof.whole_file.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        settings.save(Settings(theme="light"), path)
    assert settings.load(path).theme == "dark"
    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]
