from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.deadline import Pause, Period, Unit, reckon

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
ZONES = [SHANGHAI, NEW_YORK, ZoneInfo("Europe/London"), ZoneInfo("Australia/Lord_Howe"), UTC]


class Weekdays:
    """Monday to Friday; the holidays of no year are known."""

    def working(self, day: date) -> bool:
        return day.weekday() < 5

    def known(self, day: date) -> bool:
        return day.year < 2027


DAYS = Weekdays()
seconds = st.integers(1_704_067_200, 1_830_000_000)  # 2024 to the end of 2027
moments = seconds.map(lambda one: datetime.fromtimestamp(one, tz=UTC))
zones = st.sampled_from([one for one in ZONES if isinstance(one, ZoneInfo)])


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("anchor", "period", "due"),
    [
        ("2026-11-15 18:20", Period(168, "hours", "next_day_midnight"), "2026-11-23 00:00"),
        ("2026-11-15 18:20", Period(7, "natural_days", "next_day_midnight"), "2026-11-23 00:00"),
        ("2026-11-15 00:00", Period(168, "hours", "next_day_midnight"), "2026-11-23 00:00"),
        ("2026-11-15 18:20:31", Period(36, "hours"), "2026-11-17 06:20:31"),
        ("2026-11-15 18:20:31", Period(5, "natural_days"), "2026-11-20 18:20:31"),
        ("2026-12-31 23:59:59", Period(24, "hours"), "2027-01-01 23:59:59"),
        ("2024-02-28 10:00", Period(1, "natural_days"), "2024-02-29 10:00"),
        ("2026-11-20 10:00", Period(1, "working_days"), "2026-11-23 10:00"),
        ("2026-11-20 10:00", Period(7, "working_days", "next_day_midnight"), "2026-12-02 00:00"),
        ("2026-11-21 10:00", Period(1, "working_days", "next_day_midnight"), "2026-11-24 00:00"),
        ("2026-11-15 10:00", Period(0, "hours"), "2026-11-15 10:00"),
    ],
)
def test_a_period_ends(anchor: str, period: Period, due: str) -> None:
    assert reckon(at(anchor), period, SHANGHAI, DAYS).due == at(due)


@pytest.mark.parametrize(
    ("anchor", "unit", "due"),
    [
        ("2026-03-07 12:00", "hours", "2026-03-08 13:00"),  # the clock goes forward on 8 March
        ("2026-03-07 12:00", "natural_days", "2026-03-08 12:00"),
        ("2026-10-31 12:00", "hours", "2026-11-01 11:00"),  # and back on 1 November
        ("2026-10-31 12:00", "natural_days", "2026-11-01 12:00"),
        ("2026-03-07 02:30", "natural_days", "2026-03-08 03:30"),  # 02:30 does not exist that day
    ],
)
def test_a_change_of_clocks_moves_hours_and_not_days(anchor: str, unit: Unit, due: str) -> None:
    period = Period(24 if unit == "hours" else 1, unit)
    ended = reckon(at(anchor, NEW_YORK), period, NEW_YORK, DAYS).due
    assert ended == at(due, NEW_YORK)


def test_the_day_of_signing_is_that_of_the_platform_and_not_of_the_computer() -> None:
    signed = datetime(2026, 11, 15, 17, 30, tzinfo=UTC)  # already 16 November in Shanghai
    due = reckon(signed, Period(168, "hours", "next_day_midnight"), SHANGHAI, DAYS).due
    assert due == at("2026-11-24 00:00")


def test_a_pause_gives_its_time_back() -> None:
    pauses = [Pause(at("2026-11-16 10:00"), at("2026-11-16 15:00"))]
    due = reckon(at("2026-11-16 08:00"), Period(24, "hours"), SHANGHAI, DAYS, pauses).due
    assert due == at("2026-11-17 13:00")


def test_a_pause_that_has_not_ended_leaves_no_end() -> None:
    pauses = [Pause(at("2026-11-16 10:00"))]
    assert reckon(at("2026-11-16 08:00"), Period(24, "hours"), SHANGHAI, DAYS, pauses).due is None


def test_a_pause_after_the_end_changes_nothing() -> None:
    pauses = [Pause(at("2026-11-20 10:00"))]
    due = reckon(at("2026-11-16 08:00"), Period(24, "hours"), SHANGHAI, DAYS, pauses).due
    assert due == at("2026-11-17 08:00")


def test_overlapping_pauses_are_given_back_once() -> None:
    pauses = [
        Pause(at("2026-11-16 10:00"), at("2026-11-16 14:00")),
        Pause(at("2026-11-16 12:00"), at("2026-11-16 15:00")),
    ]
    due = reckon(at("2026-11-16 08:00"), Period(24, "hours"), SHANGHAI, DAYS, pauses).due
    assert due == at("2026-11-17 13:00")


def test_a_working_day_in_a_pause_is_not_counted() -> None:
    pauses = [Pause(at("2026-11-17 00:00"), at("2026-11-19 00:00"))]
    period = Period(3, "working_days", "next_day_midnight")
    due = reckon(at("2026-11-16 08:00"), period, SHANGHAI, DAYS, pauses).due
    assert due == at("2026-11-24 00:00")


def test_a_last_day_on_which_nobody_works_moves_on() -> None:
    period = Period(5, "natural_days", "next_day_midnight", rolls=True)
    assert reckon(at("2026-11-16 08:00"), period, SHANGHAI, DAYS).due == at("2026-11-24 00:00")


def test_days_of_an_unknown_year_are_approximate() -> None:
    known = reckon(at("2026-12-21 10:00"), Period(7, "working_days"), SHANGHAI, DAYS)
    unknown = reckon(at("2026-12-28 10:00"), Period(7, "working_days"), SHANGHAI, DAYS)
    assert (known.approx, unknown.approx) == (False, True)


@given(moments, st.integers(0, 400), zones)
def test_hours_are_real_hours_in_every_zone(anchor: datetime, value: int, zone: ZoneInfo) -> None:
    due = reckon(anchor, Period(value, "hours"), zone, DAYS).due
    assert due is not None
    assert due.astimezone(UTC) - anchor == timedelta(hours=value)


@given(moments, st.integers(1, 60), zones)
def test_days_from_midnight_end_at_the_first_moment_of_a_day(
    anchor: datetime, value: int, zone: ZoneInfo
) -> None:
    due = reckon(anchor, Period(value, "natural_days", "next_day_midnight"), zone, DAYS).due
    assert due is not None
    first = anchor.astimezone(zone).date()
    assert due.date() - first == timedelta(days=value + 1)
    assert (due - timedelta(seconds=1)).astimezone(zone).date() < due.date()


@given(moments, st.integers(1, 30), zones)
def test_working_days_hold_exactly_that_many_working_days(
    anchor: datetime, value: int, zone: ZoneInfo
) -> None:
    due = reckon(anchor, Period(value, "working_days", "next_day_midnight"), zone, DAYS).due
    assert due is not None
    first = anchor.astimezone(zone).date()
    days = [first + timedelta(days=one) for one in range(1, (due.date() - first).days)]
    assert sum(DAYS.working(one) for one in days) == value


@given(moments, st.integers(1, 200), st.integers(0, 100), st.integers(1, 100), zones)
def test_a_pause_never_shortens_and_adds_what_it_took(
    anchor: datetime, value: int, after: int, length: int, zone: ZoneInfo
) -> None:
    start = anchor + timedelta(hours=after)
    pause = Pause(start, start + timedelta(hours=length))
    plain = reckon(anchor, Period(value, "hours"), zone, DAYS).due
    paused = reckon(anchor, Period(value, "hours"), zone, DAYS, [pause]).due
    assert plain is not None
    assert paused is not None
    added = paused.astimezone(UTC) - plain.astimezone(UTC)
    assert added == timedelta(hours=length if after < value else 0)


@given(moments, moments, st.integers(1, 100), st.sampled_from(["hours", "natural_days"]))
def test_a_later_start_never_ends_earlier(
    first: datetime, second: datetime, value: int, unit: Unit
) -> None:
    early, late = sorted([first, second])
    ends = [reckon(one, Period(value, unit), SHANGHAI, DAYS).due for one in (early, late)]
    assert ends == sorted(one for one in ends if one is not None)


@pytest.mark.parametrize("unit", ["hours", "natural_days", "working_days"])
@pytest.mark.parametrize(
    "edge", [datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)]
)
def test_beyond_the_calendar_there_is_no_end(edge: datetime, unit: Unit) -> None:
    period = Period(9, unit, "next_day_midnight")
    due = reckon(edge, period, SHANGHAI if edge.year > 1 else NEW_YORK, DAYS).due
    assert due is None
