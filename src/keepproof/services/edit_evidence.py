"""Describe, file, delete and bring back evidence; every step can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence, EvidenceKind, SourcedTime
from keepproof.library.library import Library
from keepproof.library.purging import TERM
from keepproof.services.outcome import Outcome, together
from keepproof.ticket import Ticket

Ids = str | Sequence[str]
"""One evidence id, or several which are then one step to take back."""

TRASH_DAYS = TERM.days
"""So long removed evidence can be brought back."""

_Values = Mapping[str, Mapping[str, Any]]
_Filing = tuple[str, str, int | None]
_Step = Callable[[Library], Outcome[None]]


def change_kind(library: Library, ids: Ids, kind: EvidenceKind, ticket: Ticket) -> Outcome[None]:
    """Say what kind of evidence it is."""
    return _describe(library, ids, "evidence.kind", ticket, {"kind": kind, "kind_by_user": True})


def rename(library: Library, ids: Ids, title: str, ticket: Ticket) -> Outcome[None]:
    """Give evidence a title; "" goes back to the name it came with."""
    return _describe(library, ids, "evidence.rename", ticket, {"title": title})


def set_note(library: Library, ids: Ids, note: str, ticket: Ticket) -> Outcome[None]:
    """Write a note on evidence."""
    return _describe(library, ids, "evidence.note", ticket, {"note": note})


def set_event_time(
    library: Library, ids: Ids, at: datetime | None, ticket: Ticket
) -> Outcome[None]:
    """State when it happened; None makes it unknown again. The other three times stay as they are."""
    event = None if at is None else SourcedTime(at, "stated")
    return _describe(library, ids, "evidence.event_time", ticket, {"event": event})


def file_under(library: Library, ids: Ids, order_id: str, ticket: Ticket) -> Outcome[None]:
    """File evidence in an order, each item with the next number there; what is in it already stays."""
    library.orders.get(order_id)
    new = [id for id in _several(ids) if order_id not in _orders(library, id)]
    return _file(library, [(id, order_id, None) for id in new], "evidence.file", ticket)


def unfile(library: Library, ids: Ids, order_id: str, ticket: Ticket) -> Outcome[None]:
    """Take evidence out of an order; it stays in the library."""
    filings = [
        (id, order_id, one.number)
        for id in _several(ids)
        for one in library.evidence.filings(id)
        if one.order_id == order_id
    ]
    return _unfile(library, filings, "evidence.unfile", ticket)


def unfile_all(
    library: Library, places: Sequence[tuple[str, str]], ticket: Ticket
) -> Outcome[None]:
    """Take evidence out of orders, given as (evidence, order); one step to take back."""
    by_order = _by_order(places)
    steps = [partial(unfile, ids=by_order[one], order_id=one, ticket=ticket) for one in by_order]
    return _together(library, steps, "evidence.unfile")


def move(
    library: Library, places: Sequence[tuple[str, str]], order_id: str, ticket: Ticket
) -> Outcome[None]:
    """File evidence, given as (evidence, order), in another order and take it out of its own; all or nothing."""
    moved = [(id, one) for id, one in places if one != order_id]
    ids = [id for id, _ in moved]
    steps = [
        partial(file_under, ids=ids, order_id=order_id, ticket=ticket),
        partial(unfile_all, places=moved, ticket=ticket),
    ]
    return _together(library, steps, "evidence.file")


def remove(library: Library, ids: Ids, reason: str, ticket: Ticket) -> Outcome[None]:
    """Delete evidence for a reason; its bytes go to the trash and the custody log says so."""
    return _trash(library, _several(ids), reason, ticket)


def restore(library: Library, ids: Ids, ticket: Ticket) -> Outcome[None]:
    """Bring deleted evidence back, with its numbers."""
    return _restore(library, _several(ids), "", ticket)


def touched(library: Library, ids: Iterable[str]) -> Changes:
    """Name evidence and the orders it stands in as changed."""
    wanted = frozenset(ids)
    orders = frozenset(order for id in wanted for order in _orders(library, id))
    return Changes(evidence=wanted, orders=orders)


def _describe(
    library: Library, ids: Ids, label: str, ticket: Ticket, values: Mapping[str, Any]
) -> Outcome[None]:
    return _put(library, dict.fromkeys(_several(ids), values), label, ticket)


def _put(library: Library, wanted: _Values, label: str, ticket: Ticket) -> Outcome[None]:
    # Only the named fields go back and forth: what was found out about the item meanwhile stays.
    former: dict[str, dict[str, Any]] = {}
    with library.transaction():
        for id, values in wanted.items():
            ticket.check()
            item = library.evidence.get(id)
            former[id] = {name: _field(item, name) for name in values}
            library.evidence.replace(_with(item, values))
    undo = partial(_put, wanted=former, label=label, ticket=Ticket())
    return Outcome(None, touched(library, wanted), undo, label)


def _field(item: Evidence, name: str) -> object:
    return item.times.event if name == "event" else getattr(item, name)


def _with(item: Evidence, values: Mapping[str, Any]) -> Evidence:
    rest = {name: value for name, value in values.items() if name != "event"}
    if "event" in values:
        rest["times"] = replace(item.times, event=values["event"])
    return replace(item, **rest)


def _file(
    library: Library, filings: Sequence[_Filing], label: str, ticket: Ticket
) -> Outcome[None]:
    done: list[_Filing] = []
    with library.transaction():
        for id, order_id, number in filings:
            ticket.check()
            given = (
                library.evidence.file(id, order_id)
                if number is None
                else library.evidence.refile(id, order_id, number)
            )
            done.append((id, order_id, given))
    undo = partial(_unfile, filings=done, label=label, ticket=Ticket())
    return Outcome(None, _filed(done), undo, label)


def _unfile(
    library: Library, filings: Sequence[_Filing], label: str, ticket: Ticket
) -> Outcome[None]:
    with library.transaction():
        for id, order_id, _ in filings:
            ticket.check()
            library.evidence.unfile(id, order_id)
    undo = partial(_file, filings=filings, label=label, ticket=Ticket())
    return Outcome(None, _filed(filings), undo, label)


def _trash(library: Library, ids: Sequence[str], reason: str, ticket: Ticket) -> Outcome[None]:
    with library.transaction():
        for id in ids:
            ticket.check()
            library.evidence.trash(id, reason)
    undo = partial(_restore, ids=ids, reason=reason, ticket=Ticket())
    return Outcome(None, touched(library, ids), undo, "evidence.remove")


def _restore(library: Library, ids: Sequence[str], reason: str, ticket: Ticket) -> Outcome[None]:
    with library.transaction():
        for id in ids:
            ticket.check()
            library.evidence.restore(id)
    undo = partial(_trash, ids=ids, reason=reason or "restore undone", ticket=Ticket())
    return Outcome(None, touched(library, ids), undo, "evidence.restore")


def _together(library: Library, steps: Sequence[_Step], label: str) -> Outcome[None]:
    """Take several steps, all or nothing."""
    with library.transaction():
        return together(None, [step(library) for step in steps], label)


def _by_order(places: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for id, order_id in places:
        ids.setdefault(order_id, []).append(id)
    return ids


def _filed(filings: Sequence[_Filing]) -> Changes:
    return Changes(
        evidence=frozenset(id for id, _, _ in filings),
        orders=frozenset(order_id for _, order_id, _ in filings),
    )


def _several(ids: Ids) -> list[str]:
    return [ids] if isinstance(ids, str) else list(dict.fromkeys(ids))


def _orders(library: Library, id: str) -> list[str]:
    return [one.order_id for one in library.evidence.filings(id) if one.order_id is not None]
