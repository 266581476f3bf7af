"""Ask the index: which things hold the words, in which order they are shown, and where the words stand in them."""

# ruff: noqa: S608  (only conditions of this file go into statements, every value is bound)

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from keepproof.domain.search import TYPES, Hit, Hits, Wanted
from keepproof.library.catalog import Catalog
from keepproof.library.search_snippets import marks, snippet
from keepproof.library.search_sources import SHIFT
from keepproof.library.search_words import COLUMNS, expression, pattern
from keepproof.library.values import Row, shown

BODY = COLUMNS.index("body")
LEAST = 5  # of each type, where there are so many
SCANNED = 64  # places of a word that are compared to find the densest


@dataclass(frozen=True, slots=True)
class _Found:
    """One row of the index, and the word of its body around which most of the others stand (-1: none there)."""

    id: int
    named: bool
    place: int


class Finder:
    """Find things and cut their snippets."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue, whose index gets a function that tells places."""
        self._catalog = catalog
        catalog.connection.register_fts5_function("place", _place)

    def find(self, wanted: Wanted, limit: int, pending: int) -> Hits:
        """Find at most so many things, the best first."""
        groups = [
            self._of_type(name, number, wanted, limit)
            for name, number in TYPES.items()
            if self._asked(name, wanted)
        ]
        found = _best([one for group in groups for one in group], limit)
        patterns = [one for one in map(pattern, wanted.terms) if one is not None]
        hits = [self._hit(one, wanted, patterns) for one in found]
        more = sum(map(len, groups)) > len(found)
        return Hits(tuple(one for one in hits if one is not None), more, pending)

    def _asked(self, type: str, wanted: Wanted) -> bool:
        if type == "merchant" and (wanted.order or wanted.since or wanted.until):
            return False
        everything = not wanted.types and not wanted.kinds
        return everything or type in wanted.types or (type == "evidence" and bool(wanted.kinds))

    def _of_type(self, type: str, number: int, wanted: Wanted, limit: int) -> list[_Found]:
        low, high = number << SHIFT, (number + 1) << SHIFT
        condition, values = self._conditions(type, wanted)
        if not wanted.terms:
            rows = self._catalog.rows(
                f"SELECT id FROM search_items i WHERE id > ? AND id < ? {condition} "
                "ORDER BY id DESC LIMIT ?",
                (low, high, *values, limit + 1),
            )
            return [_Found(id, named=True, place=-1) for (id,) in rows]
        known: dict[int, _Found] = {}
        for named in (True, False):
            join = "CROSS JOIN search_items i ON i.id = search_words.rowid" if condition else ""
            rows = self._catalog.rows(
                "SELECT search_words.rowid, place(search_words) FROM search_words(?) "
                f"{join} WHERE search_words.rowid > ? AND search_words.rowid < ? {condition} "
                "ORDER BY search_words.rowid DESC LIMIT ?",
                (
                    expression(wanted.terms, wanted.excluded, named=named),
                    low,
                    high,
                    *values,
                    limit + 1,
                ),
            )
            for id, place in rows:
                known.setdefault(id, _Found(id, named, place))
            if len(known) > limit:
                break
        return list(known.values())[: limit + 1]

    def _conditions(self, type: str, wanted: Wanted) -> tuple[str, list[object]]:
        parts: list[str] = []
        values: list[object] = []
        if wanted.kinds and type == "evidence" and type not in wanted.types:
            parts.append(f"i.kind IN ({', '.join('?' * len(wanted.kinds))})")
            values.extend(sorted(wanted.kinds))
        if wanted.order:
            orders = "SELECT id FROM orders WHERE removed = 0 AND instr(number, ?)"
            parts.append(
                "i.ref IN (SELECT evidence_id FROM filings WHERE unfiled = 0 AND order_removed = 0 "
                f"AND order_id IN ({orders}))"
                if type == "evidence"
                else f"i.order_id IN ({orders})"
            )
            values.append(wanted.order)
        if wanted.since is not None:
            parts.append("i.day >= ?")
            values.append(wanted.since.isoformat())
        if wanted.until is not None:
            parts.append("i.day <> '' AND i.day <= ?")
            values.append(wanted.until.isoformat())
        return "".join(f" AND {one}" for one in parts), values

    def _hit(
        self, found: _Found, wanted: Wanted, patterns: Sequence[re.Pattern[str]]
    ) -> Hit | None:
        row = self._catalog.row(
            "SELECT ref, kind, day, order_id, title, head FROM search_items WHERE id = ?",
            (found.id,),
        )
        type = next(name for name, number in TYPES.items() if number == found.id >> SHIFT)
        where = None if row is None else self._order_of(type, row, wanted)
        if row is None or where is None:
            return None  # it was removed a moment ago
        order_id, number, in_order, order_title = where
        title = shown(row[4]) or order_title
        words, ranges = self._words(found, shown(row[5]), patterns)
        return Hit(
            type,
            row[0],
            order_id,
            number,
            in_order,
            title,
            words,
            ranges,
            marks(title, patterns) if row[4] else (),
            row[1],
            row[2],
        )

    def _words(
        self, found: _Found, head: str, patterns: Sequence[re.Pattern[str]]
    ) -> tuple[str, tuple[tuple[int, int], ...]]:
        in_head = snippet(head, patterns)
        if in_head[1]:
            return in_head
        body = snippet(self._passage(found, patterns), patterns)
        return body if body[1] or not head else in_head

    def _passage(self, found: _Found, patterns: Sequence[re.Pattern[str]]) -> str:
        """Give the part of the body where the words stand; a part of a number is searched for letter by letter."""
        rows = self._catalog.rows(
            "SELECT text FROM search_passages WHERE item = ? AND first >= coalesce((SELECT max(first) "
            "FROM search_passages WHERE item = ? AND first <= ?), 0) ORDER BY first LIMIT 2",
            (found.id, found.id, max(found.place, 0)),
        )
        text = "".join(shown(one[0]) for one in rows)
        if found.place < 0 and not marks(text, patterns):
            for (passage,) in self._catalog.stream(
                "SELECT text FROM search_passages WHERE item = ? ORDER BY first", (found.id,)
            ):
                if marks(shown(passage), patterns):
                    return shown(passage)
        return text

    def _order_of(
        self, type: str, row: Row, wanted: Wanted
    ) -> tuple[str | None, str | None, int | None, str] | None:
        """Say where a thing stands: order, its number, number in it, title of the order; None where it is gone."""
        ref, order_id, number = row[0], row[3], None
        if type == "evidence":
            if not self._catalog.row(
                "SELECT 1 FROM evidence WHERE id = ? AND state = 'kept'", (ref,)
            ):
                return None
            filing = self._catalog.row(
                "SELECT f.order_id, f.number FROM filings f JOIN orders o ON o.id = f.order_id "
                "WHERE f.evidence_id = ? AND f.unfiled = 0 AND f.order_removed = 0 "
                "ORDER BY instr(o.number, ?) = 0, f.seq LIMIT 1",
                (ref, wanted.order),
            )
            if filing is None:
                return None, None, None, ""
            order_id, number = filing
        if type == "merchant":
            newest = self._catalog.row(
                "SELECT id FROM orders WHERE merchant_id = ? AND removed = 0 ORDER BY seq DESC",
                (ref,),
            )
            order_id = None if newest is None else newest[0]
        order = self._catalog.row(
            "SELECT o.number, i.title FROM orders o LEFT JOIN order_items i "
            "ON i.order_id = o.id AND i.position = 0 WHERE o.id = ? AND o.removed = 0",
            (order_id,),
        )
        if order is None:
            return None
        return order_id, shown(order[0]), number, shown(order[1] or order[0])


def _best(found: list[_Found], limit: int) -> list[_Found]:
    """Choose so many, titles and numbers before texts, but some of each type; the order of the types stays."""
    ranked = sorted(enumerate(found), key=lambda pair: (not pair[1].named, pair[0]))
    taken: dict[int, int] = {}
    first: list[tuple[int, _Found]] = []
    rest: list[tuple[int, _Found]] = []
    for place, one in ranked:
        count = taken.get(one.id >> SHIFT, 0)
        taken[one.id >> SHIFT] = count + 1
        (first if count < LEAST else rest).append((place, one))
    chosen = [*first, *rest][:limit]
    return [one for _, one in sorted(chosen, key=lambda pair: (not pair[1].named, pair[0]))]


def _place(api: apsw.FTS5ExtensionApi, /, *_: object) -> int:
    """Say around which word of the body most of the searched words stand; -1 where there is none."""
    places = [
        (place, phrase)
        for phrase in range(api.phrase_count)
        for place in api.phrase_column_offsets(phrase, BODY)[:SCANNED]
    ]
    if not places:
        return -1
    return max(places, key=lambda one: (_near(places, one[0]), -one[0]))[0]


def _near(places: Sequence[tuple[int, int]], at: int) -> int:
    return len({phrase for place, phrase in places if at <= place < at + 40})
