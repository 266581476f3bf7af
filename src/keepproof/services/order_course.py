"""What is known of an order that settles a promise: its moments, its refund, the working days of its country."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from keepproof.knowledge.calendar import Calendar
from keepproof.services.assess_chat import Known

if TYPE_CHECKING:
    from keepproof.domain.dispute import Dispute
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library

UNSHIPPED = frozenset({"not_shipped", "out_of_stock"})
MONEY_BACK = frozenset({"refund", "return"})


def known_of(
    library: Library, order: Order, dispute: Dispute | None, book: Book, now: datetime
) -> Known:
    """Gather what settles promises about an order."""
    platform = book.platform(order.platform)
    never_sent = dispute is not None and dispute.answers.get("ship_state") in UNSHIPPED
    calendar = Calendar.load(platform.country)
    return Known(
        order.moments,
        ZoneInfo(platform.time_zone),
        now,
        refunded=_refunded(library, dispute),
        unshipped=order.moments.shipped is None and never_sent,
        working_days=lambda day, number: working_day(calendar, day, number),
    )


def working_day(calendar: Calendar, day: date, number: int) -> date | None:
    """Return the n-th working day after a day; None where the holidays of a day in between are not known."""
    while number > 0:
        day += timedelta(days=1)
        if not calendar.known(day):
            return None
        number -= calendar.working(day)
    return day


def _refunded(library: Library, dispute: Dispute | None) -> datetime | None:
    """Return when the money came back: a request for it was noted as completed."""
    asked, at = "", None
    for one in library.course.events(dispute.id) if dispute is not None else ():
        asked = one.claim or asked
        if one.kind == "completed" and asked in MONEY_BACK:
            at = one.at
    return at
