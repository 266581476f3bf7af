"""The libraries that were opened before, the last one first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from keepproof.errors import KnownError

MOST = 12


@dataclass(frozen=True, slots=True)
class KnownLibrary:
    """A library opened before; `missing` where there is none now, perhaps for want of its disk."""

    folder: Path
    missing: bool


def remember(folders: Sequence[str], folder: Path) -> list[str]:
    """Put a folder at the front of those opened before."""
    new = str(folder)
    return [new, *(one for one in cleaned(folders) if one != new)][:MOST]


def forget(folders: Sequence[str], folder: Path) -> list[str]:
    """Take a folder out of those opened before; the folder itself stays as it is."""
    return [one for one in cleaned(folders) if one != str(folder)]


def cleaned(folders: Sequence[object]) -> list[str]:
    """Give the folders of a settings file, whatever else stands in it."""
    return [one for one in folders if isinstance(one, str) and one]


def look(folders: Sequence[str]) -> tuple[KnownLibrary, ...]:
    """Look which of them are there now."""
    return tuple(KnownLibrary(Path(one), _missing(Path(one))) for one in cleaned(folders))


def expect_place(folder: Path) -> bool:
    """Say whether a folder holds a library; False where one may be made there.

    KnownErrors library.folder_in_use, and of the disk.
    """
    state = _state(folder)
    if state == "in_use":
        raise KnownError("library.folder_in_use", folder=folder)
    return state == "library"


def _missing(folder: Path) -> bool:
    try:
        return _state(folder) != "library"
    except KnownError:
        return True


def _state(folder: Path) -> str:
    from keepproof.library.backups import restoring  # noqa: PLC0415 - the window starts without it

    return restoring.look(folder).state
