"""Copy one source into the store: a single pass that reads, hashes and writes, and never touches the source."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
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


class Copy:
    """A copy under way."""

    def __init__(self, incoming: Incoming, part: Path) -> None:
        """Take what is copied and the temporary file it goes to."""
        self.incoming = incoming
        self.part = part
        self.size = 0
        self.done = 0
        self._future: Future[Staged | Refused] = Future()

    def run(self, workers: ThreadPoolExecutor, copy: Callable[[Copy], Staged | Refused]) -> None:
        """Start it in the background."""
        self._future = workers.submit(copy, self)

    def result(self, seconds: float) -> Staged | Refused:
        """Wait so long for the end; TimeoutError, or CancelledError when it was told to stop."""
        return self._future.result(seconds)

    def finished(self) -> Staged | None:
        """Keep it from starting, or wait for its end and return what was staged."""
        if self._future.cancel() or self._future.exception() is not None:
            return None
        result = self._future.result()
        return result if isinstance(result, Staged) else None

    @property
    def part_done(self) -> float:
        """Say which part of it is copied, from 0 to 1."""
        return min(1.0, self.done / self.size) if self.size else 0.0

    @property
    def progress(self) -> str:
        """Name the file and, while it is long, how much of it is copied."""
        percent = f" · {100 * self.done // self.size} %" if self.size else ""
        return f"{self.incoming.path.name}{percent}"


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
        copy = Copy(incoming, self._originals.incoming / name)
        copy.run(self._workers, self._run)
        return copy

    def stop(self) -> None:
        """Give up the copies that are under way."""
        self._stopped.set()

    def close(self) -> None:
        """Wait until the workers are gone."""
        self._workers.shutdown(cancel_futures=True)

    def _run(self, copy: Copy) -> Staged | Refused:
        try:
            return self._copy(copy)
        except _RefusedError as refusal:
            discard(copy.part)
            return Refused(copy.incoming.path, refusal.reason, refusal.data)
        except KnownError as error:
            discard(copy.part)
            return Refused(copy.incoming.path, error.code, error.data)
        except OSError as error:
            discard(copy.part)
            return Refused(copy.incoming.path, _reason(error))
        except BaseException:
            discard(copy.part)
            raise

    def _copy(self, copy: Copy) -> Staged:
        self._check()
        incoming, part = copy.incoming, copy.part
        if incoming.data is not None:
            sha256, modified = self._write_content(incoming.data, copy), None
        elif incoming.pieces is not None:
            copy.size = incoming.size
            self._expect_room(copy.size)
            sha256, modified = self._pump(incoming.pieces(), copy), None
        else:
            sha256, modified = self._write_file(copy)
        looked = self._look(part, incoming.path.name)
        return Staged(incoming, part, sha256, copy.size, modified, looked)

    def _look(self, part: Path, name: str) -> Description:
        if self._describe is None:
            return Description()
        try:
            return self._describe(part, name)
        except (OSError, KnownError):
            # Keep first, understand later.
            return Description()

    def _write_content(self, data: bytes, copy: Copy) -> str:
        copy.size = len(data)
        self._expect_room(copy.size)
        with self._writing():
            target = os.open(copy.part, _WRITE_FLAGS, 0o600)
            try:
                write(target, memoryview(data))
                self._finish(target, copy.part)
            finally:
                os.close(target)
        return hashlib.sha256(data).hexdigest()

    def _write_file(self, copy: Copy) -> tuple[str, int]:
        with _open(copy.incoming) as source:
            before = os.fstat(source.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise _RefusedError("keep.not_a_file")
            copy.size = before.st_size
            self._expect_room(copy.size)
            sha256 = self._pump(self._read(source), copy)
            after = os.fstat(source.fileno())
        if copy.done != copy.size or _marks(before) != _marks(after):
            raise _RefusedError("keep.changed_while_read")
        return sha256, before.st_mtime_ns

    def _read(self, source: FileIO) -> Iterator[memoryview]:
        buffer = self._buffer()
        while count := _read(source, buffer):
            yield buffer[:count]

    def _pump(self, pieces: Iterable[bytes | memoryview], copy: Copy) -> str:
        digest = hashlib.sha256()
        with self._writing():
            target = os.open(copy.part, _WRITE_FLAGS, 0o600)
        try:
            for piece in pieces:
                copy.done += len(piece)
                if copy.done > copy.size:  # it may grow for ever
                    raise _RefusedError("keep.changed_while_read")
                digest.update(piece)
                with self._writing():
                    write(target, memoryview(piece))
                self._check()
            with self._writing():
                self._finish(target, copy.part)
        finally:
            os.close(target)
        return digest.hexdigest()

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

    def _expect_room(self, size: int) -> None:
        if size == 0:
            raise _RefusedError("keep.empty")
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
