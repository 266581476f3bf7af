"""Redaction: boxes filled on a copy of a picture, and how the copy remembers and stands in for its original."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from keepproof.domain.evidence import Evidence, FiledEvidence
from keepproof.domain.reading import ReadLine

ORIGIN = "redacted"
FACT = "redaction_boxes"
ABOVE = 0.15  # of the height of a line: so much more is covered above and below it
# Of its height, and of its width: letters are not all as wide as they are counted.
ASIDE, SHARE = 0.35, 0.02
UPRIGHT = 1.5  # a line so much taller than wide was written from top to bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines of blocks a picture was packed in: every `step` pixels, one of them at `x` and one at `y`.

    Of a block something may show in the `beyond` pixels next to it.
    """

    step: int
    x: int = 0
    y: int = 0
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the upright picture."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Give the first column right of the box."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Give the first row below the box."""
        return self.top + self.height

    @property
    def edges(self) -> tuple[int, int, int, int]:
        """Give left, top, right, bottom."""
        return self.left, self.top, self.right, self.bottom

    def within(self, width: int, height: int) -> Box | None:
        """Give the part that lies in a picture of this size; None where there is none."""
        left, top = max(0, self.left), max(0, self.top)
        right, bottom = min(width, self.right), min(height, self.bottom)
        return from_edges(left, top, right, bottom) if left < right and top < bottom else None

    def grown(self, grid: Grid, width: int, height: int) -> Box:
        """Grow the box, which lies in a picture of this size, to the next lines of a grid or the picture's edge."""
        left = self.left - (self.left - grid.x) % grid.step - grid.beyond
        top = self.top - (self.top - grid.y) % grid.step - grid.beyond
        right = self.right + (grid.x - self.right) % grid.step + grid.beyond
        bottom = self.bottom + (grid.y - self.bottom) % grid.step + grid.beyond
        return from_edges(max(0, left), max(0, top), min(width, right), min(height, bottom))


def from_edges(left: int, top: int, right: int, bottom: int) -> Box:
    """Make a box of two opposite corners, given in any order."""
    return Box(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))


def filled(
    boxes: Iterable[Box], size: tuple[int, int], grids: Sequence[Grid] = ()
) -> tuple[Box, ...]:
    """Give the boxes as they are filled in a picture of this size: inside it, and to the lines of each grid."""
    found: dict[Box, None] = {}
    for box in boxes:
        one = box.within(*size)
        for grid in grids:
            one = one and one.grown(grid, *size)
        if one is not None:
            found[one] = None
    return tuple(found)


def part_of(line: ReadLine, start: int, end: int) -> Box | None:
    """Give the box of characters start to end of a line, with a margin; None where the line has no place.

    The characters of a line are not placed one by one: each has the width that is usual for its kind.
    """
    if line.box is None or not line.text:
        return None
    left, top, right, bottom = line.box
    width, height = right - left, bottom - top
    above = round(min(width, height) * ABOVE) + 1
    low, high = left, right
    if height < UPRIGHT * width:
        widths = [_width(one) for one in line.text]
        each = width / sum(widths)
        aside = height * ASIDE + width * SHARE
        low = max(low, round(left + each * sum(widths[:start]) - aside))
        high = min(high, round(left + each * sum(widths[:end]) + aside))
    return from_edges(low - above, top - above, high + above, bottom + above)


def _width(letter: str) -> float:
    """Give the usual width of a letter, in parts of a Chinese one."""
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter.isspace() or letter in ".,:;'|!iIl-()":
        return 0.3
    return 0.65 if letter.isupper() or letter in "@mwMW%" else 0.55


def as_text(boxes: Iterable[Box]) -> str:
    """Write boxes as left,top,width,height, with blanks between them."""
    return " ".join(f"{one.left},{one.top},{one.width},{one.height}" for one in boxes)


def from_text(text: str) -> tuple[Box, ...]:
    """Read boxes as `as_text` writes them; what is no box is left out."""
    found = []
    for part in text.split():
        numbers = part.split(",")
        if len(numbers) == 4 and all(one.isdecimal() and len(one) < 8 for one in numbers):
            found.append(Box(*map(int, numbers)))
    return tuple(one for one in found if one.width and one.height)


def boxes_of(copy: Evidence) -> tuple[Box, ...]:
    """Give the boxes a redacted copy was made with."""
    return from_text(copy.facts.get(FACT, ""))


def is_copy(item: Evidence) -> bool:
    """Say whether an item is the redacted copy of another."""
    return item.origin == ORIGIN and item.derived_from is not None


def copies(filed: Sequence[FiledEvidence]) -> Mapping[str, FiledEvidence]:
    """Give the newest whole redacted copy among these items, by the id of its original."""
    found: dict[str, FiledEvidence] = {}
    for one in sorted(filed, key=_kept_at):
        item = one.evidence
        if is_copy(item) and item.state == "kept" and not item.broken:
            found[item.derived_from or ""] = one
    return found


def without_copies(filed: Sequence[FiledEvidence]) -> tuple[FiledEvidence, ...]:
    """Leave out copies whose original is there as well: both are one piece of proof."""
    ids = {one.evidence.id for one in filed}
    return tuple(
        one for one in filed if not (is_copy(one.evidence) and one.evidence.derived_from in ids)
    )


def _kept_at(filed: FiledEvidence) -> tuple[float, int]:
    imported = filed.evidence.times.imported
    return imported.at.timestamp() if imported is not None else 0.0, filed.number or 0
