"""What somebody promised about an order."""

# ruff: noqa: S608  (only the column list of this file goes into statements, every value is bound)

from __future__ import annotations

from keepproof.domain.contact import Commitment
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.values import Row, iso, moment, moment_or_none, shown

_FIELDS = (
    "order_id, contact_id, evidence_id, place, party, who, words, made_at, due, state, settled_at"
)
# Not IN (SELECT …): that lists all orders again for each single question.
_LIVE = "removed = 0 AND EXISTS (SELECT 1 FROM orders o WHERE o.id = order_id AND o.removed = 0)"


class Commitments:
    """Keep, remove and find commitments."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def all(self) -> list[Commitment]:
        """List all commitments, the first noted first."""
        return self._select(_LIVE)

    def get(self, id: str) -> Commitment:
        """Return one commitment; KnownError library.not_found."""
        found = self._select(f"{_LIVE} AND id = ?", id)
        if not found:
            raise _missing(id)
        return found[0]

    def of_order(self, order_id: str) -> list[Commitment]:
        """List the commitments of one order, the first noted first."""
        return self._select(f"{_LIVE} AND order_id = ?", order_id)

    def of_contact(self, contact_id: str) -> list[Commitment]:
        """List what was promised in one contact."""
        return self._select(f"{_LIVE} AND contact_id = ?", contact_id)

    def put(self, commitment: Commitment) -> None:
        """Keep a commitment in place of what was kept with its id; one that was removed is back."""
        marks = ", ".join("?" * 12)
        assignments = ", ".join(f"{name} = excluded.{name}" for name in _FIELDS.split(", "))
        self._catalog.run(
            f"INSERT INTO commitments (id, {_FIELDS}) VALUES ({marks}) "
            f"ON CONFLICT (id) DO UPDATE SET {assignments}, removed = 0",
            (commitment.id, *_values(commitment)),
        )

    def remove(self, id: str) -> None:
        """Remove a commitment; `put` brings it back. KnownError library.not_found."""
        changed = self._catalog.run(
            "UPDATE commitments SET removed = 1 WHERE id = ? AND removed = 0", (id,)
        )
        if not changed:
            raise _missing(id)

    def _select(self, condition: str, *values: str) -> list[Commitment]:
        rows = self._catalog.rows(
            f"SELECT id, {_FIELDS} FROM commitments WHERE {condition} ORDER BY seq", values
        )
        return [_commitment(row) for row in rows]


def _missing(id: str) -> KnownError:
    return KnownError("library.not_found", what="commitment", id=id)


def _commitment(row: Row) -> Commitment:
    id, order_id, contact_id, evidence_id, place, party, who, words, *rest = row
    made_at, due, state, settled_at = rest
    return Commitment(
        id,
        order_id,
        party,
        shown(words),
        moment(made_at),
        moment_or_none(due),
        state,
        shown(who),
        contact_id,
        evidence_id,
        place,
        moment_or_none(settled_at),
    )


def _values(one: Commitment) -> tuple[object, ...]:
    return (
        one.order_id,
        one.contact_id,
        one.evidence_id,
        one.place,
        one.party,
        one.who,
        one.words,
        iso(one.made_at),
        iso(one.due),
        one.state,
        iso(one.settled_at),
    )
