from __future__ import annotations

from datetime import date, datetime

import pytest

from keepproof.composing.figures import (
    read_moment,
    word_day,
    word_deadline,
    word_moment,
    word_money,
)
from keepproof.composing.style import Moments
from keepproof.domain.money import Money

MOMENT = datetime.fromisoformat("2026-11-01T18:20+08:00")


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [
        ("minute", "2026-11-01 18:20", "1 Nov 2026 18:20"),
        ("day", "2026-11-01", "1 Nov 2026"),
        ("brief", "11 月 1 日", "1 Nov"),
        ("tight", "11-01", "1 Nov"),
    ],
)
def test_moments_are_written_for_the_size(form: Moments, zh: str, en: str) -> None:
    assert (word_moment(MOMENT, "zh", form, 2026), word_moment(MOMENT, "en", form, 2026)) == (
        zh,
        en,
    )


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [("brief", "2026 年 11 月 1 日", "1 Nov 2026"), ("tight", "2026-11-01", "1 Nov 2026")],
)
def test_another_year_is_named(form: Moments, zh: str, en: str) -> None:
    assert (word_moment(MOMENT, "zh", form, 2027), word_moment(MOMENT, "en", form, 2027)) == (
        zh,
        en,
    )


def test_a_day_has_no_time() -> None:
    assert word_moment(date(2026, 3, 8), "zh", "minute", 2026) == "2026-03-08"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("2026-11-01T18:20+08:00", MOMENT),
        ("2026-11-01 18:20", datetime(2026, 11, 1, 18, 20)),  # noqa: DTZ001 - typed without a zone
        ("上周", None),
    ],
)
def test_stored_moments_are_read(text: str, read: object) -> None:
    assert read_moment(text) == read


def test_a_letter_is_dated() -> None:
    assert word_day(date(2026, 11, 13), "zh") == "2026 年 11 月 13 日"
    assert word_day(date(2026, 11, 13), "en") == "13 Nov 2026"


def test_a_deadline_in_english_names_its_zone() -> None:
    assert word_deadline(MOMENT, "en", "minute", 2026) == "1 Nov 2026 18:20 (UTC+8)"
    west = datetime.fromisoformat("2026-11-01T18:20-03:30")
    assert word_deadline(west, "en", "minute", 2026) == "1 Nov 2026 18:20 (UTC-3:30)"
    assert word_deadline(MOMENT, "zh", "minute", 2026) == "2026-11-01 18:20"


@pytest.mark.parametrize(
    ("money", "lang", "brief", "words"),
    [
        (Money(129900), "zh", False, "1299.00 元"),
        (Money(129900), "zh", True, "1299 元"),
        (Money(129950), "zh", True, "1299.50 元"),
        (Money(129900), "en", False, "CNY 1,299.00"),
        (Money(129900), "en", True, "CNY 1,299"),
        (Money(999, "USD"), "zh", False, "9.99 美元"),
        (Money(999, "CHF"), "zh", False, "9.99 CHF"),
    ],
)
def test_amounts_are_written_with_their_currency(
    money: Money, lang: str, brief: bool, words: str
) -> None:
    assert word_money(money, lang, brief=brief) == words
