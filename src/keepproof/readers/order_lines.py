"""Prepare a pasted text for reading: lines as they stand, and a plain twin of the same length."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_TEXT = 400_000
MOST_LINES = 10_000

# Marks without width (bidi, zero width, soft hyphens) that pages put between digits and words.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)
_PLAIN = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys([*range(0x2000, 0x200B), 0xA0, 0x1680, 0x202F, 0x205F, 0x3000], " "),
    **dict.fromkeys([*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x2029], " "),
    **dict.fromkeys(map(ord, "﹕∶︰"), ":"),
    **dict.fromkeys(map(ord, "−–—‒―﹣"), "-"),
    **dict.fromkeys(map(ord, "×✕✖╳✗⨯"), "x"),
    **dict.fromkeys(map(ord, "›〉》≻"), ">"),
    ord("￥"): "¥",
    ord("；"): ";",
    ord("₂"): "2",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one cell of it.

    `number` counts from 1. `text` is exact but for marks without width; `plain` has the same length
    with full-width signs, odd spaces and signs of multiplication made plain.
    """

    number: int
    text: str
    plain: str

    def cells(self) -> list[Line]:
        """Split the line at its tabs, as tables are copied; empty cells are left out."""
        if "\t" not in self.plain:
            return [self]
        spans = [match.span() for match in re.finditer(r"[^\t]+", self.plain)]
        cells = (Line(self.number, self.text[a:b], self.plain[a:b]) for a, b in spans)
        return [cell for cell in cells if cell.plain.strip()]


def lines_of(text: str) -> list[Line]:
    """Cut a text into lines; what is beyond any order page is left out."""
    text = text[:LONGEST_TEXT].replace("\r\n", "\n").replace("\r", "\n")
    seen = _INVISIBLE.sub("", text).split("\n", MOST_LINES)[:MOST_LINES]
    return [Line(number, line, line.translate(_PLAIN)) for number, line in enumerate(seen, 1)]
