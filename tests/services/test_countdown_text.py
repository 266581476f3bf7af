from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.services.countdown_text import read_countdown

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2天3小时", timedelta(days=2, hours=3)),
        ("还剩 1 天 23 小时 59 分 58 秒", timedelta(days=1, hours=23, minutes=59, seconds=58)),
        ("剩余：４７小时", timedelta(hours=47)),
        ("47:12:30", timedelta(hours=47, minutes=12, seconds=30)),
        ("1天 03:05:06", timedelta(days=1, hours=3, minutes=5, seconds=6)),
        ("30分钟", timedelta(minutes=30)),
        ("1d 5h", timedelta(days=1, hours=5)),
        ("Time left: 2 days 4 hours 10 mins", timedelta(days=2, hours=4, minutes=10)),
    ],
)
def test_a_length_counts_from_now(text: str, left: timedelta) -> None:
    assert read_countdown(text, NOW, CHINA) == NOW + left


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-24 10:02", datetime(2026, 11, 24, 10, 2, tzinfo=CHINA)),
        ("11月24日 10:02", datetime(2026, 11, 24, 10, 2, tzinfo=CHINA)),
        ("截止 11/24 10:02:30", datetime(2026, 11, 24, 10, 2, 30, tzinfo=CHINA)),
        ("11-24", datetime(2026, 11, 25, tzinfo=CHINA)),
        ("1月3日 8时", datetime(2027, 1, 3, 8, tzinfo=CHINA)),
    ],
)
def test_a_moment_is_the_next_one(text: str, at: datetime) -> None:
    assert read_countdown(text, NOW, CHINA) == at


def test_a_moment_is_in_the_zone_of_the_platform() -> None:
    assert read_countdown("11-24 10:02", NOW.astimezone(UTC), CHINA).utcoffset() == timedelta(
        hours=8
    )


@pytest.mark.parametrize(
    "text", ["", "soon", "很快", "2月30日", "25:99", "天", "11-24 10:02 pm or so"]
)
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_countdown(text, NOW, CHINA)


@given(st.integers(0, 99), st.integers(0, 23), st.integers(0, 59))
def test_every_length_is_read_back(days: int, hours: int, minutes: int) -> None:
    left = timedelta(days=days, hours=hours, minutes=minutes)
    assert read_countdown(f"{days}天{hours}小时{minutes}分", NOW, CHINA) == NOW + left


@given(st.text(max_size=20))
def test_no_text_is_anything_but_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        read_countdown(text, NOW, CHINA)
