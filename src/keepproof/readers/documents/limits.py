"""How much of a document is read, and the times documents state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from keepproof.domain.reading import ReadLine
from keepproof.readers.encoding import shown
from keepproof.readers.reading import Found

MOST_BYTES = 128 * 1024 * 1024
MOST_CHARACTERS = 2_000_000
LONGEST_FACT = 500
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
CUT = "readers.document_cut"
BROKEN = "readers.document_broken"
LOCKED = "readers.document_locked"
TOO_LARGE = "readers.document_too_large"


def found(
    source: str,
    text: str,
    facts: Mapping[str, str],
    *,
    problem: str = "",
    lines: tuple[ReadLine, ...] = (),
) -> Found:
    """Put together what was found: the text no longer than it may be, facts on one line, empty ones left out."""
    if len(text) > MOST_CHARACTERS:
        text, problem = text[:MOST_CHARACTERS], problem or CUT
    short = {name: one_line(value) for name, value in facts.items()}
    return Found(
        source,
        text,
        lines,
        problem=problem,
        facts={name: value for name, value in short.items() if value},
    )


def one_line(text: str) -> str:
    """Write a foreign text on one line, safe to show and not too long."""
    return re.sub(r"\s+", " ", shown(text)).strip()[:LONGEST_FACT]


def moment(stated: str) -> str:
    """Return a stated moment as ISO 8601 with offset, "" where it is none or older than any such document.

    A moment without an offset is this computer's, since most documents a shopper has were made near her.
    """
    try:
        at = datetime.fromisoformat(stated)
        at = at if at.tzinfo is not None else at.astimezone()
        return at.isoformat() if at >= EARLIEST else ""
    except (ValueError, OverflowError, OSError):
        return ""
