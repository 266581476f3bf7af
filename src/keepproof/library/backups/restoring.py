"""Unpack a backup beside its place; it takes that place only when it is whole."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from keepproof.errors import KnownError
from keepproof.library.backups.manifest import DATABASE, LIBRARY, BackedUpFile, Manifest
from keepproof.library.backups.meter import Meter
from keepproof.library.backups.reading import BackupFile
from keepproof.library.catalog import FILE
from keepproof.library.copying import write
from keepproof.library.opening import LOCK
from keepproof.library.originals import protect
from keepproof.library.syncing import Syncer, flush_folder
from keepproof.ticket import Ticket

MARK = "KEEPPROOF-IS-RESTORING"
_IGNORED = {".ds_store", "thumbs.db", "desktop.ini", ".directory"}
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@dataclass(frozen=True, slots=True)
class Target:
    """What stands at the place a library would be restored to: free, a library, or in_use by other files."""

    folder: Path
    state: str


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A whole library beside its place, and the settings that came with it, by path."""

    folder: Path
    extras: dict[str, bytes]


def look(folder: Path) -> Target:
    """Look at the place; KnownError restore.no_permission, restore.failed."""
    with place_errors(folder):
        if not folder.exists():
            return Target(folder, "free")
        if not folder.is_dir():
            return Target(folder, "in_use")
        names = {one.name for one in folder.iterdir() if one.name.casefold() not in _IGNORED}
    if FILE in names:
        return Target(folder, "library")
    return Target(folder, "in_use" if names - {LOCK} else "free")


def unpack(
    backup: BackupFile, manifest: Manifest, identity: str, target: Path, ticket: Ticket
) -> Unpacked:
    """Write a library beside `target`, every byte compared with the manifest and flushed to the disk.

    What an earlier restore left that was killed is removed first. KnownErrors: restore.running, in_the_way, full,
    no_permission, failed, damaged; CancelledError. Nothing stays behind when it fails.
    """
    with place_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = target.parent / f".{target.name}.keepproof-restoring"
        held = _begin(folder)
        try:
            total = _expect_room(manifest, folder, target)
            extras = _fill(backup, manifest, identity, folder, Meter(ticket, total))
        except BaseException:
            held.release()
            _remove(folder)
            raise
        held.release()
    return Unpacked(folder, extras)


def give_up(unpacked: Unpacked) -> None:
    """Remove what was unpacked; where that fails the next restore does it."""
    with suppress(OSError):
        _remove(unpacked.folder)


def put_in_place(unpacked: Unpacked, target: Path, at: datetime, *, replace: bool) -> Path | None:
    """Move an unpacked library to its place; return where the one before stands now.

    KnownErrors: restore.not_empty, library.locked, restore.no_permission, restore.failed.
    """
    found = look(target)
    aside = None
    if found.state == "in_use" or (found.state == "library" and not replace):
        raise KnownError("restore.not_empty", folder=target)
    with place_errors(target):
        if found.state == "library":
            _expect_closed(target)
            aside = _free_name(target, at)
            target.rename(aside)
        elif target.exists():
            shutil.rmtree(target)
        try:
            unpacked.folder.rename(target)
        except BaseException:
            if aside is not None:
                aside.rename(target)
            raise
        with suppress(OSError):
            (target / MARK).unlink()
        flush_folder(target.parent)
    return aside


def _expect_room(manifest: Manifest, folder: Path, target: Path) -> int:
    total = sum(one.size for one in manifest.files)
    if total > shutil.disk_usage(folder).free:
        raise KnownError("restore.full", folder=target)
    return total


def _begin(folder: Path) -> FileLock:
    """Make the folder for the work, or take over the one of a work that was killed."""
    with suppress(FileExistsError):
        folder.mkdir()
        (folder / MARK).touch()
    if not (folder / MARK).exists() and any(folder.iterdir()):
        raise KnownError("restore.in_the_way", folder=folder)
    held = FileLock(folder / LOCK, timeout=0, thread_local=False)
    try:
        held.acquire()
    except Timeout as error:
        raise KnownError("restore.running", folder=folder) from error
    (folder / MARK).touch()
    for one in folder.iterdir():
        if one.name in {LOCK, MARK}:
            continue
        if one.is_dir() and not one.is_symlink():
            _remove(one)
        else:
            one.unlink()
    return held


def _fill(
    backup: BackupFile, manifest: Manifest, identity: str, folder: Path, meter: Meter
) -> dict[str, bytes]:
    extras: dict[str, bytes] = {}
    syncer = Syncer(folder)
    folders = {folder, folder / "originals"}
    try:
        (folder / "originals").mkdir()
        for one in manifest.files:
            if not one.path.startswith(LIBRARY):
                sink = _Memory()
                backup.copy(one, sink, identity, meter)
                extras[one.path] = bytes(sink.data)
                continue
            place = folder / one.path.removeprefix(LIBRARY)
            place.parent.mkdir(parents=True, exist_ok=True)
            folders |= {place.parent, place.parent.parent}
            _write(backup, one, identity, place, syncer, meter)
        syncer.batch(folders)
    finally:
        syncer.close()
    return extras


def _write(
    backup: BackupFile,
    one: BackedUpFile,
    identity: str,
    place: Path,
    syncer: Syncer,
    meter: Meter,
) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(place, flags, 0o600)
    try:
        backup.copy(one, _Disk(descriptor), identity, meter)
        if one.path != DATABASE:
            protect(place)
        syncer.file(descriptor)
    finally:
        os.close(descriptor)


class _Disk:
    """A sink that writes to a file."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, data: bytes, /) -> int:
        write(self._descriptor, memoryview(data))
        return len(data)

    def flush(self) -> None:
        """Leave it to the end, when the whole folder is flushed."""


class _Memory:
    """A sink for the few small files that are no part of the library's folder."""

    MOST = 4 * 1024**2

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes, /) -> int:
        self.data += data
        if len(self.data) > self.MOST:
            raise KnownError("restore.too_much")
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def _expect_closed(folder: Path) -> None:
    held = FileLock(folder / LOCK, timeout=0, thread_local=False)
    try:
        held.acquire()
    except Timeout as error:
        raise KnownError("library.locked", folder=folder) from error
    held.release()


def _free_name(target: Path, at: datetime) -> Path:
    """Name the place for the library before: beside it, with the time."""
    for number in range(1, 1000):
        more = "" if number == 1 else f"-{number}"
        aside = target.with_name(f"{target.name}-before-restore-{at:%Y%m%d-%H%M%S}{more}")
        if not aside.exists():
            return aside
    raise KnownError("restore.not_empty", folder=target)


def _remove(folder: Path) -> None:
    if sys.version_info >= (3, 12):
        shutil.rmtree(folder, onexc=_make_writable)
    else:
        shutil.rmtree(folder, onerror=_make_writable)


def _make_writable(function: object, path: str, info: object) -> None:
    """Remove what is read-only too (Windows); what cannot be removed stays for the next time."""
    del function, info
    with suppress(OSError):
        Path(path).chmod(0o600)
        Path(path).unlink()


@contextmanager
def place_errors(target: Path) -> Iterator[None]:
    """Turn failures of the disk restored to into known errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            code = "restore.full"
        else:
            code = "restore.no_permission" if error.errno in _FORBIDDEN else "restore.failed"
        raise KnownError(code, folder=target, detail=error.strerror or "") from error
