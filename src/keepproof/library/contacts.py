"""The contacts of the orders."""

# ruff: noqa: S608  (only the column list of this file goes into statements, every value is bound)

from __future__ import annotations

from keepproof.domain.contact import Contact
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.values import Row, cents, iso, moment, money, shown

_FIELDS = (
    "order_id, dispute_id, party, channel, at, waited_seconds, talked_seconds, "
    "who, number, ticket, summary, outcome, cost_cents, cost_currency, evidence_id"
)
# Not IN (SELECT …): that lists all orders again for each single question.
_LIVE = "removed = 0 AND EXISTS (SELECT 1 FROM orders o WHERE o.id = order_id AND o.removed = 0)"


class Contacts:
    """Keep, remove and find contacts."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog

    def all(self) -> list[Contact]:
        """List all contacts, the first logged first."""
        return self._select(_LIVE)

    def get(self, id: str) -> Contact:
        """Return one contact; KnownError library.not_found."""
        found = self._select(f"{_LIVE} AND id = ?", id)
        if not found:
            raise _missing(id)
        return found[0]

    def of_order(self, order_id: str) -> list[Contact]:
        """List the contacts of one order, the earliest first."""
        found = self._select(f"{_LIVE} AND order_id = ?", order_id)
        return sorted(found, key=lambda one: one.at)

    def put(self, contact: Contact) -> None:
        """Keep a contact in place of what was kept with its id; one that was removed is back."""
        marks = ", ".join("?" * 16)
        assignments = ", ".join(f"{name} = excluded.{name}" for name in _FIELDS.split(", "))
        self._catalog.run(
            f"INSERT INTO contacts (id, {_FIELDS}) VALUES ({marks}) "
            f"ON CONFLICT (id) DO UPDATE SET {assignments}, removed = 0",
            (contact.id, *_values(contact)),
        )

    def remove(self, id: str) -> None:
        """Remove a contact; `put` brings it back. KnownError library.not_found."""
        changed = self._catalog.run(
            "UPDATE contacts SET removed = 1 WHERE id = ? AND removed = 0", (id,)
        )
        if not changed:
            raise _missing(id)

    def _select(self, condition: str, *values: str) -> list[Contact]:
        rows = self._catalog.rows(
            f"SELECT id, {_FIELDS} FROM contacts WHERE {condition} ORDER BY seq", values
        )
        return [_contact(row) for row in rows]


def _missing(id: str) -> KnownError:
    return KnownError("library.not_found", what="contact", id=id)


def _contact(row: Row) -> Contact:
    id, order_id, dispute_id, party, channel, at, waited, talked, *rest = row
    who, number, ticket, summary, outcome, cost, currency, evidence_id = rest
    return Contact(
        id,
        order_id,
        party,
        channel,
        moment(at),
        shown(summary),
        outcome,
        dispute_id,
        shown(who),
        shown(number),
        shown(ticket),
        waited,
        talked,
        money(cost, currency),
        evidence_id,
    )


def _values(one: Contact) -> tuple[object, ...]:
    return (
        one.order_id,
        one.dispute_id,
        one.party,
        one.channel,
        iso(one.at),
        one.waited_seconds,
        one.talked_seconds,
        one.who,
        one.number,
        one.ticket,
        one.summary,
        one.outcome,
        *cents(one.cost),
        one.evidence_id,
    )
