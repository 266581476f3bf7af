"""Who has to prove what, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from keepproof.knowledge.text import Text


@dataclass(frozen=True, slots=True)
class Burden:
    """What the buyer brings, what the seller then has to show, and what confirming receipt changes.

    `rules` are ids of rules, the first the one it rests on most.
    """

    buyer: Text
    seller: Text
    confirmed: Text
    rules: tuple[str, ...]
