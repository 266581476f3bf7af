"""Write what goes out, whole or not at all, with words for what went wrong."""

from __future__ import annotations

import errno
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.paths import CATALOG
from keepproof.whole_file import write_whole

FULL = {errno.ENOSPC, errno.EDQUOT}


def export_whole(path: Path, data: bytes) -> Path:
    """Write beside the place and move it there; KnownErrors export.inside_library, export.full, export.failed."""
    try:
        expect_outside(path)
        write_whole(path, data)
    except OSError as error:
        code = "export.full" if error.errno in FULL else "export.failed"
        raise KnownError(code, path=path.name) from error
    return path


def expect_outside(path: Path) -> None:
    """Keep what goes out away from originals: KnownError export.inside_library in the folder of any library."""
    if any((folder / CATALOG).exists() for folder in path.resolve().parents):
        raise KnownError("export.inside_library", path=path.name)
