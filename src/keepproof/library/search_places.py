"""Ask the index which things hold the words, and choose those that are shown."""

# ruff: noqa: S608  (only conditions of this file go into statements, every value is bound)

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import apsw

from keepproof.domain.search import TYPES, Hits, Wanted
from keepproof.library.catalog import Catalog
from keepproof.library.search_hits import INSIDE, NAMED, TEXT, Found, shown_hits
from keepproof.library.search_sources import SHIFT
from keepproof.library.search_words import WORDS, deepens, either, expression
from keepproof.library.values import Row

LEAST = 5  # of each type, where there are so many
SCANNED = 64  # places of a word that are compared to find the densest

# The ids between these two, on a condition and its values.
Span = tuple[int, int, str, Sequence[object]]


class Finder:
    """Find things by the words of the index."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue, whose index gets a function that tells places."""
        self._catalog = catalog
        catalog.connection.register_fts5_function("place", _place)

    def find(self, wanted: Wanted, limit: int, pending: int) -> Hits:
        """Find at most so many things, the best first."""
        candidates = self._listed(wanted, limit) if not wanted.terms else self._held(wanted, limit)
        found = _best(self._ranked(candidates, wanted), limit)
        more = len(candidates) > len(found)
        return Hits(tuple(shown_hits(self._catalog, found, wanted)), more, pending)

    def _listed(self, wanted: Wanted, limit: int) -> list[Found]:
        """Give the things the filters let through, of each type those that came last."""
        return [
            Found(id, NAMED, place=-1)
            for low, high, condition, values in self._spans(wanted)
            for (id,) in self._catalog.rows(
                f"SELECT id FROM search_items i WHERE id > ? AND id < ? {condition} "
                "ORDER BY id DESC LIMIT ?",
                (low, high, *values, limit + 1),
            )
        ]

    def _held(self, wanted: Wanted, limit: int) -> list[Found]:
        """Give what holds the words, of each type those that came last."""
        known: dict[int, Found] = {}
        deep = any(map(deepens, wanted.terms))
        for rank in (NAMED, TEXT, INSIDE) if deep else (NAMED, TEXT):
            if rank == INSIDE and len(known) > limit:
                break
            for span in self._spans(wanted):
                for id, place in self._rows(rank, wanted, span, limit):
                    known.setdefault(id, Found(id, rank, place))
        return list(known.values())

    def _ranked(self, found: Sequence[Found], wanted: Wanted) -> list[Found]:
        """Put the order whose number was asked for first, then titles before texts, type after type, the newest first."""
        asked = [one.text.strip() for one in wanted.terms]
        whole = {
            (TYPES["order"] << SHIFT) + seq
            for (seq,) in self._catalog.rows(
                "SELECT seq FROM orders WHERE removed = 0 AND number IN (?, ?)",
                (" ".join(asked), "".join(asked)),
            )
        }
        days: dict[int, str] = dict(
            self._catalog.rows(
                "SELECT id, day FROM search_items WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps([one.id for one in found]),),
            )
        )
        newest = sorted(found, key=lambda one: (days.get(one.id, ""), one.id), reverse=True)
        return sorted(newest, key=lambda one: (one.id not in whole, one.rank, one.id >> SHIFT))

    def _rows(self, rank: int, wanted: Wanted, span: Span, limit: int) -> Iterator[Row]:
        """Give ids and places of a span, the highest first, and of each type no more than can be shown."""
        low, high, condition, values = span
        table = "search_names" if rank == NAMED else "search_words"
        join = f"CROSS JOIN search_items i ON i.id = {table}.rowid" if condition else ""
        asked = expression(wanted.terms, wanted.excluded, deep=rank == INSIDE)
        if rank == NAMED and wanted.excluded:
            # A word that is not wanted may stand in the text under the title.
            condition += (
                f" AND NOT EXISTS (SELECT 1 FROM search_words(?) w WHERE w.rowid = {table}.rowid)"
            )
            values = (*values, either(wanted.excluded))
        sql = (
            f"SELECT {table}.rowid, place({table}) FROM {table}(?) {join} "
            f"WHERE {table}.rowid > ? AND {table}.rowid < ? {condition} "
            f"ORDER BY {table}.rowid DESC LIMIT ?"
        )
        count, type = 0, 0
        while True:
            rows = self._catalog.rows(sql, (asked, low, high, *values, limit + 1))
            yield from rows
            if len(rows) <= limit:
                return
            last = rows[-1][0]
            more = sum(1 for id, _ in rows if id >> SHIFT == last >> SHIFT)
            count, type = (count + more if type == last >> SHIFT else more), last >> SHIFT
            # Enough of this type: the next one is looked for without going through all of it.
            high = type << SHIFT if count > limit else last

    def _spans(self, wanted: Wanted) -> Iterator[Span]:
        """Give the ranges of ids that are gone through: all at once, or type by type where filters differ."""
        if not wanted.filtered:
            yield 0, (max(TYPES.values()) + 1) << SHIFT, "", ()
            return
        for name, number in TYPES.items():
            if self._asked(name, wanted):
                condition, values = self._conditions(name, wanted)
                yield number << SHIFT, (number + 1) << SHIFT, condition, values

    def _asked(self, type: str, wanted: Wanted) -> bool:
        if type == "merchant" and (wanted.order or wanted.since or wanted.until):
            return False
        everything = not wanted.types and not wanted.kinds
        return everything or type in wanted.types or (type == "evidence" and bool(wanted.kinds))

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


def _best(ranked: Sequence[Found], limit: int) -> list[Found]:
    """Choose so many of what is ranked already, but some of each type."""
    taken: dict[int, int] = {}
    first: list[int] = []
    rest: list[int] = []
    for one in ranked:
        count = taken.get(one.id >> SHIFT, 0)
        taken[one.id >> SHIFT] = count + 1
        (first if count < LEAST else rest).append(one.id)
    chosen = {*[*first, *rest][:limit]}
    return [one for one in ranked if one.id in chosen]


def _place(api: apsw.FTS5ExtensionApi, /, *_: object) -> int:
    """Say around which word of a text most of the searched words stand; -1 where there is none."""
    places = [
        (place, phrase)
        for phrase in range(api.phrase_count)
        for place in api.phrase_column_offsets(phrase, WORDS)[:SCANNED]
    ]
    if not places:
        return -1
    return max(places, key=lambda one: (_near(places, one[0]), -one[0]))[0]


def _near(places: Sequence[tuple[int, int]], at: int) -> int:
    return len({phrase for place, phrase in places if at <= place < at + 40})
