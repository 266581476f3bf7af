"""Suggest what to cover in a picture, from the words that were read in it; nothing is covered by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from keepproof.composing.private_lines import SpotKind, find
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.reading import Reading, ReadLine
from keepproof.domain.redaction import Box, part_of
from keepproof.readers.reading import reader_of

if TYPE_CHECKING:
    from keepproof.library.library import Library

State = Literal["read", "unread", "no_reader", "problem"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place that may be covered: what stands there, the words as they may be shown, and where."""

    kind: SpotKind
    veiled: str
    box: Box


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may be covered, and what is known of the words in the picture.

    `state` is read; unread: nobody has looked yet; no_reader: what recognises text is not installed; or problem,
    where the words could not be read.
    """

    items: tuple[Suggestion, ...]
    state: State


def suggestions(library: Library, filed: FiledEvidence) -> Suggestions:
    """List what may be private in a picture, in reading order; the order's own numbers stay open."""
    item = filed.evidence
    reading = library.readings.get(item.sha256)
    if reading is None:
        reader = reader_of(item.media_type)
        ready = reader is not None and reader.ready
        return Suggestions((), "unread" if ready else "no_reader")
    if not _fits(reading, filed):
        return Suggestions((), "problem")
    lines = lines_of(reading)
    found = []
    for spot in find(lines, known_numbers(library, filed.order_id)):
        box = part_of(lines[spot.line], spot.start, spot.end)
        if box is not None:
            found.append(Suggestion(spot.kind, spot.veiled, box))
    return Suggestions(tuple(found), "problem" if reading.problem else "read")


def lines_of(reading: Reading) -> tuple[ReadLine, ...]:
    """Give the lines of the picture itself: they have a place, and stand on its first page."""
    return tuple(one for one in reading.lines if one.box is not None and one.page == 0)


def _fits(reading: Reading, filed: FiledEvidence) -> bool:
    """Say whether the boxes of a reading are in pixels of the picture as it is shown."""
    seen, read = filed.evidence.facts, reading.facts
    names = ("width", "height")
    return reading.source == "picture" and all(
        not seen.get(name) or not read.get(name) or seen[name] == read[name] for name in names
    )


def known_numbers(library: Library, order_id: str | None) -> frozenset[str]:
    """List the numbers of an order that are never private, whatever they look like."""
    if order_id is None:
        return frozenset()
    order = library.orders.get(order_id)
    merchant = library.merchants.get(order.merchant_id)
    contacts = library.contacts.of_order(order_id)
    known = [order.number, order.tracking_number, merchant.credit_code]
    known += [one.ticket for one in contacts]
    return frozenset(one.strip() for one in known if one.strip())
