from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{lang}">
<context>
    <name>Page</name>
    <message>
        <source>Open &amp; read {{name}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
"""
GOOD = '[Page]\n"Open & read {name}" = "打开并阅读 {name}"\n"%n item(s)" = "%n 项"\n'


@pytest.fixture(scope="module")
def merging() -> ModuleType:
    path = Path(__file__).parents[2] / "packaging" / "merge_translations.py"
    spec = importlib.util.spec_from_file_location("merge_translations", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for lang, name in (("zh_CN", "keepproof_zh_CN.ts"), ("en", "keepproof_en.ts")):
        (tmp_path / name).write_text(TS.format(lang=lang), "utf-8")
    (tmp_path / "zh").mkdir()
    return tmp_path


def put(folder: Path, words: str, name: str = "page.toml") -> None:
    (folder / "zh" / name).write_text(words, "utf-8")


def test_complete_tables_finish_every_message(merging: ModuleType, folder: Path) -> None:
    put(folder, GOOD)
    assert merging.merge("zh", folder) == []
    text = (folder / "keepproof_zh_CN.ts").read_text("utf-8")
    assert "unfinished" not in text
    assert "<numerusform>%n 项</numerusform>" in text


def test_merging_twice_changes_nothing(merging: ModuleType, folder: Path) -> None:
    put(folder, GOOD)
    merging.merge("zh", folder)
    once = (folder / "keepproof_zh_CN.ts").read_bytes()
    merging.merge("zh", folder)
    assert (folder / "keepproof_zh_CN.ts").read_bytes() == once


def test_what_is_not_translated_is_named(merging: ModuleType, folder: Path) -> None:
    put(folder, '[Page]\n"%n item(s)" = "%n 项"\n')
    assert merging.merge("zh", folder) == ["zh: Page: missing: Open & read {name}"]


def test_a_lost_placeholder_is_named(merging: ModuleType, folder: Path) -> None:
    put(folder, GOOD.replace("阅读 {name}", "阅读"))
    assert "placeholders differ" in merging.merge("zh", folder)[0]


def test_an_entry_without_a_source_is_named(merging: ModuleType, folder: Path) -> None:
    put(folder, GOOD + '"Gone" = "没了"\n')
    assert merging.merge("zh", folder) == ["zh: Page: not in the source: Gone"]


def test_two_wordings_of_one_source_are_named(merging: ModuleType, folder: Path) -> None:
    put(folder, GOOD)
    put(folder, '[Page]\n"%n item(s)" = "%n 份"\n', "second.toml")
    assert "translated twice" in merging.merge("zh", folder)[0]


def test_english_plurals_write_themselves(merging: ModuleType, folder: Path) -> None:
    (folder / "keepproof_en.ts").write_text(
        TS.format(lang="en").replace("Open &amp; read {name}", "%n already here"), "utf-8"
    )
    assert merging.merge("en", folder) == []
    text = (folder / "keepproof_en.ts").read_text("utf-8")
    assert "<numerusform>%n item</numerusform>" in text
    assert "<numerusform>%n items</numerusform>" in text
