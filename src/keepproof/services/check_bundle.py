"""Check an evidence bundle without any library: every file by name, the custody record, the record against both."""

from __future__ import annotations

from pathlib import Path

from keepproof.domain.bundle_report import BundleReport
from keepproof.errors import KnownError
from keepproof.readers import bundle
from keepproof.ticket import Ticket


def check_bundle(untrusted: Path, ticket: Ticket) -> BundleReport:
    """Read a bundle back and say of every file whether it is intact, changed, missing or extra.

    Progress is told in bytes. KnownErrors bundle.unreadable, not_one, too_large, unsafe, newer; CancelledError.
    """
    ticket.check()
    with bundle.opened(untrusted) as found:
        return bundle.check(found, ticket)


def is_bundle(untrusted: Path) -> bool:
    """Say whether a file is an evidence bundle of KeepProof, without reading what is in it."""
    try:
        with bundle.opened(untrusted) as found:
            return found.record is not None
    except KnownError:
        return False
