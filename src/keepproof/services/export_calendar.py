"""Write the deadlines and promises of an order as a calendar."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof import messages
from keepproof.errors import KnownError
from keepproof.exporting.calendar import CalendarEntry, calendar
from keepproof.exporting.writing import export_whole
from keepproof.services.deadlines import deadlines_of
from keepproof.services.views import current_dispute
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.contact import Commitment
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.deadlines import Deadline
    from keepproof.library.library import Library

BEFORE = (timedelta(days=1), timedelta(hours=2))
AT_ONCE = (timedelta(0),)


def export_calendar(
    library: Library, book: Book, order_id: str, path: Path, lang: str, ticket: Ticket
) -> int:
    """Write what is still to come of one order as .ics and return how many entries there are.

    Only what is verified or was copied from the page rings; the rest are plain entries marked as reference.
    KnownErrors export.no_deadlines, export.full, export.failed.
    """
    ticket.check()
    now = library.now()
    order = library.orders.get(order_id)
    entries = calendar_entries(library, book, order, lang, now)
    if not entries:
        raise KnownError("export.no_deadlines", number=order.number)
    name = messages.say("calendar.name", lang, {"order": order.number})
    export_whole(path, calendar(entries, name, now))
    return len(entries)


def calendar_entries(
    library: Library, book: Book, order: Order, lang: str, now: datetime
) -> list[CalendarEntry]:
    """List what is still to come of an order: running deadlines and open promises."""
    dispute = current_dispute(library, order.id)
    if dispute is not None and dispute.state != "open":
        dispute = None
    found = deadlines_of(library, book, order, dispute, now)
    entries = [_deadline(one, order, lang) for one in found if one.state == "running"]
    entries += [
        _commitment(one, one.due, order, lang)
        for one in library.commitments.of_order(order.id)
        if one.state == "open" and one.due is not None and one.due > now
    ]
    return sorted(entries, key=lambda one: (one.at, one.id))


def _deadline(one: Deadline, order: Order, lang: str) -> CalendarEntry:
    if one.due is None:
        raise ValueError(one.id)
    title = f"{one.label.of(lang)} · {order.shop} {order.number}"
    if not one.alarms:
        title = messages.say("calendar.reference", lang, {"title": title})
    lines = [
        one.rule.of(lang) if one.origin == "rule" else "",
        messages.say(f"deadline.hint.{one.status}", lang),
        *(messages.say(f"deadline.doubt.{code}", lang) for code in one.doubts),
        one.note.of(lang) if one.note else "",
        one.condition.of(lang) if one.condition else "",
        f"{one.source} ({one.as_of})",
    ]
    alarms: tuple[timedelta, ...] = ()
    if one.alarms:
        alarms = AT_ONCE if one.meaning == "opens" else BEFORE
    notes = "\n".join(line for line in lines if line)
    return CalendarEntry(f"{order.id}.{one.id}", one.due, title, notes, alarms)


def _commitment(one: Commitment, due: datetime, order: Order, lang: str) -> CalendarEntry:
    title = messages.say("calendar.promise", lang, {"shop": order.shop, "order": order.number})
    return CalendarEntry(f"{order.id}.{one.id}", due, title, one.words, AT_ONCE)
