"""What a backup reads from: originals on a disk that may fail, small things, and the count of both."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import Self

from keepproof import kept_file
from keepproof.errors import CancelledError
from keepproof.library.backups.meter import Meter
from keepproof.library.backups.snapshot import KeptOriginal


class SmallSource:
    """A small thing to read."""

    def __init__(self, data: bytes) -> None:
        """Give these bytes."""
        self._data = memoryview(data)

    def read(self, size: int = -1, /) -> bytes:
        """Give up to so many."""
        end = len(self._data) if size < 0 else size
        piece, self._data = bytes(self._data[:end]), self._data[end:]
        return piece


class FileSource:
    """A file, up to the size it had when it was opened; a failing disk ends it early and is told by `failed`."""

    def __init__(self, path: Path) -> None:
        """Open the file for reading; raises OSError."""
        self._file = kept_file.opened(path)
        found = os.fstat(self._file.fileno())
        self.regular = stat.S_ISREG(found.st_mode)
        self.size = self._left = found.st_size if self.regular else 0
        self.failed = False

    def read(self, size: int = -1, /) -> bytes:
        """Give up to so many."""
        try:
            piece = self._file.read(min(size, self._left) if size >= 0 else self._left)
        except OSError:
            self.failed = True
            return b""
        self._left -= len(piece or b"")
        return piece or b""

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Counted:
    """Hashes and counts what is read; a wish to stop ends the stream and is raised by `check`."""

    def __init__(self, source: SmallSource | FileSource, meter: Meter, what: str) -> None:
        """Count for this meter, which is told the beginning of the file's name."""
        self._source = source
        self._meter = meter
        self._what = what.rsplit("/", 1)[-1][:12]
        self._stopped: CancelledError | None = None
        self.digest = hashlib.sha256()
        self.size = 0

    def read(self, size: int = -1, /) -> bytes:
        """Give up to so many; nothing more once somebody asked to stop."""
        piece = self._source.read(size)
        self.digest.update(piece)
        self.size += len(piece)
        try:
            self._meter.add(len(piece), self._what)
        except CancelledError as stopped:  # the encryption would turn it into an error of its own
            self._stopped = stopped
            return b""
        return piece

    def check(self) -> None:
        """Stop here when asked; raises CancelledError."""
        if self._stopped is not None:
            raise self._stopped


def opened(original: KeptOriginal) -> tuple[FileSource | None, str]:
    """Open an original, or say why not: missing, unreadable, or changed into something that is no file."""
    state = "missing"
    for place in original.places:
        try:
            source = FileSource(place)
        except OSError as error:
            found = kept_file.trouble(error)
            state = state if found == "missing" else found
            continue
        if source.regular:
            return source, ""
        source.close()
        state = "changed"
    return None, state
