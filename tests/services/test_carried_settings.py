"""What goes with a library besides it, and how little of it is taken over where something is there already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from keepproof.errors import KnownError
from keepproof.library.backups.manifest import SETTINGS
from keepproof.services import carried_settings
from keepproof.services.carried_settings import changed, pack, take_over
from keepproof.settings import Settings

RULE = "settings/knowledge/platforms/tmall.toml"


def test_what_belongs_to_texts_and_calls_is_packed_and_the_look_is_not(tmp_path: Path) -> None:
    settings = Settings(person_name="示例", theme="dark", library="/somewhere", calls={"o1": "{}"})
    packed = json.loads(pack(settings, tmp_path)[SETTINGS])
    assert packed == {"person_name": "示例", "calls": {"o1": "{}"}}


def test_own_rules_are_packed_and_other_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "tmall.toml").write_text("a = 1")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "Odd Name.toml").write_text("x")
    assert pack(Settings(), tmp_path).keys() == {SETTINGS, RULE}


def test_without_own_rules_there_are_only_settings(tmp_path: Path) -> None:
    assert pack(Settings(), tmp_path / "none").keys() == {SETTINGS}


def test_what_is_empty_here_is_filled(tmp_path: Path) -> None:
    theirs = Settings(person_name="示例", call_included=100, calls={"o1": "a", "o2": "b"})
    here = Settings(call_included=50, calls={"o2": "mine"})
    taken = take_over(pack(theirs, tmp_path), here, tmp_path / "rules")
    after = changed(here, taken)
    assert (after.person_name, after.call_included) == ("示例", 50)
    assert after.calls == {"o1": "a", "o2": "mine"}


def test_rules_that_are_missing_are_written_and_others_stay(tmp_path: Path) -> None:
    extras = {RULE: b"theirs = 1", "settings/knowledge/facts.toml": b"facts = 1"}
    (tmp_path / "facts.toml").write_text("mine = 1")
    taken = take_over(extras, Settings(), tmp_path)
    assert taken.rules == ("platforms/tmall.toml",)
    assert (tmp_path / "platforms" / "tmall.toml").read_bytes() == b"theirs = 1"
    assert (tmp_path / "facts.toml").read_text() == "mine = 1"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1]",
        b'{"person_name": 5, "library": "/x", "theme": "dark", "calls": []}',
        b"[" * 9999,
    ],
)
def test_settings_that_are_none_change_nothing(tmp_path: Path, data: bytes) -> None:
    assert not take_over({SETTINGS: data}, Settings(), tmp_path).settings


def test_a_path_that_is_none_of_ours_is_not_written(tmp_path: Path) -> None:
    extras = {"settings/knowledge/../../evil.toml": b"x"}
    assert take_over(extras, Settings(), tmp_path / "rules").rules == ()
    assert not (tmp_path.parent / "evil.toml").exists()


def test_rules_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "platforms").write_text("a file is in the way")
    with pytest.raises(KnownError) as caught:
        take_over({RULE: b"x"}, Settings(), tmp_path)
    assert caught.value.code == "knowledge.not_written"


def test_rules_that_cannot_be_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "facts.toml").write_text("x")

    def fail(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(KnownError) as caught:
        carried_settings.pack(Settings(), tmp_path)
    assert caught.value.code == "backup.rules_unreadable"
