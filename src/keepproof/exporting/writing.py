"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from keepproof.errors import KnownError

FULL = {errno.ENOSPC, errno.EDQUOT}


def write_whole(path: Path, data: bytes) -> Path:
    """Write beside the place and move it there; KnownError export.full, export.failed."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".keepproof-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        code = "export.full" if error.errno in FULL else "export.failed"
        raise KnownError(code, path=path.name) from error
    return path
