"""Import orders from bills and order exports: first what it would add, then adding what was ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from keepproof.domain.order import Moments, Order
from keepproof.services import bought_rows, log_order, read_bills
from keepproof.services.bought_rows import TRANSACTION, Bought
from keepproof.services.log_order import OrderForm
from keepproof.services.outcome import Outcome, together
from keepproof.services.read_bills import BillFile, ImportProblem, ReadBills
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.money import Money
    from keepproof.library.library import Library
    from keepproof.readers.sandbox import Sandbox

FIELDS = ("shop", "items", "paid", "freight", "courier", "tracking_number")
State = Literal["new", "known", "conflict"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of which the library and the file say different things."""

    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One order of the files. `source` is "file:line"; `lacking` names what is empty in the library only.

    `files` are all that tell of it; `likely` says whether it looks like something bought from a shop.
    """

    form: OrderForm
    state: State
    source: str
    order_id: str = ""
    conflicts: tuple[Conflict, ...] = ()
    lacking: tuple[str, ...] = ()
    refunded: Money | None = None
    files: tuple[str, ...] = ()
    likely: bool = True


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do. `left_out` counts income, transfers and what else is no purchase.

    `others` are the outgoing payments among those, should one be an order after all.
    """

    entries: tuple[Entry, ...]
    problems: tuple[ImportProblem, ...]
    read: int = 0
    left_out: int = 0
    others: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What was added, what was completed, and what stayed as it was."""

    added: tuple[Order, ...]
    completed: tuple[Order, ...]
    unchanged: int


def preview(
    library: Library, paths: Sequence[Path], ticket: Ticket, sandbox: Sandbox
) -> ImportPreview:
    """Read the files and compare them with the library; nothing is stored."""
    files = [BillFile(path, path.name) for path in paths]
    return compare(library, read_bills.read(files, ticket, sandbox))


def compare(library: Library, read: ReadBills) -> ImportPreview:
    """Compare what was read with the library; nothing is stored."""
    found = bought_rows.collect(read.bills)
    here = _Here(library.orders.all())
    return ImportPreview(
        tuple(_entry(one, here) for one in found.bought),
        (*read.problems, *(ImportProblem(*one) for one in found.problems)),
        len(read.bills),
        found.left_out,
        tuple(_entry(one, here) for one in found.others),
    )


def add(
    library: Library, entries: Sequence[Entry], ticket: Ticket, *, complete: bool = False
) -> Outcome[Imported]:
    """Add the new orders; with `complete`, known ones get what is empty there. Nothing is overwritten."""
    added: list[Outcome[Order]] = []
    completed: list[Outcome[Order]] = []
    with library.transaction():
        for done, entry in enumerate(entries):
            ticket.step(done, len(entries), entry.form.number)
            known = library.orders.find(entry.form.number.strip())
            if known is None and entry.order_id:
                known = library.orders.get(entry.order_id)
            if known is None:
                added.append(log_order.add_order(library, entry.form, ticket))
            elif complete:
                before = log_order.form_from(known)
                after = filled_up(before, entry.form)
                if after != before:
                    completed.append(log_order.change_order(library, known.id, after, ticket))
    steps = [*added, *completed]
    value = Imported(
        tuple(one.value for one in added),
        tuple(one.value for one in completed),
        len(entries) - len(steps),
    )
    return together(value, steps, "order.import")


def filled_up(form: OrderForm, more: OrderForm) -> OrderForm:
    """Take from another form what is empty in this one."""
    lacking = _lacking(form, more)
    if not lacking:
        return form
    names = [one for one in FIELDS if one in lacking]
    moments = {
        name: at for name, at in more.moments.known().items() if _source_name(name) in lacking
    }
    kept = {
        name: source
        for name, source in more.sources.items()
        if name.partition(".")[0].replace("item", "items") in lacking
    }
    return replace(
        form,
        **{name: getattr(more, name) for name in names},
        moments=replace(form.moments, **moments),
        sources={**kept, **form.sources},
    )


class _Here:
    """The orders of the library by order number and by transaction number."""

    def __init__(self, orders: Sequence[Order]) -> None:
        self._by_number = {one.number: one for one in reversed(orders)}
        self._by_transaction = {
            one.sources[TRANSACTION]: one for one in orders if TRANSACTION in one.sources
        }

    def find(self, one: Bought) -> Order | None:
        by_number = self._by_number.get(one.form.number)
        return by_number or self._by_transaction.get(one.form.sources.get(TRANSACTION, ""))


def _entry(one: Bought, here: _Here) -> Entry:
    known = here.find(one)
    if known is None:
        return Entry(
            one.form,
            "new",
            one.source,
            refunded=one.refunded,
            files=one.files,
            likely=one.likely,
        )
    form = log_order.form_from(known)
    conflicts = tuple(_conflicts(form, one))
    state: State = "conflict" if conflicts else "known"
    lacking = _lacking(form, one.form)
    return Entry(
        one.form,
        state,
        one.source,
        known.id,
        conflicts,
        lacking,
        one.refunded,
        one.files,
        one.likely,
    )


def _lacking(form: OrderForm, more: OrderForm) -> tuple[str, ...]:
    """Name what only the other form knows, as sources do; an order's items are one thing."""
    names = [name for name in FIELDS if not getattr(form, name) and getattr(more, name)]
    known = form.moments.known()
    names += [_source_name(name) for name in more.moments.known() if name not in known]
    if TRANSACTION in more.sources and TRANSACTION not in form.sources:
        names.append(TRANSACTION)
    return tuple(names)


def _source_name(moment: str) -> str:
    return "paid_at" if moment == "paid" else moment


def _conflicts(here: OrderForm, there: Bought) -> list[Conflict]:
    found = []
    form = there.form
    # a bill names who received the money, often a company and not the shop
    if there.is_order and here.shop and form.shop and here.shop != form.shop:
        found.append(Conflict("shop", here.shop, form.shop))
    for name in ("paid", "freight"):
        ours, theirs = getattr(here, name), getattr(form, name)
        if ours is not None and theirs is not None and ours != theirs:
            found.append(Conflict(name, ours.shown(), theirs.shown()))
    if here.tracking_number and form.tracking_number not in {"", here.tracking_number}:
        found.append(Conflict("tracking_number", here.tracking_number, form.tracking_number))
    return found + _moment_conflicts(here.moments, form.moments)


def _moment_conflicts(here: Moments, there: Moments) -> list[Conflict]:
    ours = here.known()
    return [
        Conflict(_source_name(name), _words(ours[name]), _words(at))
        for name, at in there.known().items()
        if name in ours and not _same_minute(ours[name], at)
    ]


def _same_minute(one: datetime, other: datetime) -> bool:
    # exports drop seconds, and some say nothing but the day
    if other.hour == other.minute == other.second == 0:
        return one.astimezone(other.tzinfo).date() == other.date()
    return abs((one - other).total_seconds()) < 60


def _words(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
