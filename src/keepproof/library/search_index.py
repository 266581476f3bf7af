"""The index of words: kept up to date from the notes of what changed, and asked for what is in it."""

# ruff: noqa: S608  (only conditions of this file go into statements, every value is bound)

from __future__ import annotations

import json
import time
from collections.abc import Sequence

from keepproof.domain.search import Hits, Wanted
from keepproof.library.catalog import Catalog
from keepproof.library.search_folding import fold
from keepproof.library.search_places import Finder
from keepproof.library.search_snippets import passages
from keepproof.library.search_sources import Source, everything, sources
from keepproof.library.search_words import (
    MARK,
    beginnings,
    dashed,
    indexed,
    initials,
    inner,
    joined,
    long_words,
    runs,
)

# Any change of what stands in the index, or how, gets a new number: every library is then read again.
VERSION = 2
BATCH = 64
# Written at once, where there is time: fewer pieces to be merged, and nobody waits longer for the library.
STEP = 0.05
# How the pieces of the index are merged. SQLite would merge sixteen of them at a stroke, which takes seconds in a
# large library; here it begins early and does a little each time, and `tidy` does the rest when nobody waits.
_MERGING = {"automerge": 64, "crisismerge": 500, "usermerge": 8, "hashsize": 4 << 20}
_IN = "IN (SELECT value FROM json_each(?))"
PAGES = 200  # merged at once by `tidy`
_FTS = ("search_words", "search_names")


class _Text:
    """One thing as it stands in the index: its row by title and number, its row of everything, its passages."""

    def __init__(self, one: Source) -> None:
        title = f"{one.title}\n{one.head}"
        self._words: list[str] = []
        self._count = 0
        self._long: set[str] = set()
        self._dashed = set(map(joined, one.numbers))
        self._begun: set[str] = set()
        names = " ".join(map(initials, one.names))
        self._read(title)
        self.named = (one.id, *self._columns(names))
        # The mark keeps a phrase from beginning in the title and ending in the text; no query can hold it.
        self._words.append(MARK)
        self._count += 1
        self.passages: list[tuple[int, int, str]] = []
        for passage in passages(one.body):
            self.passages.append((one.id, self._count, passage))
            self._read(passage)
        self.whole = (one.id, *self._columns(names))

    def _read(self, text: str) -> None:
        found = runs(fold(text))
        words, count = indexed(found)
        self._words.append(words)
        self._count += count
        self._long |= long_words(found)
        self._dashed |= dashed(text)
        self._begun |= beginnings(text)

    def _columns(self, names: str) -> tuple[str, str, str]:
        numbers = inner(self._long, self._dashed)
        return " ".join(self._words), numbers, " ".join((names, *sorted(self._begun)))


class SearchIndex:
    """Keep the index and search in it; it is derived and can be made again at any time."""

    def __init__(self, catalog: Catalog) -> None:
        """Use this catalogue."""
        self._catalog = catalog
        self._finder = Finder(catalog)

    def refresh(self, seconds: float | None = None) -> int:
        """Read what changed since the last time, for about so long; returns how many things are still waiting.

        Without a limit the index is tidied too.
        """
        begun = time.monotonic()
        end = begun + (float("inf") if seconds is None else seconds)
        self._renew()
        while self._step(min(end, time.monotonic() + STEP)):
            if time.monotonic() >= end:
                break
        if seconds is None:
            self.tidy()
        return self.pending()

    def tidy(self, seconds: float | None = None) -> bool:
        """Merge pieces of the index, which makes looking faster, for about so long; False when nothing is left to do."""
        begun = time.monotonic()
        while self._merge():
            if seconds is not None and time.monotonic() - begun >= seconds:
                return True
        return False

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
            for table in _FTS:
                self._catalog.run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
                for name, value in _MERGING.items():
                    self._catalog.run(
                        f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (name, value)
                    )
            for table in ("search_items", "search_passages", "search_dirty"):
                self._catalog.run(f"DELETE FROM {table}")
            self._catalog.run(f"INSERT INTO search_dirty {everything()}")
            self._catalog.run("UPDATE search_state SET version = ?", (VERSION,))

    def _step(self, end: float) -> bool:
        """Read things that changed until then, all or nothing; False when none is left."""
        with self._catalog.transaction():
            while self._read():
                if time.monotonic() >= end:
                    return True
        return False

    def _read(self) -> bool:
        """Read some things that changed; False when none is left."""
        rows = self._catalog.rows("SELECT id FROM search_dirty ORDER BY id LIMIT ?", (BATCH,))
        ids = [row[0] for row in rows]
        if not ids:
            return False
        listed = json.dumps(ids)
        if self._catalog.row(f"SELECT 1 FROM search_items WHERE id {_IN} LIMIT 1", (listed,)):
            for table, name in (
                ("search_words", "rowid"),
                ("search_names", "rowid"),
                ("search_items", "id"),
                ("search_passages", "item"),
            ):
                self._catalog.run(f"DELETE FROM {table} WHERE {name} {_IN}", (listed,))
        self._catalog.run(f"DELETE FROM search_dirty WHERE id {_IN}", (listed,))
        self._write(sorted(sources(self._catalog, ids), key=lambda one: one.id))
        return len(ids) == BATCH

    def _merge(self) -> bool:
        """Merge a little; False when nothing is left to merge."""
        for table in _FTS:
            before = self._catalog.connection.total_changes()
            self._catalog.run(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (PAGES,))
            # One change is the statement itself.
            if self._catalog.connection.total_changes() - before > 1:
                return True
        return False

    def _write(self, found: Sequence[Source]) -> None:
        texts = [_Text(one) for one in found]
        self._catalog.many(
            "INSERT INTO search_items (id, ref, kind, day, order_id, title, head) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (one.id, one.ref, one.kind, one.day, one.order_id, one.title, one.head)
                for one in found
            ],
        )
        self._catalog.many(
            "INSERT INTO search_passages VALUES (?, ?, ?)",
            [passage for one in texts for passage in one.passages],
        )
        for table, rows in (
            ("search_names", [one.named for one in texts]),
            ("search_words", [one.whole for one in texts]),
        ):
            self._catalog.many(
                f"INSERT INTO {table} (rowid, words, numbers, initials) VALUES (?, ?, ?, ?)", rows
            )
