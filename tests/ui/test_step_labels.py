from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.contact import OUTCOMES, PARTIES, Commitment, Contact
from keepproof.knowledge.book import Book
from keepproof.knowledge.deadlines import Course
from keepproof.services.care import CareItem
from keepproof.services.next_step import NextStep
from keepproof.services.reminders import Reminder, Urgency
from keepproof.services.today import Task
from keepproof.ui import labels_contacts, labels_steps
from ui.order_pieces import a_task, an_order

AT = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)
SAID = {"due": AT, "words": "48 小时内答复", "party": "merchant", "commitment": "p"}
CONTACT = Contact("c", "o", "merchant", "call", AT, "无人接听", "no_answer", talked_seconds=190)
PROMISE = Commitment("p", "o", "merchant", "48 小时内答复", AT, AT + timedelta(hours=48))
STEPS = (
    NextStep("overdue", SAID),
    NextStep("await_promise", SAID),
    NextStep("await_promise", {**SAID, "due": None}),
    NextStep("contact_merchant", {"channel": "merchant_chat"}),
    NextStep("escalate", {"channel": "12315", "outcome": "refused"}),
    NextStep("write", {"channel": "call"}),
    NextStep("solved"),
    NextStep("closed"),
)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.code)
def test_every_step_has_words(step: NextStep, book: Book) -> None:
    words = labels_steps.step_words(step, book, "zh", "tmall")
    assert words.title
    assert words.detail


def test_the_channel_to_go_on_with_is_named_as_the_platform_does(book: Book) -> None:
    step = NextStep("escalate", {"channel": "merchant_chat", "outcome": "no_answer"})
    words = labels_steps.step_words(step, book, "zh", "tmall")
    assert "商家旺旺" in words.title
    assert words.detail == "Nobody answered last time"


@pytest.mark.parametrize(
    ("hours", "words", "tone"),
    [(-73, "3 d left", "mute"), (-5, "5 h left", "mute"), (2, "2 h over", "bad")],
)
def test_what_has_a_time_says_how_much_is_left(hours: int, words: str, tone: str) -> None:
    code = "overdue" if hours > 0 else "await_promise"
    task = replace(a_task(0, "write"), step=NextStep(code, SAID))
    first, second, found = labels_steps.urgency(task, AT + timedelta(hours=hours))
    assert (first, found) == (words, tone)
    assert second


@pytest.mark.parametrize("code", ["contact_merchant", "escalate", "solved", "answer", "write"])
def test_every_task_says_how_urgent_it_is(code: str) -> None:
    first, _, tone = labels_steps.urgency(a_task(0, code, open=2), AT)
    assert first
    assert tone in {"ok", "warn", "bad", "mute"}


def test_a_promise_without_a_time_is_waited_for_without_one() -> None:
    task = a_task(0, "await_promise", words="x", party="merchant", due=None)
    assert labels_steps.urgency(task, AT)[1] == ""


def test_parties_outcomes_and_costs_have_different_words() -> None:
    parties = {labels_contacts.party(one) for one in PARTIES}
    outcomes = {labels_contacts.outcome(one) for one in OUTCOMES}
    assert (len(parties), len(outcomes)) == (len(PARTIES), len(OUTCOMES))


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (59, "59 s"), (60, "1 min 0 s"), (3725, "62 min 5 s")]
)
def test_lengths_are_written_in_minutes_and_seconds(seconds: int, words: str) -> None:
    assert labels_contacts.length(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(-1, "00:00"), (190, "03:10"), (3600, "1:00:00"), (3725, "1:02:05")]
)
def test_the_clock_shows_hours_only_where_there_are_any(seconds: int, words: str) -> None:
    assert labels_contacts.clock(seconds) == words


@pytest.mark.parametrize(
    ("state", "hours", "words"),
    [("open", 0, ""), ("open", 48, "due"), ("kept", 90, "kept"), ("broken", 90, "not kept")],
)
def test_a_promise_says_whether_it_was_kept(state: str, hours: int, words: str) -> None:
    promise = replace(PROMISE, state=state)  # type: ignore[arg-type]  # from the list above
    assert labels_contacts.promise_state(promise, AT + timedelta(hours=hours)) == words


def test_a_contact_is_worded_for_the_timeline(book: Book) -> None:
    words = labels_contacts.entry(CONTACT, book, "zh", "tmall")
    assert words == "The seller\N{NO-BREAK SPACE}· Phone\N{NO-BREAK SPACE}· 无人接听"


def test_the_way_of_a_call_tells_its_length(book: Book) -> None:
    assert labels_contacts.way(CONTACT, book, "zh", "tmall") == "Phone 3 min 10 s"


def remembered(book: Book, id: str, hours: float, **changes: object) -> Task:
    """Make a line about a deadline that runs out in so many hours."""
    order = an_order(0)
    course = Course({"paid": AT - timedelta(days=3), "signed": AT})
    found = book.reckoner("tmall").deadlines(course, AT + timedelta(hours=1))
    deadline = replace(next(one for one in found if one.id == id), **changes)  # type: ignore[arg-type]  # fields by name
    due = AT + timedelta(hours=hours)
    near: Urgency = "now" if hours <= 24 else "soon"
    one = Reminder("r", "deadline", order, due, near, deadline.alarms, deadline=deadline)
    return Task(order, None, NextStep("remember", {"due": due}), near, None, one)


@pytest.mark.parametrize(("hours", "tone"), [(8, "bad"), (100, "mute")])
def test_a_sure_deadline_is_urgent_when_it_is_near(book: Book, hours: int, tone: str) -> None:
    task = remembered(book, "seven_day_window", hours)
    words, _, shown = labels_steps.urgency(task, AT)
    assert (words, shown) == (labels_contacts.time_left(AT + timedelta(hours=hours), AT), tone)


def test_a_deadline_that_is_not_sure_is_never_urgent(book: Book) -> None:
    task = remembered(book, "seven_day_window", 8, status="memory")
    assert labels_steps.urgency(task, AT)[2] == "mute"
    assert "reference value" in labels_steps.task_words(task, book, "en").detail


def test_a_time_copied_from_the_page_says_so(book: Book) -> None:
    task = remembered(book, "seven_day_window", 8, origin="page", status="user")
    assert labels_steps.urgency(task, AT)[1] == "as on the page"


def test_advice_that_is_shown_by_a_file_asks_for_it(book: Book) -> None:
    order = an_order(0)
    prompt = next(one for one in book.care if one.id == "product_page")
    item = CareItem(prompt, AT, AT + timedelta(hours=24), done=False)
    one = Reminder("r", "save", order, item.due, "now", care=item)
    task = Task(order, None, NextStep("remember", {"due": item.due}), "now", None, one, more=2)
    words = labels_steps.task_words(task, book, "en")
    assert (words.title, words.button) == (prompt.label.en, "Add evidence")
    assert words.detail == "2 more to save or check"
    assert labels_steps.urgency(task, AT)[2] == "mute"
