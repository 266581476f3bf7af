from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from keepproof.domain.order import Moments, Order
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.export_calendar import calendar_entries, export_calendar
from keepproof.services.log_contact import ContactForm, add_contact
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.open_dispute import open_dispute
from keepproof.services.record_claim import set_countdown
from keepproof.ticket import Ticket

NOW = datetime.fromisoformat("2026-11-18T14:00:00+08:00")


@pytest.fixture
def recent(library: Library) -> Order:
    """Log an order that was shipped and signed for yesterday, by the library's clock."""
    now = library.now()
    moments = Moments(
        paid=now - timedelta(days=4),
        shipped=now - timedelta(days=3),
        signed=now - timedelta(days=1),
    )
    form = OrderForm(number="2690183455720166318", platform="tmall", shop="澄屿", moments=moments)
    return add_order(library, form, Ticket()).value


def test_only_what_is_verified_rings(library: Library, book: Book, order: Order) -> None:
    shipped = datetime.fromisoformat("2026-11-12T10:00:00+08:00")
    whole = replace(order, moments=replace(order.moments, shipped=shipped))
    entries = {one.id: one for one in calendar_entries(library, book, whole, "zh", NOW)}
    window = entries[f"{order.id}.seven_day_window"]
    memory = entries[f"{order.id}.auto_confirm"]
    assert window.alarms == (timedelta(days=1), timedelta(hours=2))
    assert (memory.alarms, memory.title.startswith("【参考，以页面为准】")) == ((), True)
    assert "参考值，以页面为准" in memory.notes


def test_what_the_page_says_rings_and_names_no_rule(
    library: Library, book: Book, recent: Order
) -> None:
    dispute = open_dispute(library, recent.id, book.issue("damaged"), Ticket()).value
    due = library.now() + timedelta(days=2)
    set_countdown(library, dispute.id, "evidence_upload", due, Ticket())
    entries = calendar_entries(library, book, recent, "zh", library.now())
    page = next(one for one in entries if one.id.endswith("evidence_upload"))
    assert (page.at, len(page.alarms)) == (due, 2)
    assert "您从页面抄写" in page.notes


def test_promises_that_are_due_are_in_it(library: Library, book: Book, recent: Order) -> None:
    now = library.now()
    form = ContactForm(now, outcome="promised", promise="明天退款", due=now + timedelta(days=1))
    add_contact(library, recent.id, form, Ticket())
    entries = calendar_entries(library, book, recent, "zh", library.now())
    assert [one.notes for one in entries if one.title.startswith("承诺到期")] == ["明天退款"]


def test_the_file_holds_the_entries(
    library: Library, book: Book, recent: Order, tmp_path: Path
) -> None:
    path = tmp_path / "deadlines.ics"
    count = export_calendar(library, book, recent.id, path, "en", Ticket())
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert len(events) == count > 0


def test_an_order_without_deadlines_writes_nothing(
    library: Library, book: Book, tmp_path: Path
) -> None:
    form = OrderForm(number="1234567890123456", platform="tmall", shop="澄屿")
    bare = add_order(library, form, Ticket()).value
    with pytest.raises(KnownError, match=r"export\.no_deadlines"):
        export_calendar(library, book, bare.id, tmp_path / "a.ics", "zh", Ticket())
    assert list(tmp_path.glob("*.ics")) == []
