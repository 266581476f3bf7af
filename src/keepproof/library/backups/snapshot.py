"""The state of a library at one moment: a copy of its catalogue, and the originals that belong to it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from keepproof.errors import KnownError
from keepproof.library.backups.manifest import LIBRARY, Contents
from keepproof.library.catalog import Catalog
from keepproof.library.custody_log import CustodyLog
from keepproof.library.originals import PART, Originals, drop
from keepproof.library.values import shown
from keepproof.ticket import Ticket

PAGES = 2000


@dataclass(frozen=True, slots=True)
class KeptOriginal:
    """Bytes that belong to a library. `places` are where they may stand: removing evidence moves them meanwhile."""

    path: str
    places: tuple[Path, ...]
    sha256: str
    size: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a backup is made of; `database` is a temporary file and belongs to whoever took the snapshot."""

    folder: Path
    database: Path
    schema: int
    custody: str
    contents: Contents
    originals: tuple[KeptOriginal, ...]

    def discard(self) -> None:
        """Remove the temporary copy; where that fails the next start of the library does it."""
        for name in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                drop(self.database.with_name(self.database.name + name))


def take(
    catalog: Catalog, custody: CustodyLog, originals: Originals, folder: Path, ticket: Ticket
) -> Snapshot:
    """Copy the catalogue as it stands between two changes, and name what belongs to it.

    KnownErrors backup.no_copy, library.damaged; CancelledError.
    """
    database = originals.incoming / f"backup-{uuid.uuid4().hex}{PART}"
    kept = tuple(_originals(catalog, originals))
    version = catalog.row("PRAGMA user_version")
    snapshot = Snapshot(
        folder,
        database,
        int(version[0]) if version is not None else 0,
        custody.head(),
        _contents(catalog, kept),
        kept,
    )
    try:
        _copy(catalog, database, folder, ticket)
    except BaseException:
        snapshot.discard()
        raise
    return snapshot


def _copy(catalog: Catalog, target: Path, folder: Path, ticket: Ticket) -> None:
    try:
        copy = apsw.Connection(str(target))
        try:
            with copy.backup("main", catalog.connection, "main") as backup:
                while not backup.done:
                    ticket.check()
                    backup.step(PAGES)
        finally:
            copy.close()
    except apsw.Error as error:
        raise KnownError("backup.no_copy", folder=folder, detail=str(error)) from error


def _contents(catalog: Catalog, kept: tuple[KeptOriginal, ...]) -> Contents:
    def count(sql: str) -> int:
        row = catalog.row(sql)
        return 0 if row is None else int(row[0])

    latest = catalog.row("SELECT max(imported_at) FROM evidence WHERE state = 'kept'")
    return Contents(
        orders=count("SELECT count(*) FROM orders WHERE removed = 0"),
        evidence=count("SELECT count(*) FROM evidence WHERE state = 'kept'"),
        disputes=count("SELECT count(*) FROM disputes WHERE removed = 0"),
        trashed=count("SELECT count(*) FROM evidence WHERE state = 'trashed'"),
        bytes=sum(one.size for one in kept),
        latest=(latest[0] if latest is not None else None) or "",
    )


def _originals(catalog: Catalog, originals: Originals) -> Iterator[KeptOriginal]:
    """List every original once; of what was removed, only what still lies in the trash."""
    found: dict[str, tuple[int, list[str], set[str]]] = {}
    rows = catalog.stream("SELECT sha256, size, original_name, title, state FROM evidence")
    for sha256, size, name, title, state in rows:
        _, names, states = found.setdefault(sha256, (size, [], set()))
        names.append(_printable(shown(title) or shown(name)))
        states.add(state)
    waiting = set(originals.trashed())
    for sha256, (size, names, states) in sorted(found.items()):
        place, trash = originals.path(sha256), originals.trash_path(sha256)
        if "kept" in states:
            path = f"{LIBRARY}originals/{sha256[:2]}/{sha256[2:4]}/{sha256}"
            yield KeptOriginal(path, (place, trash), sha256, size, tuple(names))
        elif sha256 in waiting:
            path = f"{LIBRARY}trash/{sha256}"
            yield KeptOriginal(path, (trash, place), sha256, size, tuple(names))


def _printable(name: str) -> str:
    """Write a name so that it fits into JSON: a file name may hold bytes that are no text."""
    return name.encode("utf-8", "replace").decode()
