from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.contact import Contact
from keepproof.domain.money import Money
from keepproof.knowledge.book import Book
from keepproof.services.call_cost import call_cost, minutes_used, read_rate, whole_minutes
from keepproof.settings import Settings

RATED = Settings(call_rate="0.15")
PLAN = Settings(call_rate="0.15", call_included=5)
AT = datetime(2026, 11, 16, 9, 15, tzinfo=UTC)
CALL = Contact("c", "o", "platform", "call", AT, waited_seconds=61, talked_seconds=58)


@pytest.fixture(scope="module")
def book() -> Book:
    return Book.load()


@pytest.mark.parametrize(("seconds", "minutes"), [(-5, 0), (0, 0), (1, 1), (60, 1), (61, 2)])
def test_a_minute_begun_is_a_whole_one(seconds: int, minutes: int) -> None:
    assert whole_minutes(seconds) == minutes


@pytest.mark.parametrize(("text", "rate"), [("", None), ("0.15", Money(15)), ("much", None)])
def test_a_rate_is_an_amount_or_unknown(text: str, rate: Money | None) -> None:
    assert read_rate(text) == rate


@pytest.mark.parametrize(
    ("number", "settings", "cents"),
    [
        ("95188", RATED, 60),
        ("400-860-8608", RATED, 60),
        ("95188", PLAN, 0),
        ("110", Settings(), 0),
    ],
)
def test_a_call_costs_what_its_number_says(
    number: str, settings: Settings, cents: int, book: Book
) -> None:
    cost = call_cost(190, number=number, channel=None, settings=settings)
    assert (cost.minutes, cost.money) == (4, Money(cents))


def test_without_a_number_the_channel_says_it(book: Book) -> None:
    phone, chat = (
        call_cost(90, number="", channel=book.channel(id, "tmall"), settings=RATED).money
        for id in ("call", "merchant_chat")
    )
    assert (phone, chat) == (Money(30), Money(0))


def test_without_a_rate_the_cost_is_unknown(book: Book) -> None:
    channel = book.channel("call", "tmall")
    assert call_cost(90, number="", channel=channel, settings=Settings()).money is None


def test_an_unknown_number_without_a_channel_costs_nobody_knows_what() -> None:
    assert call_cost(90, number="7", channel=None, settings=RATED).money is None


def test_minutes_of_the_plan_are_used_up_by_earlier_calls(book: Book) -> None:
    channel = book.channel("call", "tmall")
    cost = call_cost(190, number="", channel=channel, settings=PLAN, used=3)
    assert (cost.billed, cost.money) == (2, Money(30))


def test_only_calls_of_the_same_month_use_minutes() -> None:
    contacts = [
        CALL,
        replace(CALL, id="chat", channel="merchant_chat"),
        replace(CALL, id="numbered", channel="merchant_chat", number="95188"),
        replace(CALL, id="earlier", at=AT - timedelta(days=30)),
        replace(CALL, id="untimed", waited_seconds=None, talked_seconds=None),
    ]
    assert minutes_used(contacts, AT) == 4
    assert minutes_used(contacts, AT, besides="c") == 2
