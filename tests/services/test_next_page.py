from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from keepproof.domain.order import Order
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.log_contact import ContactForm, add_contact
from keepproof.services.next_page import next_view
from keepproof.services.open_dispute import change_dispute, open_dispute
from keepproof.settings import Settings
from keepproof.ticket import Ticket

PERSON = {"person_name": "林晓", "person_phone": "138", "person_address": "示例路 1 号"}


@pytest.fixture
def disputed(library: Library, order: Order, book: Book) -> Order:
    issue = book.issue("not_as_described")
    dispute = open_dispute(library, order.id, issue, Ticket()).value
    answers = {"claim_text": "标准档续航 40 分钟", "actual": "8 分 06 秒自动停机"}
    change_dispute(library, replace(dispute, answers=answers), Ticket())
    return order


def test_the_card_groups_the_number_and_leaves_headings_out(
    library: Library, disputed: Order, book: Book
) -> None:
    card = next_view(library, disputed.id, book, Settings()).card
    assert (card.number, card.shop) == ("2690 1834 5572 0166 318", "澄屿家电旗舰店")
    assert card.problem.startswith("页面写“标准档续航 40 分钟”")
    assert card.demand.startswith("退货退款 1299.00 元")


def test_the_card_is_in_the_language_of_complaints(
    library: Library, disputed: Order, book: Book
) -> None:
    card = next_view(library, disputed.id, book, Settings(complaint_language="en")).card
    assert card.problem.startswith("Listing says")


def test_without_a_problem_there_is_a_card_but_no_ladder(
    library: Library, order: Order, book: Book
) -> None:
    view = next_view(library, order.id, book, Settings())
    assert (view.rungs, view.card.problem, view.card.shop) == ((), "", "澄屿家电旗舰店")


def test_contacts_are_listed_newest_first_with_promise_and_proof(
    library: Library, disputed: Order, book: Book
) -> None:
    at = library.now() - timedelta(hours=3)
    first = ContactForm(at, summary="first", notes="记下", talked_seconds=190, channel="call")
    later = ContactForm(at + timedelta(hours=1), outcome="promised", promise="24 小时内回电")
    for form in (first, later):
        add_contact(library, disputed.id, form, Ticket())
    view = next_view(library, disputed.id, book, Settings())
    assert [one.contact.summary for one in view.rows] == ["", "first"]
    assert [one.words for one in view.rows[0].promises] == ["24 小时内回电"]
    assert view.rows[1].proof is not None
    assert view.used == 4


@pytest.mark.parametrize(
    ("person", "missing"),
    [({}, True), ({"person_name": "林晓", "person_phone": "138"}, True), (PERSON, False)],
)
def test_authorities_want_the_data_of_the_settings(
    library: Library, disputed: Order, book: Book, person: dict[str, str], *, missing: bool
) -> None:
    rungs = next_view(library, disputed.id, book, Settings(**person)).rungs  # type: ignore[arg-type]  # text fields
    office = next(one for one in rungs if one.channel.id == "12315")
    assert ("real_name" in office.missing) is missing


def test_an_answer_about_the_request_climbs_its_rung(
    library: Library, disputed: Order, book: Book
) -> None:
    (dispute,) = library.disputes.of_order(disputed.id)
    answers = {**dispute.answers, "applied_at": "2026-11-18T20:40:00+08:00"}
    change_dispute(library, replace(dispute, answers=answers), Ticket())
    rungs = next_view(library, disputed.id, book, Settings()).rungs
    assert {one.channel.id for one in rungs if one.state == "done"} == {"refund_form"}
