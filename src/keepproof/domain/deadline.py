"""Arithmetic of deadlines: hours, natural days and working days, in the time zone of the platform."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

Unit = Literal["hours", "natural_days", "working_days"]
Start = Literal["same_moment", "next_day_midnight"]
ONE_DAY = timedelta(days=1)
LONGEST = 400  # days on which nobody works, one after the other: no calendar has that many


class WorkingDays(Protocol):
    """A calendar that tells working days, and whether it knows the holidays around them."""

    def working(self, day: date) -> bool:
        """Say whether people work on this day."""

    def known(self, day: date) -> bool:
        """Say whether the holidays of this day's year are known."""


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time and where it begins.

    Hours are real hours. Natural days keep the time of day in the zone, through a change of clocks too. Working
    days are counted after the day of the anchor. `rolls`: a last day on which nobody works moves on to the next
    working day.
    """

    value: int
    unit: Unit
    start: Start = "same_moment"
    rolls: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which the clock stands still; without an end it still does."""

    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """When a period is over (None while it is paused), and whether unknown holidays may move it."""

    due: datetime | None
    approx: bool = False


def reckon(
    anchor: datetime,
    period: Period,
    zone: ZoneInfo,
    days: WorkingDays,
    pauses: Iterable[Pause] = (),
) -> Reckoning:
    """Compute when a period that begins at `anchor` (aware) ends, in `zone`.

    A period in whole days that begins at midnight ends at midnight: 00:00 is the first moment after it. Beyond
    the calendar there is no end.
    """
    try:
        return _reckoned(anchor, period, zone, days, _merged(pauses))
    except OverflowError:
        return Reckoning(None)


def _reckoned(
    anchor: datetime, period: Period, zone: ZoneInfo, days: WorkingDays, breaks: list[Pause]
) -> Reckoning:
    begin = _begin(anchor.astimezone(zone), period.start, zone)
    if period.unit == "working_days":
        return _working(begin, period, zone, days, breaks)
    if period.unit == "hours":
        end = (begin.astimezone(UTC) + timedelta(hours=period.value)).astimezone(zone)
    else:
        end = _local(begin.replace(tzinfo=None) + period.value * ONE_DAY, zone)
    for one in breaks:
        if one.start >= end:
            break
        if one.end is None:
            return Reckoning(None)
        if one.end > begin:
            lost = one.end.astimezone(UTC) - max(one.start, begin).astimezone(UTC)
            end = (end.astimezone(UTC) + lost).astimezone(zone)
    return _rolled(end, zone, days) if period.rolls else Reckoning(end)


def _begin(local: datetime, start: Start, zone: ZoneInfo) -> datetime:
    if start == "same_moment":
        return local
    return _local(datetime.combine(local.date() + ONE_DAY, time.min), zone)


def _local(wall: datetime, zone: ZoneInfo) -> datetime:
    """Put a wall time into a zone; one that a change of clocks leaves out becomes the moment after it."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def _merged(pauses: Iterable[Pause]) -> list[Pause]:
    """Order pauses and join those that overlap, so that no time is given back twice."""
    merged: list[Pause] = []
    for one in sorted(pauses, key=lambda each: each.start):
        last = merged[-1] if merged else None
        if last is None or (last.end is not None and one.start > last.end):
            merged.append(one)
        elif last.end is not None:
            end = None if one.end is None else max(last.end, one.end)
            merged[-1] = Pause(last.start, end)
    return merged


def _working(
    begin: datetime, period: Period, zone: ZoneInfo, days: WorkingDays, breaks: list[Pause]
) -> Reckoning:
    """Count working days; a day the clock stood still at any moment of is not counted."""
    whole = period.start == "next_day_midnight"
    day = begin.date() - ONE_DAY if whole else begin.date()
    approx = False
    left = period.value
    idle = 0
    while left:
        day += ONE_DAY
        if any(one.end is None and one.start.astimezone(zone).date() <= day for one in breaks):
            return Reckoning(None)
        approx = approx or not days.known(day)
        counts = days.working(day) and not any(_stands_still(one, day, zone) for one in breaks)
        left -= counts
        idle = 0 if counts else idle + 1
        if idle > LONGEST and not breaks:
            raise ValueError(day)
    if whole:
        return Reckoning(_local(datetime.combine(day + ONE_DAY, time.min), zone), approx)
    return Reckoning(
        _local(datetime.combine(day, begin.timetz().replace(tzinfo=None)), zone), approx
    )


def _stands_still(one: Pause, day: date, zone: ZoneInfo) -> bool:
    first = one.start.astimezone(zone).date()
    return one.end is not None and first <= day < max(
        first + ONE_DAY, one.end.astimezone(zone).date()
    )


def _rolled(end: datetime, zone: ZoneInfo, days: WorkingDays) -> Reckoning:
    """Move an end whose last day is a day off to the end of the next working day."""
    midnight = end.time() == time.min
    last = end.date() - ONE_DAY if midnight else end.date()
    day = last
    approx = not days.known(day)
    while not days.working(day) and (day - last).days < LONGEST:
        day += ONE_DAY
        approx = approx or not days.known(day)
    moved = _local(end.replace(tzinfo=None) + (day - last), zone)
    return Reckoning(moved, approx)
