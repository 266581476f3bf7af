"""Write the number over a picture, and lay several on one sheet.

Runs only in the child processes of the sandbox.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from keepproof.exporting.documents.fonts import FontFile

CELL = 900  # pixels of width of a picture on a sheet, at most
LEAST_CELL = 540  # below this a phone's screen cannot be read
GAP = 16
TALL = 2.6  # a cell is at most so many times taller than wide
HOLE = 0.5  # what an empty cell counts against a shape
SHAPE = 1.3  # height to width a sheet comes near to
LEAST_STRIP = 360  # pixels of width in which a caption can be read
LETTER = 26  # a picture's width holds about so many letters of its caption
SMALLEST, LARGEST = 18, 64
PAPER, INK = "#ffffff", "#1c1f23"
ELLIPSIS = "…"

Face = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True, slots=True)
class Captioned:
    """A picture and the words over it: in full, and in letters every font has."""

    image: Image.Image
    words: str
    plain: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Several pictures on one, side by side in `columns`."""

    image: Image.Image
    columns: int


def captioned(one: Captioned, font: FontFile | None) -> Image.Image:
    """Put a strip with the caption above a picture; nothing of it is covered, and a tiny one gets a ground."""
    width = max(one.image.width, LEAST_STRIP)
    size = max(SMALLEST, min(LARGEST, width // LETTER))
    face, words = _face(font, size), one.words if font else one.plain
    strip = round(size * 1.8)
    made = Image.new("RGB", (width, one.image.height + strip), PAPER)
    draw = ImageDraw.Draw(made)
    cut = _cut(draw, words, face, width - size)
    draw.text((size // 2, strip // 2), cut, INK, face, anchor="lm")
    made.paste(one.image, ((width - one.image.width) // 2, strip))
    return made


def lay(tiles: Sequence[Captioned], font: FontFile | None) -> Sheet:
    """Lay pictures on one sheet, row by row in their order, each with its caption."""
    cells = [captioned(Captioned(_in_cell(one.image), one.words, one.plain), font) for one in tiles]
    cell_width = max(one.width for one in cells)
    columns = _columns(cells, cell_width)
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    width = columns * cell_width + (columns + 1) * GAP
    heights = [max(one.height for one in row) for row in rows]
    made = Image.new("RGB", (width, sum(heights) + (len(rows) + 1) * GAP), PAPER)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for place, cell in enumerate(row):
            left = GAP + place * (cell_width + GAP) + (cell_width - cell.width) // 2
            made.paste(cell, (left, top))
        top += height + GAP
    return Sheet(made, columns)


def _in_cell(image: Image.Image) -> Image.Image:
    """Scale a picture into a cell; a small one is not blown up."""
    scale = min(1.0, CELL / image.width, CELL * TALL / image.height)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)


def _columns(cells: Sequence[Image.Image], width: int) -> int:
    """Choose the number of columns that makes the sheet neither a tower nor a band."""

    def shape(columns: int) -> float:
        rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
        height = sum(max(one.height for one in row) for row in rows)
        empty = len(rows) * columns - len(cells)
        return abs(math.log(height / (columns * width) / SHAPE)) + HOLE * empty / len(cells)

    return min(range(1, len(cells) + 1), key=shape)


def _face(font: FontFile | None, size: int) -> Face:
    if font is None:
        return ImageFont.load_default(size)
    return ImageFont.truetype(str(font.path), size, index=font.index)


def _cut(draw: ImageDraw.ImageDraw, words: str, face: Face, room: int) -> str:
    if draw.textlength(words, face) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if draw.textlength(words[:middle] + ELLIPSIS, face) <= room:
            low = middle
        else:
            high = middle - 1
    return words[:low].rstrip() + ELLIPSIS
