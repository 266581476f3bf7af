"""Read an order from the text of its page, as copied from an app or a web site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from keepproof.domain.money import Money
from keepproof.domain.order import Moments, OrderDraft, ReadField
from keepproof.readers import order_values as values
from keepproof.readers.order_fields import FieldReader, Fields, Mention
from keepproof.readers.order_items import ItemReader, Items, order_item, reads_of
from keepproof.readers.order_labels import PART, SUM, TOTAL
from keepproof.readers.order_lines import Line, lines_of
from keepproof.readers.order_platform import guess, is_chinese

# the names of the reads, and of the moments they fill
MOMENTS = {
    "ordered": "ordered",
    "paid_at": "paid",
    "shipped": "shipped",
    "signed": "signed",
    "confirmed": "confirmed",
}
NOTHING = "readers.nothing_found"
SEVERAL = "readers.several_orders"
_FOREIGN = re.compile(r"US\s?\$|HK\s?\$|[£€$]")


def read_order(text: str, *, platform: str | None = None) -> OrderDraft:
    """Read what a pasted order page says; `platform` overrides the guess from its wording.

    Times on Chinese platforms are Chinese time; elsewhere, where pages name no zone, they are taken
    to be in the zone of this computer. Nothing is guessed: what is not stated stays empty, and what
    cannot be used is named in `problems`.
    """
    lines = lines_of(text)
    plain = "\n".join(line.plain for line in lines)
    platform = platform or guess(plain)
    page = _Page(platform, chinese=is_chinese(platform, plain), currency=_currency(platform, plain))
    fields, items = page.read(lines)
    stop = _second_order(fields, items)
    if stop is None:
        return page.draft(fields, items)
    fields, items = page.read(lines[: stop - 1])
    return page.draft(fields, items, SEVERAL)


def labelled_values(text: str, *, platform: str | None = None) -> tuple[Mention, ...]:
    """Read every value that a label announces, with its words and line; nothing else is taken for one."""
    lines = lines_of(text)
    plain = "\n".join(line.plain for line in lines)
    platform = platform or guess(plain)
    page = _Page(platform, chinese=is_chinese(platform, plain), currency=_currency(platform, plain))
    return tuple(page.read(lines)[0].mentions)


def _currency(platform: str | None, plain: str) -> str:
    """Return the currency of amounts that name none."""
    sign = None if is_chinese(platform, plain) else _FOREIGN.search(plain)
    return values.CURRENCIES[sign[0].replace(" ", "")] if sign else "CNY"


def _second_order(fields: Fields, items: Items) -> int | None:
    """Return the line where a second order begins, None when there is but one.

    A list gives the number first and the items below it; a page of details gives the number last, so
    that the second order has begun before its number is met.
    """
    numbers = [one for one in fields.mentions if one.field == "number" and one.value]
    second = next((one for one in numbers if one.value != numbers[0].value), None)
    if second is None:
        return None
    first = numbers[0].line
    above = {one.field for one in fields.mentions if one.line < first}
    if not above & {"paid", TOTAL} and not any(one.title.line < first for one in items.pieces):
        return second.line
    again = [
        one.line for one in fields.mentions if first < one.line < second.line and one.field in above
    ]
    titles = [one.title.line for one in items.pieces if first < one.title.line < second.line]
    return min([*again, *titles, second.line])


@dataclass(frozen=True, slots=True)
class _Page:
    """How a page is to be read."""

    platform: str | None
    chinese: bool
    currency: str

    def read(self, lines: Sequence[Line]) -> tuple[Fields, Items]:
        zone = values.CHINA if self.chinese else None
        fields = FieldReader(lines, zone, self.currency).read()
        return fields, ItemReader(fields, self.currency).read(lines)

    def draft(self, fields: Fields, items: Items, *problems: str) -> OrderDraft:
        choice = _Choice(fields.mentions)
        shop = choice.text("shop") or self._shop_above(items, choice)
        number, paid = choice.text("number"), choice.money("paid", TOTAL)
        moments = {moment: choice.moment(name) for name, moment in MOMENTS.items()}
        tracking = choice.text("tracking_number")
        if not (number or shop or paid or tracking or any(moments.values())):
            return OrderDraft(problems=(NOTHING,))
        discount = choice.sum("discount", SUM, PART)
        freight, courier = choice.money("freight"), choice.text("courier")
        reads = [*choice.reads]
        for index, piece in enumerate(items.pieces):
            reads += reads_of(piece, index)
        found = dict.fromkeys([*problems, *choice.problems, *items.problems])
        return OrderDraft(
            platform=self.platform,
            number=number,
            shop=shop,
            items=tuple(order_item(piece) for piece in items.pieces),
            paid=paid,
            discount=discount,
            freight=freight,
            moments=Moments(**moments),
            courier=courier,
            tracking_number=tracking,
            reads=tuple(reads),
            problems=tuple(found),
        )

    def _shop_above(self, items: Items, choice: _Choice) -> str:
        """Take the shop that no label names but that stands over its items."""
        if items.shop is None:
            return ""
        choice.reads.append(items.shop)
        return items.shop.value


@dataclass(slots=True)
class _Choice:
    """Choose among the mentions of each field: the first that is of use."""

    mentions: Sequence[Mention]
    reads: list[ReadField] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        value = self._value(name, name)
        return value if isinstance(value, str) else ""

    def moment(self, name: str) -> datetime | None:
        value = self._value(name, name)
        return value if isinstance(value, datetime) else None

    def money(self, name: str, *weaker: str) -> Money | None:
        value = self._value(name, name, *weaker)
        return value if isinstance(value, Money) else None

    def sum(self, name: str, whole: str, part: str) -> Money | None:
        """Take the stated sum, else add up the parts of one currency."""
        stated = self._value(name, whole)
        if isinstance(stated, Money):
            return stated
        parts = [one for one in self.mentions if one.field == part]
        amounts = [one.value for one in parts if isinstance(one.value, Money)]
        if not amounts or len({one.currency for one in amounts}) > 1:
            self.problems += [one.problem for one in parts if one.problem]
            return None
        total = Money(sum(one.cents for one in amounts), amounts[0].currency)
        words = " + ".join(one.words for one in parts if isinstance(one.value, Money))
        self.reads.append(ReadField(name, total.plain(), words, parts[0].line))
        return total

    def _value(self, name: str, *labels: str) -> str | Money | datetime | None:
        found = [one for label in labels for one in self.mentions if one.field == label]
        chosen = next((one for one in found if one.value is not None), None)
        told = chosen or (found[0] if found else None)
        if told is not None and told.problem:
            self.problems.append(told.problem)
        if chosen is None:
            return None
        self.reads.append(ReadField(name, _plain(chosen.value), chosen.words, chosen.line))
        return chosen.value


def _plain(value: str | Money | datetime | None) -> str:
    if isinstance(value, Money):
        return value.plain()
    return value.isoformat() if isinstance(value, datetime) else value or ""
