"""Open a library folder: lock it, make sure that it is one and whole, bring it up to date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import apsw
from filelock import FileLock, Timeout

from keepproof.errors import KnownError
from keepproof.library.catalog import APPLICATION_ID, FILE, Catalog
from keepproof.library.disk import disk_errors
from keepproof.library.migrations import MIGRATIONS, Migration
from keepproof.library.originals import drop

LOCK = "library.lock"
_OURS = {LOCK, FILE, "originals", "trash", "incoming", "derived", "backups"}
_IGNORED = {".ds_store", "thumbs.db", "desktop.ini", ".directory"}


def lock(folder: Path, *, create: bool) -> FileLock:
    """Make sure that the folder is or may become a library, and that nobody else has it open."""
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        raise KnownError("library.folder_name", folder=folder) from error
    with disk_errors(folder):
        if not folder.exists():
            if not create:
                raise KnownError("library.not_there", folder=folder)
            with suppress(FileExistsError, NotADirectoryError):
                folder.mkdir(parents=True)
        if not folder.is_dir():
            raise KnownError("library.not_a_library", folder=folder)
        if not (folder / FILE).exists():
            _expect_free(folder, create=create)
        # Not bound to this thread: whoever closes the library lets go of it.
        held = FileLock(folder / LOCK, timeout=0, thread_local=False)
        try:
            held.acquire()
        except Timeout as error:
            raise KnownError("library.locked", folder=folder) from error
    return held


def open_catalog(
    folder: Path, now: Callable[[], datetime], migrations: Sequence[Migration] = MIGRATIONS
) -> Catalog:
    """Open the catalogue and migrate it, after a backup; what is newer or foreign is left as it is."""
    catalog = Catalog(folder)
    try:
        newest = migrations[-1].version
        version = _version(catalog, folder, newest)
        catalog.configure()
        if version < newest:
            if version:
                _back_up(catalog, folder, version, now())
            _migrate(catalog, [one for one in migrations if one.version > version])
    except BaseException:
        catalog.close()
        raise
    return catalog


def _expect_free(folder: Path, *, create: bool) -> None:
    names = {one.name for one in folder.iterdir() if one.name.casefold() not in _IGNORED}
    originals = folder / "originals"
    if originals.is_dir() and any(originals.iterdir()):
        raise KnownError("library.catalog_missing", folder=folder)
    if not create:
        raise KnownError("library.not_there", folder=folder)
    if names - _OURS:
        raise KnownError("library.folder_in_use", folder=folder)


def _version(catalog: Catalog, folder: Path, newest: int) -> int:
    if catalog.connection.readonly("main"):
        raise KnownError("library.no_permission", folder=folder)
    version = _pragma(catalog, "user_version")
    tables = catalog.row("SELECT count(*) FROM sqlite_schema")
    if tables == (0,) and version == 0:
        originals = folder / "originals"
        if originals.is_dir() and any(originals.iterdir()):
            raise KnownError("library.damaged", folder=folder, detail="empty")
        return 0
    if _pragma(catalog, "application_id") != APPLICATION_ID:
        raise KnownError("library.not_a_library", folder=folder)
    if version > newest:
        raise KnownError("library.newer", folder=folder, version=version, known=newest)
    return version


def _pragma(catalog: Catalog, name: str) -> int:
    row = catalog.row(f"PRAGMA {name}")
    return 0 if row is None else int(row[0])


def _migrate(catalog: Catalog, steps: Sequence[Migration]) -> None:
    with catalog.transaction():
        for step in steps:
            catalog.rows(step.sql)
            catalog.rows(f"PRAGMA user_version = {int(step.version)}")
        catalog.rows(f"PRAGMA application_id = {APPLICATION_ID}")


def _back_up(catalog: Catalog, folder: Path, version: int, at: datetime) -> None:
    target = folder / "backups" / f"before-v{version + 1}-{at:%Y%m%d-%H%M%S}.sqlite3"
    with disk_errors(folder):
        target.parent.mkdir(exist_ok=True)
    try:
        copy = apsw.Connection(str(target))
        try:
            with copy.backup("main", catalog.connection, "main") as backup:
                backup.step(-1)
        finally:
            copy.close()
    except apsw.Error as error:
        with suppress(OSError):
            drop(target)
        raise KnownError("library.backup_failed", folder=folder, detail=str(error)) from error
