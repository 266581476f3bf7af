"""Read originals again and compare them with the hash they were kept under."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from io import FileIO
from threading import local

from keepproof import kept_file
from keepproof.library.evidence import Fixity
from keepproof.library.originals import Originals
from keepproof.ticket import Ticket

_CHUNK = 512 * 1024
_AHEAD = 64


class Reader:
    """Check originals with two threads; reads only."""

    def __init__(self, originals: Originals, ticket: Ticket) -> None:
        """Read from this store until the ticket says stop."""
        self._originals = originals
        self._ticket = ticket
        self._local = local()

    def check(self, wanted: Iterable[tuple[str, int]]) -> Iterator[tuple[str, Fixity]]:
        """Check (sha256, size) pairs and give each hash with what was found, in order; CancelledError."""
        running: deque[tuple[str, Future[Fixity]]] = deque()
        with ThreadPoolExecutor(2, thread_name_prefix="fixity") as workers:
            try:
                for sha256, size in wanted:
                    running.append((sha256, workers.submit(self.one, sha256, size)))
                    if len(running) > _AHEAD:
                        first, state = running.popleft()
                        yield first, state.result()
                while running:
                    first, state = running.popleft()
                    yield first, state.result()
            finally:
                for _, state in running:
                    state.cancel()

    def one(self, sha256: str, size: int) -> Fixity:
        """Check one original."""
        self._ticket.check()
        try:
            with kept_file.opened(self._originals.path(sha256)) as source:
                found = os.fstat(source.fileno())
                if not stat.S_ISREG(found.st_mode) or found.st_size != size:
                    return "changed"
                return "intact" if self._hash(source) == sha256 else "changed"
        except OSError as error:
            return kept_file.trouble(error)

    def _hash(self, source: FileIO) -> str:
        buffer: memoryview | None = getattr(self._local, "buffer", None)
        if buffer is None:
            buffer = self._local.buffer = memoryview(bytearray(_CHUNK))
        digest = hashlib.sha256()
        while count := source.readinto(buffer):
            digest.update(buffer[:count])
            self._ticket.check()
        return digest.hexdigest()
