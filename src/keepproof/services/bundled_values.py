"""Take values out of a bundle's record that came from outside: only what can be true is believed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from keepproof.domain.evidence import SourcedTime
from keepproof.domain.money import LIMIT, Money
from keepproof.domain.order import MOMENTS, Moments, OrderItem
from keepproof.services.log_order import EARLIEST, OrderForm

if TYPE_CHECKING:
    from keepproof.domain.bundle import Amount, BundledOrder, BundledProduct
    from keepproof.knowledge.book import Book

LATEST = datetime(2100, 1, 1, tzinfo=UTC)
MOST_ITEMS = 500
MOST_WORDS = 500
MOST_NOTE = 20_000


def likely_time(told: SourcedTime | None) -> SourcedTime | None:
    """Believe a time that has a zone and lies in the years of online shopping."""
    if told is None or told.at.tzinfo is None or told.at.utcoffset() is None:
        return None
    return SourcedTime(told.at, told.source[:40]) if EARLIEST <= told.at < LATEST else None


def order_number(told: BundledOrder) -> str:
    """Take the number without signs that cannot be seen; "" where nothing is left."""
    return _words(told.number).strip()


def order_form(told: BundledOrder, book: Book, source: str) -> OrderForm:
    """Lay the order of a record out as a form; `source` says what it was read from."""
    known = {one.id for one in book.platforms}
    moments = {name: at for name in MOMENTS if (at := _moment(told.times.get(name, "")))}
    form = OrderForm(
        number=order_number(told),
        platform=told.platform if told.platform in known else "generic",
        shop=_words(told.shop),
        items=tuple(_product(one) for one in told.items[:MOST_ITEMS]),
        paid=_money(told.paid),
        discount=_money(told.discount),
        freight=_money(told.freight),
        moments=Moments(**moments),
        courier=_words(told.courier),
        tracking_number=_words(told.tracking_number),
        note=told.note[:MOST_NOTE],
    )
    names = ("number", "shop", "paid", "discount", "freight", "courier", "tracking_number")
    filled = {name: source for name in names if getattr(form, name)}
    filled |= {("paid_at" if name == "paid" else name): source for name in moments}
    filled |= {f"item.{at}.title": source for at in range(len(form.items))}
    return replace(form, sources=filled)


def _product(told: BundledProduct) -> OrderItem:
    quantity = told.quantity if 0 < told.quantity < 10**6 else 1
    return OrderItem(_words(told.title), _words(told.sku), quantity, _money(told.price))


def _money(told: Amount | None) -> Money | None:
    if told is None or not re.fullmatch(r"[A-Z]{3}", told.currency):
        return None
    return Money(told.cents, told.currency) if abs(told.cents) < LIMIT else None


def _moment(words: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(words)
    except ValueError:
        return None
    return at if at.utcoffset() is not None and EARLIEST <= at < LATEST else None


def _words(text: str) -> str:
    return "".join(one for one in text[:MOST_WORDS] if one.isprintable())
