from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from keepproof.domain.claim import ClaimEvent
from keepproof.domain.dispute import Dispute, Submission
from keepproof.domain.order import Order
from keepproof.knowledge.book import Book
from keepproof.knowledge.deadlines import Deadline
from keepproof.library.library import Library
from keepproof.services.deadlines import deadlines_of, events_of
from keepproof.services.open_dispute import change_dispute, open_dispute
from keepproof.services.record_claim import record_event, set_countdown
from keepproof.ticket import Ticket

NOW = datetime.fromisoformat("2026-11-18T14:00:00+08:00")
APPLIED = "2026-11-18T12:00:00+08:00"


@pytest.fixture
def dispute(library: Library, order: Order, book: Book) -> Dispute:
    return open_dispute(library, order.id, book.issue("seven_day_refused"), Ticket()).value


def found(
    library: Library, book: Book, order: Order, dispute: Dispute | None
) -> dict[str, Deadline]:
    return {one.id: one for one in deadlines_of(library, book, order, dispute, NOW)}


def test_an_order_has_deadlines_before_anything_goes_wrong(
    library: Library, book: Book, order: Order
) -> None:
    window = found(library, book, order, None)["seven_day_window"]
    assert window.due == datetime.fromisoformat("2026-11-23T00:00:00+08:00")
    assert window.alarms


def test_answers_tell_what_no_event_was_recorded_for(
    library: Library, book: Book, order: Order, dispute: Dispute
) -> None:
    told = replace(dispute, answers={"applied_at": APPLIED}, demand="return_refund")
    change_dispute(library, told, Ticket())
    answers = found(library, book, order, told)["seller_answers"]
    assert (answers.fact, answers.due) == (
        "tb.return.seller",
        datetime.fromisoformat("2026-11-20T00:00:00+08:00"),
    )


@pytest.mark.parametrize("answer", ["2026-11-18", "yesterday", "2026-11-18T12:00:00", True, ""])
def test_an_answer_without_its_moment_tells_no_event(
    library: Library, dispute: Dispute, answer: str | bool
) -> None:
    assert events_of(library, replace(dispute, answers={"applied_at": answer})) == ()


def test_what_was_recorded_comes_before_the_answers(library: Library, dispute: Dispute) -> None:
    at = datetime.fromisoformat(APPLIED) - timedelta(hours=5)
    recorded = record_event(
        library, ClaimEvent("", dispute.id, "applied", at, "refund"), Ticket()
    ).value
    told = replace(dispute, answers={"applied_at": APPLIED})
    assert events_of(library, told) == (recorded,)


def test_a_countdown_of_the_page_takes_the_place_of_the_rule(
    library: Library, book: Book, order: Order, dispute: Dispute
) -> None:
    told = replace(dispute, answers={"applied_at": APPLIED}, demand="return_refund")
    due = library.now() + timedelta(hours=9)
    set_countdown(library, dispute.id, "seller_answers", due, Ticket())
    answers = found(library, book, order, told)["seller_answers"]
    assert (answers.due, answers.origin, answers.status) == (due, "page", "user")


def test_a_text_sent_to_12315_starts_its_seven_working_days(
    library: Library, book: Book, order: Order, dispute: Dispute
) -> None:
    at = datetime.fromisoformat("2026-11-17T09:00:00+08:00")
    library.disputes.add_submission(Submission("s", dispute.id, "12315", "zh", "…", at))
    accepts = found(library, book, order, dispute)["authority_accepts"]
    assert accepts.due == datetime.fromisoformat("2026-11-27T00:00:00+08:00")


def test_a_parcel_signed_before_it_was_paid_rings_nothing(
    library: Library, book: Book, order: Order
) -> None:
    moments = replace(order.moments, signed=datetime.fromisoformat("2026-11-09T10:00:00+08:00"))
    window = found(library, book, replace(order, moments=moments), None)["seven_day_window"]
    assert (window.alarms, "dates_contradict" in window.doubts) == (False, True)
