"""What can go wrong with a disk, as known errors and reason codes."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from keepproof.errors import KnownError

MARGIN = 32 * 1024 * 1024  # left free for the catalogue and for the system itself

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def writing_code(error: OSError) -> str:
    """Name why writing into the library failed."""
    if error.errno in _FULL:
        return "library.full"
    if error.errno in _FORBIDDEN:
        return "library.no_permission"
    return "library.disk_error"


@contextmanager
def disk_errors(folder: Path | None = None) -> Iterator[None]:
    """Turn failures of the library's own disk into known errors."""
    try:
        yield
    except OSError as error:
        raise KnownError(
            writing_code(error), folder=folder or error.filename or "", detail=error.strerror or ""
        ) from error


def free_bytes(folder: Path) -> int:
    """Say how much may still be written below a folder."""
    return max(0, shutil.disk_usage(folder).free - MARGIN)
