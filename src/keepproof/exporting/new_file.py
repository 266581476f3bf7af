"""Write a large file whole or not at all: beside its place, checked there, then moved."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.exporting.writing import expect_outside, problem


@contextmanager
def neighbour(target: Path, needed: int) -> Iterator[Path]:
    """Give the place of a temporary file beside the target; it takes the target's place when all went well.

    What a killed export left there is removed first. KnownErrors export.inside_library, export.full, export.too_large,
    export.failed.
    """
    mark = hashlib.sha256(target.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    part = target.with_name(f".keepproof-{mark}.part")
    try:
        expect_outside(target)
        with suppress(FileNotFoundError):
            part.unlink()
        if shutil.disk_usage(target.parent).free < needed:
            raise KnownError("export.full", path=target.name)
        yield part
        part.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise problem(error, target) from error
    finally:
        with suppress(OSError):
            part.unlink()


def forget_cached(path: Path) -> None:
    """Ask the system to read a file from the disk again, so that a check sees what stands there."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError), path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _settle(folder: Path) -> None:
    """Make the new name safe against a power cut, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
