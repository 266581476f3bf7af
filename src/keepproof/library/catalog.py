"""The catalogue: one SQLite connection that speaks in known errors and nests transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import apsw

from keepproof.errors import KnownError
from keepproof.library.values import Row, stored
from keepproof.paths import CATALOG

APPLICATION_ID = 0x4B505246  # "KPRF"
FILE = CATALOG

_CODES: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.CorruptError, "library.damaged"),
    (apsw.NotADBError, "library.damaged"),
    (apsw.FormatError, "library.damaged"),
    (apsw.FullError, "library.full"),
    (apsw.BusyError, "library.locked"),
    (apsw.LockedError, "library.locked"),
    (apsw.ReadOnlyError, "library.no_permission"),
    (apsw.PermissionsError, "library.no_permission"),
    (apsw.AuthError, "library.no_permission"),
    (apsw.CantOpenError, "library.no_permission"),
    (apsw.IOError, "library.disk_error"),
)


class Catalog:
    """Run statements; every value is bound, every failure a person can do something about is known."""

    def __init__(self, folder: Path) -> None:
        """Open the database of a library folder, which must exist; creates an empty file when missing."""
        self._folder = folder
        self._depth = 0
        self._after: list[Callable[[], None]] = []
        try:
            self._connection = apsw.Connection(str(folder / FILE))
        except apsw.Error as error:
            self._fail(error)
        self._connection.set_busy_timeout(2000)

    @property
    def connection(self) -> apsw.Connection:
        """Return the connection itself, for the backup API."""
        return self._connection

    def configure(self) -> None:
        """Set what every connection needs; journal mode changes the file, so this comes after all checks."""
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "recursive_triggers=ON",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "cache_size=-16000",
        ):
            self.rows(f"PRAGMA {pragma}")

    def rows(self, sql: str, parameters: Iterable[object] = ()) -> list[Row]:
        """Run one statement and return all its rows."""
        try:
            return self._connection.execute(sql, _bound(parameters)).fetchall()
        except apsw.Error as error:
            self._fail(error)

    def stream(self, sql: str, parameters: Iterable[object] = ()) -> Iterator[Row]:
        """Run one statement and give its rows one by one, for long lists."""
        try:
            yield from self._connection.execute(sql, _bound(parameters))
        except apsw.Error as error:
            self._fail(error)

    def row(self, sql: str, parameters: Iterable[object] = ()) -> Row | None:
        """Run one statement and return its first row."""
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    def run(self, sql: str, parameters: Iterable[object] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        self.rows(sql, parameters)
        return self._connection.changes()

    def many(self, sql: str, parameters: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of values."""
        try:
            self._connection.executemany(sql, [_bound(one) for one in parameters])
        except apsw.Error as error:
            self._fail(error)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all of it or nothing; may be nested, the inner part alone is undone when it fails."""
        level = self._depth
        waiting = len(self._after)
        self.rows(f"SAVEPOINT level_{level}" if level else "BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            self._depth = level
            self.rows(f"RELEASE level_{level}" if level else "COMMIT")
        except BaseException:
            self._depth = level
            del self._after[waiting:]
            self._roll_back(level)
            raise
        if not level:
            callbacks, self._after = self._after, []
            for callback in callbacks:
                callback()

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call this once what is being written is sure; at once outside a transaction."""
        if self._depth:
            self._after.append(callback)
        else:
            callback()

    def check(self) -> None:
        """Read the whole database and make sure that it is sound; KnownError library.damaged."""
        found = self.rows("PRAGMA quick_check(1)")
        if found != [("ok",)]:
            raise KnownError("library.damaged", folder=self._folder, detail=str(found[:1]))

    def close(self) -> None:
        """Close the database; what is committed is safe."""
        self._connection.close()

    def _roll_back(self, level: int) -> None:
        # A full disk may have made SQLite roll back all by itself already.
        if not self._connection.in_transaction:
            return
        if level:
            self.rows(f"ROLLBACK TO level_{level}")
            self.rows(f"RELEASE level_{level}")
        else:
            self.rows("ROLLBACK")

    def _fail(self, error: apsw.Error) -> NoReturn:
        for kind, code in _CODES:
            if isinstance(error, kind):
                raise KnownError(code, folder=self._folder, detail=str(error)) from error
        raise error


def _bound(parameters: Iterable[object]) -> tuple[object, ...]:
    return tuple(stored(one) if isinstance(one, str) else one for one in parameters)
