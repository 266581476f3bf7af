from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from keepproof.domain.dispute import Submission
from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services import open_dispute
from keepproof.ticket import Ticket


def test_a_dispute_starts_with_the_usual_demand_and_what_was_paid(
    library: Library, order: Order, book: Book
) -> None:
    issue = book.issue("not_as_described")
    dispute = open_dispute.open_dispute(library, order.id, issue, Ticket()).value
    assert (dispute.demand, dispute.amount) == (issue.demands[0].id, Money(129900))
    assert library.disputes.of_order(order.id) == [dispute]


def test_opening_and_changing_can_be_undone(library: Library, order: Order, book: Book) -> None:
    opened = open_dispute.open_dispute(library, order.id, book.issue("not_as_described"), Ticket())
    changed = open_dispute.change_dispute(
        library, replace(opened.value, answers={"actual": "8 分钟"}), Ticket()
    )
    assert changed.undo is not None
    changed.undo(library)
    assert library.disputes.get(opened.value.id) == opened.value
    assert opened.undo is not None
    back = opened.undo(library)
    assert library.disputes.of_order(order.id) == []
    assert back.undo is not None
    back.undo(library)
    assert library.disputes.of_order(order.id) == [opened.value]


def test_another_issue_type_keeps_the_answers_both_ask_for(
    library: Library, order: Order, book: Book
) -> None:
    first, second = book.issue("not_as_described"), book.issue("quality_visible")
    shared = {one.id for one in first.questions} & {one.id for one in second.questions}
    dispute = open_dispute.open_dispute(library, order.id, first, Ticket()).value
    answers = {one.id: "x" for one in first.questions}
    open_dispute.change_dispute(library, replace(dispute, answers=answers), Ticket())
    after = open_dispute.change_issue(library, dispute.id, second, Ticket()).value
    assert set(after.answers) == shared
    assert after.issue == "quality_visible"


def test_a_dispute_with_sent_texts_is_not_removed(
    library: Library, order: Order, book: Book
) -> None:
    dispute = open_dispute.open_dispute(
        library, order.id, book.issue("not_as_described"), Ticket()
    ).value
    at = datetime(2026, 11, 22, tzinfo=UTC)
    library.disputes.add_submission(Submission("s", dispute.id, "platform_chat", "zh", "text", at))
    with pytest.raises(KnownError) as caught:
        open_dispute.remove_dispute(library, dispute.id, Ticket())
    assert caught.value.code == "dispute.has_submissions"


def test_a_dispute_is_opened_by_the_clock_of_the_library(
    library: Library, order: Order, book: Book
) -> None:
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    library.now = lambda: at
    opened = open_dispute.open_dispute(library, order.id, book.issue("not_as_described"), Ticket())
    assert opened.value.opened_at == at
