"""Hold the originals of one order against their hashes before something is said about them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from keepproof.domain.changes import Changes
from keepproof.errors import KnownError

if TYPE_CHECKING:
    from keepproof.domain.evidence import FiledEvidence
    from keepproof.library.evidence import Fixity
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Checked:
    """The evidence of an order as it stands now, and what the check changed in the library."""

    filed: tuple[FiledEvidence, ...]
    changes: Changes

    @property
    def broken(self) -> tuple[FiledEvidence, ...]:
        """List what is not as it was imported."""
        return tuple(one for one in self.filed if one.broken)


def check_order(
    library: Library, order_id: str, ticket: Ticket, numbers: Collection[int] | None = None
) -> Checked:
    """Hash the originals of an order again, all or those of some numbers, and note what was found.

    KnownError export.store_unreachable when the store is not there: then nothing is noted.
    CancelledError when asked to stop.
    """
    filed = library.evidence.of_order(order_id)
    wanted = [one for one in filed if numbers is None or one.number in numbers]
    items = {one.evidence.sha256: one.evidence for one in wanted}
    found: list[tuple[str, Fixity]] = []
    if items and not library.reachable():
        raise KnownError("export.store_unreachable")
    pairs = [(one.sha256, one.size) for one in items.values()]
    for sha256, state in library.reader(ticket).check(pairs):
        found.append((sha256, state))
        ticket.step(len(found), len(items), items[sha256].name)
    if any(state in {"missing", "unreadable"} for _, state in found) and not library.reachable():
        raise KnownError("export.store_unreachable")
    states = dict(found)
    before = {one.evidence.id: one.evidence.fixity for one in wanted}
    library.evidence.note_checks(
        [(one.evidence.id, states[one.evidence.sha256]) for one in wanted], library.now()
    )
    ids = {one.evidence.id for one in wanted}
    after = tuple(one for one in library.evidence.of_order(order_id) if one.evidence.id in ids)
    changed = {one.evidence.id for one in after if one.evidence.fixity != before[one.evidence.id]}
    return Checked(after, Changes(evidence=frozenset(changed)))
