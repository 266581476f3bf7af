"""Remember what is known of a shop: its registered data, its return terms, and what was looked at before buying."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from keepproof.domain.changes import Changes
from keepproof.domain.order import Merchant
from keepproof.errors import KnownError
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library


def change_merchant(library: Library, merchant: Merchant, ticket: Ticket) -> Outcome[Merchant]:
    """Store a merchant's details."""
    ticket.check()
    before = library.merchants.get(merchant.id)
    library.merchants.replace(merchant)

    def undo(again: Library) -> Outcome[Merchant]:
        return change_merchant(again, before, Ticket())

    return Outcome(merchant, _touched(library, merchant.id), undo, "merchant.change")


def remember_merchant(library: Library, merchant: Merchant, ticket: Ticket) -> Outcome[Merchant]:
    """Store the details of a shop found by platform and name; one that is new is added.

    KnownError merchant.name_missing.
    """
    ticket.check()
    name = merchant.name.strip()
    if not name:
        raise KnownError("merchant.name_missing")
    known = library.merchants.find(merchant.platform, name)
    if known is not None:
        return change_merchant(library, replace(merchant, id=known.id, name=name), ticket)
    added = replace(merchant, id=uuid.uuid4().hex, name=name)
    library.merchants.add(added)

    def undo(again: Library) -> Outcome[Merchant]:
        return _forget(again, added)

    return Outcome(added, _touched(library, added.id), undo, "merchant.add")


def _forget(library: Library, merchant: Merchant) -> Outcome[Merchant]:
    """Take an added shop back; one that was bought from since only loses what was noted."""
    if not library.merchants.forget(merchant.id):
        bare = Merchant(merchant.id, merchant.platform, merchant.name)
        return change_merchant(library, bare, Ticket())

    def undo(again: Library) -> Outcome[Merchant]:
        return remember_merchant(again, merchant, Ticket())

    changes = Changes(merchants=frozenset({merchant.id}))
    return Outcome(merchant, changes, undo, "merchant.add")


def _touched(library: Library, id: str) -> Changes:
    orders = frozenset(one.id for one in library.orders.all() if one.merchant_id == id)
    return Changes(merchants=frozenset({id}), orders=orders)
