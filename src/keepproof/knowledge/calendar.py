"""Working days: the holidays and make-up days of mainland China, and what a small dated file adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from keepproof import assets
from keepproof.knowledge.reading import read

HOME = "CN"
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is otherwise than the calendar has it, with where that was read."""

    date: date
    working: bool
    source: str
    as_of: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class DayFile:
    """The shape of calendar.toml: single days, and the years of which it names every holiday."""

    whole_years: tuple[int, ...] = ()
    days: tuple[Day, ...] = ()


class Calendar:
    """The working days of one country; without known holidays Monday to Friday, and `known` is False."""

    def __init__(self, country: str = HOME, own: DayFile | None = None) -> None:
        """Take the calendar of a country; `own` days come before those of the package."""
        self._home = country == HOME
        file = own or DayFile()
        self._own = {one.date: one.working for one in file.days} if self._home else {}
        self._years = frozenset(file.whole_years) if self._home else frozenset()

    @classmethod
    def load(cls, country: str = HOME, file: Path | None = None) -> Calendar:
        """Read the dated file the program ships with, or another; KnownError knowledge.invalid."""
        chosen = file or assets.path("knowledge", "calendar.toml")
        return cls(country, read(chosen, DayFile))

    def working(self, day: date) -> bool:
        """Say whether people work on this day."""
        own = self._own.get(day)
        if own is not None:
            return own
        listed = _listed(day) if self._home and day.year not in self._years else None
        return day.weekday() < SATURDAY if listed is None else listed

    def known(self, day: date) -> bool:
        """Say whether the holidays of this day's year are known."""
        return self._home and (day.year in self._years or _listed(day) is not None)


@cache
def _listed(day: date) -> bool | None:
    """Ask the package; None for a year it does not cover."""
    import chinese_calendar  # noqa: PLC0415 -- only where working days are counted

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
