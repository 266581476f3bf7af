from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.dispute import Dispute, Ending
from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.close_dispute import close_dispute, reopen_dispute
from keepproof.services.open_dispute import open_dispute
from keepproof.ticket import Ticket

ENDING = Ending(
    "partly", datetime(2026, 11, 22, 8, 30, tzinfo=UTC), Money(90000), 4, "运费没有退\ud800"
)


@pytest.fixture
def dispute(library: Library, order: Order, book: Book) -> Dispute:
    return open_dispute(library, order.id, book.issue("not_as_described"), Ticket()).value


def test_how_it_ended_is_kept(library: Library, dispute: Dispute) -> None:
    close_dispute(library, dispute.id, ENDING, Ticket())
    kept = library.disputes.get(dispute.id)
    assert (kept.state, kept.ending) == ("closed", ENDING)


def test_closing_without_a_moment_is_closing_now(library: Library, dispute: Dispute) -> None:
    closed = close_dispute(library, dispute.id, Ending("solved"), Ticket()).value
    assert closed.ending is not None
    assert closed.ending.at is not None


def test_closing_can_be_undone_and_done_again(library: Library, dispute: Dispute) -> None:
    outcome = close_dispute(library, dispute.id, ENDING, Ticket())
    assert outcome.undo is not None
    undone = outcome.undo(library)
    assert library.disputes.get(dispute.id) == dispute
    assert undone.undo is not None
    undone.undo(library)
    assert library.disputes.get(dispute.id) == outcome.value


def test_a_reopened_dispute_has_not_ended(library: Library, dispute: Dispute) -> None:
    close_dispute(library, dispute.id, ENDING, Ticket())
    outcome = reopen_dispute(library, dispute.id, Ticket())
    assert library.disputes.get(dispute.id) == dispute
    assert outcome.undo is not None
    outcome.undo(library)
    assert library.disputes.get(dispute.id).ending == ENDING


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (Ending("won"), "dispute.unknown_outcome"),
        (Ending("solved", rating=0), "dispute.rating_impossible"),
        (Ending("solved", rating=6), "dispute.rating_impossible"),
    ],
)
def test_an_impossible_ending_changes_nothing(
    library: Library, dispute: Dispute, ending: Ending, code: str
) -> None:
    with pytest.raises(KnownError) as caught:
        close_dispute(library, dispute.id, ending, Ticket())
    assert (caught.value.code, library.disputes.get(dispute.id)) == (code, dispute)


def test_days_are_counted_whole(dispute: Dispute) -> None:
    assert dispute.opened_at is not None
    late = replace(dispute, ending=Ending(at=dispute.opened_at + timedelta(days=3, hours=23)))
    early = replace(dispute, ending=Ending(at=dispute.opened_at - timedelta(hours=1)))
    assert (late.days, early.days, dispute.days) == (3, 0, None)


def test_what_an_earlier_program_closed_has_no_known_ending(
    library: Library, dispute: Dispute
) -> None:
    library.disputes.replace(replace(dispute, state="closed"))
    assert library.disputes.get(dispute.id).ending is None
