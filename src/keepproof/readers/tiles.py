"""Cut a long picture into tiles and put together what was seen in them: no line lost, none twice.

Neighbouring tiles overlap by more than the height of a line, so a line stands whole in at least one of them. Lines along
the long side of a picture are longer than that; their halves are put together again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Four corners: left top, right top, right bottom, left bottom of the text, which may be slanted."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

EDGE = 4.0  # a box that ends so near to a cut was cut there
SAME = 0.6  # of the smaller of two boxes lies in the other


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a picture along its long side, from `start` to `end`."""

    start: int
    end: int


def cut(length: int, tile: int, overlap: int) -> list[Tile]:
    """Cut a length into tiles of about the same size, none longer than `tile`."""
    if length <= tile:
        return [Tile(0, length)]
    count = -(-(length - overlap) // (tile - overlap))
    step = (length - overlap) / count
    return [
        Tile(round(at * step), min(length, round((at + 1) * step) + overlap)) for at in range(count)
    ]


def bounds(quad: Quad) -> Box:
    """Return the upright rectangle around four corners."""
    across, down = [x for x, _ in quad], [y for _, y in quad]
    return min(across), min(down), max(across), max(down)


def joined(parts: Sequence[tuple[Tile, Sequence[Quad]]], *, tall: bool) -> list[Quad]:
    """Put together what was seen in tiles, in coordinates of the whole picture.

    `tall` says that the tiles lie one below the other, not side by side.
    """
    kept: list[tuple[Quad, bool]] = []
    before: list[tuple[Quad, bool]] = []
    last = len(parts) - 1
    for place, (tile, quads) in enumerate(parts):
        here: list[tuple[Quad, bool]] = []
        for quad in quads:
            low, high = _along(bounds(quad), tall=tall)
            cut_off = (place > 0 and low - tile.start <= EDGE) or (
                place < last and tile.end - high <= EDGE
            )
            here.append((quad, cut_off))
        kept += _first_of(before, here)
        before = here
    return [quad for quad, _ in [*kept, *before]]


def _first_of(
    before: Sequence[tuple[Quad, bool]], here: list[tuple[Quad, bool]]
) -> Iterator[tuple[Quad, bool]]:
    """Give what the earlier tile alone has; what both have stays in `here`, in its better form."""
    for quad, cut_off in before:
        place = _same(quad, cut_off, here)
        if place is None:
            yield quad, cut_off
        else:
            here[place] = _better((quad, cut_off), here[place])


def _same(quad: Quad, cut_off: bool, others: Sequence[tuple[Quad, bool]]) -> int | None:
    """Find the same text in the next tile; what was cut off there need only touch it."""
    box = bounds(quad)
    best, chosen = 0.0, None
    for place, (other, other_cut) in enumerate(others):
        share = _share(box, bounds(other))
        touches = (cut_off or other_cut) and _in_line(box, bounds(other))
        if share > best and (share >= SAME or touches):
            best, chosen = share, place
    return chosen


def _better(one: tuple[Quad, bool], other: tuple[Quad, bool]) -> tuple[Quad, bool]:
    if one[1] != other[1]:
        return other if one[1] else one
    if not one[1]:
        return one if _area(bounds(one[0])) >= _area(bounds(other[0])) else other
    left, top, right, bottom = _around(bounds(one[0]), bounds(other[0]))
    return ((left, top), (right, top), (right, bottom), (left, bottom)), other[1]


def _along(box: Box, *, tall: bool) -> tuple[float, float]:
    return (box[1], box[3]) if tall else (box[0], box[2])


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _share(one: Box, other: Box) -> float:
    """Say how much of the smaller box lies in the other."""
    common = (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
    smaller = min(_area(one), _area(other))
    if smaller <= 0 or common[2] <= common[0] or common[3] <= common[1]:
        return 0.0
    return _area(common) / smaller


def _in_line(one: Box, other: Box) -> bool:
    """Say whether two cut pieces overlap across most of their height, or of their width."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across >= SAME * min(one[2] - one[0], other[2] - other[0]) or down >= SAME * min(
        one[3] - one[1], other[3] - other[1]
    )
