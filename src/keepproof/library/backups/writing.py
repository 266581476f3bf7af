"""Write a backup: whole or not at all, and read back before it counts."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import time
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.library.backups import manifest as form
from keepproof.library.backups import reading, sealing
from keepproof.library.backups.manifest import BackedUpFile, Fault, Manifest
from keepproof.library.backups.meter import Meter
from keepproof.library.backups.snapshot import KeptOriginal, Snapshot
from keepproof.library.backups.streams import Counted, FileSource, SmallSource, opened
from keepproof.library.syncing import flush, flush_folder
from keepproof.ticket import Ticket

CHUNK = 512 * 1024
STALE_S = 3600.0
PREFIX, SUFFIX = ".keepproof-backup-", ".part"
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@dataclass(frozen=True, slots=True)
class Seal:
    """The identity a backup is encrypted for, and the same locked with the passphrase."""

    identity: str = field(repr=False)
    locked: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes into a backup besides the library: small files by path, the words about it, who made it when."""

    made_at: datetime
    program: str
    readme: str
    extras: Mapping[str, bytes] = field(default_factory=dict)
    seal: Seal | None = None


def write(snapshot: Snapshot, plan: Plan, target: Path, ticket: Ticket) -> Manifest:
    """Write a backup to `target`, replacing a file of that name only when the new one is whole and was read back.

    Originals that cannot be read are named in the manifest; everything else is backed up all the same. KnownErrors:
    backup.full, not_a_file, too_large, no_permission, failed, inside_library, not_the_same; CancelledError.
    """
    target = target.absolute()
    if target.resolve().is_relative_to(snapshot.folder.resolve()):
        raise KnownError("backup.inside_library", folder=snapshot.folder)
    with _target_errors(target):
        if target.exists() and not target.is_file():
            raise KnownError("backup.not_a_file", name=target.name)
        _sweep(target.parent)
        total = snapshot.contents.bytes + snapshot.database.stat().st_size
        _expect_room(target.parent, total)
        part = target.parent / f"{PREFIX}{uuid.uuid4().hex}{SUFFIX}"
        meter = Meter(ticket, 2 * total)
        try:
            manifest = _Archive(snapshot, plan, meter).write(part)
            _read_back(part, plan, manifest, meter)
            part.replace(target)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
        flush_folder(target.parent)
    return manifest


class _Archive:
    """The zip archive while it is written."""

    def __init__(self, snapshot: Snapshot, plan: Plan, meter: Meter) -> None:
        self._snapshot = snapshot
        self._plan = plan
        self._meter = meter
        self._identity = plan.seal.identity if plan.seal is not None else ""
        self._files: list[BackedUpFile] = []
        self._faults: list[Fault] = []

    def write(self, part: Path) -> Manifest:
        # Nobody else on this computer is to read what only the owner of the library may.
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(part, flags, 0o600), "w+b") as out:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
                self._put_small(archive, form.README, self._plan.readme.encode())
                if self._plan.seal is not None:
                    self._put_small(archive, form.KEY, self._plan.seal.locked)
                self._put_database(archive)
                for original in self._snapshot.originals:
                    self._put_original(archive, original)
                for path, data in sorted(self._plan.extras.items()):
                    self._put(archive, path, SmallSource(data), len(data))
                manifest = self._manifest()
                self._put_manifest(archive, form.written(manifest))
            out.flush()
            flush(out.fileno())
        return manifest

    def _put_database(self, archive: zipfile.ZipFile) -> None:
        with FileSource(self._snapshot.database) as source:
            self._put(archive, form.DATABASE, source, source.size)
            if source.failed:
                raise KnownError("backup.no_copy", folder=self._snapshot.folder, detail="")

    def _put_original(self, archive: zipfile.ZipFile, original: KeptOriginal) -> None:
        source, state = opened(original)
        if source is None:
            self._faults.append(Fault(original.path, state, original.names))
            return
        with source:
            done = self._put(archive, original.path, source, source.size)
            if source.failed:
                state = "unreadable"
            elif done.sha256 != original.sha256:
                state = "changed"
        if state:
            self._faults.append(Fault(original.path, state, original.names))

    def _put(
        self, archive: zipfile.ZipFile, path: str, source: SmallSource | FileSource, size: int
    ) -> BackedUpFile:
        entry = f"data/{len(self._files) + 1}.age" if self._identity else path
        counted = Counted(source, self._meter, path)
        room = size + size // 1000 + 4096  # what encryption adds is far less
        with archive.open(self._entry(entry, room), "w") as sink:
            if self._identity:
                sealing.seal(counted, sink, self._identity)
            else:
                while piece := counted.read(CHUNK):
                    sink.write(piece)
        counted.check()
        done = BackedUpFile(path, entry, counted.size, counted.digest.hexdigest())
        self._files.append(done)
        return done

    def _put_manifest(self, archive: zipfile.ZipFile, data: bytes) -> None:
        if not self._identity:
            self._put_small(archive, form.MANIFEST, data)
            return
        with archive.open(self._entry(form.SEALED_MANIFEST, 2 * len(data)), "w") as sink:
            sealing.seal(SmallSource(data), sink, self._identity)

    def _put_small(self, archive: zipfile.ZipFile, name: str, data: bytes) -> None:
        archive.writestr(self._entry(name, len(data)), data)

    def _entry(self, name: str, size: int) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(name, self._plan.made_at.timetuple()[:6])
        entry.external_attr = (stat.S_IFREG | 0o644) << 16
        entry.create_system = 3
        entry.file_size = size
        return entry

    def _manifest(self) -> Manifest:
        snapshot, plan = self._snapshot, self._plan
        return Manifest(
            form.FORMAT,
            form.VERSION,
            plan.program,
            snapshot.schema,
            plan.made_at.isoformat(),
            snapshot.folder.name.encode("utf-8", "replace").decode(),
            snapshot.custody,
            snapshot.contents,
            tuple(self._files),
            tuple(self._faults),
        )


def _read_back(part: Path, plan: Plan, manifest: Manifest, meter: Meter) -> None:
    """Read everything again, from the disk where the system can be told so."""
    identity = plan.seal.identity if plan.seal is not None else ""
    try:
        _forget(part)
        with reading.BackupFile(part) as backup:
            same = backup.manifest(identity) == manifest
            for one in manifest.files:
                backup.check(one, identity, meter)
    except KnownError as error:
        raise KnownError("backup.not_the_same", name=error.data.get("name", "")) from error
    if not same:
        raise KnownError("backup.not_the_same", name=form.MANIFEST)


def _forget(part: Path) -> None:
    if hasattr(os, "posix_fadvise"):
        with part.open("rb") as file, suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _sweep(folder: Path) -> None:
    """Remove what a backup left that was killed; one that is being written now is younger."""
    for part in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE_S:
                part.unlink()


def _expect_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise KnownError("backup.full", folder=folder)


@contextmanager
def _target_errors(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.EFBIG:
            code = "backup.too_large"
        elif error.errno in _FULL:
            code = "backup.full"
        else:
            code = "backup.no_permission" if error.errno in _FORBIDDEN else "backup.failed"
        raise KnownError(code, folder=target.parent, detail=error.strerror or "") from error
