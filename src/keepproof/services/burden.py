"""Who has to prove what in a dispute, with the rules that say so where the order was placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.burden import Burden
    from keepproof.knowledge.rule import Rule


@dataclass(frozen=True, slots=True)
class BurdenView:
    """The words, and the rules that bind on the platform; without any the words are only a guide."""

    burden: Burden
    rules: tuple[Rule, ...]

    @property
    def binding(self) -> bool:
        """Say whether a rule that binds there says so."""
        return bool(self.rules)


def burden_of(book: Book, issue: str, platform: str) -> BurdenView | None:
    """Say who has to prove what; None for an inquiry, and for orders abroad, whose rules are others."""
    burden = book.burden(issue)
    profile = book.platform(platform)
    if burden is None or profile.country != "CN":
        return None
    rules = (book.rule(id) for id in burden.rules)
    return BurdenView(burden, tuple(one for one in rules if one.binds(profile.id, profile.country)))
