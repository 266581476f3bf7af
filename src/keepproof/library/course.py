"""The course of the claims: what happened to each request, and the countdowns the user read on the page."""

# ruff: noqa: S608  (only the column list of this file goes into statements, every value is bound)

from __future__ import annotations

from typing import get_args

from keepproof.domain.claim import CLAIMS, EVENT_KINDS, ClaimEvent, Countdown, Goods
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.values import Row, damaged, iso, moment, shown

_FIELDS = "dispute_id, kind, claim, goods, at, note"
_GOODS: tuple[Goods, ...] = get_args(Goods)


class ClaimCourse:
    """Keep, remove and find the events of claims and the countdowns."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def event(self, id: str) -> ClaimEvent:
        """Return one event; KnownError library.not_found."""
        found = self._events("id = ?", id)
        if not found:
            raise _missing(id)
        return found[0]

    def events(self, dispute_id: str) -> list[ClaimEvent]:
        """List what happened in a dispute, the earliest first."""
        return sorted(self._events("dispute_id = ?", dispute_id), key=lambda one: one.at)

    def put_event(self, event: ClaimEvent) -> None:
        """Keep an event in place of what was kept with its id; one that was removed is back."""
        assignments = ", ".join(f"{name} = excluded.{name}" for name in _FIELDS.split(", "))
        self._catalog.run(
            f"INSERT INTO claim_events (id, {_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?) "
            f"ON CONFLICT (id) DO UPDATE SET {assignments}, removed = 0",
            (
                event.id,
                event.dispute_id,
                event.kind,
                event.claim,
                event.goods,
                iso(event.at),
                event.note,
            ),
        )

    def remove_event(self, id: str) -> None:
        """Remove an event; `put_event` brings it back. KnownError library.not_found."""
        changed = self._catalog.run(
            "UPDATE claim_events SET removed = 1 WHERE id = ? AND removed = 0", (id,)
        )
        if not changed:
            raise _missing(id)

    def countdowns(self, dispute_id: str) -> dict[str, Countdown]:
        """Give the countdowns of a dispute by the deadline they belong to."""
        rows = self._catalog.rows(
            "SELECT deadline, due, noted_at FROM countdowns WHERE dispute_id = ?", (dispute_id,)
        )
        return {
            deadline: Countdown(dispute_id, deadline, moment(due), moment(noted))
            for deadline, due, noted in rows
        }

    def put_countdown(self, countdown: Countdown) -> None:
        """Keep a countdown in place of the earlier one of its deadline."""
        self._catalog.run(
            "INSERT INTO countdowns (dispute_id, deadline, due, noted_at) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET due = excluded.due, noted_at = excluded.noted_at",
            (
                countdown.dispute_id,
                countdown.deadline,
                iso(countdown.due),
                iso(countdown.noted_at),
            ),
        )

    def drop_countdown(self, dispute_id: str, deadline: str) -> None:
        """Forget the countdown of a deadline; nothing happens where there is none."""
        self._catalog.run(
            "DELETE FROM countdowns WHERE dispute_id = ? AND deadline = ?", (dispute_id, deadline)
        )

    def _events(self, condition: str, value: str) -> list[ClaimEvent]:
        rows = self._catalog.rows(
            f"SELECT id, {_FIELDS} FROM claim_events WHERE removed = 0 AND {condition} ORDER BY seq",
            (value,),
        )
        return [_event(row) for row in rows]


def _missing(id: str) -> KnownError:
    return KnownError("library.not_found", what="event", id=id)


def _event(row: Row) -> ClaimEvent:
    id, dispute_id, kind, claim, goods, at, note = row
    if kind not in EVENT_KINDS or claim not in {"", *CLAIMS} or goods not in _GOODS:
        raise damaged((kind, claim, goods))
    return ClaimEvent(id, dispute_id, kind, moment(at), claim, goods, shown(note))
