from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.contact import Outcome as ContactOutcome
from keepproof.domain.dispute import Dispute
from keepproof.knowledge.book import Book
from keepproof.services.course import Course
from keepproof.services.ladder import steps
from keepproof.services.next_step import Matter, NextStep, next_step

AT = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)
DUE = AT + timedelta(hours=48)
CONTACT = Contact("c1", "o", "merchant", "merchant_chat", AT, outcome="promised")
PROMISE = Commitment("p", "o", "merchant", "48 小时内答复", AT, DUE, contact_id="c1")
SAID = {"due": DUE, "words": "48 小时内答复", "party": "merchant", "commitment": "p"}


@pytest.fixture(scope="module")
def matter() -> Matter:
    """Give a dispute with everything answered and nothing missing."""
    book = Book.load()
    issue = book.issue("not_as_described")
    answers = {one.id: "40 分钟" for one in issue.questions if one.required}
    dispute = Dispute("d", "o", issue.code, answers)
    return Matter((), dispute, issue, (), Course(), steps(book, "tmall"), AT)


def step(matter: Matter, course: Course, now: datetime = AT) -> NextStep:
    return next_step(replace(matter, course=course, now=now))


def test_with_everything_ready_the_merchant_comes_first(matter: Matter) -> None:
    assert step(matter, Course()) == NextStep("contact_merchant", {"channel": "merchant_chat"})


def test_what_belongs_to_the_platform_is_written_to_it(matter: Matter) -> None:
    issue = Book.load().issue("account")
    answers = {one.id: "x" for one in issue.questions}
    dispute = Dispute("d", "o", issue.code, answers)
    found = next_step(replace(matter, issue=issue, dispute=dispute))
    assert (found.code, found.data["channel"]) == ("write", "robot")


@pytest.mark.parametrize("outcome", ["unsatisfied", "refused", "no_answer", "answered"])
def test_an_attempt_that_settled_nothing_names_the_next_rung(
    matter: Matter, outcome: ContactOutcome
) -> None:
    found = step(matter, Course((replace(CONTACT, outcome=outcome),)))
    assert found == NextStep("escalate", {"channel": "robot", "outcome": outcome})
    assert found.urgency == "soon"


def test_questions_left_open_come_before_the_next_rung(matter: Matter) -> None:
    bare = replace(matter, dispute=Dispute("d", "o", "not_as_described"))
    failed = replace(CONTACT, outcome="refused")
    assert step(bare, Course((failed,))).code == "answer"


def test_a_promise_is_waited_for(matter: Matter) -> None:
    found = step(matter, Course((CONTACT,), (PROMISE,)), DUE - timedelta(minutes=1))
    assert (found, found.due, found.urgency) == (NextStep("await_promise", SAID), DUE, "waiting")


def test_a_promise_that_is_due_is_urgent(matter: Matter) -> None:
    found = step(matter, Course((CONTACT,), (PROMISE,)), DUE)
    assert (found, found.urgency) == (NextStep("overdue", SAID), "now")


def test_a_broken_promise_leads_on(matter: Matter) -> None:
    broken = replace(PROMISE, state="broken")
    assert step(matter, Course((CONTACT,), (broken,)), DUE).code == "escalate"


def test_a_promise_without_a_time_is_waited_for(matter: Matter) -> None:
    found = step(matter, Course((CONTACT,), (replace(PROMISE, due=None),)), DUE)
    assert (found.code, found.due) == ("await_promise", None)


def test_what_was_said_later_counts_more_than_an_open_promise(matter: Matter) -> None:
    later = replace(CONTACT, id="c2", at=AT + timedelta(hours=1), outcome="refused")
    assert step(matter, Course((CONTACT, later), (PROMISE,))).code == "escalate"


def test_a_text_sent_after_the_contact_is_waited_for(matter: Matter) -> None:
    sent = AT + timedelta(hours=1)
    course = Course((replace(CONTACT, outcome="refused"),), (), ((sent, "platform_chat"),))
    expected = NextStep("await_reply", {"at": sent, "channel": "platform_chat"})
    assert step(matter, course) == expected


def test_a_contact_after_the_text_counts_more(matter: Matter) -> None:
    course = Course(
        (replace(CONTACT, outcome="refused"),), (), ((AT - timedelta(hours=1), "merchant_chat"),)
    )
    assert step(matter, course).code == "escalate"


def test_what_is_solved_asks_to_be_closed(matter: Matter) -> None:
    assert step(matter, Course((replace(CONTACT, outcome="solved"),))).code == "solved"


def test_a_closed_dispute_asks_for_nothing_even_with_a_promise_due(matter: Matter) -> None:
    closed = replace(matter, dispute=Dispute("d", "o", "not_as_described", state="closed"))
    assert step(closed, Course((CONTACT,), (PROMISE,)), DUE).code == "closed"


@pytest.mark.parametrize(
    ("now", "code"), [(DUE - timedelta(hours=1), "await_promise"), (DUE, "overdue")]
)
def test_a_promise_counts_without_a_dispute_too(matter: Matter, now: datetime, code: str) -> None:
    plain = replace(matter, dispute=None, issue=None)
    assert step(plain, Course((CONTACT,), (PROMISE,)), now).code == code


def test_a_promise_read_in_a_chat_is_waited_for(matter: Matter) -> None:
    read = replace(PROMISE, contact_id=None, evidence_id="e1", place="12")
    assert step(matter, Course((), (read,))).code == "await_promise"


def test_the_promise_due_longest_is_named(matter: Matter) -> None:
    later = replace(PROMISE, id="p2", due=DUE + timedelta(hours=1), words="later")
    found = step(matter, Course((CONTACT,), (later, PROMISE)), DUE + timedelta(hours=2))
    assert found.data["commitment"] == "p"


def test_with_every_rung_climbed_the_last_one_is_written_to(matter: Matter) -> None:
    last = replace(CONTACT, party="authority", channel="court", outcome="refused")
    assert step(matter, Course((last,))) == NextStep("write", {"channel": "court"})
