from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN"><context><name>Page</name>
<message><source>Open</source><translation>打开</translation></message>
</context></TS>
"""


@pytest.fixture
def translations(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    spec = importlib.util.spec_from_file_location("translations", PACKAGING / "translations.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "I18N", tmp_path)
    monkeypatch.delitem(sys.modules, "merge_translations")
    return module


def test_what_an_open_window_reads_stays_as_it_was(
    translations: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "keepproof_zh_CN.ts").write_text(TS, "utf-8")
    compiled = tmp_path / "keepproof_zh_CN.qm"
    compiled.write_bytes(b"before")

    with compiled.open("rb") as mapped:
        assert translations.release() == 0
        assert mapped.read() == b"before"

    assert "打开".encode("utf-16-be") in compiled.read_bytes()
    assert sorted(one.name for one in tmp_path.iterdir()) == [compiled.name, "keepproof_zh_CN.ts"]
