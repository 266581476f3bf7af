"""Split a text into chat messages at the borders of its statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from keepproof.composing.cleaning import is_border, splits_character
from keepproof.composing.counting import characters
from keepproof.domain.complaint import Span

_CITATION = re.compile(r"（[^（）]*）|\([^()]*\)|《[^》]*》[^，。；,;]*")
_MARKS = re.compile(r"[，。；！？、,;.!?\s]")
_FULL_ENOUGH = 0.7


def split(text: str, spans: Sequence[Span], limit: int | None) -> tuple[str, ...]:
    """Split a text into messages of at most `limit` characters, “(1/3) ” included."""
    if limit is None or characters(text) <= limit:
        return (text,) if text else ()
    digits = 1
    while True:
        room = max(1, limit - len("(/) ") - 2 * digits)
        chunks = _chunks(text, spans, room)
        if len(str(len(chunks))) <= digits:
            break
        digits += 1
    return tuple(f"({at}/{len(chunks)}) {one}" for at, one in enumerate(chunks, 1))


def _chunks(text: str, spans: Sequence[Span], room: int) -> list[str]:
    breaks = [found.end() for found in re.finditer(r"\n+", text)]
    borders = _borders(text, spans)
    chunks: list[str] = []
    start = 0
    while start < len(text):
        end = _end(text, start, room, breaks, borders)
        if chunk := text[start:end].strip():
            chunks.append(chunk)
        start = end
    return chunks


def _end(text: str, start: int, room: int, breaks: Sequence[int], borders: Sequence[int]) -> int:
    """Choose where a message ends: behind a line, behind a statement, or at worst inside one."""
    if characters(text[start:].rstrip()) <= room:
        return len(text)

    def last(places: Sequence[int]) -> int:
        fitting = [
            at for at in places if at > start and characters(text[start:at].rstrip()) <= room
        ]
        return fitting[-1] if fitting else start

    line, statement = last(breaks), last(borders)
    if line - start >= room * _FULL_ENOUGH or line >= statement > start:
        return line
    return statement if statement > start else _inside(text, start, start + room)


def _borders(text: str, spans: Sequence[Span]) -> list[int]:
    """List where a statement begins right behind another one, with only marks between them."""
    found = []
    for before, after in pairwise(spans):
        between = text[before.end : after.start]
        if between and not re.sub(_MARKS, "", between):
            found.append(after.start)
    return found


def _inside(text: str, start: int, end: int) -> int:
    """Divide a statement that is too long alone: behind a mark if there is one near, never in a figure."""
    closed = [(one.start(), one.end()) for one in _CITATION.finditer(text, start)]
    allowed = [
        at
        for at in range(end, start, -1)
        if is_border(text, at) and not any(a < at < b for a, b in closed if b - a < end - start)
    ]
    marked = [at for at in allowed if _MARKS.match(text[at - 1]) and at - start > (end - start) / 2]
    if marked:
        return marked[0]
    return allowed[0] if allowed else _whole_character(text, start, end)


def _whole_character(text: str, start: int, end: int) -> int:
    """Divide between two visible characters when words and figures leave no other way."""
    while end > start + 1 and splits_character(text, end):
        end -= 1
    return end
