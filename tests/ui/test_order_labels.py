from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.order import Moments
from keepproof.knowledge.book import Book
from keepproof.services.next_step import NextStep
from keepproof.ui import labels_orders, labels_tiles
from keepproof.ui.models.evidence_model import MissingTile
from ui.order_pieces import START, a_filing, a_row, a_task, an_entry, an_order

CODES = (
    NextStep("add_first"),
    NextStep("kept"),
    NextStep("answer", {"open": 2}),
    NextStep("add_missing", {"count": 1, "kinds": ["photo"]}),
    NextStep("check_changed", {"numbers": [1, 4]}),
    NextStep("write"),
    NextStep("await_reply", {"at": START, "channel": "platform_chat"}),
    NextStep("closed"),
)


@pytest.mark.parametrize("step", CODES, ids=lambda step: step.code)
def test_every_next_step_has_words(step: NextStep, book: Book) -> None:
    words = labels_orders.step_words(step, book, "zh", "tmall")
    assert words.title
    assert words.detail


def test_a_closed_dispute_has_no_button(book: Book) -> None:
    assert labels_orders.step_words(NextStep("closed"), book, "zh").button == ""


def test_missing_kinds_are_named(book: Book) -> None:
    step = NextStep("add_missing", {"count": 2, "kinds": ["photo", "chat"]})
    detail = labels_orders.step_words(step, book, "en").detail
    assert detail == "Photos of the item, Chat with the seller"


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "just now"), (47, "47 h"), (71, "71 h"), (72, "3 d"), (95, "3 d")],
)
def test_waiting_is_rounded_down_in_days_from_72_hours(hours: int, words: str) -> None:
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    at = now - timedelta(hours=hours, minutes=59)
    said = labels_orders.waited(NextStep("await_reply", {"at": at}), now)
    assert words in said


@pytest.mark.parametrize("code", ["answer", "write", "add_first"])
def test_every_task_says_how_urgent_it_is(code: str) -> None:
    first, _, tone = labels_orders.urgency(a_task(0, code, open=2), START)
    assert first
    assert tone in {"ok", "warn", "bad", "mute"}


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        (Moments(), "Logged"),
        (Moments(paid=START), "Paid for"),
        (Moments(paid=START, shipped=START), "On its way"),
        (Moments(signed=START), "Delivered"),
        (Moments(confirmed=START), "Completed"),
    ],
)
def test_an_order_without_a_problem_shows_how_far_it_is(moments: Moments, expected: str) -> None:
    assert labels_orders.stage(an_order(moments=moments))[0] == expected


def test_the_pill_names_the_problem(book: Book) -> None:
    words, tone = labels_orders.pill(a_row(issue="not_as_described"), book, "zh")
    assert (words, tone) == (book.issue("not_as_described").short.zh, "warn")


def test_the_pill_of_a_closed_dispute_is_quiet(book: Book) -> None:
    row = a_row(issue="not_as_described")
    assert row.dispute is not None
    closed = replace(row, dispute=replace(row.dispute, state="closed"))
    assert labels_orders.pill(closed, book, "zh") == ("Closed", "mute")


def test_a_row_is_said_in_one_sentence(book: Book) -> None:
    said = labels_orders.row_sentence(a_row(3, issue="not_as_described", missing=2), book, "en")
    assert said.startswith("X1 无线吸尘器, 澄屿家电旗舰店, ¥1,299.03, Not as described")
    assert said.endswith("2 missing")


def test_times_are_shown_in_the_zone_they_were_noted_in() -> None:
    assert labels_orders.full_time(START) == "2026-11-10 21:04"


def test_a_moment_of_another_year_shows_its_date() -> None:
    assert labels_orders.short_time(START.replace(year=2019)) == "2019-11-10"


def test_reversed_moments_name_what_they_come_before() -> None:
    moments = Moments(paid=START, signed=START - timedelta(days=1))
    assert labels_orders.reversed_moments(moments) == {"signed": "before “Paid”"}


@pytest.mark.parametrize("group", ["order", "sent", "evidence"])
def test_every_group_of_the_timeline_has_words(group: str, book: Book) -> None:
    what = {"order": "paid", "sent": "platform_chat", "evidence": "照片"}[group]
    assert labels_orders.timeline_words(an_entry(group, what), book, "zh", "tmall")


def test_evidence_without_a_title_is_named_by_its_kind(book: Book) -> None:
    assert labels_tiles.name_words(a_filing(1).evidence, book, "en") == "Photos of the item"


def test_a_title_comes_before_the_kind(book: Book) -> None:
    assert labels_tiles.name_words(a_filing(1, title="续航页").evidence, book, "en") == "续航页"


def test_a_tile_says_its_number_and_what_is_wrong_with_it(book: Book) -> None:
    said = labels_tiles.tile_sentence(a_filing(3, fixity="missing"), book, "zh")
    assert said.startswith("证据3, shot3.png")
    assert said.endswith("File not found")


def test_a_missing_tile_says_why_it_matters(book: Book) -> None:
    tile = MissingTile(a_filing(1).evidence.kind, "required", "实物照片", "平台先看初步凭证")
    said = labels_tiles.tile_sentence(tile, book, "zh")
    assert said == "Missing, 实物照片, required, 平台先看初步凭证"
