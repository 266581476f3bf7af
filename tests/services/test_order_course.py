"""What settles promises is gathered from the order, its dispute and the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from keepproof.domain.claim import ClaimEvent
from keepproof.domain.order import Order
from keepproof.knowledge.book import Book
from keepproof.knowledge.calendar import Calendar
from keepproof.library.library import Library
from keepproof.services.open_dispute import open_dispute
from keepproof.services.order_course import known_of, working_day
from keepproof.ticket import Ticket

BOOK = Book.load()
NOW = datetime(2026, 12, 1, tzinfo=UTC)


def test_a_working_day_is_counted_past_weekend_and_holidays() -> None:
    # 1 to 7 October 2025 and the 8th are holidays, the 28th of September is worked
    assert working_day(Calendar.load("CN"), date(2025, 9, 29), 2) == date(2025, 10, 9)


def test_no_working_day_is_guessed_where_holidays_are_not_known() -> None:
    assert working_day(Calendar.load("US"), date(2025, 9, 29), 2) is None


@pytest.mark.parametrize(("state", "unshipped"), [("not_shipped", True), ("shipped_late", False)])
def test_goods_are_unshipped_when_the_buyer_says_so(
    library: Library, order: Order, state: str, unshipped: bool
) -> None:
    dispute = open_dispute(library, order.id, BOOK.issue("late_shipment"), Ticket()).value
    dispute = replace(dispute, answers={"ship_state": state})

    assert known_of(library, order, dispute, BOOK, NOW).unshipped is unshipped


@pytest.mark.parametrize(("claim", "came"), [("refund", True), ("exchange", False)])
def test_a_completed_request_for_money_is_the_refund(
    library: Library, order: Order, claim: str, came: bool
) -> None:
    dispute = open_dispute(library, order.id, BOOK.issue("late_shipment"), Ticket()).value
    done = NOW + timedelta(days=2)
    library.course.put_event(ClaimEvent("a", dispute.id, "applied", NOW, claim))  # type: ignore[arg-type]
    library.course.put_event(ClaimEvent("b", dispute.id, "completed", done))

    assert known_of(library, order, dispute, BOOK, NOW).refunded == (done if came else None)
