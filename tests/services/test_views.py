from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.contact import Contact
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Moments, Order
from keepproof.knowledge.book import Book
from keepproof.library.evidence import Fixity
from keepproof.library.library import Library
from keepproof.services import today, views
from keepproof.services.log_contact import ContactForm, add_contact
from keepproof.services.open_dispute import change_dispute, open_dispute
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]


def test_an_order_without_evidence_asks_for_the_first(
    library: Library, order: Order, book: Book
) -> None:
    assert views.order_page(library, order.id, book).next.code == "add_first"


def test_kept_proof_without_a_problem_asks_for_nothing(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.ORDER_SHOT)
    library.orders.replace(replace(order, moments=Moments()))
    assert views.order_page(library, order.id, book).next.code == "kept"
    assert today.today_view(library, book).tasks == ()


def test_questions_come_before_missing_proof_before_writing(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    issue = book.issue("not_as_described")
    dispute = open_dispute(library, order.id, issue, Ticket()).value
    assert views.order_page(library, order.id, book).next.code == "answer"
    answers = {one.id: "40 分钟" for one in issue.questions if one.required}
    change_dispute(library, replace(dispute, answers=answers), Ticket())
    assert views.order_page(library, order.id, book).next.code == "add_missing"
    for need in issue.evidence:
        if need.need == "required":
            keep(need.kind.value, need.kind)
    assert views.order_page(library, order.id, book).next.code == "contact_merchant"


@pytest.mark.parametrize("state", ["missing", "changed", "unreadable"])
def test_evidence_that_is_not_as_imported_comes_first(
    library: Library, order: Order, keep: Keep, book: Book, state: Fixity
) -> None:
    kept = keep("x", EvidenceKind.CHAT)
    library.evidence.set_fixity(kept.evidence.id, state, datetime(2026, 11, 22, tzinfo=UTC))
    step = views.order_page(library, order.id, book).next
    assert (step.code, step.data) == ("check_changed", {"numbers": [1]})
    assert today.today_view(library, book).tasks[0].urgency == "now"


def test_the_newest_open_dispute_is_the_current_one(
    library: Library, order: Order, book: Book
) -> None:
    issue = book.issue("not_as_described")
    first, second, closed = (
        open_dispute(library, order.id, issue, Ticket()).value for _ in range(3)
    )
    change_dispute(library, replace(closed, state="closed"), Ticket())
    current = views.current_dispute(library, order.id)
    assert current is not None
    assert current.id == second.id != first.id


def test_left_out_and_broken_evidence_does_not_count_as_there(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    issue = book.issue("not_as_described")
    dispute = open_dispute(library, order.id, issue, Ticket()).value
    keep("a", EvidenceKind.CHAT)
    keep("b", EvidenceKind.CHAT)
    change_dispute(library, replace(dispute, left_out=frozenset({1})), Ticket())
    rows = {row.kind: row for row in views.order_page(library, order.id, book).checklist}
    assert rows[EvidenceKind.CHAT].have == (2,)


def test_the_timeline_is_newest_first_and_carries_numbers(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    keep("x", EvidenceKind.CHAT)
    timeline = views.order_page(library, order.id, book).timeline
    assert [one.at for one in timeline] == sorted((one.at for one in timeline), reverse=True)
    assert {(one.group, one.number) for one in timeline} == {("order", None), ("evidence", 1)}


def _logged(library: Library, order: Order, **changes: object) -> Contact:
    at = library.now() - timedelta(hours=3)
    form = replace(ContactForm(at, summary="属于正常现象", notes="记下"), **changes)  # type: ignore[arg-type]  # fields by name
    return add_contact(library, order.id, form, Ticket()).value


def test_a_contact_stands_in_the_timeline_with_its_evidence(
    library: Library, order: Order, book: Book
) -> None:
    contact = _logged(library, order)
    timeline = views.order_page(library, order.id, book).timeline
    entry = next(one for one in timeline if one.group == "contact")
    assert (entry.contact, entry.at, entry.number) == (contact, contact.at, 1)


def test_the_list_and_the_page_of_an_order_agree(
    library: Library, order: Order, keep: Keep, book: Book
) -> None:
    dispute = open_dispute(library, order.id, book.issue("not_as_described"), Ticket()).value
    kept = [keep(str(number), EvidenceKind.CHAT) for number in range(3)]
    library.evidence.set_fixity(kept[1].evidence.id, "changed", library.now())
    library.evidence.trash(kept[2].evidence.id, "blurred")
    change_dispute(library, replace(dispute, left_out=frozenset({1})), Ticket())
    page, (row,) = views.order_page(library, order.id, book), views.order_rows(library, book)
    assert (row.evidence_count, row.next) == (len(page.filed), page.next)
    assert row.missing == sum(one.missing for one in page.checklist if one.need == "required")


def test_a_list_of_orders_reads_no_whole_evidence_but_its_covers(
    library: Library, order: Order, keep: Keep, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("x", EvidenceKind.CHAT)
    monkeypatch.setattr(library.evidence, "all", lambda: pytest.fail("the whole library was read"))
    (row,) = views.order_rows(library, book)
    assert (row.evidence_count, row.cover) == (1, None)
