"""The custody log: append-only, each event sealed by the one before."""

# ruff: noqa: S608  (only the column lists of this file go into statements, every value is bound)

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from keepproof.domain.custody import GENESIS, CustodyEvent, first_break, seal
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.values import ANYTHING, Row, iso, packed

_COLUMNS = "sequence, at, action, subject, data, previous, hash"


class CustodyLog:
    """Write down what happened; nothing written is ever changed."""

    def __init__(self, catalog: Catalog, now: Callable[[], datetime]) -> None:
        """Write into this catalogue, with this clock."""
        self._catalog = catalog
        self._now = now

    def record(self, action: str, subject: str, **data: object) -> CustodyEvent:
        """Append one event; `subject` is the id of what it happened to, `data` must fit into JSON."""
        with self._catalog.transaction():
            sequence, previous = self._head()
            text = packed(data)
            event = CustodyEvent(
                sequence + 1,
                iso(self._now()) or "",
                action,
                subject,
                ANYTHING.read(text),
                previous,
            )
            event = replace(event, hash=seal(event))
            self._catalog.run(
                f"INSERT INTO custody ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (event.sequence, event.at, action, subject, text, previous, event.hash),
            )
        return event

    def events(self, subject: str | None = None) -> list[CustodyEvent]:
        """List the events, of one subject or all, oldest first."""
        where, values = ("", ()) if subject is None else ("WHERE subject = ?", (subject,))
        rows = self._catalog.rows(
            f"SELECT {_COLUMNS} FROM custody {where} ORDER BY sequence", values
        )
        return [_event(row) for row in rows]

    def last(self, subject: str, action: str) -> CustodyEvent | None:
        """Find the latest event of one kind of a subject."""
        row = self._catalog.row(
            f"SELECT {_COLUMNS} FROM custody WHERE subject = ? AND action = ? "
            "ORDER BY sequence DESC LIMIT 1",
            (subject, action),
        )
        return None if row is None else _event(row)

    def first(self, action: str) -> CustodyEvent | None:
        """Find the first event of one kind."""
        row = self._catalog.row(
            f"SELECT {_COLUMNS} FROM custody WHERE action = ? ORDER BY sequence LIMIT 1", (action,)
        )
        return None if row is None else _event(row)

    def count(self, action: str, after: int) -> int:
        """Count the events of one kind that came after the one with this sequence number."""
        row = self._catalog.row(
            "SELECT count(*) FROM custody WHERE sequence > ? AND action = ?", (after, action)
        )
        return 0 if row is None else int(row[0])

    def head(self) -> str:
        """Return the hash of the last event, which seals all of them."""
        return self._head()[1]

    def end(self) -> tuple[int, str]:
        """Return the number of the last event and its hash."""
        return self._head()

    def check(self) -> int | None:
        """Find the first event that was changed, removed or moved; None when the chain is whole."""
        rows = self._catalog.rows(f"SELECT {_COLUMNS} FROM custody ORDER BY sequence")
        broken = first_break(_tolerant(rows))
        if broken is not None:
            return broken
        last = (rows[-1][0], rows[-1][6]) if rows else (0, GENESIS)
        if last == self._head():
            return None
        # The chain itself is whole, but its last events are gone.
        return int(last[0]) + 1

    def _head(self) -> tuple[int, str]:
        row = self._catalog.row("SELECT sequence, hash FROM custody_head")
        return (0, GENESIS) if row is None else (row[0], row[1])


def _event(row: Row) -> CustodyEvent:
    sequence, at, action, subject, data, previous, hash = row
    values = ANYTHING.read(data)
    return CustodyEvent(sequence, at, action, subject, values, previous, hash)


def _tolerant(rows: list[Row]) -> Iterator[CustodyEvent]:
    for row in rows:
        try:
            yield _event(row)
        except KnownError:
            # Not even readable any more: an event without a seal breaks the chain at this place.
            yield CustodyEvent(row[0], "", "", "")
