"""A statement before it is worded: what it rests on, how it gives way, how to write it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from keepproof.composing.style import Style

Role = Literal["core", "law", "courtesy", "fact"]


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One statement of a complaint, not worded yet.

    `role` says how it gives way: law goes first, then courtesy, then facts of high rank; core stays. `write`
    gives the text in a style, citation included; "" means that the style leaves it out.
    """

    id: str
    part: str
    write: Callable[[Style], str]
    role: Role = "fact"
    rank: int = 5
    citations: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    edited: bool = False
    stale: bool = False

    @property
    def sacrifice(self) -> tuple[int, int]:
        """Order the statements by what is dropped first."""
        return {"law": 0, "courtesy": 1, "fact": 2, "core": 3}[self.role], -self.rank
