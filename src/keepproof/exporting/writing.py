"""Write what goes out, whole or not at all, with words for what went wrong."""

from __future__ import annotations

import errno
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.paths import CATALOG
from keepproof.whole_file import write_whole

_CODES = {
    errno.ENOSPC: "export.full",
    errno.EDQUOT: "export.full",
    errno.EFBIG: "export.too_large",
}


def export_whole(path: Path, data: bytes) -> Path:
    """Write beside the place and move it there; KnownErrors as in `problem`, and export.inside_library."""
    try:
        expect_outside(path)
        write_whole(path, data)
    except OSError as error:
        raise problem(error, path) from error
    return path


def problem(error: OSError, path: Path) -> KnownError:
    """Name what kept something from being written: export.full, export.too_large for the disk, export.failed."""
    return KnownError(_CODES.get(error.errno or 0, "export.failed"), path=path.name)


def expect_outside(path: Path) -> None:
    """Keep what goes out away from originals: KnownError export.inside_library in the folder of any library."""
    if any((folder / CATALOG).exists() for folder in path.resolve().parents):
        raise KnownError("export.inside_library", path=path.name)
