"""Delete for good what has lain in the trash for its term."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from keepproof.library.catalog import Catalog
from keepproof.library.custody_log import CustodyLog
from keepproof.library.originals import Originals, drop
from keepproof.library.values import moment

TERM = timedelta(days=30)
TRASHED, PURGED = "evidence.trashed", "evidence.purged"


def purge(catalog: Catalog, custody: CustodyLog, originals: Originals, now: datetime) -> int:
    """Delete the bytes of all removed items whose term is over, and return of how many hashes.

    The custody log says so first: a crash in between leaves bytes that the next start deletes without a second
    event. Bytes that any item still needs, or that no removed item names, stay.
    """
    gone = 0
    for sha256 in originals.trashed():
        items = catalog.rows("SELECT id, state FROM evidence WHERE sha256 = ?", (sha256,))
        if not items or any(state == "kept" for _, state in items):
            continue
        last = {id: _last(catalog, id) for id, _ in items}
        if not all(_over(action, at, now) for action, at in last.values()):
            continue
        with catalog.transaction():
            for id, (action, _) in last.items():
                if action != PURGED:
                    custody.record(PURGED, id, sha256=sha256, days=TERM.days)
        # What cannot be deleted now is deleted at the next start.
        with suppress(OSError):
            drop(originals.trash_path(sha256))
            gone += 1
    return gone


def _over(action: str, at: datetime | None, now: datetime) -> bool:
    return action == PURGED or (action == TRASHED and at is not None and now - at >= TERM)


def _last(catalog: Catalog, id: str) -> tuple[str, datetime | None]:
    """Say what happened to an item last, as far as removing goes, and when."""
    row = catalog.row(
        "SELECT action, at FROM custody WHERE subject = ? "
        "AND action IN ('evidence.trashed', 'evidence.restored', 'evidence.purged') "
        "ORDER BY sequence DESC LIMIT 1",
        (id,),
    )
    return (row[0], moment(row[1])) if row is not None else ("", None)
