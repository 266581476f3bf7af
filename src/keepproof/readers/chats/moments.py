"""Times as chat programs write them. Only Chinese programs imply a zone; elsewhere it stays unknown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")
# The moment of every Chinese format, to be put into their patterns of a line.
MOMENT = r"\d{4}[-/]\d{1,2}[-/]\d{1,2} {1,2}\d{1,2}:\d\d:\d\d(?: ?[AP]M)?"
_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_PARTS = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T]{1,2}(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP])M)?"
)


def local_time(written: str) -> str:
    """Write a moment as `YYYY-MM-DD HH:MM:SS`; empty when there is no such moment."""
    # the usual ways of writing need no rule; what they are not is looked at more closely
    usual = written
    if len(written) != 19:
        day, _, clock = written[:20].partition(" ")
        usual = f"{_padded(day)} {clock:0>8}"
    if len(usual) == 19 and usual[4] == usual[7] == "-" and usual[13] == usual[16] == ":":
        try:
            datetime.fromisoformat(usual)
        except ValueError:
            pass
        else:
            return usual.replace("T", " ")
    naive = moment(written)
    return shown(naive) if naive is not None else ""


@lru_cache(maxsize=4096)
def _padded(day: str) -> str:
    """Write a day with zeros, as those of one chat are written many times; empty when it is none."""
    found = _DAY.fullmatch(day)
    return (
        f"{int(found[1]):04d}-{int(found[2]):02d}-{int(found[3]):02d}" if found is not None else ""
    )


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
