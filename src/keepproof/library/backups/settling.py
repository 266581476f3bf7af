"""Make a restored catalogue one of today: whole, migrated, with a note of where it came from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import apsw
import msgspec

from keepproof.errors import KnownError
from keepproof.library.backups.manifest import DATABASE, Contents, Manifest
from keepproof.library.catalog import FILE
from keepproof.library.library import Library
from keepproof.library.migrations import MIGRATIONS

RESTORED = "library.restored"
_FIGURES = """SELECT
  (SELECT count(*) FROM orders WHERE removed = 0),
  (SELECT count(*) FROM evidence WHERE state = 'kept'),
  (SELECT count(*) FROM disputes WHERE removed = 0),
  (SELECT count(*) FROM evidence WHERE state = 'trashed'),
  (SELECT coalesce(sum(size), 0) FROM evidence WHERE state = 'kept'),
  (SELECT coalesce(max(imported_at), '') FROM evidence WHERE state = 'kept')"""


class _Figures(msgspec.Struct, array_like=True, frozen=True):
    orders: int
    evidence: int
    disputes: int
    trashed: int
    bytes: int
    latest: str

    def contents(self) -> Contents:
        return Contents(**msgspec.structs.asdict(self))


def expect_known(manifest: Manifest) -> None:
    """Refuse a catalogue newer than this program; KnownError restore.newer."""
    newest = MIGRATIONS[-1].version
    if manifest.schema > newest:
        raise KnownError(
            "restore.newer", version=manifest.schema, known=newest, program=manifest.program
        )


def settle(folder: Path, manifest: Manifest, now: Callable[[], datetime]) -> None:
    """Open an unpacked library, which migrates it, check it, and note the restore in its custody log.

    KnownError restore.damaged where the catalogue is none of ours.
    """
    try:
        _expect_schema(folder, manifest)
        with Library.open(folder, create=False, now=now) as library:
            library.check_catalog()
            library.custody.record(
                RESTORED, "library", made_at=manifest.made_at, program=manifest.program
            )
    except apsw.Error as error:
        raise KnownError("restore.damaged", name=DATABASE) from error
    except KnownError as error:
        if error.code in {"library.damaged", "library.not_a_library"}:
            raise KnownError("restore.damaged", name=DATABASE) from error
        raise


def _expect_schema(folder: Path, manifest: Manifest) -> None:
    """Refuse another database than the manifest speaks of; an empty one would become a new library."""
    if _schema(folder) != manifest.schema:
        raise KnownError("library.damaged", folder=folder, detail="version")


def _schema(folder: Path) -> int:
    connection = apsw.Connection(str(folder / FILE), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        return int(str(connection.execute("PRAGMA user_version").fetchall()[0][0]))
    finally:
        connection.close()


def peek(folder: Path) -> Contents | None:
    """Count what a library holds without opening it as one; None where that cannot be said."""
    try:
        connection = apsw.Connection(str(folder / FILE), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            connection.set_busy_timeout(1000)
            figures = connection.execute(_FIGURES).fetchall()[0]
        finally:
            connection.close()
        return msgspec.convert(figures, _Figures).contents()
    except (apsw.Error, msgspec.ValidationError):
        return None
