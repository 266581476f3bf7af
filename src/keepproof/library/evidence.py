"""The evidence: what is kept, where it is filed, what was last found out about it."""

# ruff: noqa: S608  (only the column lists of this file go into statements, every value is bound)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Literal

from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence, FilingMark
from keepproof.errors import KnownError
from keepproof.library.catalog import Catalog
from keepproof.library.custody_log import CustodyLog
from keepproof.library.disk import disk_errors
from keepproof.library.evidence_rows import COLUMNS, evidence, filed, kinds, marks, values
from keepproof.library.filings import Filings
from keepproof.library.originals import Originals
from keepproof.library.values import iso, moment_or_none, packed

Fixity = Literal["intact", "missing", "changed", "unreadable"]

_LIST = ", ".join(COLUMNS)
_FIXED = (
    "id",
    "sha256",
    "size",
    "original_name",
    "imported_at",
    "imported_source",
    "origin",
    "state",
    "fixity",
    "checked_at",
)
# Read out of the bytes and as often as one likes: no event worth a line in the custody log.
_DERIVED = ("media_type", "content_at", "content_source", "odd", "facts")
_EDITABLE = tuple(name for name in COLUMNS if name not in _FIXED)
_FILED = (
    f"SELECT {', '.join(f'e.{name}' for name in COLUMNS)}, f.order_id, f.number, f.frozen "
    "FROM evidence e {join} JOIN filings f "
    "ON f.evidence_id = e.id AND f.unfiled = 0 AND f.order_removed = 0 "
)


class EvidenceShelf(Filings):
    """Find, describe, file, delete and bring back evidence; its bytes never change."""

    def __init__(self, catalog: Catalog, custody: CustodyLog, originals: Originals) -> None:
        """Use this catalogue and this store."""
        super().__init__(catalog, custody)
        self._originals = originals

    def all(self) -> list[FiledEvidence]:
        """List all kept evidence, once for each order it is in; what is in none stands once."""
        return self._filed("LEFT", "WHERE e.state = 'kept' ORDER BY e.seq, f.seq")

    def of_order(self, order_id: str) -> list[FiledEvidence]:
        """List the evidence of one order by number."""
        return self._filed(
            "", "WHERE e.state = 'kept' AND f.order_id = ? ORDER BY f.number", order_id
        )

    def kinds(self, order_id: str) -> frozenset[EvidenceKind]:
        """Say which kinds of kept evidence are in an order."""
        rows = self._catalog.rows(
            "SELECT DISTINCT e.kind FROM filings f JOIN evidence e ON e.id = f.evidence_id "
            "WHERE f.order_id = ? AND f.unfiled = 0 AND f.order_removed = 0 AND e.state = 'kept'",
            (order_id,),
        )
        return kinds(rows)

    def marks(self) -> dict[str, list[FilingMark]]:
        """List of all kept evidence what a list of orders needs, by order, the first filed first."""
        rows = self._catalog.stream(
            "SELECT e.id, f.order_id, f.number, e.kind, e.media_type, e.fixity FROM filings f "
            "JOIN evidence e ON e.id = f.evidence_id "
            "WHERE f.unfiled = 0 AND f.order_removed = 0 AND e.state = 'kept' ORDER BY f.seq"
        )
        return marks(rows)

    def some(self, ids: Iterable[str]) -> dict[str, Evidence]:
        """Give these items, kept or deleted, by id; what there is not is left out."""
        rows = self._catalog.rows(
            f"SELECT {_LIST} FROM evidence WHERE id IN (SELECT value FROM json_each(?))",
            (packed(list(ids)),),
        )
        return {row[0]: evidence(row) for row in rows}

    def unfiled(self) -> list[FiledEvidence]:
        """List the evidence that is in no order."""
        return self._filed("LEFT", "WHERE e.state = 'kept' AND f.seq IS NULL ORDER BY e.seq")

    def trashed(self) -> list[FiledEvidence]:
        """List the deleted evidence that can be brought back."""
        return self._filed("LEFT", "WHERE e.state = 'trashed' ORDER BY e.seq, f.seq")

    def filings(self, evidence_id: str) -> list[FiledEvidence]:
        """List where one item stands; once without an order when it is in none."""
        return self._filed("LEFT", "WHERE e.id = ? ORDER BY f.seq", evidence_id)

    def get(self, id: str) -> Evidence:
        """Return one item, kept or deleted; KnownError library.not_found."""
        row = self._catalog.row(f"SELECT {_LIST} FROM evidence WHERE id = ?", (id,))
        if row is None:
            raise KnownError("library.not_found", what="evidence", id=id)
        return evidence(row)

    def by_hash(self, sha256: str) -> list[Evidence]:
        """List the kept items with this SHA-256, or whose SHA-256 begins with it."""
        first = sha256.strip().lower()
        if not first or first.strip("0123456789abcdef"):
            return []
        rows = self._catalog.rows(
            f"SELECT {_LIST} FROM evidence "
            "WHERE sha256 >= ? AND sha256 < ? AND state = 'kept' ORDER BY seq",
            (first, first + "g"),
        )
        return [evidence(row) for row in rows]

    def count(self) -> int:
        """Count the kept items."""
        # Two counts over narrow indexes instead of one over all rows.
        row = self._catalog.row(
            "SELECT (SELECT count(*) FROM evidence) "
            "- (SELECT count(*) FROM evidence WHERE state = 'trashed')"
        )
        return 0 if row is None else int(row[0])

    def last_check(self) -> datetime | None:
        """Say when everything was checked last; a check that was stopped, or of one item, does not count."""
        row = self._catalog.row(
            "SELECT at FROM custody WHERE subject = 'library' AND action = 'library.verified'"
            " ORDER BY sequence DESC LIMIT 1"
        )
        return None if row is None else moment_or_none(row[0])

    def broken_count(self) -> int:
        """Count the kept items that were not found intact by their last check."""
        row = self._catalog.row(
            "SELECT count(*) FROM evidence WHERE state = 'kept' AND fixity <> 'intact'"
        )
        return 0 if row is None else int(row[0])

    def insert(self, item: Evidence) -> None:
        """Add a row for bytes that stand in the store; writes no custody event."""
        marks = ", ".join("?" * len(COLUMNS))
        self._catalog.run(f"INSERT INTO evidence ({_LIST}) VALUES ({marks})", values(item))

    def replace(self, item: Evidence) -> None:
        """Change what is said about an item; its bytes, name, origin and import stay as they were."""
        with self._catalog.transaction():
            old = dict(zip(COLUMNS, values(self.get(item.id)), strict=True))
            new = dict(zip(COLUMNS, values(item), strict=True))
            changed = [name for name in _EDITABLE if old[name] != new[name]]
            if not changed:
                return
            self._catalog.run(
                f"UPDATE evidence SET {', '.join(f'{name} = ?' for name in changed)} WHERE id = ?",
                (*(new[name] for name in changed), item.id),
            )
            said = [name for name in changed if name not in _DERIVED]
            if said:
                self._custody.record("evidence.described", item.id, fields=said)

    def set_fixity(self, id: str, state: Fixity, at: datetime) -> None:
        """Note what the last check of an item found; a change goes into the custody log."""
        self.note_checks([(id, state)], at)

    def note_checks(self, found: Sequence[tuple[str, Fixity]], at: datetime) -> None:
        """Note what the last check found for many items; changes go into the custody log."""
        # In UTC, so that the latest check is the greatest text.
        moment = iso(at.astimezone(UTC))
        with self._catalog.transaction():
            for id, state in found:
                before = self._catalog.row("SELECT fixity FROM evidence WHERE id = ?", (id,))
                if before is not None and before[0] != state:
                    self._custody.record("evidence.fixity", id, found=state, before=before[0])
            self._catalog.many(
                "UPDATE evidence SET fixity = ?, checked_at = ? WHERE id = ?",
                [(state, moment, id) for id, state in found],
            )

    def trash(self, id: str, reason: str) -> None:
        """Delete an item: it needs a reason, leaves an event, and its bytes go to the trash."""
        if not reason.strip():
            raise KnownError("library.reason_missing")
        with self._catalog.transaction():
            item = self.get(id)
            if item.state == "trashed":
                return
            self._catalog.run("UPDATE evidence SET state = 'trashed' WHERE id = ?", (id,))
            self._custody.record("evidence.trashed", id, reason=reason, sha256=item.sha256)
            self._catalog.after_commit(lambda: self.settle(item.sha256))

    def restore(self, id: str) -> None:
        """Bring a deleted item back as it was."""
        with self._catalog.transaction():
            item = self.get(id)
            if item.state == "kept":
                return
            # Before the commit: bytes that stand in the store too early do no harm, too late they would.
            with disk_errors():
                self._originals.from_trash(item.sha256)
            if not self._originals.path(item.sha256).exists():
                raise KnownError("library.gone_from_trash", name=item.name)
            self._catalog.run("UPDATE evidence SET state = 'kept' WHERE id = ?", (id,))
            self._custody.record("evidence.restored", id, sha256=item.sha256)

    def settle(self, sha256: str) -> None:
        """Put bytes into the trash that no kept item needs."""
        if not self._catalog.rows(
            "SELECT 1 FROM evidence WHERE sha256 = ? AND state = 'kept'", (sha256,)
        ):
            # What cannot be moved now is moved at the next start; the row already says it is deleted.
            with suppress(OSError):
                self._originals.to_trash(sha256)

    def settle_all(self) -> None:
        """Finish deleting and bringing back where a crash cut it short."""
        for sha256 in self._originals.trashed():
            if self.by_hash(sha256) and not self._originals.path(sha256).exists():
                self._originals.from_trash(sha256)
        for (sha256,) in self._catalog.rows(
            "SELECT DISTINCT sha256 FROM evidence WHERE state = 'trashed'"
        ):
            if self._originals.path(sha256).exists():
                self.settle(sha256)

    def _filed(self, join: str, clause: str, *parameters: str) -> list[FiledEvidence]:
        return filed(self._catalog.stream(_FILED.replace("{join}", join) + clause, parameters))
