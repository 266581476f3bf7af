"""The order in which a person reads the lines of a picture: row by row, each from the left."""

from __future__ import annotations

from collections.abc import Sequence

from keepproof.domain.reading import ReadLine

Box = tuple[int, int, int, int]
LEVEL = 0.5  # of the lower of two lines stands beside the other
GAP = "  "


def rows(boxes: Sequence[Box]) -> list[list[int]]:
    """Group boxes (left, top, right, bottom) into rows from the top; each row holds places in `boxes`."""
    found: list[list[int]] = []
    for place in sorted(range(len(boxes)), key=lambda at: boxes[at][1] + boxes[at][3]):
        row = next((one for one in found[-3:] if _level(boxes[one[-1]], boxes[place])), None)
        if row is None:
            found.append([place])
        else:
            row.append(place)
    for row in found:
        row.sort(key=lambda at: boxes[at][0])
    return found


def text_of(lines: Sequence[ReadLine]) -> str:
    """Write lines that are in reading order as text: what stands side by side in one line."""
    return "\n".join(GAP.join(line.text for line in row) for row in side_by_side(lines))


def side_by_side(lines: Sequence[ReadLine]) -> list[list[ReadLine]]:
    """Group lines that are in reading order as `text_of` writes them: one group for each line of text."""
    found: list[list[ReadLine]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        if before is not None and _beside(before, line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _beside(before: ReadLine, line: ReadLine) -> bool:
    if before.page != line.page or before.box is None or line.box is None:
        return False
    touching = before.box[2] - (before.box[3] - before.box[1])
    return line.box[0] >= touching and _level(before.box, line.box)


def _level(one: Box, other: Box) -> bool:
    """Say whether two boxes stand side by side; a tall one is beside nothing that is much lower."""
    common = min(one[3], other[3]) - max(one[1], other[1])
    low, high = sorted((one[3] - one[1], other[3] - other[1]))
    return low > 0 and common >= LEVEL * low and high <= 2.5 * low
