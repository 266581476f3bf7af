"""What a piece of evidence says of the order it is filed under; only what is labelled, and surely about that order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from keepproof.composing.differences import bare
from keepproof.domain.contradiction import FIELDS, Sighting, Value
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading
from keepproof.services import bought_rows

if TYPE_CHECKING:
    from keepproof.domain.bill import Bill
    from keepproof.readers.order_fields import Mention

LONGEST = 50_000
MOST_CHAT = 4_000_000
AROUND = 8  # lines of an order card in a chat, above and below its number
SURE = 0.85  # a figure recognised with less confidence is no evidence against anybody
_DAY_ONLY = "readers.date_without_time"
_CHATS = {EvidenceKind.CHAT, EvidenceKind.SMS}
_PAGES = {EvidenceKind.ORDER_SHOT}
_WAYS = {EvidenceKind.TRACK, EvidenceKind.WAYBILL}
_WIDE = re.compile(r"[０-９]")
_SPEAKS = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")


def of_bill(order: Order, filed: FiledEvidence, bill: Bill) -> list[Sighting]:
    """List what a bill or an order list says of an order, found there by its number or its payment."""
    name = filed.evidence.original_name
    transaction = order.sources.get(bought_rows.TRANSACTION, "")
    sightings: list[Sighting] = []
    for one in bought_rows.collect([(name, bill)]).bought:
        form = one.form
        payment = form.sources.get(bought_rows.TRANSACTION, "")
        if bare(form.number) != bare(order.number) and (not payment or payment != transaction):
            continue
        line = int(one.source.rpartition(":")[2])
        values: dict[str, Value | None] = {
            # a bill names who received the money, often a company and not the shop
            "shop": form.shop if one.is_order else None,
            "paid": form.paid,
            "freight": form.freight,
            "tracking_number": form.tracking_number,
        }
        values |= {
            "paid_at" if moment == "paid" else moment: at
            for moment, at in form.moments.known().items()
        }
        sightings += (
            Sighting(field, value, filed.evidence.id, filed.number or 0, line)
            for field, value in values.items()
            if value
        )
    return sightings


def of_reading(order: Order, filed: FiledEvidence, reading: Reading) -> list[Sighting]:
    """List what the text of a file says of an order.

    A text is about this order where it names its number, and no other; a page of an order also where it names none.
    Of the way of a parcel the tracking number counts, and the rest where that is the same.
    """
    kind = filed.evidence.kind
    if kind in _CHATS or reading.kind == "chat":
        mentions = [one for part in _cards(order, reading.text) for one in part]
    else:
        page = kind in _PAGES or reading.kind == "order"
        mentions = _about(
            order, _read(reading.text[:LONGEST], order.platform), page=page, way=kind in _WAYS
        )
    number, id = filed.number or 0, filed.evidence.id
    # nobody counts lines in a picture
    drawn = any(line.box is not None for line in reading.lines)
    return [
        Sighting(
            one.field,
            one.value,
            id,
            number,
            0 if drawn else one.line,
            one.words,
            one.problem == _DAY_ONLY,
        )
        for one in mentions
        if one.value is not None and _usable(one, reading)
    ]


def _about(order: Order, mentions: Sequence[Mention], *, page: bool, way: bool) -> list[Mention]:
    numbers = {bare(str(one.value)) for one in mentions if one.field == "number" and one.value}
    if len(numbers) > 1:
        return []
    if numbers:
        own = numbers == {bare(order.number)}
        return [one for one in mentions if own or (page and one.field == "number")]
    if page:
        return list(mentions)
    return _on_the_way(order, mentions) if way else []


def _on_the_way(order: Order, mentions: Sequence[Mention]) -> list[Mention]:
    parcels = {bare(str(one.value)) for one in mentions if one.field == "tracking_number"}
    if len(parcels) != 1:
        return []
    own = parcels == {bare(order.tracking_number)}
    fields = {"shipped", "signed"} if own else {"tracking_number"}
    return [one for one in mentions if one.field in fields]


def _cards(order: Order, text: str) -> Iterator[list[Mention]]:
    """Read the order cards of a chat: the lines around the order's own number, up to the messages beside them."""
    lines = text[:MOST_CHAT].splitlines()
    wanted = bare(order.number)
    if not wanted:
        return
    for place, line in enumerate(lines):
        # most lines of a long chat are passed over without a closer look
        if not (wanted[:3] in line.casefold() or _WIDE.search(line)) or wanted not in bare(line):
            continue
        start, end = place, place + 1
        while start > max(0, place - AROUND) and not _heads(lines[start - 1], order):
            start -= 1
        while end < min(len(lines), place + AROUND) and not _heads(lines[end], order):
            end += 1
        card = "\n" * start + "\n".join(lines[start:end])
        yield _about(order, _read(card, order.platform), page=False, way=False)


def _heads(line: str, order: Order) -> bool:
    """Say whether a line begins a message: a time that no label announces."""
    return _SPEAKS.search(line) is not None and not any(
        one.field in FIELDS for one in _read(line, order.platform)
    )


@lru_cache(maxsize=512)
def _read(text: str, platform: str) -> tuple[Mention, ...]:
    # its tables are needed only when a text is compared
    from keepproof.readers.order_text import labelled_values  # noqa: PLC0415

    return labelled_values(text, platform=None if platform == bought_rows.GENERIC else platform)


def _usable(one: Mention, reading: Reading) -> bool:
    if one.field not in FIELDS or one.problem not in {"", _DAY_ONLY}:
        return False
    words = bare(one.words)
    scores = [line.score for line in reading.lines if words in bare(line.text)]
    return max(scores, default=1.0) >= SURE
