"""Import orders from bills and order exports: first what it would add, then adding what was ticked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from keepproof.domain.changes import Changes
from keepproof.domain.order import Moments, Order
from keepproof.errors import KnownError
from keepproof.services import bought_rows, log_order
from keepproof.services.bought_rows import TRANSACTION, Bought
from keepproof.services.log_order import OrderForm
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.bill import Bill
    from keepproof.domain.money import Money
    from keepproof.library.library import Library

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
    """One order of the files. `source` is "file:line"; `lacking` names what is empty in the library only."""

    form: OrderForm
    state: State
    source: str
    order_id: str = ""
    conflicts: tuple[Conflict, ...] = ()
    lacking: tuple[str, ...] = ()
    refunded: Money | None = None


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """A file or a row that could not be used; line 0 is the whole file."""

    file: str
    code: str
    line: int
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do. `left_out` counts income, transfers and what else is no purchase."""

    entries: tuple[Entry, ...]
    problems: tuple[ImportProblem, ...]
    read: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What was added, what was completed, and what stayed as it was."""

    added: tuple[Order, ...]
    completed: tuple[Order, ...]
    unchanged: int


def preview(library: Library, paths: Sequence[Path], ticket: Ticket) -> ImportPreview:
    """Read the files and compare them with the library; nothing is stored."""
    # the readers of tables are needed only here
    from keepproof.readers.bills.reader import read_bill  # noqa: PLC0415

    problems: list[ImportProblem] = []
    bills: list[tuple[str, Bill]] = []
    for done, path in enumerate(paths):
        ticket.step(done, len(paths), path.name)
        try:
            bill = read_bill(path, path.name)
        except KnownError as error:
            problems.append(ImportProblem(path.name, error.code, 0, error.data))
            continue
        if bill is None:
            problems.append(ImportProblem(path.name, "bills.not_a_bill", 0, {"name": path.name}))
            continue
        bills.append((path.name, bill))
        problems += (
            ImportProblem(path.name, one.code, one.line, {**one.data, "line": one.line})
            for one in bill.problems
        )
    found = bought_rows.collect(bills)
    problems += (ImportProblem(*one) for one in found.problems)
    here = _Here(library.orders.all())
    entries = tuple(_entry(one, here) for one in found.bought)
    return ImportPreview(entries, tuple(problems), len(bills), found.left_out)


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
    return _together(value, steps)


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
        return Entry(one.form, "new", one.source, refunded=one.refunded)
    form = log_order.form_from(known)
    conflicts = tuple(_conflicts(form, one))
    state: State = "conflict" if conflicts else "known"
    lacking = _lacking(form, one.form)
    return Entry(one.form, state, one.source, known.id, conflicts, lacking, one.refunded)


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


def _together(value: Imported, steps: Sequence[Outcome[Order]]) -> Outcome[Imported]:
    """Make one thing of many, undone and redone as one."""
    changes = Changes()
    for one in steps:
        changes |= one.changes

    def undo(library: Library) -> Outcome[Imported]:
        with library.transaction():
            back = [one.undo(library) for one in reversed(steps) if one.undo is not None]
        return _together(value, back)

    return Outcome(value, changes, undo if steps else None, "order.import")
