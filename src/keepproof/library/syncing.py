"""Make sure that written bytes survive a power cut."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MACOS_FULL_SYNC = 51  # F_FULLFSYNC: plain fsync stops at the drive's own cache there
_OLDEST_HONEST_KERNEL = (5, 8)  # before, syncfs() did not report that writing had failed


class Syncer:
    """Flush what was written below one folder: whole batches at once where the system can, else file by file."""

    def __init__(self, folder: Path) -> None:
        """Watch the file system of this folder."""
        self.whole_batches = _has_syncfs()
        # Writing errors are reported to a descriptor that was open when they happened.
        self._folder = os.open(folder, os.O_RDONLY) if self.whole_batches else -1

    def file(self, descriptor: int) -> None:
        """Flush one file, where batches cannot be flushed as a whole."""
        if not self.whole_batches:
            flush(descriptor)

    def batch(self, folders: Iterable[Path]) -> None:
        """Flush all files and names written so far; `folders` are those in which names changed."""
        if self.whole_batches:
            _syncfs(self._folder)
            return
        for folder in folders:
            flush_folder(folder)

    def close(self) -> None:
        """Let go of the folder."""
        if self._folder >= 0:
            os.close(self._folder)
            self._folder = -1


def flush(descriptor: int) -> None:
    """Flush one open file down to the disk."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415  (does not exist on Windows)

        with suppress(OSError):
            fcntl.fcntl(descriptor, MACOS_FULL_SYNC)
            return
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder; Windows neither can nor needs to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _has_syncfs() -> bool:
    if sys.platform != "linux":
        return False
    found = re.match(r"(\d+)\.(\d+)", os.uname().release)
    return found is not None and (int(found[1]), int(found[2])) >= _OLDEST_HONEST_KERNEL


def _syncfs(descriptor: int) -> None:
    import ctypes  # noqa: PLC0415  (takes longer to load than the rest of the library, only needed here)

    library = ctypes.CDLL(None, use_errno=True)
    if library.syncfs(descriptor) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
