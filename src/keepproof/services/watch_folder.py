"""New screenshots in a folder the user chose: found when they are finished, each offered once; the folder is only read."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from keepproof.whole_file import write_whole

PICTURES = frozenset(
    (
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".heic",
        ".heif",
        ".avif",
        ".gif",
        ".bmp",
        ".tif",
        ".tiff",
    )
)
RECORDINGS = frozenset((".mp4", ".mov", ".mkv", ".webm"))
UNFINISHED = (".part", ".crdownload", ".download", ".tmp", ".partial")
MOST = 50_000
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)

Mark = tuple[int, int]
"""Size and time of change (ns): a file with another mark is another picture."""


@dataclass(frozen=True, slots=True)
class Look:
    """The pictures and recordings of a folder at one moment."""

    folder: Path
    files: Mapping[str, Mark]


def look(folder: Path) -> Look | None:
    """List the pictures and recordings in a folder, not in those below; None where it cannot be read now."""
    try:
        with os.scandir(folder) as entries:
            names = {one.name: one for one in entries}
    except (OSError, ValueError):  # a NUL in the name: no folder can have it
        return None
    found: dict[str, Mark] = {}
    for name, entry in names.items():
        mark = _mark(entry) if _wanted(name, names) else None
        if mark is not None:
            found[name] = mark
    return Look(folder, found)


class Seen:
    """What was offered before, by folder; kept in a small file, read tolerantly."""

    def __init__(self, file: Path) -> None:
        """Read the file; without one nothing was seen."""
        self._file = file
        self._folders = _read(file)

    def knows(self, folder: Path) -> bool:
        """Say whether a folder was looked at before."""
        return str(folder) in self._folders

    def fresh(self, before: Look | None, now: Look) -> tuple[list[str], bool]:
        """Name what is new and finished, the oldest first, and say whether something is still being written.

        Finished is what looked the same a while ago, in the look `before`.
        """
        known = self._folders.get(str(now.folder), {})
        new = {name: mark for name, mark in now.files.items() if known.get(name) != mark}
        last = before.files if before is not None and before.folder == now.folder else {}
        done = [name for name, mark in new.items() if last.get(name) == mark]
        done.sort(key=lambda name: (new[name][1], name))
        return done, len(done) < len(new)

    def settle(self, now: Look, names: Iterable[str] | None = None) -> None:
        """Note that files were offered and decided on, all of them without names; raises OSError.

        What is no longer there is forgotten, unless nothing known is there: then the disk may only be another one.
        """
        key = str(now.folder)
        known = self._folders.get(key, {})
        if known.keys() & now.files.keys():
            known = {name: mark for name, mark in known.items() if name in now.files}
        chosen = now.files if names is None else set(names)
        known |= {name: now.files[name] for name in chosen if name in now.files}
        self._folders[key] = dict(list(known.items())[-MOST:])
        self._file.parent.mkdir(parents=True, exist_ok=True)
        # Escapes keep even names that are no text.
        write_whole(self._file, json.dumps({key: self._folders[key]}).encode())


def _wanted(name: str, names: Mapping[str, object]) -> bool:
    if name.startswith((".", "~")):
        return False
    if os.path.splitext(name)[1].lower() not in PICTURES | RECORDINGS:  # noqa: PTH122 - any text
        return False
    return not any(f"{name}{end}" in names for end in UNFINISHED)


def _mark(entry: os.DirEntry[str]) -> Mark | None:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode) or found.st_size == 0:
        return None
    if getattr(found, "st_file_attributes", 0) & _HIDDEN:
        return None
    return found.st_size, found.st_mtime_ns


def _read(file: Path) -> dict[str, dict[str, Mark]]:
    try:
        raw = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(raw, dict):
        return {}
    return {
        folder: {name: (mark[0], mark[1]) for name, mark in files.items() if _is_mark(mark)}
        for folder, files in raw.items()
        if isinstance(files, dict)
    }


def _is_mark(mark: object) -> bool:
    return isinstance(mark, list) and len(mark) == 2 and all(type(one) is int for one in mark)
