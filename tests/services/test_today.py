from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from keepproof.domain.claim import ClaimEvent
from keepproof.domain.contact import Contact
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Moments, Order
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services import care
from keepproof.services.log_contact import ContactForm, add_contact
from keepproof.services.log_order import OrderForm, add_order, archive_order
from keepproof.services.open_dispute import open_dispute
from keepproof.services.record_claim import record_event
from keepproof.services.today import Task, side_view, today_view
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]


def test_unfiled_evidence_is_counted_on_today(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    kept = keep("x", EvidenceKind.CHAT)
    library.evidence.unfile(kept.evidence.id, order.id)
    view = today_view(library, book)
    assert [one.id for one in view.unfiled] == [kept.evidence.id]
    assert view.evidence_count == 1


def _logged(library: Library, order: Order, **changes: object) -> Contact:
    at = library.now() - timedelta(hours=3)
    form = replace(ContactForm(at, summary="属于正常现象", notes="记下"), **changes)  # type: ignore[arg-type]  # fields by name
    return add_contact(library, order.id, form, Ticket()).value


def _signed(library: Library, order: Order, hours: float) -> None:
    """Let the parcel of an order have been signed for so many hours ago."""
    now = library.now()
    signed = now - timedelta(hours=hours)
    moments = Moments(paid=signed - timedelta(days=3), signed=signed)
    library.orders.replace(replace(order, moments=moments))


def _deadline(tasks: tuple[Task, ...], id: str) -> Task:
    return next(
        one
        for one in tasks
        if one.reminder is not None
        and one.reminder.deadline is not None
        and one.reminder.deadline.id == id
    )


def test_a_promise_that_is_due_comes_first_today(
    library: Library, order: Order, book: Book
) -> None:
    library.orders.replace(replace(order, moments=Moments()))
    due = library.now() - timedelta(hours=1)
    _logged(library, order, outcome="promised", promise="48 小时内答复", due=due)
    (task,) = today_view(library, book).tasks
    assert (task.step.code, task.step.due, task.urgency) == ("overdue", due, "now")


def test_what_is_due_sooner_stands_higher(library: Library, form: OrderForm, book: Book) -> None:
    hours = {"1": 30, "2": 3, "3": 12}
    for number, left in hours.items():
        undated = replace(form, number=f"269018345572016631{number}", moments=Moments())
        order = add_order(library, undated, Ticket())
        due = library.now() + timedelta(hours=left)
        _logged(library, order.value, outcome="promised", promise="x", due=due)
    tasks = today_view(library, book).tasks
    assert [one.order.number[-1] for one in tasks] == ["2", "3", "1"]


def test_a_deadline_of_this_week_has_a_line_with_its_time(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.ORDER_SHOT)
    _signed(library, order, 60)
    task = _deadline(today_view(library, book).tasks, "seven_day_window")
    assert (task.urgency, task.due) == ("soon", task.reminder and task.reminder.due)


def test_what_the_seller_has_to_answer_is_waited_for(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.ORDER_SHOT)
    _signed(library, order, 60)
    dispute = open_dispute(library, order.id, book.issue("not_as_described"), Ticket()).value
    at = library.now() - timedelta(hours=2)
    record_event(library, ClaimEvent("", dispute.id, "applied", at, "return", "received"), Ticket())
    assert _deadline(today_view(library, book).tasks, "seller_answers").urgency == "waiting"


def test_an_answer_that_did_not_come_in_time_is_for_now(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.ORDER_SHOT)
    _signed(library, order, 60)
    dispute = open_dispute(library, order.id, book.issue("not_as_described"), Ticket()).value
    at = library.now() - timedelta(hours=40)
    record_event(library, ClaimEvent("", dispute.id, "applied", at, "return", "received"), Ticket())
    assert _deadline(today_view(library, book).tasks, "seller_answers").urgency == "now"


def test_what_to_save_and_check_of_an_order_is_one_line_each(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.ORDER_SHOT)
    _signed(library, order, 1)
    tasks = today_view(library, book).tasks
    found = {one.reminder.kind: one for one in tasks if one.reminder and one.reminder.care}
    assert sorted(found) == ["delivery", "save"]
    assert found["delivery"].more >= 2
    assert sum(1 for one in tasks if one.reminder and one.reminder.care) == 2


def test_what_was_ticked_off_is_not_asked_again(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.ORDER_SHOT)
    _signed(library, order, 1)
    for prompt in book.care:
        care.tick(library, order.id, prompt.id, Ticket())
    assert [
        one for one in today_view(library, book).tasks if one.reminder and one.reminder.care
    ] == []


def test_an_order_without_evidence_is_not_told_twice_to_save_its_pages(
    library: Library, order: Order, book: Book
) -> None:
    now = library.now()
    library.orders.replace(replace(order, moments=Moments(paid=now - timedelta(hours=1))))
    tasks = today_view(library, book).tasks
    assert "add_first" in [one.step.code for one in tasks]
    assert [one for one in tasks if one.reminder and one.reminder.care] == []


def test_an_order_put_away_asks_for_nothing(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.ORDER_SHOT)
    _signed(library, order, 60)
    archive_order(library, order.id, Ticket())
    assert today_view(library, book).tasks == ()


def test_the_side_bar_counts_the_lines_of_today(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.ORDER_SHOT)
    _signed(library, order, 60)
    assert side_view(library, book).tasks == len(today_view(library, book).tasks) > 0
