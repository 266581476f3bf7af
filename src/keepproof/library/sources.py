"""Find the files behind the paths a user gave: folders all the way down, junk named and left."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from keepproof.library.incoming import Refused

_JUNK = {".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", ".directory", ".localized"}
_JUNK_FOLDERS = {"__macosx", "$recycle.bin", ".trashes", ".spotlight-v100"}


def find(paths: Sequence[Path], library_folder: Path) -> Iterator[tuple[Path, bool] | Refused]:
    """List files as (path, given by the user herself), sorted within folders, and what is left out and why.

    Links inside folders are not followed, so that no folder can lead out of itself or back into itself.
    """
    own = library_folder.resolve()
    for path in paths:
        try:
            mode = path.stat().st_mode
            inside = _inside(path, own)
        except (OSError, ValueError):
            # Let the copying say what is wrong: it knows the reasons.
            yield path, True
            continue
        if inside:
            yield Refused(path, "keep.inside_library")
        elif stat.S_ISDIR(mode):
            yield from _folder(path, own)
        else:
            yield path, True


def _folder(folder: Path, own: Path) -> Iterator[tuple[Path, bool] | Refused]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield Refused(folder, "keep.unreadable")
        return
    if not found:
        yield Refused(folder, "keep.empty_folder")
    for entry in found:
        path = Path(entry.path)
        name = entry.name.casefold()
        if entry.is_symlink():
            yield Refused(path, "keep.link")
        elif entry.is_dir(follow_symlinks=False):
            if name in _JUNK_FOLDERS:
                yield Refused(path, "keep.junk")
            elif _inside(path, own):
                yield Refused(path, "keep.inside_library")
            else:
                yield from _folder(path, own)
        elif name in _JUNK or name.startswith("._"):
            yield Refused(path, "keep.junk")
        else:
            yield path, False


def _inside(path: Path, own: Path) -> bool:
    return path.resolve().is_relative_to(own)
