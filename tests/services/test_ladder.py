from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.contact import Outcome as ContactOutcome
from keepproof.domain.dispute import Dispute
from keepproof.knowledge.book import Book
from keepproof.services.course import Course
from keepproof.services.ladder import Known, Rung, below, current, in_order, ladder

AT = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)
NOW = AT + timedelta(days=5)
CONTACT = Contact("c1", "o", "merchant", "merchant_chat", AT, outcome="unsatisfied")
ROBOT = Contact("c2", "o", "platform", "platform_chat", AT + timedelta(days=1))
PROMISE = Commitment(
    "p", "o", "merchant", "48 小时内答复", AT, AT + timedelta(hours=48), contact_id="c1"
)
PROMISED = replace(CONTACT, outcome="promised")


@pytest.fixture(scope="module")
def book() -> Book:
    return Book.load()


def climb(
    book: Book,
    *contacts: Contact,
    issue: str = "not_as_described",
    promises: tuple[Commitment, ...] = (),
    sent: tuple[tuple[datetime, str], ...] = (),
    now: datetime = NOW,
    known: Known | None = None,
    **answers: Any,
) -> tuple[Rung, ...]:
    course = Course(tuple(sorted(contacts, key=lambda one: one.at)), promises, sent)
    dispute = Dispute("d", "o", issue, answers)
    return ladder(course, book.channels("tmall"), dispute, book.issue(issue), now, known)


def states(rungs: tuple[Rung, ...]) -> dict[str, str]:
    return {one.channel.id: one.state for one in rungs}


def now_at(rungs: tuple[Rung, ...]) -> str:
    rung = current(rungs)
    return rung.channel.id if rung else ""


def test_free_comes_before_paid_and_inside_before_outside(book: Book) -> None:
    rungs = climb(book)
    kinds = [(one.channel.party == "authority", one.channel.cost_class != "free") for one in rungs]
    assert kinds == sorted(kinds)
    assert [rungs[0].channel.id, rungs[-2].channel.id] == ["merchant_chat", "12315"]


@pytest.mark.parametrize("platform", ["tmall", "taobao", "jd", "pdd", "generic"])
def test_every_platform_has_a_ladder_that_starts_with_the_merchant(
    book: Book, platform: str
) -> None:
    ordered = in_order(book.channels(platform), book.issue("not_as_described"))
    assert ordered[0].party == "merchant"
    assert len(ordered) == len(book.channels(platform))


def test_what_belongs_to_the_platform_starts_there(book: Book) -> None:
    rungs = climb(book, issue="account")
    assert rungs[0].channel.party == "platform"


def test_nothing_tried_starts_at_the_bottom_and_locks_what_is_not_ready(book: Book) -> None:
    assert states(climb(book)) == {
        "merchant_chat": "now",
        "platform_chat": "next",
        "refund_form": "next",
        "intervention": "locked",
        "call": "next",
        "12315": "locked",
        "association": "locked",
    }


@pytest.mark.parametrize("outcome", ["unsatisfied", "refused", "no_answer", "answered"])
def test_an_attempt_that_settled_nothing_leads_one_rung_up(
    book: Book, outcome: ContactOutcome
) -> None:
    rungs = climb(book, replace(CONTACT, outcome=outcome))
    assert (rungs[0].state, now_at(rungs)) == ("done", "platform_chat")


def test_what_is_solved_needs_no_further_rung(book: Book) -> None:
    rungs = climb(book, replace(CONTACT, outcome="solved"))
    assert (rungs[0].state, now_at(rungs)) == ("done", "")


def test_a_promise_is_waited_for_until_it_is_due(book: Book) -> None:
    due = AT + timedelta(hours=48)
    before = climb(book, PROMISED, promises=(PROMISE,), now=due - timedelta(minutes=1))
    after = climb(book, PROMISED, promises=(PROMISE,), now=due)
    assert (now_at(before), before[0].waiting) == ("merchant_chat", True)
    assert (now_at(after), after[0].state) == ("platform_chat", "done")


@pytest.mark.parametrize("state", ["kept", "broken"])
def test_a_settled_promise_is_not_waited_for(book: Book, state: str) -> None:
    settled = replace(PROMISE, state=state)  # type: ignore[arg-type]  # from the list above
    rungs = climb(book, PROMISED, promises=(settled,), now=AT + timedelta(hours=1))
    assert now_at(rungs) == "platform_chat"


def test_a_text_that_was_sent_is_waited_for(book: Book) -> None:
    rungs = climb(book, CONTACT, sent=((AT + timedelta(days=2), "platform_chat"),))
    rung = current(rungs)
    assert rung is not None
    assert (rung.channel.id, rung.sent, rung.waiting) == ("platform_chat", True, True)


def test_an_answer_ends_the_wait(book: Book) -> None:
    rungs = climb(book, ROBOT, sent=((AT, "platform_chat"),))
    assert now_at(rungs) == "refund_form"


def test_a_rung_that_was_passed_over_is_marked(book: Book) -> None:
    found = states(climb(book, ROBOT))
    assert (found["merchant_chat"], found["refund_form"]) == ("skipped", "now")


def test_answers_count_as_climbed(book: Book) -> None:
    rungs = climb(
        book, contact_at="2026-11-16T09:15:00+08:00", applied_at="2026-11-18T20:40:00+08:00"
    )
    found = states(rungs)
    assert (found["merchant_chat"], found["refund_form"]) == ("done", "done")
    assert now_at(rungs) == "intervention"


def test_an_answer_that_is_no_date_counts_for_nothing(book: Book) -> None:
    assert now_at(climb(book, contact_at="soon")) == "merchant_chat"


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, ("request_filed", "refused")),
        ({"applied_at": "2026-11-18T20:40:00+08:00"}, ("refused",)),
        ({"applied_at": "2026-11-18T20:40:00+08:00", "refuse_reason": "已使用"}, ()),
    ],
)
def test_the_platform_steps_in_on_a_request_that_was_refused(
    book: Book, answers: dict[str, Any], missing: tuple[str, ...]
) -> None:
    rungs = climb(book, **answers)
    assert next(one for one in rungs if one.channel.id == "intervention").missing == missing


def test_a_broken_promise_counts_as_a_refusal(book: Book) -> None:
    broken = replace(PROMISE, state="broken")
    rungs = climb(book, PROMISED, promises=(broken,), applied_at="2026-11-18T20:40:00+08:00")
    assert next(one for one in rungs if one.channel.id == "intervention").missing == ()


def test_authorities_want_names_and_the_platform_first(book: Book) -> None:
    rungs = climb(book, known=Known(trader=False, person=False))
    open_ = climb(book, ROBOT)
    assert rungs[-1].missing == ("platform_asked", "trader_named", "person_named")
    assert (open_[-1].missing, open_[-1].state) == ((), "next")


def test_a_contact_through_another_way_belongs_to_its_party(book: Book) -> None:
    by_phone = replace(CONTACT, channel="call")
    elsewhere = replace(ROBOT, channel="other")
    rungs = climb(book, by_phone, elsewhere)
    assert [(one.channel.id, one.contacts) for one in rungs[:2]] == [
        ("merchant_chat", 1),
        ("platform_chat", 1),
    ]


def test_what_one_would_skip_is_named(book: Book) -> None:
    rungs = climb(book, CONTACT)
    assert [one.channel.id for one in below(rungs, "intervention")] == [
        "platform_chat",
        "refund_form",
    ]
    assert below(rungs, "merchant_chat") == ()


def test_the_last_contact_of_a_rung_is_shown(book: Book) -> None:
    again = replace(CONTACT, id="c9", at=AT + timedelta(hours=5), outcome="no_answer")
    rung = climb(book, CONTACT, again)[0]
    assert (rung.contacts, rung.contact, rung.at) == (2, again, again.at)
