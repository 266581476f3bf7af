"""The evidence bundle as a file: a bag after BagIt 1.0 (RFC 8493) in a zip, streamed straight from the originals."""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import FileIO
from pathlib import Path
from typing import IO

from keepproof import kept_file
from keepproof.domain import bundle as form
from keepproof.kept_file import Trouble
from keepproof.ticket import Ticket

CHUNK = 512 * 1024
FILE_MODE = 0o100644 << 16
UNIX = 3
_EARLIEST, _LATEST = 1980, 2107  # what a zip can say
_UNIX_END = 2**31


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One original or copy: where it stands, its path in the bag, what its bytes must be, and its time.

    `deflated` is for what a zip makes smaller; pictures, videos and archives are stored as they are.
    """

    source: Path
    name: str
    sha256: str
    size: int
    at: datetime
    deflated: bool = False


@dataclass(frozen=True, slots=True)
class Bag:
    """All that goes into a bundle: the folder in the zip, the files, the tag files by path, and lines for bag-info."""

    folder: str
    files: Sequence[PackedFile]
    tags: Mapping[str, bytes]
    at: datetime
    info: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written. `seal` is the SHA-256 of the tag manifest, which seals every other byte of the bag.

    Where an original is `broken`, nothing that was written may be used; all broken ones are named.
    """

    seal: str
    size: int
    broken: tuple[tuple[PackedFile, Trouble], ...] = ()


class _BrokenError(Exception):
    def __init__(self, state: Trouble) -> None:
        super().__init__(state)
        self.state: Trouble = state


def pack(part: Path, bag: Bag, ticket: Ticket) -> Packed:
    """Write a bag into a new file and make it safe on the disk; OSError where that fails, CancelledError.

    The same bag gives the same bytes. Progress is told in bytes of the files.
    """
    tags = _tags(bag)
    # O_EXCL: what somebody else put at this place, a link above all, is never written through.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(part, flags, 0o600), "w+b") as out:
        with zipfile.ZipFile(out, "w") as archive:
            for name, data in tags.items():
                with archive.open(
                    _entry(bag, name, len(data), bag.at, deflated=True), "w"
                ) as member:
                    member.write(data)
            broken = _Copying(archive, bag, ticket).run()
        out.flush()
        os.fsync(out.fileno())
        size = out.tell()
    return Packed(hashlib.sha256(tags[form.TAG_MANIFEST]).hexdigest(), size, tuple(broken))


def estimated_size(bag: Bag) -> int:
    """Say how large the file becomes at most, in bytes."""
    names = [*((one.name, one.size) for one in bag.files)]
    names += [(name, len(data)) for name, data in _tags(bag).items()]
    # Local header, central header, both with the time and perhaps 64-bit sizes, and the name twice.
    return sum(size + 160 + 2 * len(f"{bag.folder}/{name}".encode()) for name, size in names) + 98


def manifest(lines: Iterable[tuple[str, str]]) -> bytes:
    """Write (SHA-256, path) as a BagIt manifest, which is also what `sha256sum -c` reads."""
    return "".join(f"{sha256}  {path}\n" for sha256, path in lines).encode()


def _tags(bag: Bag) -> dict[str, bytes]:
    tags = dict(bag.tags)
    tags[form.DECLARATION] = form.DECLARED
    tags[form.INFO] = _info(bag)
    tags[form.MANIFEST] = manifest((one.sha256, one.name) for one in bag.files)
    sealed = sorted((hashlib.sha256(data).hexdigest(), name) for name, data in tags.items())
    tags[form.TAG_MANIFEST] = manifest(sorted(sealed, key=lambda one: one[1]))
    return tags


def _info(bag: Bag) -> bytes:
    total = sum(one.size for one in bag.files)
    lines = [*bag.info, ("Bagging-Date", bag.at.date().isoformat())]
    lines.append(("Payload-Oxum", f"{total}.{len(bag.files)}"))
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in lines).encode()


def _entry(bag: Bag, name: str, size: int, at: datetime, *, deflated: bool) -> zipfile.ZipInfo:
    moment = at if _EARLIEST <= at.year <= _LATEST else at.replace(year=_EARLIEST)
    entry = zipfile.ZipInfo(f"{bag.folder}/{name}", moment.timetuple()[:6])
    entry.file_size = size
    entry.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    entry.create_system = UNIX
    entry.external_attr = FILE_MODE
    seconds = int(at.timestamp())
    if 0 <= seconds < _UNIX_END:  # the moment itself, where the date of a zip knows no zone
        entry.extra = struct.pack("<HHBl", 0x5455, 5, 1, seconds)
    return entry


@dataclass(slots=True)
class _Copying:
    """The run over the files: each is hashed while it is copied; from the first broken one on, only hashed."""

    archive: zipfile.ZipFile
    bag: Bag
    ticket: Ticket
    buffer: memoryview = field(default_factory=lambda: memoryview(bytearray(CHUNK)))
    done: int = 0

    def run(self) -> list[tuple[PackedFile, Trouble]]:
        total = max(1, sum(one.size for one in self.bag.files))
        broken: list[tuple[PackedFile, Trouble]] = []
        for one in self.bag.files:
            self.ticket.step(self.done, total, one.name)
            before = self.done
            try:
                if broken:
                    self._read(one, None, total)
                else:
                    self._copy(one, total)
            except _BrokenError as error:
                broken.append((one, error.state))
            self.done = before + one.size
        return broken

    def _copy(self, one: PackedFile, total: int) -> None:
        with self.archive.open(
            _entry(self.bag, one.name, one.size, one.at, deflated=one.deflated), "w"
        ) as member:
            self._read(one, member, total)

    def _read(self, one: PackedFile, member: IO[bytes] | None, total: int) -> None:
        digest, left = hashlib.sha256(), one.size
        with _opened(one) as source:
            while count := _next(source, self.buffer):
                piece = self.buffer[:count]
                left -= count
                if left < 0:
                    raise _BrokenError("changed")
                digest.update(piece)
                if member is not None:
                    member.write(piece)
                self.done += count
                self.ticket.step(self.done, total, one.name)
        if left or digest.hexdigest() != one.sha256:
            raise _BrokenError("changed")


def _opened(one: PackedFile) -> FileIO:
    try:
        source = kept_file.opened(one.source)
    except OSError as error:
        raise _BrokenError(kept_file.trouble(error)) from error
    found = os.fstat(source.fileno())
    if not stat.S_ISREG(found.st_mode) or found.st_size != one.size:
        source.close()
        raise _BrokenError("changed")
    return source


def _next(source: FileIO, buffer: memoryview) -> int:
    try:
        return source.readinto(buffer) or 0
    except OSError as error:
        raise _BrokenError(kept_file.trouble(error)) from error
