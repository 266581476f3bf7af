"""The library: the one place where things are kept, and the only one that writes there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock

from keepproof.library import purging
from keepproof.library.backups import snapshot
from keepproof.library.backups.snapshot import Snapshot
from keepproof.library.catalog import Catalog
from keepproof.library.chats import Chats
from keepproof.library.commitments import Commitments
from keepproof.library.contacts import Contacts
from keepproof.library.copying import Copier
from keepproof.library.course import ClaimCourse
from keepproof.library.custody_log import CustodyLog
from keepproof.library.disk import disk_errors
from keepproof.library.dismissals import Dismissals
from keepproof.library.disputes import Disputes
from keepproof.library.evidence import EvidenceShelf
from keepproof.library.fixity import Reader
from keepproof.library.incoming import Describe, Incoming, Kept, Refused
from keepproof.library.keeping import Keeping
from keepproof.library.masks import Masks
from keepproof.library.merchants import Merchants
from keepproof.library.opening import lock, open_catalog
from keepproof.library.orders import Orders
from keepproof.library.originals import Originals
from keepproof.library.placing import Placer
from keepproof.library.readings import Readings
from keepproof.library.search_index import SearchIndex
from keepproof.library.ticks import Ticks
from keepproof.ticket import Ticket


def local_now() -> datetime:
    """Return the present moment with the offset of this place."""
    return datetime.now().astimezone()


class Library:
    """An open library; used by one thread at a time, while originals may be read from any.

    It is opened with `Library.open` and holds the folder until `close`.
    """

    def __init__(
        self,
        folder: Path,
        held: FileLock,
        catalog: Catalog,
        originals: Originals,
        now: Callable[[], datetime],
    ) -> None:
        """Put the parts together; `Library.open` is the way in."""
        self.folder = folder
        self.now = now
        self._held = held
        self._catalog = catalog
        self._originals = originals
        self.custody = CustodyLog(catalog, now)
        self.merchants = Merchants(catalog)
        self.orders = Orders(catalog, self.custody)
        self.evidence = EvidenceShelf(catalog, self.custody, originals)
        self.disputes = Disputes(catalog)
        self.course = ClaimCourse(catalog)
        self.dismissals = Dismissals(catalog)
        self.ticks = Ticks(catalog)
        self.contacts = Contacts(catalog)
        self.commitments = Commitments(catalog)
        self.masks = Masks(catalog)
        self.readings = Readings(catalog)
        self.chats = Chats(catalog)
        self.search = SearchIndex(catalog)
        self._placer = Placer(catalog, self.evidence, self.custody, originals, now)

    @classmethod
    def open(
        cls, folder: Path, *, create: bool = True, now: Callable[[], datetime] = local_now
    ) -> Library:
        """Open the library in this folder, or make one where there is none.

        Half work of a crash is swept, what has lain in the trash for its term is deleted, an older catalogue is
        backed up and migrated. KnownErrors:
        library.locked (open elsewhere), newer, damaged, catalog_missing, not_a_library, not_there, folder_in_use,
        no_permission, full, disk_error, backup_failed.
        """
        folder = folder.absolute()
        held = lock(folder, create=create)
        try:
            catalog = open_catalog(folder, now)
            try:
                with disk_errors(folder):
                    library = cls(folder, held, catalog, Originals(folder), now)
                    library._placer.sweep()
                    library.evidence.settle_all()
                    purging.purge(catalog, library.custody, library._originals, now())
            except BaseException:
                catalog.close()
                raise
        except BaseException:
            held.release()
            raise
        return library

    def close(self) -> None:
        """Close the library and let others open it; may be called twice."""
        self._catalog.close()
        self._originals.close()
        self._held.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def original_path(self, sha256: str) -> Path:
        """Return where the bytes with this hash stand; for reading only."""
        return self._originals.path(sha256)

    def keep(
        self, incoming: Iterable[Incoming], ticket: Ticket, describe: Describe | None = None
    ) -> Iterator[Kept | Refused]:
        """Keep things, in the order given; the sources are only read.

        Results come batch by batch; what comes as kept survives a crash and a power cut. `describe` looks
        at each copy, from worker threads. CancelledError comes after what was finished.
        """
        copier = Copier(self._originals, describe, ticket)
        return Keeping(self._placer, copier, incoming, ticket).results()

    def reader(self, ticket: Ticket) -> Reader:
        """Return what reads originals again and compares them with their hashes."""
        return Reader(self._originals, ticket)

    def reachable(self) -> bool:
        """Say whether the originals can be reached at all."""
        return self._originals.reachable()

    def snapshot(self, ticket: Ticket) -> Snapshot:
        """Copy the catalogue and name the originals as they are now; the caller discards the copy.

        KnownErrors backup.no_copy, library.damaged; CancelledError.
        """
        return snapshot.take(self._catalog, self.custody, self._originals, self.folder, ticket)

    def check_catalog(self) -> None:
        """Make sure that the catalogue is whole; KnownError library.damaged."""
        self._catalog.check()

    def transaction(self) -> AbstractContextManager[None]:
        """Do all of it or nothing; may be nested."""
        return self._catalog.transaction()
