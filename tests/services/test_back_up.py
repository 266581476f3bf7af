"""A whole library into one file and back, with all that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from keepproof import messages
from keepproof.errors import CancelledError, KnownError
from keepproof.library.backups.manifest import Manifest
from keepproof.library.library import Library
from keepproof.services import back_up, restore
from keepproof.services.verify_library import verify
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from library.backups.backup_pieces import AT, DATA, archive, entry, fill, manifest, stored

LIBRARIES = Path(__file__).parents[1] / "fixtures" / "libraries"


def now() -> datetime:
    return AT


def code(call: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value.code


def made(library: Library, target: Path, passphrase: str = "") -> back_up.BackupReport:
    return back_up.back_up(library, target, {}, Ticket(), passphrase).value


def test_a_library_comes_back_whole(library: Library, tmp_path: Path) -> None:
    fill(library)
    report = made(library, tmp_path / "b.zip")
    opened = restore.open_backup(tmp_path / "b.zip")
    done = restore.restore(opened, tmp_path / "new", Ticket(), now)
    assert (report.size, report.encrypted) == ((tmp_path / "b.zip").stat().st_size, False)
    assert done.aside is None
    assert stored(tmp_path / "new") == stored(library.folder)
    with Library.open(tmp_path / "new", create=False) as again:
        found = verify(again, Ticket()).value
        assert (found.intact, found.chain) == (3, "intact")


def test_the_custody_log_tells_of_backup_and_restore(library: Library, tmp_path: Path) -> None:
    fill(library)
    made(library, tmp_path / "b.zip")
    assert library.custody.events()[-1].action == "library.backed_up"
    restore.restore(restore.open_backup(tmp_path / "b.zip"), tmp_path / "new", Ticket(), now)
    with Library.open(tmp_path / "new", create=False) as again:
        last = again.custody.events()[-1]
    assert last.action == "library.restored"
    assert last.data["made_at"] == restore.open_backup(tmp_path / "b.zip").manifest.made_at


def test_the_last_backup_and_what_came_since_are_known(library: Library, tmp_path: Path) -> None:
    assert back_up.last_backup(library) == back_up.LastBackup(None, 0)
    fill(library, 2)
    assert back_up.last_backup(library) == back_up.LastBackup(None, 2)
    library.now = lambda: AT
    library.custody._now = lambda: AT
    made(library, tmp_path / "b.zip")
    assert back_up.last_backup(library) == back_up.LastBackup(AT, 0)
    fill(library, 5)
    assert back_up.last_backup(library) == back_up.LastBackup(AT, 3)


def test_a_backup_that_failed_is_not_the_last_one(library: Library, tmp_path: Path) -> None:
    fill(library)
    assert code(lambda: made(library, library.folder / "b.zip")) == "backup.inside_library"
    assert back_up.last_backup(library).at is None
    assert list((library.folder / "incoming").iterdir()) == []


def test_a_passphrase_opens_its_backup_and_no_other_does(library: Library, tmp_path: Path) -> None:
    fill(library)
    assert made(library, tmp_path / "b.zip", "芝麻 开门").encrypted
    assert restore.needs_passphrase(tmp_path / "b.zip")
    assert code(lambda: restore.open_backup(tmp_path / "b.zip")) == "restore.passphrase_needed"
    assert code(lambda: restore.open_backup(tmp_path / "b.zip", "芝麻开门")) == (
        "restore.wrong_passphrase"
    )
    opened = restore.open_backup(tmp_path / "b.zip", "芝麻 开门")
    restore.check(opened, Ticket())
    restore.restore(opened, tmp_path / "new", Ticket(), now)
    assert stored(tmp_path / "new") == stored(library.folder)


def test_too_little_memory_for_a_passphrase_is_told(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(back_up, "LOCKING_BYTES", 400 * 1024**2)
    assert code(lambda: made(library, tmp_path / "b.zip", "secret")) == "backup.no_memory"
    assert not (tmp_path / "b.zip").exists()


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_a_library_of_an_older_version_is_migrated_after_the_restore(
    tmp_path: Path, version: str
) -> None:
    """The backup of an older program holds an older catalogue: this one is made from its stored library."""
    files = {
        f"library/{one.relative_to(LIBRARIES / version).as_posix()}": one.read_bytes()
        for one in (LIBRARIES / version).rglob("*")
        if one.is_file() and one.name != "library.lock"
    }
    listed = manifest([entry(path, data) for path, data in files.items()], schema=int(version[1:]))
    path = hand_made(tmp_path, listed, files)
    restore.restore(restore.open_backup(path), tmp_path / "new", Ticket(), now)
    with Library.open(tmp_path / "new", create=False) as again:
        assert again.evidence.count() == 3
        assert verify(again, Ticket()).value.intact == 3
    originals = {
        name: data for name, data in stored(LIBRARIES / version).items() if "originals" in name
    }
    assert originals.items() <= stored(tmp_path / "new").items()


def test_a_catalogue_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    listed = manifest([entry("library/keepproof.sqlite3", DATA)], schema=99)
    path = hand_made(tmp_path, listed, {"library/keepproof.sqlite3": DATA})
    assert code(lambda: restore.open_backup(path)) == "restore.newer"


@pytest.mark.parametrize("data", [DATA, b"", b"SQLite format 3\0" + b"\0" * 4096])
def test_a_catalogue_that_is_none_leaves_nothing(tmp_path: Path, data: bytes) -> None:
    listed = manifest([entry("library/keepproof.sqlite3", data)])
    opened = restore.open_backup(hand_made(tmp_path, listed, {"library/keepproof.sqlite3": data}))
    target = tmp_path / "new"
    assert code(lambda: restore.restore(opened, target, Ticket(), now)) == "restore.damaged"
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip"}


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    import apsw

    connection = apsw.Connection(str(tmp_path / "foreign.sqlite3"))
    connection.execute(
        "PRAGMA application_id = 0x4B505246; PRAGMA user_version = 2; CREATE TABLE x (y)"
    )
    connection.close()
    data = (tmp_path / "foreign.sqlite3").read_bytes()
    listed = manifest([entry("library/keepproof.sqlite3", data)])
    opened = restore.open_backup(hand_made(tmp_path, listed, {"library/keepproof.sqlite3": data}))
    target = tmp_path / "new"
    assert code(lambda: restore.restore(opened, target, Ticket(), now)) == "restore.damaged"
    assert not target.exists()


def test_looking_at_a_place_tells_what_is_there(library: Library, tmp_path: Path) -> None:
    fill(library)
    assert restore.look(tmp_path / "new").state == "free"
    place = restore.look(library.folder)
    assert place.state == "library"
    assert place.contents is not None
    assert place.contents.evidence == 3
    assert restore.look(tmp_path).state == "in_use"


def test_a_catalogue_that_cannot_be_looked_into_is_still_a_library(tmp_path: Path) -> None:
    (tmp_path / "keepproof.sqlite3").write_bytes(b"rubbish" * 1000)
    assert restore.look(tmp_path) == restore.Place(tmp_path, "library", None)


def test_a_library_is_replaced_only_when_told_to(library: Library, tmp_path: Path) -> None:
    fill(library)
    made(library, tmp_path / "b.zip")
    opened = restore.open_backup(tmp_path / "b.zip")
    with Library.open(tmp_path / "new"):
        pass
    target = tmp_path / "new"
    assert code(lambda: restore.restore(opened, target, Ticket(), now)) == "restore.not_empty"
    done = restore.restore(opened, target, Ticket(), now, replace=True)
    assert done.aside is not None
    assert done.aside.exists()


def test_a_restore_stopped_at_the_end_leaves_nothing(library: Library, tmp_path: Path) -> None:
    fill(library)
    made(library, tmp_path / "b.zip")
    opened = restore.open_backup(tmp_path / "b.zip")
    ticket = Ticket()

    def late() -> datetime:
        ticket.cancel()
        return AT

    with pytest.raises(CancelledError):
        restore.unpack(opened, tmp_path / "new", ticket, late)
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip", "library"}


def test_checking_writes_nothing(library: Library, tmp_path: Path) -> None:
    fill(library)
    made(library, tmp_path / "b.zip")
    restore.check(restore.open_backup(tmp_path / "b.zip"), Ticket())
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip", "library"}


def test_a_file_is_named_by_its_day() -> None:
    assert back_up.file_name("zh", AT) == "留证备份-2026-11-22.zip"
    assert back_up.file_name("en", AT + timedelta(days=1)) == "KeepProof-backup-2026-11-23.zip"


def test_the_words_in_a_backup_stand_in_both_languages() -> None:
    for code_ in ("backup.readme", "backup.readme_sealed"):
        assert messages.say(code_, "zh") != messages.say(code_, "en")
    assert Settings().library == ""


def hand_made(folder: Path, listed: Manifest, files: dict[str, bytes]) -> Path:
    from keepproof.library.backups.manifest import MANIFEST, written

    return archive(folder / "b.zip", [*files.items(), (MANIFEST, written(listed))])
