"""Count a text as a channel counts it."""

from __future__ import annotations

from keepproof.domain.complaint import Counters


def count(text: str, encoding: str) -> tuple[int, int]:
    """Give the characters without line breaks, and the bytes in an encoding."""
    return len(text) - text.count("\n"), len(text.encode(encoding, "replace"))


def counters(text: str, encoding: str, messages: int, pictures: int) -> Counters:
    """Give the live counters of a text."""
    characters, size = count(text, encoding)
    return Counters(characters, size, messages, pictures)
