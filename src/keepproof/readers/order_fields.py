"""Find the labelled values of an order page: on the line of the label or on the one below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from itertools import islice, zip_longest

from keepproof.domain.money import Money
from keepproof.readers import order_values as values
from keepproof.readers.order_labels import (
    BUTTONS,
    OTHER,
    PART,
    PERSONAL,
    PRIVATE,
    SUM,
    TOTAL,
    Hit,
    hits,
)
from keepproof.readers.order_lines import Line

AMOUNTS = frozenset({"paid", TOTAL, "freight", SUM, PART})
MOMENTS = frozenset({"ordered", "paid_at", "shipped", "signed", "confirmed"})
LONGEST_VALUE = 200
LONGEST_NAME = 40
LOOK_BELOW = 3
MOST_LABELS = 100
PRIVATE_LINES = 5

COURIER = r"[^\s:¥\d][^:¥\d\t]{0,14}?(?:速运|快递|速递|物流|快运|邮政|快递包裹|EMS|Express|Post|Logistics)"
_COURIER_LINE = re.compile(
    rf"\s*(?P<name>{COURIER})\s*[:(]?\s*(?=[A-Z]{{0,6}}\d{{8}}|\d{{4}} \d{{4}})"
)
_CARRIER = re.compile(
    r"(?:速运|快递|速递|物流|快运|邮政|EMS|Express|Post|Logistics|顺丰|京东|UPS|USPS|FedEx|DHL|Amazon)\)?$",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(
    r"\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
VAGUE = frozenset({"快递", "普通快递", "快递配送", "物流", "商家配送", "卖家包邮", "送货上门"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One labelled value: exact words and line; `problem` is set where it is of no use or doubtful."""

    field: str
    value: str | Money | datetime | None
    words: str
    line: int
    problem: str = ""


@dataclass(slots=True)
class Fields:
    """What was found, and which lines it took: those that end a group of items, those that do not."""

    mentions: list[Mention] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    quiet: set[int] = field(default_factory=set)


class FieldReader:
    """Read the labelled values of one page."""

    def __init__(self, lines: Sequence[Line], zone: timezone | None, currency: str) -> None:
        """Take the lines, and zone (None: of this computer) and currency where the page names none."""
        self._lines = lines
        self._zone = zone
        self._currency = currency
        self._hits = [list(islice(hits(line.plain), MOST_LABELS)) for line in lines]
        self._found = Fields()

    def read(self) -> Fields:
        """Read all lines."""
        for index, line in enumerate(self._lines):
            if not self._hits[index]:
                self._unlabelled(line)
            for hit, later in zip_longest(self._hits[index], self._hits[index][1:]):
                stop = later.start if later else len(line.plain)
                self._take(index, hit, stop, last=later is None)
        self._around_number()
        return self._found

    def _around_number(self) -> None:
        """Read what a list of orders puts beside the number: the day before it, the shop below it."""
        number = next((one.line for one in self._found.mentions if one.field == "number"), None)
        if number is None:
            return
        line, labels = self._lines[number - 1], self._hits[number - 1]
        before = Line(number, line.text, line.plain[: labels[0].start if labels else 0])
        above = next(
            (one for one in reversed(self._lines[: number - 1]) if one.plain.strip()), None
        )
        for one in (before, above):
            day = _DAY_ALONE.fullmatch(one.plain) if one is not None else None
            found = values.moment(day[0], self._zone) if day is not None else None
            if one is not None and found is not None:
                self._add("ordered", found, one, 0)
        below = [one for one in self._lines[number : number + 6] if one.plain.strip()][:2]
        if len(below) == 2 and below[1].plain.strip() == "订单详情":
            name = None if self._hits[below[0].number - 1] else _name(below[0].plain)
            if name is not None:
                self._add("shop", name, below[0], 0)
                self._found.breaks.add(below[0].number)

    def _take(self, index: int, hit: Hit, stop: int, *, last: bool) -> None:
        line = self._lines[index]
        if hit.field == "tracking_number":
            self._name_before(line, hit)
        stop = min(stop, hit.end + LONGEST_VALUE)
        if line.plain[hit.end : stop].strip(" :\t"):
            taken = self._value(hit, line, hit.end, stop)
            if taken or hit.colon or hit.field in {PRIVATE, OTHER}:
                self._consume(line, hit)
        elif last:
            self._consume(line, hit)
            self._below(index, hit)

    def _below(self, index: int, hit: Hit) -> None:
        """Look for the value on the lines below a label that stands alone."""
        seen = 0
        for below in range(
            index + 1, min(index + 1 + LOOK_BELOW + PRIVATE_LINES, len(self._lines))
        ):
            line = self._lines[below]
            if not line.plain.strip():
                if hit.field == PRIVATE and seen:
                    return
                continue
            if self._hits[below] or seen >= (PRIVATE_LINES if hit.field == PRIVATE else 1):
                return
            seen += 1
            if hit.field == PRIVATE:
                if seen > 1 and _HAN.search(line.plain) and not PERSONAL.search(line.plain):
                    return
                self._found.breaks.add(line.number)
            elif line.plain.strip() in values.CURRENCIES:
                self._found.quiet.add(line.number)
                seen = 0
            elif self._value(hit, line, 0, len(line.plain), whole=True):
                self._consume(line, hit)
                return

    def _value(self, hit: Hit, line: Line, start: int, stop: int, *, whole: bool = False) -> bool:
        """Read the value of a label from a part of a line; say whether there was one."""
        if whole and stop > LONGEST_VALUE:
            return False
        part = line.plain[start:stop]
        found = self._read_as(hit, part)
        if found is None:
            return False
        if whole and BUTTONS.sub("", part[found.end :]).strip(" :,元"):
            return False
        self._add(hit.field, found, line, start)
        if hit.field == "courier":
            self._number_after(line, start + found.end, stop)
        return True

    def _read_as(self, hit: Hit, part: str) -> values.Found | None:
        if hit.field == "number":
            return values.number(part)
        if hit.field in MOMENTS:
            return values.moment(part, self._zone)
        if hit.field in AMOUNTS:
            return self._amount(hit, part)
        if hit.field == "tracking_number":
            return values.tracking(part)
        if hit.field == "courier":
            return _courier(part, plain=hit.colon) or None
        if hit.field == "shop":
            return _name(part)
        return None

    def _amount(self, hit: Hit, part: str) -> values.Found | None:
        free = values.FREE.match(part) if hit.field == "freight" else None
        if free is not None:
            return values.Found(Money(0, self._currency), *free.span(1))
        found = values.amount(part, self._currency, signed=hit.field in {SUM, PART})
        if found is None or found.problem:
            return found
        words = part[found.start : found.end]
        told = hit.colon or re.search(r"[¥$£€元A-Z]|\.\d", words) is not None
        return found if told or not BUTTONS.sub("", part[found.end :]).strip() else None

    def _name_before(self, line: Line, hit: Hit) -> None:
        """Read the courier's name in front of the label of its number (示例速运 运单号：773…)."""
        before = line.plain[max(0, hit.start - LONGEST_NAME) : hit.start].rstrip(" :,")
        match = re.search(rf"(?:^|\s)({COURIER})$", before)
        if match is not None:
            start = max(0, hit.start - LONGEST_NAME) + match.start(1)
            found = values.Found(match[1], 0, len(match[1]))
            self._add("courier", found, line, start)

    def _number_after(self, line: Line, start: int, stop: int) -> None:
        found = values.tracking(re.sub(r"[,(]", " ", line.plain[start:stop]))
        if found is not None:
            self._add("tracking_number", found, line, start)

    def _unlabelled(self, line: Line) -> None:
        """Read a line that is a courier's name and a number."""
        match = _COURIER_LINE.match(line.plain[:LONGEST_VALUE])
        if match is not None and match["name"] not in VAGUE:
            found = values.Found(match["name"], *match.span("name"))
            self._add("courier", found, line, 0)
            self._number_after(line, match.end(), match.end() + LONGEST_VALUE)
            self._found.breaks.add(line.number)

    def _add(self, name: str, found: values.Found, line: Line, start: int) -> None:
        words = line.text[start + found.start : start + found.end].strip()
        self._found.mentions.append(Mention(name, found.value, words, line.number, found.problem))

    def _consume(self, line: Line, hit: Hit) -> None:
        quiet = hit.field in {"shop", OTHER}
        (self._found.quiet if quiet else self._found.breaks).add(line.number)


def _name(part: str) -> values.Found | None:
    """Read a shop's name: up to a tab, a wide gap or a button."""
    start = len(part) - len(part.lstrip(" :\t"))
    rest = re.split(r"\t|\s{2,}|\s+and\s+Fulfilled|\(seller", part[start:], maxsplit=1)[0]
    name = BUTTONS.sub("", rest).strip()
    if not 1 < len(name) <= LONGEST_NAME or name.startswith("-"):
        return None
    return values.Found(name, start, start + len(name))


def _courier(part: str, *, plain: bool) -> values.Found | None:
    """Read a courier's name; without a colon before it, it must look like one or bring its number."""
    start = len(part) - len(part.lstrip(" :\t"))
    match = re.match(r"[^\d:¥$\t(,]{2,30}?(?=\s*(?:[\t(,:\d]|\s[A-Z]{0,6}\d{4}|$))", part[start:])
    if match is None:
        return None
    name = BUTTONS.sub("", match[0]).strip()
    rest = part[start + match.end() :]
    known = plain or _CARRIER.search(name) or values.tracking(rest.lstrip("( ,"))
    if len(name) < 2 or name in VAGUE or not known or values.FREE.match(name):
        return None
    return values.Found(name, start, start + len(name))
