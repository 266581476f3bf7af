"""Times as people name them in a chat: within 48 hours, 明天下午, 3 个工作日, 11月12日前."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from keepproof.domain.promise import When

_DIGITS = {one: at for at, one in enumerate("零一二三四五六七八九")} | {"两": 2}
_ENGLISH = {
    **{one: at for at, one in enumerate(["zero", "one", "two", "three", "four", "five", "six"])},
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "a": 1,
    "twentyfour": 24,
    "fortyeight": 48,
    "seventytwo": 72,
}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_NAMED = re.compile(r"\{(\w+)\}")
_ALIASES = {"n2": "n", "d2": "d", "w2": "w"}
BEFORE = 8


@dataclass(frozen=True, slots=True)
class TimeRule:
    """How one kind of time is written; `{name}` stands for a part, `signs` are words it cannot do without."""

    unit: str
    pattern: str
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time in a sentence: characters start (in) to end (out)."""

    start: int
    end: int
    when: When


Timed = tuple[str, re.Pattern[str]]


class TimeReader:
    """Find the times in a sentence."""

    def __init__(
        self,
        rules: Sequence[TimeRule],
        parts: Mapping[str, str],
        halves: Mapping[str, int],
        passed: re.Pattern[str],
    ) -> None:
        """Take the rules in the order they are tried and the words before times that have passed."""
        self.rules: tuple[Timed, ...] = tuple(
            (one.unit, re.compile(filled(one.pattern, parts), re.IGNORECASE)) for one in rules
        )
        self._halves = halves
        self._passed = passed

    def find(self, sentence: str, rules: Sequence[Timed]) -> Iterator[NamedTime]:
        """Give the times, those of an earlier rule first; what is no time of a calendar is passed over.

        `rules` are those of `self.rules` that are worth trying, in their order.
        """
        taken: list[tuple[int, int]] = []
        for unit, rule in rules:
            for found in rule.finditer(sentence):
                start, end = found.span()
                if start == end or (taken and any(start < b and a < end for a, b in taken)):
                    continue
                taken.append((start, end))
                if self._passed.search(sentence[max(0, start - BEFORE) : start]):
                    continue
                when = self._when(unit, _groups(found))
                if when is not None:
                    yield NamedTime(start, end, when)

    def _when(self, unit: str, groups: Mapping[str, str]) -> When | None:
        hour, minute = self._clock(groups)
        if hour is not None and (hour > 24 or minute > 59):
            return None
        number = _number(groups["n"]) if "n" in groups else 0
        if "n" in groups and not number:
            return None
        month = _month(groups)
        day = int(groups["d"]) if "d" in groups else None
        if (unit == "date" and (not month or not day)) or (day is not None and not 1 <= day <= 31):
            return None
        year = int(groups["y"]) if "y" in groups else None
        weekday = _weekday(groups["w"]) if "w" in groups else None
        return When(unit, number, year, month, day, weekday, hour, minute)

    def _clock(self, groups: Mapping[str, str]) -> tuple[int | None, int]:
        """Read a time of day: an hour said with its half, or where a half of the day ends."""
        if "ehour" in groups:
            hour = int(groups["ehour"]) % 12 + (12 if groups["epm"][0] in "pP" else 0)
            return hour, int(groups.get("eminute", "0"))
        half = groups.get("half") or groups.get("ehalf", "").lower()
        end = self._halves.get(half)
        if "hour" not in groups:
            return end, 0
        hour = int(groups["hour"])
        if end is not None and end > 12 and hour < 12 and half != "中午":
            hour += 12
        minute = 30 if "thirty" in groups else int(groups.get("minute", "0"))
        return hour, minute


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Put the parts into a pattern in place of their names."""
    return _NAMED.sub(lambda one: parts.get(one[1], one[0]), pattern)


def _groups(found: re.Match[str]) -> dict[str, str]:
    return {_ALIASES.get(name, name): text for name, text in found.groupdict().items() if text}


def _number(words: str) -> int:
    """Read a number in figures, Chinese or English; 0 where it is none."""
    if words.isdigit():
        return int(words)
    plain = words.lower().replace("-", "").replace(" ", "")
    if plain in _ENGLISH:
        return _ENGLISH[plain]
    tens, ten, ones = words.partition("十")
    if not ten:
        return _DIGITS.get(words, 0)
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + _DIGITS.get(ones, 0)


def _month(groups: Mapping[str, str]) -> int | None:
    if "mon" in groups:
        return _MONTHS.index(groups["mon"].lower()) + 1
    if "m" not in groups:
        return None
    month = int(groups["m"])
    return month if 1 <= month <= 12 else None


def _weekday(words: str) -> int:
    """Return 0 for Monday to 6 for Sunday."""
    if words in "日天":
        return 6
    if words in _DIGITS:
        return _DIGITS[words] - 1
    return _DAYS.index(words[:3].lower())
