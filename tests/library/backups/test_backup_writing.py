"""A backup holds the whole library, whole or not at all, and names what it could not read."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Callable
from io import FileIO
from pathlib import Path

import pytest

from keepproof import kept_file
from keepproof.errors import CancelledError, KnownError
from keepproof.library.backups import reading, writing
from keepproof.library.backups.manifest import DATABASE, MANIFEST, README, SETTINGS, Fault
from keepproof.library.backups.snapshot import Snapshot
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.ticket import Ticket
from library.backups.backup_pieces import AT, back_up, check, fill, plan, seal, stored, unpack


def code(call: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value.code


def test_all_of_a_library_is_in_its_backup(library: Library, tmp_path: Path) -> None:
    hashes = fill(library)
    library.evidence.trash(library.evidence.all()[0].evidence.id, "wrong picture")
    manifest = back_up(library, tmp_path / "b.zip", plan(extras={SETTINGS: b"{}"}))
    paths = {one.path for one in manifest.files}
    assert {DATABASE, SETTINGS, f"library/trash/{hashes[0]}"} < paths
    assert {one.rsplit("/", 1)[1] for one in paths} >= set(hashes)
    assert (manifest.contents.evidence, manifest.contents.trashed) == (2, 1)
    assert manifest.made_at == AT.isoformat()
    assert manifest.custody == library.custody.head()
    assert manifest.faults == ()


def test_a_plain_backup_is_an_ordinary_archive_of_the_library_folder(
    library: Library, tmp_path: Path
) -> None:
    fill(library)
    back_up(library, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(tmp_path / "by hand")
        assert {README, MANIFEST} <= set(archive.namelist())
    with Library.open(tmp_path / "by hand" / "library", create=False) as opened:
        assert opened.evidence.count() == 3
    assert stored(tmp_path / "by hand" / "library") == stored(library.folder)


def test_what_changes_while_a_backup_is_written_is_not_in_it(
    library: Library, tmp_path: Path
) -> None:
    """The moment is that of the snapshot: what is removed meanwhile is found in the trash."""
    fill(library, 3)
    snapshot = library.snapshot(Ticket())
    list(library.keep([Incoming(Path("later.png"), data=b"later")], Ticket()))
    library.evidence.trash(library.evidence.all()[0].evidence.id, "wrong picture")
    manifest = writing.write(snapshot, plan(), tmp_path / "b.zip", Ticket())
    assert (manifest.contents.evidence, manifest.faults) == (3, ())
    assert sum("originals" in one.path for one in manifest.files) == 3


def test_an_encrypted_backup_shows_nothing_of_what_it_holds(
    library: Library, tmp_path: Path
) -> None:
    hashes = fill(library)
    how = seal()
    back_up(library, tmp_path / "b.zip", plan(how))
    raw = (tmp_path / "b.zip").read_bytes()
    assert not any(part in raw for part in (b"content 1", b"SQLite", hashes[0].encode(), b"orders"))
    assert (
        sum("originals" in one.path for one in check(tmp_path / "b.zip", how.identity).files) == 3
    )


def test_an_older_file_of_the_name_is_replaced_by_a_whole_one(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "b.zip").write_bytes(b"older")
    fill(library)
    back_up(library, tmp_path / "b.zip")
    check(tmp_path / "b.zip")
    assert [one.name for one in tmp_path.glob("*keepproof-backup*")] == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "backup.full"),
        (errno.EFBIG, "backup.too_large"),
        (errno.EROFS, "backup.no_permission"),
        (errno.EIO, "backup.failed"),
    ],
)
def test_a_disk_that_fails_leaves_the_older_file(
    library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: str,
) -> None:
    fill(library)
    (tmp_path / "b.zip").write_bytes(b"older")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing, "flush", fail)
    assert code(lambda: back_up(library, tmp_path / "b.zip")) == expected
    assert (tmp_path / "b.zip").read_bytes() == b"older"
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip", "library"}


def test_too_little_room_is_told_before_anything_is_written(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("keepproof.library.backups.writing.shutil.disk_usage", lambda _: usage)
    assert code(lambda: back_up(library, tmp_path / "b.zip")) == "backup.full"


def test_a_folder_that_is_not_there_is_told(library: Library, tmp_path: Path) -> None:
    assert code(lambda: back_up(library, tmp_path / "gone" / "b.zip")) == "backup.failed"


def test_what_is_no_ordinary_file_is_not_replaced(library: Library, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        assert code(lambda: back_up(library, tmp_path / name)) == "backup.not_a_file"  # noqa: B023 - called at once
    assert {one.name for one in tmp_path.iterdir()} == {"folder", "pipe", "library"}


@pytest.mark.parametrize("inside", ["b.zip", "originals/b.zip"])
def test_a_backup_does_not_go_into_the_library(library: Library, inside: str) -> None:
    assert code(lambda: back_up(library, library.folder / inside)) == "backup.inside_library"


def test_a_missing_original_is_named_and_all_the_rest_is_backed_up(
    library: Library, tmp_path: Path
) -> None:
    hashes = fill(library)
    library.original_path(hashes[1]).unlink()
    manifest = back_up(library, tmp_path / "b.zip")
    assert [(one.state, one.names) for one in manifest.faults] == [("missing", ("截图1.png",))]
    assert sum("originals" in one.path for one in check(tmp_path / "b.zip").files) == 2


def test_a_changed_original_is_named_and_backed_up_as_it_is(
    library: Library, tmp_path: Path
) -> None:
    hashes = fill(library)
    path = library.original_path(hashes[1])
    path.chmod(0o600)
    path.write_bytes(b"flipped")
    manifest = back_up(library, tmp_path / "b.zip")
    assert [one.state for one in manifest.faults] == ["changed"]
    unpacked = unpack(tmp_path / "b.zip", tmp_path / "new")
    assert stored(unpacked.folder) == stored(library.folder)


def test_an_original_that_became_a_link_is_not_followed(library: Library, tmp_path: Path) -> None:
    hashes = fill(library)
    (tmp_path / "secret").write_bytes(b"secret")
    library.original_path(hashes[0]).unlink()
    library.original_path(hashes[0]).symlink_to(tmp_path / "secret")
    manifest = back_up(library, tmp_path / "b.zip")
    assert [one.state for one in manifest.faults] == ["changed"]
    assert b"secret" not in (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize("sealed", [False, True])
def test_an_original_that_cannot_be_read_to_its_end_is_named(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sealed: bool
) -> None:
    fill(library)

    class Failing(FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if os.fstat(self.fileno()).st_size == len("content 0"):
                raise OSError(errno.EIO, "Input/output error")
            return super().read(size)

    monkeypatch.setattr(kept_file, "FileIO", Failing)
    how = seal() if sealed else None
    manifest = back_up(library, tmp_path / "b.zip", plan(how))
    assert {one.state for one in manifest.faults} == {"unreadable"}
    assert len(manifest.faults) == 3
    check(tmp_path / "b.zip", how.identity if how else "")


def test_a_catalogue_that_cannot_be_read_makes_no_backup(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(FileIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(kept_file, "FileIO", Failing)
    assert code(lambda: back_up(library, tmp_path / "b.zip")) == "backup.no_copy"
    assert [one.name for one in tmp_path.iterdir()] == ["library"]


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("part", [0.1, 0.4, 0.6, 0.9])
def test_a_cancelled_backup_leaves_nothing(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sealed: bool, part: float
) -> None:
    fill(library)
    monkeypatch.setattr("keepproof.library.backups.meter.PAUSE_S", 0.0)
    snapshot = library.snapshot(Ticket())

    def told(done: float, total: int, what: str) -> None:
        if done > part * total:
            ticket.cancel()

    ticket = Ticket(told)
    with pytest.raises(CancelledError):
        writing.write(snapshot, plan(seal() if sealed else None), tmp_path / "b.zip", ticket)
    assert [one.name for one in tmp_path.iterdir()] == ["library"]


def test_progress_is_told_in_order_and_to_the_end(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library)
    monkeypatch.setattr("keepproof.library.backups.meter.PAUSE_S", 0.0)
    told: list[tuple[float, int]] = []
    ticket = Ticket(lambda done, total, what: told.append((done, total)))
    writing.write(library.snapshot(Ticket()), plan(), tmp_path / "b.zip", ticket)
    assert told == sorted(told)
    assert int(told[-1][0]) == told[-1][1]


def test_what_was_written_is_read_back(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that keeps other bytes than it was given is found out before the backup counts."""
    fill(library)

    def lying(part: Path) -> None:
        data = bytearray(part.read_bytes())
        data[data.index(b"content 1")] ^= 1
        part.write_bytes(data)

    monkeypatch.setattr(writing, "_forget", lying)
    assert code(lambda: back_up(library, tmp_path / "b.zip")) == "backup.not_the_same"
    assert [one.name for one in tmp_path.iterdir()] == ["library"]


def test_what_a_killed_backup_left_is_removed_once_it_is_old(
    library: Library, tmp_path: Path
) -> None:
    old, young = (tmp_path / f".keepproof-backup-{one}.part" for one in ("old", "young"))
    old.touch()
    young.touch()
    os.utime(old, (0, 0))
    back_up(library, tmp_path / "b.zip")
    assert (old.exists(), young.exists()) == (False, True)


def test_an_odd_file_name_is_no_trouble(library: Library, tmp_path: Path) -> None:
    list(library.keep([Incoming(Path("odd \udcff.png"), data=b"odd")], Ticket()))
    sha256 = library.evidence.all()[0].evidence.sha256
    library.original_path(sha256).unlink()
    faults = back_up(library, tmp_path / "b.zip").faults
    assert faults == check(tmp_path / "b.zip").faults
    assert isinstance(faults[0], Fault)


def test_a_snapshot_is_taken_while_the_library_writes_on(library: Library) -> None:
    """The copy is a whole database of its own, without the write-ahead log of the library."""
    fill(library)
    snapshot = library.snapshot(Ticket())
    fill(library, 9)
    assert _evidence(snapshot) == 3
    snapshot.discard()
    assert list((library.folder / "incoming").iterdir()) == []


def test_a_snapshot_that_was_left_is_swept_with_the_next_start(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l") as library:
        library.snapshot(Ticket())
    with Library.open(tmp_path / "l") as library:
        assert list((library.folder / "incoming").iterdir()) == []


def test_a_library_of_many_pages_is_copied_whole(library: Library, tmp_path: Path) -> None:
    things = [Incoming(Path("x" * 200 + str(n)), data=str(n).encode()) for n in range(400)]
    list(library.keep(things, Ticket()))
    manifest = back_up(library, tmp_path / "b.zip")
    assert manifest.contents.evidence == 400
    with reading.BackupFile(tmp_path / "b.zip") as backup:
        assert len(backup.manifest().files) == 401


def _evidence(snapshot: Snapshot) -> int:
    import apsw

    connection = apsw.Connection(str(snapshot.database))
    try:
        return int(str(connection.execute("SELECT count(*) FROM evidence").fetchall()[0][0]))
    finally:
        connection.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_backup_is_for_its_owner_alone(library: Library, tmp_path: Path) -> None:
    fill(library)
    back_up(library, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").stat().st_mode & 0o777 == 0o600


def test_a_key_is_not_shown_where_it_may_be_logged() -> None:
    made = seal()
    assert made.identity not in repr(made)
