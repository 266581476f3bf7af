"""Log, change and remove orders, and remember who sold them."""

from __future__ import annotations

import dataclasses
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from keepproof.domain.changes import Changes
from keepproof.domain.money import Money
from keepproof.domain.order import Merchant, Moments, Order, OrderDraft, OrderItem
from keepproof.errors import KnownError
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
STATED = "stated"
BILL_KEYS = frozenset({"transaction_number", "refunded"})


@dataclass(frozen=True, slots=True)
class OrderForm:
    """What the user filled in for one order; `sources` says what each field was read from."""

    number: str = ""
    platform: str = "generic"
    shop: str = ""
    items: tuple[OrderItem, ...] = ()
    paid: Money | None = None
    discount: Money | None = None
    freight: Money | None = None
    moments: Moments = dataclasses.field(default_factory=Moments)
    courier: str = ""
    tracking_number: str = ""
    note: str = ""
    sources: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormProblem:
    """What is wrong with one field; `blocks` tells an error from something merely odd."""

    field: str
    code: str
    data: Mapping[str, object] = dataclasses.field(default_factory=dict)
    blocks: bool = True


def read_text(text: str, platform: str | None = None) -> OrderDraft:
    """Read the text of an order page into a draft; nothing is stored."""
    from keepproof.readers.order_text import read_order  # noqa: PLC0415 - its tables are needed only when text is pasted

    return read_order(text, platform=platform)


def form_of(draft: OrderDraft) -> OrderForm:
    """Turn what was read into a form, each source being the exact words."""
    return OrderForm(
        number=draft.number,
        platform=draft.platform or "generic",
        shop=draft.shop,
        items=draft.items,
        paid=draft.paid,
        discount=draft.discount,
        freight=draft.freight,
        moments=draft.moments,
        courier=draft.courier,
        tracking_number=draft.tracking_number,
        sources={one.name: one.words for one in draft.reads},
    )


def form_from(order: Order) -> OrderForm:
    """Lay an order out as a form, to be changed."""
    return OrderForm(
        order.number,
        order.platform,
        order.shop,
        order.items,
        order.paid,
        order.discount,
        order.freight,
        order.moments,
        order.courier,
        order.tracking_number,
        order.note,
        order.sources,
    )


def check_form(form: OrderForm, book: Book, now: datetime) -> list[FormProblem]:
    """Find what is impossible (blocks) or odd (does not) in a form."""
    problems: list[FormProblem] = []
    if not form.number.strip():
        problems.append(FormProblem("number", "order.number_missing"))
    else:
        pattern = book.platform(form.platform).order_number
        if pattern and not re.fullmatch(pattern, form.number.strip()):
            data = {"number": form.number, "length": len(form.number.strip())}
            problems.append(FormProblem("number", "order.number_odd", data, blocks=False))
    if re.fullmatch(r"\d(\.\d+)?[eE]\+\d+", form.number.strip()):
        problems.append(FormProblem("number", "order.number_cut", {"number": form.number}))
    for name, at in form.moments.known().items():
        shown = {"at": f"{at:%Y-%m-%d %H:%M}"}
        if at < EARLIEST:
            problems.append(FormProblem(name, "order.moment_impossible", shown))
        elif at > now + timedelta(days=1):
            problems.append(FormProblem(name, "order.moment_to_come", shown))
    for first, second in form.moments.contradictions():
        data = {"first": first, "second": second}
        problems.append(FormProblem(second, "order.moments_reversed", data, blocks=False))
    for index, item in enumerate(form.items):
        if item.quantity < 1:
            problems.append(FormProblem(f"item.{index}.quantity", "order.quantity_impossible"))
    return problems


def add_order(library: Library, form: OrderForm, ticket: Ticket) -> Outcome[Order]:
    """Store a new order; KnownError order.number_missing or order.exists (data: id)."""
    ticket.check()
    number = form.number.strip()
    if not number:
        raise KnownError("order.number_missing")
    known = library.orders.find(number)
    if known is not None:
        raise KnownError("order.exists", number=number, id=known.id)
    with library.transaction():
        merchant = _merchant(library, form.platform, form.shop.strip())
        now = library.now()
        order = _filled(
            Order(
                uuid.uuid4().hex, number, form.platform, merchant.id, merchant.name, added_at=now
            ),
            form,
        )
        library.orders.add(order)
    changes = Changes(orders=frozenset({order.id}), merchants=frozenset({merchant.id}))
    return Outcome(order, changes, _removing(order.id), "order.add")


def change_order(
    library: Library, order_id: str, form: OrderForm, ticket: Ticket
) -> Outcome[Order]:
    """Store a changed form over an order; its number must not belong to another."""
    ticket.check()
    before = library.orders.get(order_id)
    number = form.number.strip()
    if not number:
        raise KnownError("order.number_missing")
    known = library.orders.find(number)
    if known is not None and known.id != order_id:
        raise KnownError("order.exists", number=number, id=known.id)
    with library.transaction():
        merchant = _merchant(library, form.platform, form.shop.strip())
        renamed = replace(
            before,
            number=number,
            platform=form.platform,
            merchant_id=merchant.id,
            shop=merchant.name,
        )
        after = _filled(renamed, form)
        library.orders.replace(after)
    return _replaced(before, after)


def archive_order(
    library: Library, order_id: str, ticket: Ticket, *, archived: bool = True
) -> Outcome[Order]:
    """Put an order away, or take it back."""
    ticket.check()
    before = library.orders.get(order_id)
    after = replace(before, archived=archived)
    library.orders.replace(after)
    return _replaced(before, after)


def remove_order(library: Library, order_id: str, ticket: Ticket) -> Outcome[None]:
    """Remove an order; its evidence stays in the library, unfiled, and undo brings all of it back."""
    ticket.check()
    evidence = frozenset(one.evidence.id for one in library.evidence.of_order(order_id))
    disputes = frozenset(one.id for one in library.disputes.of_order(order_id))
    library.orders.remove(order_id)
    changes = Changes(orders=frozenset({order_id}), evidence=evidence, disputes=disputes)
    return Outcome(None, changes, _restoring(order_id), "order.remove")


def shops(library: Library) -> list[Merchant]:
    """List the remembered merchants by name."""
    return sorted(library.merchants.all(), key=lambda one: (one.platform, one.name))


def _filled(order: Order, form: OrderForm) -> Order:
    return replace(
        order,
        items=form.items,
        paid=form.paid,
        discount=form.discount,
        freight=form.freight,
        moments=form.moments,
        courier=form.courier.strip(),
        tracking_number=form.tracking_number.strip(),
        note=form.note,
        sources={**_beyond_the_form(order), **form.sources},
    )


def _beyond_the_form(order: Order) -> dict[str, str]:
    """Keep what a bill said of the order and no form shows: it recognises the bill when it comes again."""
    return {key: words for key, words in order.sources.items() if key in BILL_KEYS}


def _merchant(library: Library, platform: str, name: str) -> Merchant:
    known = library.merchants.find(platform, name)
    if known is not None:
        return known
    merchant = Merchant(uuid.uuid4().hex, platform, name)
    library.merchants.add(merchant)
    return merchant


def _replaced(before: Order, after: Order) -> Outcome[Order]:
    def undo(library: Library) -> Outcome[Order]:
        library.orders.replace(before)
        return _replaced(after, before)

    changes = Changes(
        orders=frozenset({after.id}), merchants=frozenset({before.merchant_id, after.merchant_id})
    )
    return Outcome(after, changes, undo, "order.change")


def _removing(order_id: str) -> Callable[[Library], Outcome[None]]:
    def undo(library: Library) -> Outcome[None]:
        return remove_order(library, order_id, Ticket())

    return undo


def _restoring(order_id: str) -> Callable[[Library], Outcome[None]]:
    def undo(library: Library) -> Outcome[None]:
        library.orders.restore(order_id)
        evidence = frozenset(one.evidence.id for one in library.evidence.of_order(order_id))
        disputes = frozenset(one.id for one in library.disputes.of_order(order_id))
        changes = Changes(orders=frozenset({order_id}), evidence=evidence, disputes=disputes)
        return Outcome(None, changes, _removing(order_id), "order.add")

    return undo
