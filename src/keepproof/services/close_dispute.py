"""Close a dispute with how it ended, or open it again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from keepproof.domain.dispute import MOST_STARS, OUTCOMES, Dispute, Ending
from keepproof.errors import KnownError
from keepproof.services.open_dispute import change_dispute

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


def close_dispute(
    library: Library, dispute_id: str, ending: Ending, ticket: Ticket
) -> Outcome[Dispute]:
    """Close a dispute; the moment is now where the ending names none.

    KnownErrors: dispute.unknown_outcome; dispute.rating_impossible where it is not 1 to 5.
    """
    if ending.outcome and ending.outcome not in OUTCOMES:
        raise KnownError(
            "dispute.unknown_outcome", outcome=ending.outcome, known=", ".join(OUTCOMES)
        )
    if ending.rating is not None and not 1 <= ending.rating <= MOST_STARS:
        raise KnownError("dispute.rating_impossible", rating=ending.rating, most=MOST_STARS)
    before = library.disputes.get(dispute_id)
    at = ending.at or library.now()
    after = replace(before, state="closed", ending=replace(ending, at=at))
    return replace(change_dispute(library, after, ticket), label="dispute.close")


def reopen_dispute(library: Library, dispute_id: str, ticket: Ticket) -> Outcome[Dispute]:
    """Open a closed dispute again; how it ended is forgotten, undo brings it back."""
    before = library.disputes.get(dispute_id)
    after = replace(before, state="open", ending=None)
    return replace(change_dispute(library, after, ticket), label="dispute.reopen")
