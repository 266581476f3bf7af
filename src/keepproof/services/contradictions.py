"""Compare an order with what the evidence in it says, and settle what differs: take a value over, or leave it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keepproof.domain.changes import Changes
from keepproof.domain.contradiction import Contradiction, Dismissal, Sighting
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading
from keepproof.domain.redaction import without_copies
from keepproof.services import log_order, read_bills
from keepproof.services.outcome import Outcome
from keepproof.services.read_bills import BillFile
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.bill import Bill
    from keepproof.library.library import Library
    from keepproof.readers.sandbox import Sandbox

# a workbook nobody has named a kind of may be a bill as well
_BILLS = {EvidenceKind.PAY_SHOT, EvidenceKind.ORDER_SHOT, EvidenceKind.OTHER}
MOST_BILLS = 64


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of evidence, what was read in it, and where its bytes stand."""

    filed: FiledEvidence
    reading: Reading | None
    original: Path


@dataclass(frozen=True, slots=True)
class Gathered:
    """An order with everything that may contradict it; from here on no library is needed."""

    order: Order
    said: tuple[Said, ...]
    dismissed: frozenset[Dismissal]


def gather(library: Library, order_id: str) -> Gathered:
    """Collect the order and what was read in its evidence; KnownError library.not_found.

    A redacted copy says nothing that its original does not say.
    """
    order = library.orders.get(order_id)
    said = tuple(
        Said(
            one,
            library.readings.get(one.evidence.sha256),
            library.original_path(one.evidence.sha256),
        )
        for one in without_copies(library.evidence.of_order(order_id))
    )
    return Gathered(order, said, library.dismissals.of_order(order_id))


class Contradictions:
    """Finds contradictions; the same bill is read only once."""

    def __init__(self, sandbox: Sandbox) -> None:
        """Take the sandbox that bills are read in."""
        self._sandbox = sandbox
        self._bills: dict[str, Bill | None] = {}

    def find(self, gathered: Gathered, ticket: Ticket) -> tuple[Contradiction, ...]:
        """List what the evidence says otherwise than the order, without what was dismissed."""
        # composer and readers are needed only now
        from keepproof.composing.differences import differences  # noqa: PLC0415
        from keepproof.services import sightings  # noqa: PLC0415

        found: list[Sighting] = []
        for one in gathered.said:
            ticket.check()
            bill = self._bill(one, ticket)
            if bill is not None:
                found += sightings.of_bill(gathered.order, one.filed, bill)
            elif one.reading is not None:
                found += sightings.of_reading(gathered.order, one.filed, one.reading)
        return differences(gathered.order, found, gathered.dismissed)

    def _bill(self, one: Said, ticket: Ticket) -> Bill | None:
        item = one.filed.evidence
        if item.kind not in _BILLS or not read_bills.may_be_bill(item):
            return None
        if item.sha256 not in self._bills:
            if len(self._bills) >= MOST_BILLS:
                self._bills.clear()
            file = BillFile(one.original, item.original_name, item.id)
            read = read_bills.find([file], ticket, self._sandbox)
            self._bills[item.sha256] = read.bills[0][1] if read.bills else None
        return self._bills[item.sha256]


def take_over(
    library: Library, order_id: str, sighting: Sighting, ticket: Ticket
) -> Outcome[Order]:
    """Put what a file says in place of what the order says; KnownError order.exists for a number in use."""
    form = log_order.form_from(library.orders.get(order_id))
    sources = {**form.sources, sighting.field: source_words(sighting)}
    values: dict[str, Any] = {sighting.field: sighting.value}
    if isinstance(sighting.value, datetime):
        moment = "paid" if sighting.field == "paid_at" else sighting.field
        values = {"moments": replace(form.moments, **{moment: sighting.value})}
    form = replace(form, **values)
    return log_order.change_order(library, order_id, replace(form, sources=sources), ticket)


def dismiss(
    library: Library, order_id: str, ones: Collection[Dismissal], ticket: Ticket
) -> Outcome[None]:
    """Leave the order as it is and show these differences no more."""
    ticket.check()
    with library.transaction():
        for one in ones:
            library.dismissals.add(order_id, one)

    def undo(again: Library) -> Outcome[None]:
        return _show_again(again, order_id, ones)

    return Outcome(None, Changes(orders=frozenset({order_id})), undo, "order.dismiss")


def source_words(sighting: Sighting) -> str:
    """Name where a sighting stands: E3 L5, in a picture E3."""
    evidence = f"E{sighting.number}"
    return f"{evidence} L{sighting.line}" if sighting.line else evidence


def sentence(one: Contradiction, sighting: Sighting, lang: str) -> str:
    """Say in one sentence what differs, with both sources."""
    from keepproof.composing import differences  # noqa: PLC0415 - see above

    return differences.sentence(one, sighting, lang)


def shown(sighting: Sighting) -> str:
    """Write what a file says for people."""
    from keepproof.composing import differences  # noqa: PLC0415 - see above

    return differences.written(sighting.value, day_only=sighting.day_only)


def otherwise_written(sighting: Sighting) -> str:
    """Give the exact words where they say more than the value does, else ""."""
    from keepproof.composing.differences import bare  # noqa: PLC0415 - see above

    return "" if bare(sighting.words).startswith(bare(shown(sighting))) else sighting.words


def _show_again(library: Library, order_id: str, ones: Collection[Dismissal]) -> Outcome[None]:
    with library.transaction():
        for one in ones:
            library.dismissals.drop(order_id, one)

    def undo(again: Library) -> Outcome[None]:
        return dismiss(again, order_id, ones, Ticket())

    return Outcome(None, Changes(orders=frozenset({order_id})), undo, "order.dismiss")
