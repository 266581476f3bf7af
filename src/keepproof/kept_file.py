"""Open a file that is kept: no link is followed, nothing waits, and why it cannot be read has a name."""

from __future__ import annotations

import errno
import os
from io import FileIO
from pathlib import Path
from typing import Literal

Trouble = Literal["missing", "changed", "unreadable"]
"""`changed` is something else than a file at its place: a link, a folder, a pipe."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)
_NOT_THERE = {errno.ENOENT, errno.ENOTDIR}
_OTHER_THING = {errno.ELOOP, errno.EISDIR, errno.ENXIO}


def opened(path: Path) -> FileIO:
    """Open a file for reading; raises OSError."""
    handle = os.open(path, _FLAGS)
    try:
        return FileIO(handle)
    except OSError:  # a folder
        os.close(handle)
        raise


def trouble(error: OSError) -> Trouble:
    """Say what an error of opening or reading means."""
    if error.errno in _NOT_THERE:
        return "missing"
    return "changed" if error.errno in _OTHER_THING else "unreadable"
