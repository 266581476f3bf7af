from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from keepproof.domain.changes import Changes
from keepproof.domain.claim import ClaimEvent
from keepproof.domain.dispute import Dispute
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.open_dispute import open_dispute
from keepproof.services.record_claim import (
    clear_countdown,
    record_event,
    remove_event,
    set_countdown,
)
from keepproof.ticket import Ticket


@pytest.fixture
def dispute(library: Library, order: Order, book: Book) -> Dispute:
    return open_dispute(library, order.id, book.issue("not_as_described"), Ticket()).value


@pytest.fixture
def asked(library: Library, dispute: Dispute) -> ClaimEvent:
    return ClaimEvent("", dispute.id, "applied", library.now() - timedelta(hours=3), "return")


def test_an_event_gets_an_id_and_touches_its_order(
    library: Library, asked: ClaimEvent, order: Order
) -> None:
    done = record_event(library, asked, Ticket())
    assert library.course.events(asked.dispute_id) == [done.value]
    assert done.changes == Changes(
        orders=frozenset({order.id}), disputes=frozenset({asked.dispute_id})
    )
    assert done.label == "claim.applied"


def test_undo_and_redo_of_an_event(library: Library, asked: ClaimEvent) -> None:
    done = record_event(library, asked, Ticket())
    assert done.undo is not None
    back = done.undo(library)
    assert library.course.events(asked.dispute_id) == []
    assert back.undo is not None
    back.undo(library)
    assert library.course.events(asked.dispute_id) == [done.value]


def test_an_event_with_a_known_id_is_replaced(library: Library, asked: ClaimEvent) -> None:
    first = record_event(library, asked, Ticket()).value
    done = record_event(library, replace(first, claim="exchange"), Ticket())
    assert [one.claim for one in library.course.events(asked.dispute_id)] == ["exchange"]
    assert done.undo is not None
    done.undo(library)
    assert library.course.events(asked.dispute_id) == [first]


def test_removing_an_event_can_be_taken_back(library: Library, asked: ClaimEvent) -> None:
    first = record_event(library, asked, Ticket()).value
    done = remove_event(library, first.id, Ticket())
    assert library.course.events(asked.dispute_id) == []
    assert done.undo is not None
    done.undo(library)
    assert library.course.events(asked.dispute_id) == [first]


def test_what_the_request_asks_for_belongs_to_requests_only(
    library: Library, asked: ClaimEvent
) -> None:
    refused = replace(asked, kind="refused", goods="received")
    done = record_event(library, refused, Ticket()).value
    assert (done.claim, done.goods) == ("", "")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"claim": ""}, "claim.type_missing"),
        ({"kind": "changed"}, "claim.nothing_asked"),
        ({"dispute_id": "nobody"}, "library.not_found"),
    ],
)
def test_an_impossible_event_is_refused(
    library: Library, asked: ClaimEvent, change: dict[str, str], code: str
) -> None:
    with pytest.raises(KnownError) as caught:
        record_event(library, replace(asked, **change), Ticket())  # type: ignore[arg-type]
    assert caught.value.code == code
    assert library.course.events(asked.dispute_id) == []


def test_nothing_has_happened_later_than_now(library: Library, asked: ClaimEvent) -> None:
    with pytest.raises(KnownError, match=r"claim\.in_future"):
        record_event(library, replace(asked, at=library.now() + timedelta(hours=1)), Ticket())


def test_a_countdown_can_be_noted_and_taken_back(library: Library, dispute: Dispute) -> None:
    due = library.now() + timedelta(hours=20)
    done = set_countdown(library, dispute.id, "seller_answers", due, Ticket())
    assert library.course.countdowns(dispute.id) == {"seller_answers": done.value}
    assert done.undo is not None
    done.undo(library)
    assert library.course.countdowns(dispute.id) == {}


def test_clearing_a_countdown_can_be_taken_back(library: Library, dispute: Dispute) -> None:
    due = library.now() + timedelta(hours=20)
    noted = set_countdown(library, dispute.id, "buyer_acts", due, Ticket()).value
    done = clear_countdown(library, dispute.id, "buyer_acts", Ticket())
    assert library.course.countdowns(dispute.id) == {}
    assert done.undo is not None
    done.undo(library)
    assert library.course.countdowns(dispute.id) == {"buyer_acts": noted}


def test_no_page_counts_down_for_years(library: Library, dispute: Dispute) -> None:
    far = library.now() + timedelta(days=900)
    with pytest.raises(KnownError, match=r"claim\.countdown_impossible"):
        set_countdown(library, dispute.id, "buyer_acts", far, Ticket())


def test_only_a_countdown_that_is_there_can_be_cleared(library: Library, dispute: Dispute) -> None:
    with pytest.raises(KnownError, match=r"claim\.no_countdown"):
        clear_countdown(library, dispute.id, "buyer_acts", Ticket())
