from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from keepproof.domain.claim import ClaimEvent, EventKind
from keepproof.domain.contact import Commitment, Contact
from keepproof.domain.contact import Outcome as ContactOutcome
from keepproof.domain.dispute import Dispute
from keepproof.knowledge.book import Book
from keepproof.services.course import Course
from keepproof.services.ladder import Rung, below, current, ladder, steps
from keepproof.services.ladder_needs import Known

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


def event(kind: EventKind, day: int = 2) -> ClaimEvent:
    return ClaimEvent(f"{kind}{day}", "d", kind, AT + timedelta(days=day), "return")


def climb(
    book: Book,
    *contacts: Contact,
    issue: str = "not_as_described",
    promises: tuple[Commitment, ...] = (),
    sent: tuple[tuple[datetime, str], ...] = (),
    events: tuple[ClaimEvent, ...] = (),
    now: datetime = NOW,
    known: Known | None = None,
    **answers: Any,
) -> tuple[Rung, ...]:
    course = Course(tuple(sorted(contacts, key=lambda one: one.at)), promises, sent, events)
    dispute = Dispute("d", "o", issue, answers)
    return ladder(course, steps(book, "tmall"), dispute, book.issue(issue), now, known)


def states(rungs: tuple[Rung, ...]) -> dict[str, str]:
    return {one.channel.id: one.state for one in rungs}


def rung_of(rungs: tuple[Rung, ...], channel: str) -> Rung:
    return next(one for one in rungs if one.channel.id == channel)


def now_at(rungs: tuple[Rung, ...]) -> str:
    rung = current(rungs)
    return rung.channel.id if rung else ""


def test_free_comes_before_paid_and_inside_before_outside(book: Book) -> None:
    rungs = climb(book)
    inside = [one for one in rungs if one.channel.party != "authority"]
    kinds = [one.channel.cost_class != "free" for one in inside]
    assert kinds == sorted(kinds)
    assert list(rungs[: len(inside)]) == inside
    assert [rungs[0].channel.id, rungs[-1].channel.id] == ["merchant_chat", "court"]


@pytest.mark.parametrize("platform", [one.id for one in Book.load().platforms])
def test_every_platform_has_a_ladder_that_starts_with_the_merchant(
    book: Book, platform: str
) -> None:
    dispute = Dispute("d", "o", "not_as_described")
    offered = steps(book, platform)
    rungs = ladder(Course(), offered, dispute, book.issue("not_as_described"), NOW)
    assert rungs[0].channel.party == "merchant"
    assert {one.channel.id for one in rungs} == {one.channel.id for one in offered}


def test_what_belongs_to_the_platform_starts_there(book: Book) -> None:
    rungs = climb(book, issue="account")
    assert rungs[0].channel.party == "platform"


def test_nothing_tried_starts_at_the_bottom_and_locks_what_is_not_ready(book: Book) -> None:
    found = states(climb(book, known=Known(person=False)))
    assert [found[one] for one in ("merchant_chat", "robot", "intervention", "12315")] == [
        "now",
        "locked",
        "locked",
        "locked",
    ]


@pytest.mark.parametrize("outcome", ["unsatisfied", "refused", "no_answer", "answered"])
def test_an_attempt_that_settled_nothing_leads_one_rung_up(
    book: Book, outcome: ContactOutcome
) -> None:
    rungs = climb(book, replace(CONTACT, outcome=outcome))
    assert (rungs[0].state, now_at(rungs)) == ("done", "robot")


def test_what_is_solved_needs_no_further_rung(book: Book) -> None:
    rungs = climb(book, replace(CONTACT, outcome="solved"))
    assert (rungs[0].state, now_at(rungs)) == ("done", "")


def test_a_promise_is_waited_for_until_it_is_due(book: Book) -> None:
    due = AT + timedelta(hours=48)
    before = climb(book, PROMISED, promises=(PROMISE,), now=due - timedelta(minutes=1))
    after = climb(book, PROMISED, promises=(PROMISE,), now=due)
    assert (now_at(before), before[0].waiting) == ("merchant_chat", True)
    assert (now_at(after), after[0].state) == ("robot", "done")


@pytest.mark.parametrize("state", ["kept", "broken"])
def test_a_settled_promise_is_not_waited_for(book: Book, state: str) -> None:
    settled = replace(PROMISE, state=state)  # type: ignore[arg-type]  # from the list above
    rungs = climb(book, PROMISED, promises=(settled,), now=AT + timedelta(hours=1))
    assert now_at(rungs) == "robot"


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


def test_answers_and_the_claim_count_as_climbed(book: Book) -> None:
    rungs = climb(book, contact_at="2026-11-16T09:15:00+08:00", events=(event("applied"),))
    found = states(rungs)
    assert (found["merchant_chat"], found["refund_form"]) == ("done", "done")
    assert now_at(rungs) == "intervention"


def test_an_answer_that_is_no_date_counts_for_nothing(book: Book) -> None:
    assert now_at(climb(book, contact_at="soon")) == "merchant_chat"


def test_a_first_contact_is_told_in_the_zone_it_was_noted_in(book: Book) -> None:
    rungs = climb(book, contact_at="2026-11-16T09:15:00+08:00")
    at = rung_of(rungs, "merchant_chat").at
    assert at is not None
    assert at.isoformat() == "2026-11-16T09:15:00+08:00"


@pytest.mark.parametrize(
    ("kinds", "missing"),
    [
        ((), ("request_filed", "refused_or_overdue")),
        (("applied",), ("refused_or_overdue",)),
        (("applied", "refused"), ()),
    ],
)
def test_the_platform_steps_in_on_a_request_that_was_refused(
    book: Book, kinds: tuple[EventKind, ...], missing: tuple[str, ...]
) -> None:
    rungs = climb(book, events=tuple(event(one) for one in kinds))
    assert rung_of(rungs, "intervention").missing == missing


def test_a_broken_promise_counts_as_a_refusal(book: Book) -> None:
    broken = replace(PROMISE, state="broken")
    rungs = climb(book, PROMISED, promises=(broken,), events=(event("applied"),))
    assert rung_of(rungs, "intervention").missing == ()


def test_a_way_that_opens_later_is_closed_until_then(book: Book) -> None:
    opens = {"intervention_opens": NOW + timedelta(hours=1)}
    events = (event("applied"), event("refused"))
    before = rung_of(climb(book, events=events, known=Known(opens=opens)), "intervention")
    later = NOW + timedelta(hours=2)
    after = rung_of(climb(book, events=events, known=Known(opens=opens), now=later), "intervention")
    assert (before.opens, after.opens) == (NOW + timedelta(hours=1), None)


def test_authorities_want_names_and_proof(book: Book) -> None:
    rung = rung_of(climb(book, known=Known(trader=False, person=False, evidence=False)), "12315")
    assert (rung.missing, rung.state) == (("merchant_named", "real_name", "evidence"), "locked")
    assert rung_of(climb(book), "12315").state == "next"


def test_court_comes_after_the_platform(book: Book) -> None:
    refused = replace(ROBOT, outcome="refused")
    missing = [rung_of(climb(book, *one), "court").missing for one in ((), (refused,))]
    assert missing == [("platform_closed",), ()]


def test_a_question_for_the_platform_needs_no_word_with_the_merchant(book: Book) -> None:
    needs = [rung_of(climb(book, issue=one), "robot").missing for one in ("account", "damaged")]
    assert needs == [(), ("contact_logged",)]


def test_a_contact_through_another_way_belongs_to_its_party(book: Book) -> None:
    by_phone = replace(CONTACT, channel="call")
    elsewhere = replace(ROBOT, channel="other")
    rungs = climb(book, by_phone, elsewhere)
    counts = {one.channel.id: one.contacts for one in rungs if one.contacts}
    assert counts == {"merchant_chat": 1, "platform_chat": 1}


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
