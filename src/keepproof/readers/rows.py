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
    written: list[str] = []
    before: ReadLine | None = None
    for line in lines:
        beside = (
            before is not None
            and before.page == line.page
            and before.box is not None
            and line.box is not None
            and line.box[0] >= before.box[2] - (before.box[3] - before.box[1])
            and _level(before.box, line.box)
        )
        if beside:
            written[-1] += GAP + line.text
        else:
            written.append(line.text)
        before = line
    return "\n".join(written)


def _level(one: Box, other: Box) -> bool:
    """Say whether two boxes stand side by side; a tall one is beside nothing that is much lower."""
    common = min(one[3], other[3]) - max(one[1], other[1])
    low, high = sorted((one[3] - one[1], other[3] - other[1]))
    return low > 0 and common >= LEVEL * low and high <= 2.5 * low
