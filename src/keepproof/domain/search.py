"""What is looked for in the whole library, and what is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

# What can be found, in the order in which results are shown; the number names the type in the index.
TYPES: Mapping[str, int] = {
    "order": 1,
    "merchant": 2,
    "evidence": 3,
    "contact": 4,
    "promise": 5,
    "dispute": 6,
    "sent": 7,
}


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase; an `exact` one (in quotes) is not continued after its last letter."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query: all terms, none of the excluded ones, and what the filters let through.

    `types` are keys of TYPES and `kinds` kinds of evidence, both empty where anything will do. `order` is a part of
    an order number. `since` and `until` are days, both included.
    """

    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    types: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    order: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def filtered(self) -> bool:
        """Say whether a filter narrows the query."""
        return bool(self.types or self.kinds or self.order or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found.

    `type` is a key of TYPES and `id` the thing's own id; `order_id` and `order` (its number) name the order it
    belongs to, None where it is in none; `number` is the number of evidence in that order. `kind` is the kind of
    evidence, the channel of a contact or of a sent text, or the issue of a dispute. `ranges` are the places of the
    found words in `snippet`, `title_ranges` those in `title`: start and end in characters. `day` is ISO 8601.
    """

    type: str
    id: str
    order_id: str | None
    order: str | None
    number: int | None
    title: str
    snippet: str
    ranges: tuple[tuple[int, int], ...] = ()
    title_ranges: tuple[tuple[int, int], ...] = ()
    kind: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, the best first; `more` is there when not all is listed, `pending` things are not indexed yet."""

    hits: tuple[Hit, ...] = ()
    more: bool = False
    pending: int = 0
