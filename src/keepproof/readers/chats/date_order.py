"""Dates that do not say their order, such as 01/02/24: decided for a whole file, or left open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from keepproof.readers.chats.moments import made

ORDERS: dict[str, tuple[int, int, int]] = {"ymd": (0, 1, 2), "dmy": (2, 1, 0), "mdy": (2, 0, 1)}

# no program that writes years with two digits is older than 2009
EARLIEST = 9


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as written and its time; `eastern` says that East Asian words stand with it."""

    parts: tuple[str, str, str]
    separator: str
    time: tuple[int, int, int]
    eastern: bool = False


def orders_of(stamps: Sequence[Stamp]) -> tuple[str, ...]:
    """Return the orders in which a file's dates can be read; a single one where it is decided.

    An order must give real dates throughout. As chats are written from early to late, the one that
    jumps back least is taken, if it is alone. Orders that come to the same dates count as one.
    """
    kinds = dict.fromkeys((one.parts, one.separator) for one in stamps)
    possible = [name for name in ORDERS if all(_fits(kind, name) for kind in kinds)]
    short = any(len(parts[0]) < 4 for parts, _ in kinds)
    if short and len(possible) > 1 and not any(one.eastern for one in stamps):
        # a year of two digits stands in front in East Asia only
        possible = [name for name in possible if name != "ymd"]
    if len(possible) < 2:
        return tuple(possible)
    read = {name: [_day(one.parts, name) for one in stamps] for name in possible}
    back = {name: _jumps_back(days) for name, days in read.items()}
    likely = [name for name in possible if back[name] == min(back.values())]
    first = likely[0]
    return (first,) if all(read[name] == read[first] for name in likely) else tuple(likely)


def date_of(stamp: Stamp, order: str) -> tuple[int, int, int]:
    """Return year, month and day in a given order."""
    return _date(stamp.parts, order)


def _fits(kind: tuple[tuple[str, str, str], str], order: str) -> bool:
    """Say whether a date is one in this order, and written the way such dates are."""
    parts, separator = kind
    at = ORDERS[order]
    if any(len(part) > 2 for number, part in enumerate(parts) if number != at[0]):
        return False
    year = parts[at[0]]
    if (
        len(year) not in {2, 4}
        or (len(year) == 2 and int(year) < EARLIEST)
        or (order == "mdy" and separator == ".")
    ):
        return False
    return made(_date(parts, order), (0, 0, 0)) is not None


def _date(parts: tuple[str, str, str], order: str) -> tuple[int, int, int]:
    year, month, day = (int(parts[at]) for at in ORDERS[order])
    return (year + 2000 if year < 100 else year), month, day


def _day(parts: tuple[str, str, str], order: str) -> int:
    return date(*_date(parts, order)).toordinal()


def _jumps_back(days: Iterable[int]) -> int:
    """Count the steps back of more than a day: clocks are set back and messages arrive late."""
    return sum(later < earlier - 1 for earlier, later in pairwise(days))
