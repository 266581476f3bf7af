"""Times as chat programs write them. Only Chinese programs imply a zone; elsewhere it stays unknown."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
# The moment of every Chinese format, to be put into their patterns of a line.
DAY = r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}"
CLOCK = r"[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?: ?[AP]M)?"
MOMENT = rf"{DAY} {{1,2}}{CLOCK}"
_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_CLOCK = re.compile(r" ?([01]?\d|2[0-3]):([0-5]\d):([0-5]\d)", re.ASCII)
_PARTS = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]{1,2}(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP])M)?"
)


def local_times(written: Sequence[str]) -> list[str]:
    """Write many moments, found by a rule with MOMENT, as local_time does."""
    # of what such a rule finds only moments with all their zeros, which are shown so, are ISO 8601
    return list(written) if _are_moments(written) else [local_time(one) for one in written]


def padded(days: Sequence[str], clocks: Sequence[str]) -> list[str]:
    """Put days and times together, with all their zeros if all of the days are some."""
    known = {day: _day(day) for day in set(days)}
    pairs = zip(days, clocks, strict=True)
    if not all(known.values()):
        return [f"{day} {clock}" for day, clock in pairs]
    return [f"{known[day]} {clock if len(clock) != 7 else f'0{clock}'}" for day, clock in pairs]


def _are_moments(written: Sequence[str]) -> bool:
    """Say whether all of them are moments with all their zeros."""
    try:
        deque(map(datetime.fromisoformat, written), maxlen=0)
    except ValueError:
        return False
    return True


def local_time(written: str) -> str:
    """Write a moment as `YYYY-MM-DD HH:MM:SS`; empty when there is no such moment."""
    # the usual ways of writing are a day and a clock that others were written with before
    day, _, clock = written.partition(" ")
    day, clock = _day(day), clock_time(clock)
    if day and clock:
        return f"{day} {clock}"
    naive = moment(written)
    return shown(naive) if naive is not None else ""


@lru_cache(maxsize=4096)
def _day(written: str) -> str:
    """Write a day with zeros; empty when it is none."""
    found = _DAY.fullmatch(written)
    day = made((int(found[1]), int(found[2]), int(found[3])), (0, 0, 0)) if found else None
    return day.date().isoformat() if day is not None else ""


@lru_cache(maxsize=24 * 60 * 60)
def clock_time(written: str) -> str:
    """Write hours, minutes and seconds of a clock of 24 hours with zeros; empty when they are none."""
    found = _CLOCK.fullmatch(written)
    return f"{int(found[1]):02d}:{found[2]}:{found[3]}" if found is not None else ""


def moment(written: str) -> datetime | None:
    """Read year, month, day and time without a zone; None when there is no such moment."""
    if len(written) == 19 and written[13] == written[16] == ":":
        # the usual way of writing, which needs no rule; what it is not is looked at more closely
        try:
            return datetime.fromisoformat(written)
        except ValueError:
            pass
    found = _PARTS.fullmatch(written.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, half = found.groups()
    clock = on_24(int(hour), half.lower()) if half else int(hour)
    return made((int(year), int(month), int(day)), (clock, int(minute), int(second or 0)))


def made(date: tuple[int, int, int], time: tuple[int, int, int]) -> datetime | None:
    """Put date and time together; None when there is no such moment."""
    try:
        return datetime(*date, *time)  # noqa: DTZ001 - the source names no zone
    except ValueError:
        return None


def on_24(hour: int, half: str) -> int:
    """Turn an hour of a 12-hour clock (`half` is a, p or empty) into one of 24."""
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour


def shown(naive: datetime) -> str:
    """Write a local time the way all chats show it."""
    return naive.isoformat(" ", "seconds")


def since_1970(seconds: object, zone: ZoneInfo | None = None) -> datetime | None:
    """Read Unix seconds (milliseconds are told by their size); None when it is no moment."""
    if isinstance(seconds, str) and re.fullmatch(r"[0-9]{1,13}", seconds):
        seconds = int(seconds)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    if not 0 < seconds < 1e14:
        return None
    try:
        return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, zone or UTC)
    except (ValueError, OverflowError, OSError):
        return None
