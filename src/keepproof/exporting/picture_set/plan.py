"""Decide which picture goes out as what: alone, in parts, or with others on one sheet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from keepproof import messages
from keepproof.domain.file_names import safe_name
from keepproof.errors import KnownError

USUAL_BYTES = 2000 * 1024
"""What one picture may have where a channel does not say: our own cautious figure, no rule of anybody."""
LONG = 3.0  # so many times taller than wide a screenshot is cut
PART = 2.2  # the height of a part, in widths: that of a phone's screen
MOST_PARTS = 60
MOST_ON_A_SHEET = 6
NAMES_ON_A_SHEET = 4
JPEG, PNG = ".jpg", ".png"


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """What a channel takes: how many pictures, bytes of each, endings ("jpg", "png"); None or () is not known."""

    count: int | None = None
    bytes: int | None = None
    formats: tuple[str, ...] = ()

    @property
    def most_bytes(self) -> int:
        """Give the bytes a picture may have."""
        return USUAL_BYTES if self.bytes is None else self.bytes

    @property
    def suffix(self) -> str:
        """Choose the ending to write; KnownError pictures.no_format where neither JPEG nor PNG is taken."""
        taken = {one.lower().lstrip(".") for one in self.formats}
        if not taken or taken & {"jpg", "jpeg"}:
            return JPEG
        if "png" in taken:
            return PNG
        raise KnownError("pictures.no_format", formats=", ".join(self.formats))


@dataclass(frozen=True, slots=True)
class Source:
    """One picture to send: its number and name in the complaint, its file, its size as shown (0 not known).

    `redacted` says that the file is the redacted copy.
    """

    number: int
    name: str
    path: Path
    width: int = 0
    height: int = 0
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """A whole picture, or one of its parts, counted from 1."""

    source: Source
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Upload:
    """One picture that goes out, with one tile or, as a sheet, several."""

    file_name: str
    tiles: tuple[Tile, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """List the evidence numbers on it."""
        return tuple(dict.fromkeys(one.source.number for one in self.tiles))

    @property
    def redacted(self) -> tuple[int, ...]:
        """List the evidence numbers on it that are redacted copies."""
        shown = (one.source.number for one in self.tiles if one.source.redacted)
        return tuple(dict.fromkeys(shown))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of evidence, or parts of one, that does not go out; `code` names the reason in words of pictures.*."""

    number: int
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class PicturePlan:
    """What goes out, what does not and why, under which limits."""

    uploads: tuple[Upload, ...]
    left_out: tuple[LeftOut, ...]
    limits: PictureLimits
    lang: str


def plan(
    sources: Sequence[Source],
    left_out: Sequence[LeftOut],
    limits: PictureLimits,
    lang: str,
) -> PicturePlan:
    """Share pictures out, in the order given; only where they are too many they go on sheets.

    KnownError pictures.no_format.
    """
    suffix = limits.suffix
    tiles = [tile for one in sources for tile in _tiles(one)]
    groups, rest = _grouped(tiles, limits.count)
    uploads: list[Upload] = []
    for group in groups:
        sheets = sum(len(one.tiles) > 1 for one in uploads)
        uploads.append(Upload(_file_name(group, sheets + 1, suffix, lang), tuple(group)))
    lost = dict.fromkeys((one.source.number, one.source.name) for one in rest)
    dropped = [LeftOut(number, name, "pictures.count") for number, name in lost]
    return PicturePlan(tuple(uploads), (*left_out, *dropped), limits, lang)


def parts_of(width: int, height: int) -> int:
    """Say in how many parts a picture is cut so that it stays readable."""
    if width <= 0 or height <= LONG * width:
        return 1
    return min(MOST_PARTS, math.ceil(height / (PART * width)))


def _tiles(source: Source) -> list[Tile]:
    parts = parts_of(source.width, source.height)
    return [Tile(source, part, parts) for part in range(1, parts + 1)]


def _grouped(tiles: Sequence[Tile], count: int | None) -> tuple[list[list[Tile]], Sequence[Tile]]:
    """Share tiles out over at most `count` pictures; what would make them unreadable is left over."""
    if count is None or len(tiles) <= count:
        return [[one] for one in tiles], ()
    taken, rest = tiles[: count * MOST_ON_A_SHEET], tiles[count * MOST_ON_A_SHEET :]
    groups: list[list[Tile]] = []
    at = 0
    for place in range(count):
        size = (len(taken) + place) // count
        groups.append(list(taken[at : at + size]))
        at += size
    return [one for one in groups if one], rest


def _file_name(group: Sequence[Tile], sheet: int, suffix: str, lang: str) -> str:
    first = group[0]
    if len(group) == 1:
        digits = len(str(first.parts))
        part = f"-{first.part:0{digits}}" if first.parts > 1 else ""
        return safe_name(f"E{first.source.number}{part}", first.source.name, suffix)
    numbers = list(dict.fromkeys(one.source.number for one in group))
    shown = [f"E{one}" for one in numbers]
    words = "_".join(shown) if len(shown) <= NAMES_ON_A_SHEET else f"{shown[0]}-{shown[-1]}"
    return safe_name(messages.say("pictures.sheet", lang, {"number": sheet}), words, suffix)
