"""Ask the index which things hold the words, and choose those that are shown."""

# ruff: noqa: S608  (only conditions of this file go into statements, every value is bound)

from __future__ import annotations

from collections.abc import Sequence

import apsw

from keepproof.domain.search import TYPES, Hits, Wanted
from keepproof.library.catalog import Catalog
from keepproof.library.search_hits import Found, shown_hits
from keepproof.library.search_sources import SHIFT
from keepproof.library.search_words import WORDS, expression

LEAST = 5  # of each type, where there are so many
SCANNED = 64  # places of a word that are compared to find the densest


class Finder:
    """Find things by the words of the index."""

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
        more = sum(map(len, groups)) > len(found)
        return Hits(tuple(shown_hits(self._catalog, found, wanted)), more, pending)

    def _asked(self, type: str, wanted: Wanted) -> bool:
        if type == "merchant" and (wanted.order or wanted.since or wanted.until):
            return False
        everything = not wanted.types and not wanted.kinds
        return everything or type in wanted.types or (type == "evidence" and bool(wanted.kinds))

    def _of_type(self, type: str, number: int, wanted: Wanted, limit: int) -> list[Found]:
        low, high = number << SHIFT, (number + 1) << SHIFT
        condition, values = self._conditions(type, wanted)
        if not wanted.terms:
            rows = self._catalog.rows(
                f"SELECT id FROM search_items i WHERE id > ? AND id < ? {condition} "
                "ORDER BY id DESC LIMIT ?",
                (low, high, *values, limit + 1),
            )
            return [Found(id, named=True, place=-1) for (id,) in rows]
        asked = expression(wanted.terms, wanted.excluded)
        known: dict[int, Found] = {}
        for table, named in (("search_names", True), ("search_words", False)):
            join = f"CROSS JOIN search_items i ON i.id = {table}.rowid" if condition else ""
            rows = self._catalog.rows(
                f"SELECT {table}.rowid, place({table}) FROM {table}(?) {join} "
                f"WHERE {table}.rowid > ? AND {table}.rowid < ? {condition} "
                f"ORDER BY {table}.rowid DESC LIMIT ?",
                (asked, low, high, *values, limit + 1),
            )
            for id, place in rows:
                known.setdefault(id, Found(id, named, place))
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


def _best(found: list[Found], limit: int) -> list[Found]:
    """Choose so many, titles and numbers before texts, but some of each type; the order of the types stays."""
    ranked = sorted(enumerate(found), key=lambda pair: (not pair[1].named, pair[0]))
    taken: dict[int, int] = {}
    first: list[tuple[int, Found]] = []
    rest: list[tuple[int, Found]] = []
    for place, one in ranked:
        count = taken.get(one.id >> SHIFT, 0)
        taken[one.id >> SHIFT] = count + 1
        (first if count < LEAST else rest).append((place, one))
    chosen = [*first, *rest][:limit]
    return [one for _, one in sorted(chosen, key=lambda pair: (not pair[1].named, pair[0]))]


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
