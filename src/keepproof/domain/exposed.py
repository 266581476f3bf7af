"""Pictures that show private data and have no redacted copy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exposed:
    """A picture by its number in the order, and what was read in it: phone, id, card, email, address, name, nick."""

    number: int
    kinds: tuple[str, ...]
