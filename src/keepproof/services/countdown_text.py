"""Read what a page says about the time left, as a person types it."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta, tzinfo

_LENGTH = re.compile(
    r"(?:(?P<d>\d{1,3})\s*(?:天|日|days?|d))?\s*"
    r"(?:(?P<h>\d{1,4})\s*(?:小时|时|hours?|hrs?|h))?\s*"
    r"(?:(?P<m>\d{1,4})\s*(?:分钟|分|minutes?|mins?|m))?\s*"
    r"(?:(?P<s>\d{1,4})\s*(?:秒|seconds?|secs?|s))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:(?P<d>\d{1,3})\s*(?:天|日|days?|d)\s*)?(?P<h>\d{1,4}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?"
)
_DATE = re.compile(
    r"(?:(?P<y>20\d{2})\s*[-/.年]\s*)?(?P<mo>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?"
    r"(?:[\sT]*(?P<h>\d{1,2})\s*[:时点]\s*(?P<m>\d{1,2})?\s*分?(?::(?P<s>\d{1,2}))?)?"
)
_LEAD = re.compile(
    r"^(?:还剩余?|剩余?|倒计时|截止(?:时间|到|至)?|time left|left|ends?|until|in)\s*[:：]?\s*",
    re.IGNORECASE,
)


def read_countdown(text: str, now: datetime, zone: tzinfo) -> datetime:
    """Read a length (2天3小时, 47:12:30, 1d 5h) from now on, or a moment (11-24 10:02) in a zone.

    A moment without a year is the next one; a day alone ends at its midnight. ValueError where it is neither.
    """
    plain = _LEAD.sub("", unicodedata.normalize("NFKC", text).strip())
    for pattern in (_LENGTH, _CLOCK):
        found = pattern.fullmatch(plain)
        if found is not None and any(found.groupdict().values()):
            return now + _length(found)
    found = _DATE.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    return _moment(found, now.astimezone(zone), zone)


def _length(found: re.Match[str]) -> timedelta:
    days, hours, minutes, seconds = (int(found[name] or 0) for name in ("d", "h", "m", "s"))
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def _moment(found: re.Match[str], now: datetime, zone: tzinfo) -> datetime:
    parts = {name: int(value) for name, value in found.groupdict().items() if value}
    whole = "h" not in parts

    def at(year: int) -> datetime:
        day = datetime(
            year,
            parts["mo"],
            parts["d"],
            parts.get("h", 0),
            parts.get("m", 0),
            parts.get("s", 0),
            tzinfo=zone,
        )
        return day + timedelta(days=1) if whole else day

    if "y" in parts:
        return at(parts["y"])
    this_year = at(now.year)
    return this_year if this_year > now else at(now.year + 1)
