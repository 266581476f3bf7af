"""Copy one source into the store: a single pass that reads, hashes and writes, and never touches the source."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from threading import Event, local

from keepproof.errors import CancelledError, KnownError
from keepproof.library.disk import free_bytes, writing_code
from keepproof.library.incoming import Describe, Description, Incoming, Refused
from keepproof.library.originals import Originals, discard, protect
from keepproof.ticket import Ticket

WORKERS = 2
CHUNK = 512 * 1024
_HELD_BY_OTHERS = {32, 33}  # Windows: sharing and lock violations

_READ_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)  # opening a pipe must not wait for its writer
)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_ATIME = getattr(os, "O_NOATIME", 0)
_WRITE_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_SOURCE_CODES: Mapping[int, str] = {
    errno.ENOENT: "keep.vanished",
    errno.ENOTDIR: "keep.vanished",
    errno.EACCES: "keep.unreadable",
    errno.EPERM: "keep.unreadable",
    errno.ELOOP: "keep.link",
    errno.ENXIO: "keep.not_a_file",
    errno.EISDIR: "keep.not_a_file",
    errno.EBUSY: "keep.locked",
    errno.ETXTBSY: "keep.locked",
    errno.EAGAIN: "keep.locked",
}


@dataclass(frozen=True, slots=True)
class Staged:
    """A finished copy that waits at `part` for its place in the store."""

    incoming: Incoming
    part: Path
    sha256: str
    size: int
    modified_ns: int | None
    description: Description


class _RefusedError(Exception):
    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.data = data


Copy = Future[Staged | Refused]


class Copier:
    """Copy sources with two workers ahead of whoever asks for the results."""

    def __init__(self, originals: Originals, describe: Describe | None, ticket: Ticket) -> None:
        """Copy into this store; `describe` looks at each copy; the ticket stops in the middle of a file."""
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="keep")
        self._originals = originals
        self._describe = describe
        self._ticket = ticket
        self._local = local()
        self._stopped = Event()

    def start(self, incoming: Incoming, name: str) -> Copy:
        """Copy one source to the temporary file `name` in the background."""
        return self._workers.submit(self.copy, incoming, name)

    def stop(self) -> None:
        """Give up the copies that are under way."""
        self._stopped.set()

    def close(self) -> None:
        """Wait until the workers are gone."""
        self._workers.shutdown(cancel_futures=True)

    def copy(self, incoming: Incoming, name: str) -> Staged | Refused:
        """Copy one source to the temporary file `name`; CancelledError when asked to stop."""
        part = self._originals.incoming / name
        try:
            staged = self._copy(incoming, part)
        except _RefusedError as refusal:
            discard(part)
            return Refused(incoming.path, refusal.reason, refusal.data)
        except BaseException:
            discard(part)
            raise
        return staged

    def _copy(self, incoming: Incoming, part: Path) -> Staged:
        self._check()
        if incoming.data is not None:
            sha256 = self._write_content(incoming.data, part)
            size, modified = len(incoming.data), None
        else:
            sha256, size, modified = self._write_file(incoming, part)
        if size == 0:
            raise _RefusedError("keep.empty")
        return Staged(incoming, part, sha256, size, modified, self._look(part, incoming.path.name))

    def _look(self, part: Path, name: str) -> Description:
        if self._describe is None:
            return Description()
        try:
            return self._describe(part, name)
        except (OSError, KnownError):
            # Keep first, understand later.
            return Description()

    def _write_content(self, data: bytes, part: Path) -> str:
        self._make_room(len(data))
        with self._writing():
            target = os.open(part, _WRITE_FLAGS, 0o600)
            try:
                write(target, memoryview(data))
                self._finish(target, part)
            finally:
                os.close(target)
        return hashlib.sha256(data).hexdigest()

    def _write_file(self, incoming: Incoming, part: Path) -> tuple[str, int, int]:
        with _open(incoming) as source:
            before = os.fstat(source.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise _RefusedError("keep.not_a_file")
            if before.st_size == 0:
                raise _RefusedError("keep.empty")
            self._make_room(before.st_size)
            sha256, size = self._pump(source, part, before.st_size)
            after = os.fstat(source.fileno())
        if size != before.st_size or _marks(before) != _marks(after):
            raise _RefusedError("keep.changed_while_read")
        return sha256, size, before.st_mtime_ns

    def _pump(self, source: FileIO, part: Path, expected: int) -> tuple[str, int]:
        buffer = self._buffer()
        digest, size = hashlib.sha256(), 0
        with self._writing():
            target = os.open(part, _WRITE_FLAGS, 0o600)
        try:
            while count := _read(source, buffer):
                piece = buffer[:count]
                size += count
                if size > expected:  # it may grow for ever
                    raise _RefusedError("keep.changed_while_read")
                digest.update(piece)
                with self._writing():
                    write(target, piece)
                self._check()
            with self._writing():
                self._finish(target, part)
        finally:
            os.close(target)
        return digest.hexdigest(), size

    def _finish(self, target: int, part: Path) -> None:
        protect(part)
        self._originals.syncer.file(target)

    def _check(self) -> None:
        self._ticket.check()
        if self._stopped.is_set():
            raise CancelledError

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            folder = self._originals.incoming.parent
            raise _RefusedError(writing_code(error), folder=folder) from error

    def _make_room(self, size: int) -> None:
        with self._writing():
            free = free_bytes(self._originals.incoming)
        if size > free:
            raise _RefusedError("library.full", needed=size, free=free)

    def _buffer(self) -> memoryview:
        # One buffer for each thread: allocating it anew for each file costs as much as copying a small one.
        buffer: memoryview | None = getattr(self._local, "buffer", None)
        if buffer is None:
            buffer = self._local.buffer = memoryview(bytearray(CHUNK))
        return buffer


def write(descriptor: int, data: memoryview) -> None:
    """Write all of it, however little the system takes at a time."""
    while data:
        data = data[os.write(descriptor, data) :]


def _read(source: FileIO, buffer: memoryview) -> int:
    try:
        return source.readinto(buffer) or 0
    except OSError as error:
        raise _RefusedError(_reason(error)) from error


def _open(incoming: Incoming) -> FileIO:
    flags = _READ_FLAGS if incoming.follow else _READ_FLAGS | _NO_FOLLOW
    try:
        if not stat.S_ISREG(incoming.path.stat(follow_symlinks=incoming.follow).st_mode):
            raise _RefusedError("keep.not_a_file")
        # Reading must not even leave a trace in the access time; only the owner may ask for that.
        with suppress(PermissionError):
            return FileIO(os.open(incoming.path, flags | _NO_ATIME))
        return FileIO(os.open(incoming.path, flags))
    except OSError as error:
        raise _RefusedError(_reason(error)) from error
    except ValueError as error:  # a NUL in the name: no file can have it
        raise _RefusedError("keep.vanished") from error


def _reason(error: OSError) -> str:
    if getattr(error, "winerror", None) in _HELD_BY_OTHERS:
        return "keep.locked"
    return _SOURCE_CODES.get(error.errno or 0, "keep.source_error")


def _marks(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns
