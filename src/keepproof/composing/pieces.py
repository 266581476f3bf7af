"""The parts a text is laid out from, and how much of them is shown."""

from __future__ import annotations

from dataclasses import dataclass

from keepproof.domain.complaint import Statement

KEEP = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """How far a text has been shortened. `date_form` is full, day or short; None is no limit."""

    size: str
    lang: str
    short_numbers: bool
    date_form: str
    dropped: frozenset[str] = frozenset()
    title_limit: int | None = None
    value_limit: int | None = None
    list_numbers: bool = False
    bare_order: bool = False

    @property
    def terse(self) -> bool:
        """Say whether the short wording of sentences is used."""
        return self.size in {"tiny", "short"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A statement in its place; `rank` 0 is never dropped, 99 goes first."""

    statement: Statement
    rank: int = KEEP

    @property
    def id(self) -> str:
        """Give the id of the statement."""
        return self.statement.id


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a text: a head, pieces joined by a mark, and an end. `{n}` in the head is the section number.

    An `alone` row stands even without pieces, as a heading does.
    """

    pieces: tuple[Piece, ...] = ()
    head: str = ""
    join: str = ""
    end: str = ""
    alone: bool = False
    section: bool = False
