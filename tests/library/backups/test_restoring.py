"""A library comes back beside its place and takes it only when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from keepproof.errors import CancelledError, KnownError
from keepproof.library import copying
from keepproof.library.backups import reading, restoring
from keepproof.library.backups.manifest import SETTINGS
from keepproof.library.library import Library
from keepproof.library.opening import LOCK
from keepproof.ticket import Ticket
from library.backups.backup_pieces import AT, back_up, fill, plan, seal, stored, unpack


def code(call: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value.code


@pytest.fixture
def backup(library: Library, tmp_path: Path) -> Path:
    fill(library)
    library.evidence.trash(library.evidence.all()[0].evidence.id, "wrong picture")
    back_up(library, tmp_path / "b.zip", plan(extras={SETTINGS: b'{"person_name": "x"}'}))
    return tmp_path / "b.zip"


@pytest.mark.parametrize("sealed", [False, True])
def test_every_byte_comes_back(library: Library, tmp_path: Path, sealed: bool) -> None:
    fill(library)
    how = seal() if sealed else None
    back_up(library, tmp_path / "b.zip", plan(how, {SETTINGS: b"{}"}))
    unpacked = unpack(tmp_path / "b.zip", tmp_path / "new", how.identity if how else "")
    assert restoring.put_in_place(unpacked, tmp_path / "new", AT, replace=False) is None
    assert stored(tmp_path / "new") == stored(library.folder)
    assert unpacked.extras == {SETTINGS: b"{}"}
    with Library.open(tmp_path / "new", create=False) as opened:
        assert opened.custody.events() == library.custody.events()


def test_originals_come_back_read_only(backup: Path, tmp_path: Path) -> None:
    unpacked = unpack(backup, tmp_path / "new")
    modes = {
        one.stat().st_mode & 0o777
        for one in (unpacked.folder / "originals").rglob("*")
        if one.is_file()
    }
    assert modes == {0o444}


def test_nothing_stands_at_the_place_before_all_is_whole(backup: Path, tmp_path: Path) -> None:
    unpacked = unpack(backup, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    restoring.put_in_place(unpacked, tmp_path / "new", AT, replace=False)
    assert not unpacked.folder.exists()
    assert not (tmp_path / "new" / restoring.MARK).exists()


@pytest.mark.parametrize("names", [[], [".DS_Store"], [LOCK]])
def test_an_empty_folder_is_a_free_place(backup: Path, tmp_path: Path, names: list[str]) -> None:
    (tmp_path / "new").mkdir()
    for name in names:
        (tmp_path / "new" / name).touch()
    assert restoring.look(tmp_path / "new").state == "free"
    restoring.put_in_place(unpack(backup, tmp_path / "new"), tmp_path / "new", AT, replace=False)
    assert restoring.look(tmp_path / "new").state == "library"


@pytest.mark.parametrize("replace", [False, True])
def test_a_folder_with_other_files_is_left_alone(
    backup: Path, tmp_path: Path, replace: bool
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "diary.txt").write_text("mine")
    unpacked = unpack(backup, tmp_path / "new")
    assert (
        code(lambda: restoring.put_in_place(unpacked, tmp_path / "new", AT, replace=replace))
        == "restore.not_empty"
    )
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["diary.txt"]


def test_a_library_at_the_place_is_never_overwritten(backup: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new"):
        pass
    unpacked = unpack(backup, tmp_path / "new")
    place = tmp_path / "new"
    assert code(lambda: restoring.put_in_place(unpacked, place, AT, replace=False)) == (
        "restore.not_empty"
    )


def test_a_library_that_is_replaced_stands_beside(backup: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new") as before:
        fill(before, 5)
    aside = restoring.put_in_place(
        unpack(backup, tmp_path / "new"), tmp_path / "new", AT, replace=True
    )
    assert aside == tmp_path / "new-before-restore-20261122-093000"
    with Library.open(aside, create=False) as kept, Library.open(tmp_path / "new") as now:
        assert (kept.evidence.count(), now.evidence.count()) == (5, 2)


def test_two_replacements_in_one_second_keep_both(backup: Path, tmp_path: Path) -> None:
    for _ in range(3):
        restoring.put_in_place(unpack(backup, tmp_path / "new"), tmp_path / "new", AT, replace=True)
    assert len(list(tmp_path.glob("new-before-restore-*"))) == 2


def test_a_library_that_is_open_is_not_replaced(backup: Path, tmp_path: Path) -> None:
    unpacked = unpack(backup, tmp_path / "new")
    with Library.open(tmp_path / "new"):
        assert code(
            lambda: restoring.put_in_place(unpacked, tmp_path / "new", AT, replace=True)
        ) == ("library.locked")


def test_when_the_new_one_cannot_take_the_place_the_old_one_has_it_again(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path / "new"):
        pass
    unpacked = unpack(backup, tmp_path / "new")
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self == unpacked.folder:
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    place = tmp_path / "new"
    assert code(lambda: restoring.put_in_place(unpacked, place, AT, replace=True)) == (
        "restore.failed"
    )
    assert restoring.look(tmp_path / "new").state == "library"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "restore.full"),
        (errno.EFBIG, "restore.full"),
        (errno.EACCES, "restore.no_permission"),
        (errno.EIO, "restore.failed"),
    ],
)
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_disk_that_fails_leaves_nothing(
    backup: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: str,
    after: int,
) -> None:
    real, calls = copying.write, iter(range(99))

    def fail(descriptor: int, data: memoryview) -> None:
        if next(calls) >= after:
            raise OSError(number, os.strerror(number))
        real(descriptor, data)

    monkeypatch.setattr(restoring, "write", fail)
    assert code(lambda: unpack(backup, tmp_path / "new")) == expected
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip", "library"}


def test_too_little_room_is_told_before_anything_is_written(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("keepproof.library.backups.restoring.shutil.disk_usage", lambda _: usage)
    assert code(lambda: unpack(backup, tmp_path / "new")) == "restore.full"


def test_a_cancelled_restore_leaves_nothing(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keepproof.library.backups.meter.PAUSE_S", 0.0)
    ticket = Ticket(lambda done, total, what: ticket.cancel())
    with reading.BackupFile(backup) as opened, pytest.raises(CancelledError):
        restoring.unpack(opened, opened.manifest(), "", tmp_path / "new", ticket)
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip", "library"}


def test_what_a_killed_restore_left_is_removed_by_the_next(backup: Path, tmp_path: Path) -> None:
    left = unpack(backup, tmp_path / "new").folder
    (left / "originals" / "half").write_bytes(b"half")
    unpacked = unpack(backup, tmp_path / "new")
    assert not (unpacked.folder / "originals" / "half").exists()


def test_a_restore_under_way_is_not_disturbed(backup: Path, tmp_path: Path) -> None:
    left = unpack(backup, tmp_path / "new").folder
    with FileLock(left / LOCK):
        assert code(lambda: unpack(backup, tmp_path / "new")) == "restore.running"
    assert (left / "keepproof.sqlite3").exists()


def test_a_folder_of_somebody_else_is_not_emptied(backup: Path, tmp_path: Path) -> None:
    foreign = tmp_path / ".new.keepproof-restoring"
    foreign.mkdir()
    (foreign / "diary.txt").write_text("mine")
    assert code(lambda: unpack(backup, tmp_path / "new")) == "restore.in_the_way"
    assert (foreign / "diary.txt").read_text() == "mine"


def test_a_link_in_what_was_left_is_not_followed(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").write_text("mine")
    left = unpack(backup, tmp_path / "new").folder
    shutil.rmtree(left / "originals")
    (left / "originals").symlink_to(tmp_path / "mine")
    unpack(backup, tmp_path / "new")
    assert (tmp_path / "mine" / "diary.txt").read_text() == "mine"


def test_giving_up_removes_what_was_unpacked(backup: Path, tmp_path: Path) -> None:
    restoring.give_up(unpack(backup, tmp_path / "new"))
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip", "library"}
