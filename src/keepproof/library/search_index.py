"""The index of words: kept up to date from the notes of what changed, and asked for what is in it."""

# ruff: noqa: S608  (only conditions of this file go into statements, every value is bound)

from __future__ import annotations

import json
import time

from keepproof.domain.search import Hits, Wanted
from keepproof.library.catalog import Catalog
from keepproof.library.search_folding import fold
from keepproof.library.search_places import Finder
from keepproof.library.search_snippets import passages
from keepproof.library.search_sources import Source, everything, sources
from keepproof.library.search_words import indexed, initials, number_words, tails

# Any change of what stands in the index, or how, gets a new number: every library is then read again.
VERSION = 1
BATCH = 64


class SearchIndex:
    """Keep the index and search in it; it is derived and can be made again at any time."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog
        self._finder = Finder(catalog)

    def refresh(self, seconds: float | None = None) -> int:
        """Read what changed since the last time, for about so long; returns how many things are still waiting."""
        begun = time.monotonic()
        self._renew()
        while self._step():
            if seconds is not None and time.monotonic() - begun >= seconds:
                break
        return self.pending()

    def pending(self) -> int:
        """Count the things that changed and are not indexed yet."""
        row = self._catalog.row("SELECT count(*) FROM search_dirty")
        version = self._catalog.row("SELECT version FROM search_state")
        if version != (VERSION,):
            row = self._catalog.row(f"SELECT count(*) FROM ({everything()})")
        return 0 if row is None else int(row[0])

    def rebuild(self) -> None:
        """Forget the whole index; the next `refresh` makes it again."""
        self._catalog.run("UPDATE search_state SET version = 0")

    def find(self, wanted: Wanted, limit: int = 50) -> Hits:
        """Find at most so many things, the best first: titles and numbers, then texts, each by type, newest first."""
        return self._finder.find(wanted, limit, self.pending())

    def _renew(self) -> None:
        if self._catalog.row("SELECT version FROM search_state") == (VERSION,):
            return
        with self._catalog.transaction():
            for table in ("search_words", "search_names"):
                self._catalog.run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
            for table in ("search_items", "search_passages", "search_dirty"):
                self._catalog.run(f"DELETE FROM {table}")
            self._catalog.run(f"INSERT INTO search_dirty {everything()}")
            self._catalog.run("UPDATE search_state SET version = ?", (VERSION,))

    def _step(self) -> bool:
        """Read some things that changed, all or nothing; False when none is left."""
        with self._catalog.transaction():
            rows = self._catalog.rows("SELECT id FROM search_dirty ORDER BY id LIMIT ?", (BATCH,))
            ids = [row[0] for row in rows]
            if not ids:
                return False
            listed = json.dumps(ids)
            for table, name in (
                ("search_words", "rowid"),
                ("search_names", "rowid"),
                ("search_items", "id"),
                ("search_passages", "item"),
                ("search_dirty", "id"),
            ):
                self._catalog.run(
                    f"DELETE FROM {table} WHERE {name} IN (SELECT value FROM json_each(?))",
                    (listed,),
                )
            for one in sorted(sources(self._catalog, ids), key=lambda one: one.id):
                self._put(one)
        return len(ids) == BATCH

    def _put(self, one: Source) -> None:
        named = fold(f"{one.title}\n{one.head}")
        written, first = indexed(named)
        numbers = " ".join([tails(named), *map(number_words, one.numbers)])
        names = " ".join(map(initials, one.names))
        # The mark keeps a phrase from beginning in the title and ending in the text; no query can hold it.
        words, inner = [written, "·"], [numbers]
        first += 1
        parts: list[tuple[int, int, str]] = []
        for passage in passages(one.body):
            folded = fold(passage)
            written, count = indexed(folded)
            words.append(written)
            inner.append(tails(folded))
            parts.append((one.id, first, passage))
            first += count
        self._catalog.run(
            "INSERT INTO search_items (id, ref, kind, day, order_id, title, head) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (one.id, one.ref, one.kind, one.day, one.order_id, one.title, one.head),
        )
        self._catalog.many("INSERT INTO search_passages VALUES (?, ?, ?)", parts)
        for table, columns in (
            ("search_names", (words[0], numbers, names)),
            ("search_words", (" ".join(words), " ".join(inner), names)),
        ):
            self._catalog.run(
                f"INSERT INTO {table} (rowid, words, numbers, initials) VALUES (?, ?, ?, ?)",
                (one.id, *columns),
            )
