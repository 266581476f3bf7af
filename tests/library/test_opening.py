from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from keepproof.errors import KnownError
from keepproof.library import opening
from keepproof.library.catalog import FILE
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.library.migrations import MIGRATIONS, Migration
from keepproof.messages import explain
from keepproof.ticket import Ticket

AT = datetime(2026, 11, 1, 18, 20, tzinfo=UTC)
NEWEST = MIGRATIONS[-1].version
NEXT = (
    *MIGRATIONS,
    Migration(NEWEST + 1, "CREATE TABLE later (a); INSERT INTO later VALUES (7)"),
)
BROKEN = (
    *MIGRATIONS,
    Migration(NEWEST + 1, "CREATE TABLE later (a)"),
    Migration(NEWEST + 2, "CREATE nonsense"),
)


def refusal(folder: Path, *, create: bool = True) -> str:
    """Say with which code a folder is refused."""
    with pytest.raises(KnownError) as caught:
        Library.open(folder, create=create)
    assert explain(caught.value, "zh") != explain(caught.value, "en")
    return caught.value.code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a library with one original and close it."""
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        list(library.keep([Incoming(Path("a.png"), data=b"original")], Ticket()))
    return folder


def test_a_library_is_made_with_all_folders_above(tmp_path: Path) -> None:
    with Library.open(tmp_path / "some" / "where") as library:
        assert library.evidence.count() == 0


def test_what_was_kept_is_there_next_time(folder: Path) -> None:
    with Library.open(folder) as library:
        (one,) = library.evidence.all()
        assert library.original_path(one.evidence.sha256).read_bytes() == b"original"


def test_a_library_is_not_made_unasked(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing", create=False) == "library.not_there"


def test_an_empty_folder_is_no_library_unasked(tmp_path: Path) -> None:
    assert refusal(tmp_path, create=False) == "library.not_there"


def test_a_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file") == "library.not_a_library"


def test_a_place_below_a_file_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / "file" / "library") == "library.not_a_library"


def test_a_folder_in_use_for_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    assert refusal(tmp_path) == "library.folder_in_use"
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_with_nothing_but_system_files_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").touch()
    Library.open(tmp_path).close()


def test_a_first_start_that_was_cut_short_is_finished(tmp_path: Path) -> None:
    for name in ("originals", "incoming", "trash"):
        (tmp_path / name).mkdir()
    (tmp_path / FILE).touch()
    Library.open(tmp_path).close()


def test_the_second_instance_is_refused(folder: Path) -> None:
    with Library.open(folder):
        assert refusal(folder) == "library.locked"


def test_the_library_is_free_after_closing(folder: Path) -> None:
    Library.open(folder).close()
    Library.open(folder).close()


def test_the_library_is_free_after_a_refusal(folder: Path) -> None:
    whole = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(b"garbage" * 1000)
    refusal(folder)
    (folder / FILE).write_bytes(whole)
    Library.open(folder).close()


def test_a_newer_library_is_refused_and_left_as_it_is(folder: Path) -> None:
    set_version(folder, 999)
    before = (folder / FILE).read_bytes()
    assert refusal(folder) == "library.newer"
    assert (folder / FILE).read_bytes() == before


def test_a_foreign_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    connection = apsw.Connection(str(tmp_path / FILE))
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    before = (tmp_path / FILE).read_bytes()
    assert refusal(tmp_path) == "library.not_a_library"
    assert (tmp_path / FILE).read_bytes() == before


def damage_header(folder: Path) -> None:
    with (folder / FILE).open("r+b") as file:
        file.write(b"\xff" * 100)


def cut_off(folder: Path) -> None:
    with (folder / FILE).open("r+b") as file:
        file.truncate(3000)


def empty(folder: Path) -> None:
    (folder / FILE).write_bytes(b"")


@pytest.mark.parametrize("damage", [damage_header, cut_off, empty])
def test_a_damaged_catalogue_is_told_and_nothing_is_touched(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    damage(folder)
    before = sorted((one, one.stat().st_size) for one in folder.rglob("*") if one.is_file())
    assert refusal(folder) == "library.damaged"
    after = sorted((one, one.stat().st_size) for one in folder.rglob("*") if one.is_file())
    assert after == before


def test_a_lost_catalogue_is_never_replaced_by_an_empty_one(folder: Path) -> None:
    (folder / FILE).unlink()
    assert refusal(folder) == "library.catalog_missing"


def test_a_damaged_page_is_told_when_it_is_read(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l") as library:
        things = [Incoming(Path(f"{n}.png"), data=str(n).encode()) for n in range(300)]
        list(library.keep(things, Ticket()))
    size = (tmp_path / "l" / FILE).stat().st_size
    with (tmp_path / "l" / FILE).open("r+b") as file:
        file.seek(size // 3 // 4096 * 4096)
        file.write(b"\xff" * 4096 * 20)
    with pytest.raises(KnownError) as caught, Library.open(tmp_path / "l") as library:
        library.check_catalog()
    assert caught.value.code == "library.damaged"


def test_a_read_only_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert refusal(tmp_path / "l") == "library.no_permission"


def test_a_lock_that_cannot_be_written_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr("keepproof.library.opening.FileLock.acquire", refuse)
    assert refusal(folder) == "library.no_permission"


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "\udcff") == "library.folder_name"


def test_a_migration_keeps_what_was_there(folder: Path) -> None:
    catalog = opening.open_catalog(folder, lambda: AT, NEXT)
    try:
        assert catalog.row("SELECT a, (SELECT count(*) FROM evidence) FROM later") == (7, 1)
    finally:
        catalog.close()


def test_before_a_migration_the_catalogue_is_backed_up(folder: Path) -> None:
    opening.open_catalog(folder, lambda: AT, NEXT).close()
    (backup,) = (folder / "backups").iterdir()
    connection = apsw.Connection(str(backup), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        assert connection.execute("SELECT count(*) FROM evidence").fetchall() == [(1,)]
        assert connection.pragma("user_version") == NEWEST
    finally:
        connection.close()


def test_a_new_library_needs_no_backup(tmp_path: Path) -> None:
    opening.open_catalog(tmp_path, lambda: AT, NEXT).close()
    assert not (tmp_path / "backups").exists()


def test_a_failed_migration_changes_nothing(folder: Path) -> None:
    with pytest.raises(apsw.SQLError):
        opening.open_catalog(folder, lambda: AT, BROKEN)
    with Library.open(folder) as library:
        assert library.evidence.count() == 1


def test_without_a_backup_nothing_is_migrated(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "backups" / f"before-v{NEWEST + 1}-20261101-182000.sqlite3").mkdir(parents=True)
    with pytest.raises(KnownError) as caught:
        opening.open_catalog(folder, lambda: AT, NEXT)
    assert caught.value.code == "library.backup_failed"
    Library.open(folder).close()


def set_version(folder: Path, version: int) -> None:
    connection = apsw.Connection(str(folder / FILE))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
