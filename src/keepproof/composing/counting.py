"""Count a text as a channel counts it."""

from __future__ import annotations

from keepproof.domain.complaint import Counters


def characters(text: str) -> int:
    """Count the characters without line breaks."""
    return len(text) - text.count("\n")


def count(text: str, encoding: str) -> tuple[int, int]:
    """Give the characters without line breaks, and the bytes in an encoding."""
    return characters(text), len(text.encode(encoding, "replace"))


def counters(text: str, encoding: str, messages: int, pictures: int) -> Counters:
    """Give the live counters of a text."""
    length, size = count(text, encoding)
    return Counters(length, size, messages, pictures)
