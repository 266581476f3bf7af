"""Read the text in a picture. Runs only in a child process of the sandbox, which it makes step back behind all others."""

from __future__ import annotations

from pathlib import Path

from keepproof.domain.reading import ReadLine
from keepproof.errors import KnownError
from keepproof.readers.chat_shot import is_chat
from keepproof.readers.facts import Limits
from keepproof.readers.image import pages
from keepproof.readers.pixels import on_ground
from keepproof.readers.reading import Found
from keepproof.readers.recognition import Line, recognise
from keepproof.readers.rows import Box, rows, text_of
from keepproof.readers.screenshot_kind import kind_of
from keepproof.readers.tiles import Quad, bounds

LIMITS = Limits(pixels=120_000_000)
PAGES = 20


def read_picture(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read a picture: its lines in reading order, with boxes in pixels of the picture turned upright.

    Raises KnownError readers.picture_too_large, readers.image_broken, readers.packages_missing.
    """
    del untrusted_name, media_type  # the content tells
    lines: list[ReadLine] = []
    sizes: list[tuple[int, int]] = []
    try:
        for page, image in enumerate(pages(path, PAGES, LIMITS)):
            sizes.append(image.size)
            lines += _in_order(recognise(on_ground(image)), page)
    except KnownError as error:
        if error.code == "readers.image_too_large":
            raise KnownError("readers.picture_too_large") from error
        raise
    facts = {"width": str(sizes[0][0]), "height": str(sizes[0][1])}
    text = text_of(lines)
    kind = "chat" if is_chat(lines, sizes[0][0]) else kind_of(text)
    return Found("picture", text, tuple(lines), kind, facts=facts)


def _in_order(lines: list[Line], page: int) -> list[ReadLine]:
    """Bring lines into the order in which they are read, also where the whole picture lies on its side."""
    boxes = [_turned(line.quad, line.turn) for line in lines]
    order = [place for row in rows(boxes) for place in row]
    return [
        ReadLine(line.text, _whole(line.quad), page, round(line.score, 3))
        for line in (lines[place] for place in order)
    ]


def _turned(quad: Quad, turn: int) -> Box:
    """Give the box as it would be in the picture turned (clockwise) until its text stands upright."""
    left, top, right, bottom = _whole(quad)
    if turn == 90:
        return -bottom, left, -top, right
    if turn == 180:
        return -right, -bottom, -left, -top
    if turn == 270:
        return top, -right, bottom, -left
    return left, top, right, bottom


def _whole(quad: Quad) -> Box:
    left, top, right, bottom = bounds(quad)
    return round(left), round(top), round(right), round(bottom)
