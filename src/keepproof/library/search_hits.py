"""Turn rows of the index into what is shown: where each thing stands now, and a snippet of it."""

# ruff: noqa: S608  (only a constant of this file goes into statements, every value is bound)

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from keepproof.domain.search import TYPES, Hit, Wanted
from keepproof.library.catalog import Catalog
from keepproof.library.search_snippets import Ranges, Ways, marks, snippet
from keepproof.library.search_sources import SHIFT
from keepproof.library.search_words import patterns
from keepproof.library.values import Row, shown

_IN = "IN (SELECT value FROM json_each(?))"
NAMED, TEXT, INSIDE = range(3)
_TYPES = {number: name for name, number in TYPES.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """One row of the index.

    `rank`: the words stand in its title or number (NAMED), in its text (TEXT), or somewhere inside of other words
    (INSIDE); `place` is the word of it around which most of them stand, -1 where only parts of words were found.
    """

    id: int
    rank: int
    place: int


def shown_hits(catalog: Catalog, found: Sequence[Found], wanted: Wanted) -> Iterator[Hit]:
    """Give what is shown of these rows, in their order; what was removed a moment ago does not come."""
    items = _by_key(
        catalog,
        f"SELECT id, ref, kind, day, order_id, title, head FROM search_items WHERE id {_IN}",
        [one.id for one in found],
    )
    places = _places(catalog, items, wanted)
    ways = [one for one in map(patterns, wanted.terms) if one]
    # What stands in no title was looked for in all titles already, unless each of several words stands elsewhere.
    parted = len(ways) > 1
    heads = {
        one.id: snippet(shown(items[one.id][5]), ways if one.rank != TEXT or parted else ())
        for one in found
        if one.id in items
    }
    texts = _passages(catalog, [one for one in found if one.id in heads and not heads[one.id][1]])
    for one in found:
        if one.id not in items or one.id not in places:
            continue
        ref, kind, day, _, title, _ = items[one.id]
        order_id, order, number, order_title = places[one.id]
        words, ranges = heads[one.id]
        if not ranges:
            passage = _passage(catalog, one, texts.get(one.id, ()), ways)
            words, ranges = _better(snippet(passage, ways), words)
        own = shown(title)
        titled = marks(own, ways) if one.rank != TEXT or parted else ()
        if one.rank == INSIDE and not titled and not ranges:
            continue  # the pieces of a long sentence stand here and there, but not one after the other
        place = order_id, order, number, own or order_title
        yield Hit(_TYPES[one.id >> SHIFT], ref, *place, words, ranges, titled, kind, day)


_Place = tuple[str | None, str | None, int | None, str]


def _places(catalog: Catalog, items: Mapping[int, Row], wanted: Wanted) -> dict[int, _Place]:
    """Say for each item in which order it is, under which number, and how the order is called."""
    kept: dict[int, tuple[str | None, int | None]] = {}
    refs = {id: row[0] for id, row in items.items()}
    of_type = {
        name: [refs[id] for id in items if _TYPES[id >> SHIFT] == name]
        for name in ("evidence", "merchant")
    }
    filings = _filings(catalog, of_type["evidence"], wanted)
    newest = _by_key(
        catalog,
        "SELECT merchant_id, id, max(seq) FROM orders WHERE removed = 0 "
        f"AND merchant_id {_IN} GROUP BY merchant_id",
        of_type["merchant"],
    )
    for id, row in items.items():
        type = _TYPES[id >> SHIFT]
        if type == "evidence":
            if row[0] in filings:
                kept[id] = filings[row[0]]
        elif type == "merchant":
            kept[id] = (newest[row[0]][0] if row[0] in newest else None, None)
        else:
            kept[id] = (row[3], None)
    orders = _by_key(
        catalog,
        "SELECT o.id, o.number, i.title FROM orders o LEFT JOIN order_items i "
        f"ON i.order_id = o.id AND i.position = 0 WHERE o.removed = 0 AND o.id {_IN}",
        {order_id for order_id, _ in kept.values() if order_id is not None},
    )
    places: dict[int, _Place] = {}
    for id, (order_id, number) in kept.items():
        if order_id in orders:
            order, title = orders[order_id]
            places[id] = order_id, shown(order), number, shown(title or order)
        elif order_id is None and _TYPES[id >> SHIFT] == "evidence":
            places[id] = None, None, None, ""
    return places


def _filings(
    catalog: Catalog, refs: Sequence[str], wanted: Wanted
) -> dict[str, tuple[str | None, int | None]]:
    """Say where kept evidence is filed: in the order that was asked for, else in its first."""
    filings: dict[str, tuple[str | None, int | None]] = {}
    for id, order_id, number in catalog.rows(
        "SELECT e.id, f.order_id, f.number FROM evidence e LEFT JOIN filings f "
        "ON f.evidence_id = e.id AND f.unfiled = 0 AND f.order_removed = 0 "
        "LEFT JOIN orders o ON o.id = f.order_id "
        f"WHERE e.state = 'kept' AND e.id {_IN} ORDER BY instr(o.number, ?) = 0, f.seq",
        (json.dumps(refs), wanted.order),
    ):
        filings.setdefault(id, (order_id, number))
    return filings


def _better(body: tuple[str, Ranges], head: str) -> tuple[str, Ranges]:
    """Show the head rather than a body in which nothing is marked."""
    return body if body[1] or not head else (head, ())


def _passages(catalog: Catalog, found: Sequence[Found]) -> dict[int, Row]:
    """Give for each thing where the passage of its place begins, its text, and where the next begins with its text."""
    asked = [[one.id, max(one.place, 0)] for one in found]
    return _by_key(
        catalog,
        "SELECT p.item, p.first, p.text, n.first, n.text FROM "
        "(SELECT value ->> 0 AS item, value ->> 1 AS place FROM json_each(?)) f "
        "JOIN search_passages p ON p.item = f.item AND p.first = coalesce("
        "(SELECT max(first) FROM search_passages WHERE item = f.item AND first <= f.place), "
        "(SELECT min(first) FROM search_passages WHERE item = f.item)) "
        "LEFT JOIN search_passages n ON n.item = f.item AND n.first = "
        "(SELECT min(first) FROM search_passages WHERE item = f.item AND first > p.first)",
        asked,
    )


def _passage(catalog: Catalog, found: Found, near: Row, ways: Sequence[Ways]) -> str:
    """Give the part of the body where the words stand; a part of a number is looked for letter by letter."""
    if not near:
        return ""
    _, text, next, following = near
    if next is None:
        return shown(text)
    text = shown(text) + shown(following)
    elsewhere = found.place < next or found.rank == INSIDE
    if elsewhere and not marks(text, ways):
        for (passage,) in catalog.stream(
            "SELECT text FROM search_passages WHERE item = ? ORDER BY first", (found.id,)
        ):
            if marks(shown(passage), ways):
                return shown(passage)
    return text


def _by_key(catalog: Catalog, sql: str, keys: Iterable[object]) -> dict[Any, Row]:
    """Run a statement for many keys and give its rows by their first column."""
    listed = json.dumps(list(keys))
    return {row[0]: row[1:] for row in catalog.rows(sql, (listed,))} if listed != "[]" else {}
