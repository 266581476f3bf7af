"""Find the files behind the paths a user gave: folders all the way down, junk named and left."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from os.path import samestat
from pathlib import Path

from keepproof.library.incoming import Refused

_JUNK = {".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db", ".directory", ".localized"}
_JUNK_FOLDERS = {"__macosx", "$recycle.bin", ".trashes", ".spotlight-v100"}
_FILE, _FOLDER = "file", "folder"


def find(paths: Sequence[Path], library_folder: Path) -> Iterator[tuple[Path, bool] | Refused]:
    """List files as (path, given by the user herself), sorted within folders, and what is left out and why.

    Links inside folders are not followed, so that no folder can lead out of itself or back into itself.
    """
    own = library_folder.resolve()
    for path in paths:
        try:
            mode = path.stat().st_mode
            inside = path.resolve().is_relative_to(own)
        except (OSError, ValueError):
            # Let the copying say what is wrong: it knows the reasons.
            yield path, True
            continue
        if inside:
            yield Refused(path, "keep.inside_library")
        elif stat.S_ISDIR(mode):
            yield from _folder(path, own.stat())
        elif _junk(path.name.casefold()):
            yield Refused(path, "keep.junk")
        else:
            yield path, True


def _folder(top: Path, own: os.stat_result) -> Iterator[tuple[Path, bool] | Refused]:
    # A stack of its own: folders may be nested deeper than calls may be.
    waiting = [(top, _FOLDER)]
    while waiting:
        path, what = waiting.pop()
        if what == _FOLDER:
            waiting.extend(reversed(_children(path, own)))
        elif what == _FILE:
            yield path, False
        else:
            yield Refused(path, what)


def _children(folder: Path, own: os.stat_result) -> list[tuple[Path, str]]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: _natural(entry.name))
            return [(Path(entry.path), _what(entry, own)) for entry in found] or [
                (folder, "keep.empty_folder")
            ]
    except OSError:
        return [(folder, "keep.unreadable")]


def _what(entry: os.DirEntry[str], own: os.stat_result) -> str:
    name = entry.name.casefold()
    if entry.is_symlink():
        return "keep.link"
    if not entry.is_dir(follow_symlinks=False):
        return "keep.junk" if _junk(name) else _FILE
    if name in _JUNK_FOLDERS:
        return "keep.junk"
    try:
        # No link is followed, so the library can only be entered by its own folder.
        return "keep.inside_library" if samestat(Path(entry.path).stat(), own) else _FOLDER
    except OSError:
        return "keep.unreadable"


def _junk(name: str) -> bool:
    return name in _JUNK or name.startswith("._")


def _natural(name: str) -> tuple[list[tuple[int, str]], str]:
    """Sort as people count: IMG_2 before IMG_10."""
    pieces = [
        (len(one.lstrip("0")), one.lstrip("0")) if one.isdecimal() else (0, one.casefold())
        for one in re.split(r"([0-9]+)", name)
    ]
    return pieces, name
