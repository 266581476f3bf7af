"""Make orders of what was ticked in bills, and file the bills under them as evidence: one step to take back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import CancelledError, KnownError
from keepproof.services import add_evidence, edit_evidence, import_orders
from keepproof.services.import_orders import Entry, Imported
from keepproof.services.outcome import Outcome, together
from keepproof.services.read_bills import BillFile, ReadBills

if TYPE_CHECKING:
    from keepproof.domain.bill import Bill
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

LABEL = "order.import"


def import_ticked(
    library: Library,
    entries: Sequence[Entry],
    read: ReadBills,
    ticket: Ticket,
    *,
    attach: bool,
) -> Outcome[Imported]:
    """Add the new orders, fill what is empty in known ones; nothing is overwritten.

    With `attach` the bills that tell of them are kept, where they are not yet, and filed under each of them.
    KnownError where a bill cannot be kept; then, and when cancelled, everything is as before.
    """
    steps: list[Outcome[Any]] = []
    try:
        if attach:
            read = _kept(library, _telling(entries, read), steps, ticket)
        with library.transaction():
            done = import_orders.add(library, entries, ticket, complete=True)
            filed = _filed(library, entries, read, ticket) if attach else []
    except (CancelledError, KnownError):
        # the orders went with their transaction; what was kept for them goes too
        for step in reversed(steps):
            if step.undo is not None:
                step.undo(library)
        raise
    steps += [done, *filed]
    return together(done.value, [one for one in steps if one.undo is not None], LABEL)


def _telling(entries: Sequence[Entry], read: ReadBills) -> ReadBills:
    """Leave only the bills that tell of what was ticked."""
    wanted = {name for entry in entries for name in entry.files}
    return replace(read, files=tuple(one for one in read.files if one.name in wanted))


def _kept(
    library: Library,
    read: ReadBills,
    steps: list[Outcome[Any]],
    ticket: Ticket,
) -> ReadBills:
    """Keep the bills that are not in the library, and name all by their evidence."""
    files = []
    for file in read.files:
        id = file.evidence_id or _keep(library, file, steps, ticket)
        files.append(replace(file, evidence_id=id))
    return replace(read, files=tuple(files))


def _keep(
    library: Library,
    file: BillFile,
    steps: list[Outcome[Any]],
    ticket: Ticket,
) -> str:
    outcome = add_evidence.add_paths(
        library,
        [file.path],
        order_id=None,
        kind=None,
        origin="chosen",
        ticket=ticket,
    )
    report = outcome.value
    if outcome.undo is not None:
        steps.append(outcome)
    ticket.check()
    if report.refused:
        raise KnownError(report.refused[0].reason, **report.refused[0].data)
    (item,) = report.kept or tuple(one.of for one in report.duplicates)
    return item.evidence.id


def _filed(
    library: Library, entries: Sequence[Entry], read: ReadBills, ticket: Ticket
) -> list[Outcome[None]]:
    """File each bill under the orders it tells of; one nobody named gets the kind of proof it is."""
    kinds = {name: _kind(bill) for name, bill in read.bills}
    steps: list[Outcome[None]] = []
    for file in read.files:
        item = library.evidence.get(file.evidence_id)
        kind = kinds[file.name]
        if item.kind != kind and not item.kind_by_user:
            steps.append(edit_evidence.change_kind(library, item.id, kind, ticket))
        for entry in entries:
            if file.name in entry.files:
                order_id = _order_id(library, entry)
                steps.append(edit_evidence.file_under(library, item.id, order_id, ticket))
    return steps


def _order_id(library: Library, entry: Entry) -> str:
    order = library.orders.find(entry.form.number.strip())
    return order.id if order is not None else entry.order_id


def _kind(bill: Bill) -> EvidenceKind:
    is_orders = any(one.kind == "order" for one in bill.rows)
    return EvidenceKind.ORDER_SHOT if is_orders else EvidenceKind.PAY_SHOT
