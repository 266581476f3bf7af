"""`keepproof backup` and `keepproof restore`, as a script uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from keepproof import settings
from keepproof.cli import main
from keepproof.library.backups.manifest import DATABASE, MANIFEST, written
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.settings import Settings
from library.backups.backup_pieces import DATA, archive, entry, fill, manifest, stored


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library") as library:
        fill(library)
    return tmp_path / "library"


def run(folder: Path | None, *words: object) -> int:
    first = [] if folder is None else ["--library", str(folder)]
    return main([*first, *map(str, words)])


def test_a_library_goes_out_and_comes_back(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "backup", tmp_path / "b.zip") == 0
    assert run(None, "restore", tmp_path / "b.zip", "--into", tmp_path / "new") == 0
    assert stored(tmp_path / "new") == stored(folder)
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 2


def test_the_data_of_both_keeps_its_shape(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(folder, "backup", tmp_path / "b.zip", "--json")
    told = json.loads(capsys.readouterr().out)
    manifest = {"made_at", "program", "schema", "library", "contents", "files", "faults"}
    assert told.keys() >= {"path", "size", "encrypted"} | manifest
    contents = {"orders", "evidence", "disputes", "trashed", "bytes", "latest"}
    assert told["contents"].keys() >= contents
    run(None, "restore", tmp_path / "b.zip", "--check", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told.keys() >= {"checked", "encrypted", "size", "folder", "aside"} | manifest
    assert (told["checked"], told["folder"]) == (True, None)


def test_a_passphrase_comes_from_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pass").write_text("芝麻开门\n", "utf-8")
    (tmp_path / "other").write_text("x", "utf-8")
    file = tmp_path / "b.zip"
    assert run(folder, "backup", file, "--passphrase-file", tmp_path / "pass") == 0
    capsys.readouterr()
    assert run(None, "restore", file, "--check") == 1
    assert "passphrase" in capsys.readouterr().err
    assert run(None, "restore", file, "--check", "--passphrase-file", tmp_path / "other") == 1
    assert "wrong" in capsys.readouterr().err
    assert run(None, "restore", file, "--check", "--passphrase-file", tmp_path / "pass") == 0


@pytest.mark.parametrize("content", [None, b"", b"\nsecond line", b"\xff\xfe"])
def test_a_passphrase_file_without_one_is_a_problem(
    folder: Path, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "pass").write_bytes(content)
    words = ("backup", tmp_path / "b.zip", "--passphrase-file", tmp_path / "pass")
    assert run(folder, *words) == 1
    assert not (tmp_path / "b.zip").exists()


def test_no_library_is_no_empty_backup(tmp_path: Path) -> None:
    assert run(tmp_path / "none", "backup", tmp_path / "b.zip") == 1
    assert not (tmp_path / "b.zip").exists()
    assert not (tmp_path / "none").exists()


def test_a_missing_original_is_named_and_the_status_says_so(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    next(one for one in (folder / "originals").rglob("*") if one.is_file()).unlink()
    assert run(folder, "backup", tmp_path / "b.zip") == 1
    assert "截图" in capsys.readouterr().err
    assert run(None, "restore", tmp_path / "b.zip", "--into", tmp_path / "new") == 0
    assert "截图" in capsys.readouterr().err


def test_nothing_is_overwritten(folder: Path, tmp_path: Path) -> None:
    run(folder, "backup", tmp_path / "b.zip")
    before = stored(folder)
    assert run(None, "restore", tmp_path / "b.zip", "--into", folder) == 1
    assert run(None, "restore", tmp_path / "b.zip", "--into", folder, "--replace") == 0
    assert stored(folder) == before
    assert len(list(tmp_path.glob("library-before-restore-*"))) == 1


def test_settings_come_along_where_they_are_empty(folder: Path, tmp_path: Path) -> None:
    place = user_paths().settings
    settings.save(Settings(person_name="示例", call_rate="0.15"), place)
    run(folder, "backup", tmp_path / "b.zip")
    settings.save(Settings(call_rate="0.20"), place)
    run(None, "restore", tmp_path / "b.zip", "--into", tmp_path / "a", "--no-settings")
    assert settings.load(place).person_name == ""
    run(None, "restore", tmp_path / "b.zip", "--into", tmp_path / "b")
    assert (settings.load(place).person_name, settings.load(place).call_rate) == ("示例", "0.20")


def test_a_place_must_be_named(folder: Path, tmp_path: Path) -> None:
    run(folder, "backup", tmp_path / "b.zip")
    assert run(None, "restore", tmp_path / "b.zip") == 2


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"rubbish"])
def test_what_is_no_backup_is_a_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(data)
    assert run(None, "restore", tmp_path / "b.zip", "--into", tmp_path / "new") == 1
    assert not (tmp_path / "new").exists()


def test_a_library_opened_before_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    usual = user_paths().library
    settings.save(Settings(libraries=[str(usual)]), user_paths().settings)
    assert run(None, "order", "list") == 1
    assert not usual.exists()


@pytest.mark.parametrize(
    ("made_at", "shown"),
    [
        ("2026-11-22T10:19:55.550278+00:00", "2026-11-22 "),
        ("\x1b]0;a\x07", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_when_a_backup_was_made_is_shown_to_people_and_harmless(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], made_at: str, shown: str
) -> None:
    listed = written(manifest([entry(DATABASE, DATA)], made_at=made_at))
    path = archive(tmp_path / "b.zip", [(DATABASE, DATA), (MANIFEST, listed)])
    assert run(None, "restore", path, "--check") == 0
    said = capsys.readouterr().err
    assert shown in said
    assert "\x1b" not in said
    assert ".550278" not in said
