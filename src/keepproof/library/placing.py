"""Give a batch of finished copies their place: bytes first, made safe, then the rows, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from keepproof.domain.evidence import Evidence, EvidenceTimes, FiledEvidence, SourcedTime
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.copying import Staged
from keepproof.library.custody_log import CustodyLog
from keepproof.library.disk import disk_errors
from keepproof.library.evidence import EvidenceShelf
from keepproof.library.incoming import Kept
from keepproof.library.originals import Originals, discard, drop
from keepproof.library.values import local_moment


@dataclass(frozen=True, slots=True)
class Placer:
    """The parts of the library that give new things their place."""

    catalog: Catalog
    evidence: EvidenceShelf
    custody: CustodyLog
    originals: Originals
    now: Callable[[], datetime]

    def place(self, batch: Sequence[Staged], name: str) -> list[Kept]:
        """Keep a batch; when this returns, a power cut cannot take it. On a KnownError nothing of it is kept.

        Exact copies of what is kept already are recognised by their hash and only filed.
        """
        known = {one.sha256: self._known(one.sha256) for one in batch}
        wanted: dict[str, Staged] = {}
        for one in batch:
            if one.sha256 not in wanted and self._needs_bytes(one, known[one.sha256]):
                wanted[one.sha256] = one
            else:
                discard(one.part)
        new = [sha256 for sha256 in wanted if known[sha256] is None]
        try:
            with disk_errors(self.originals.root):
                journal = self._store(wanted, new, name)
        except BaseException:
            self._take_back(wanted, new, name)
            raise
        try:
            with self.catalog.transaction():
                kept = [self._catalogue(one, known) for one in batch]
                self.catalog.after_commit(lambda: discard(journal))
        except BaseException as error:
            # A disk that fails while committing may or may not have committed. The bytes stay until the
            # next start, which reads the catalogue as it then is and decides by it.
            if not (isinstance(error, KnownError) and error.code == "library.disk_error"):
                self._take_back(wanted, new, name)
            raise
        return kept

    def sweep(self) -> None:
        """Remove what a crash left half done; none of it was ever reported as kept.

        Only originals named by the journal of an unfinished batch are touched: a stray file that no
        journal names may belong to a catalogue that was put back from an older backup.
        """
        for journal, hashes in self.originals.half_batches():
            self._drop_orphans(hashes)
            drop(journal)
        self.originals.sweep_parts()

    def _store(self, wanted: dict[str, Staged], new: list[str], name: str) -> Path:
        journal = self.originals.write_journal(name, new)
        if wanted:
            # First the bytes, then the names: a name in the store always stands for a whole file.
            self.originals.syncer.batch((self.originals.incoming,))
            folders: set[Path] = set()
            for sha256, one in wanted.items():
                folders |= self.originals.place(one.part, sha256)
            self.originals.syncer.batch(folders)
        return journal

    def _take_back(self, wanted: dict[str, Staged], new: list[str], name: str) -> None:
        # What cannot be removed now stays named in the journal and is removed at the next start.
        for one in wanted.values():
            discard(one.part)
        with suppress(OSError, KnownError):
            self._drop_orphans(new)
            drop(self.originals.journal(name))

    def _drop_orphans(self, hashes: Iterable[str]) -> None:
        for sha256 in hashes:
            if not self.catalog.rows("SELECT 1 FROM evidence WHERE sha256 = ?", (sha256,)):
                drop(self.originals.path(sha256))

    def _known(self, sha256: str) -> Evidence | None:
        found = self.evidence.by_hash(sha256)
        return found[0] if found else None

    def _needs_bytes(self, staged: Staged, known: Evidence | None) -> bool:
        if known is None:
            return True
        # The same bytes come again: a chance to heal what was lost or damaged.
        return known.fixity != "intact" or not self.originals.has(staged.sha256, staged.size)

    def _catalogue(self, staged: Staged, known: dict[str, Evidence | None]) -> Kept:
        item = known[staged.sha256]
        if item is not None:
            return self._duplicate(staged, item)
        item = known[staged.sha256] = self._new(staged)
        self.evidence.insert(item)
        facts: dict[str, object] = {
            "sha256": item.sha256,
            "size": item.size,
            "name": item.original_name,
            "origin": item.origin,
        }
        order_id = staged.incoming.order_id
        number = None
        if order_id is not None:
            number = self.evidence.insert_filing(item.id, order_id)
            facts |= {"order": order_id, "number": number}
        self.custody.record("evidence.kept", item.id, **facts)
        return Kept(staged.incoming, FiledEvidence(item, order_id, number))

    def _duplicate(self, staged: Staged, item: Evidence) -> Kept:
        if item.fixity != "intact":
            self.evidence.set_fixity(item.id, "intact", self.now())
        order_id = staged.incoming.order_id
        before = self.evidence.filings(item.id)
        if order_id is None:
            return Kept(staged.incoming, before[0], duplicate=True)
        newly = all(one.order_id != order_id for one in before)
        if newly:
            self.evidence.file(item.id, order_id)
        filings = self.evidence.filings(item.id)
        filed = next(one for one in filings if one.order_id == order_id)
        return Kept(staged.incoming, filed, duplicate=True, newly_filed=newly)

    def _new(self, staged: Staged) -> Evidence:
        incoming, now = staged.incoming, self.now()
        modified = None if staged.modified_ns is None else local_moment(staged.modified_ns)
        return Evidence(
            id=uuid4().hex,
            sha256=staged.sha256,
            size=staged.size,
            media_type=staged.description.media_type,
            original_name=incoming.path.name,
            kind=incoming.kind or staged.description.kind,
            kind_by_user=incoming.kind is not None,
            times=EvidenceTimes(
                file=None if modified is None else SourcedTime(modified, "file_system"),
                imported=SourcedTime(now, "clock"),
            ),
            origin=incoming.origin,
            derived_from=incoming.derived_from,
        )
