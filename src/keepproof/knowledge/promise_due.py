"""When a promise falls due: hours count from the moment it was made, calendar words in the platform's time zone."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from keepproof.domain.promise import When

WorkingDays = Callable[[date, int], date | None]
HALF_A_YEAR = timedelta(days=183)


def due(
    when: When, said: datetime, zone: ZoneInfo, working_days: WorkingDays | None = None
) -> datetime | None:
    """Compute the moment until which a promise may be kept; None where that cannot be known.

    `said` carries its zone. Days end at midnight of the last one, in favour of who promised. `working_days` gives the
    n-th working day after a day; without it promises in working days have no due moment.
    """
    spans = {"minutes": 60, "hours": 3600}
    if when.unit in spans:
        return said + timedelta(seconds=spans[when.unit] * when.number)
    local = said.astimezone(zone)
    if when.unit == "clock":
        return _clock(when, local, zone)
    try:
        day = _day(when, local.date(), working_days)
    except (ValueError, OverflowError):
        return None
    if day is None:
        return None
    end = _at(day, when, zone)
    return end if end > said else None


def _day(when: When, today: date, working_days: WorkingDays | None) -> date | None:
    """Name the last day of a promise."""
    ahead = {"today": 0, "tomorrow": 1, "after_tomorrow": 2}
    if when.unit in ahead:
        return today + timedelta(days=ahead[when.unit])
    if when.unit in {"days", "weeks"}:
        return today + timedelta(days=when.number * (7 if when.unit == "weeks" else 1))
    if when.unit == "working_days":
        return working_days(today, when.number) if working_days is not None else None
    if when.unit == "date":
        return _date(when, today)
    if when.unit == "month_day":
        return _day_of_month(when.day or 0, today)
    if when.unit == "month_end":
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return _in_week(when, today)


def _in_week(when: When, today: date) -> date:
    sunday = today + timedelta(days=6 - today.weekday())
    if when.unit == "week_end":
        return sunday
    if when.unit == "next_week_end":
        return sunday + timedelta(days=7)
    weekday = when.weekday or 0
    if when.unit == "weekday_next":
        return sunday + timedelta(days=1 + weekday)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _date(when: When, today: date) -> date:
    """Complete a date without a year: the one that lies ahead, or just behind."""
    month, day = when.month or 0, when.day or 0
    if when.year is not None:
        return date(when.year, month, day)
    found = date(today.year, month, day)
    return found.replace(year=today.year + 1) if found < today - HALF_A_YEAR else found


def _day_of_month(day: int, today: date) -> date:
    if day >= today.day:
        return today.replace(day=day)
    following = today.replace(day=1) + timedelta(days=32)
    return following.replace(day=day)


def _at(day: date, when: When, zone: ZoneInfo) -> datetime:
    """Return the end of a day, or the time of day that was named."""
    if when.hour is None or when.hour == 24:
        return datetime.combine(day + timedelta(days=1), time(), zone)
    return datetime.combine(day, time(when.hour, when.minute), zone)


def _clock(when: When, local: datetime, zone: ZoneInfo) -> datetime | None:
    """Take a time of day for the next such time today; None where it has passed already."""
    at = _at(local.date(), when, zone)
    if at <= local and when.hour is not None and when.hour < 12:
        at += timedelta(hours=12)
    return at if at > local else None
