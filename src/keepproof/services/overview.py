"""The figures of all disputes: how many, about what, with whom, how much money, how long it took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import TYPE_CHECKING

from keepproof.domain.dispute import Dispute
from keepproof.domain.money import Money, added
from keepproof.services.overview_contacts import Calls, Wait, calls, waits

if TYPE_CHECKING:
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Count:
    """How many disputes have something in common: an issue code or the name of a shop."""

    name: str
    open: int
    closed: int

    @property
    def all(self) -> int:
        """Add the open and the closed ones."""
        return self.open + self.closed


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month: disputes opened and closed in it, what those opened ask for, what came back in it."""

    first: date
    opened: int
    closed: int
    asked: tuple[Money, ...]
    recovered: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures. Sums of money hold one amount a currency; nothing is converted.

    `at_stake` is what open disputes ask for, `recovered` what came back in closed ones. `days` is the median from
    opening to closing, None without a closed one; `outcomes` counts how disputes ended, by outcome.
    """

    open: int
    closed: int
    at_stake: tuple[Money, ...]
    recovered: tuple[Money, ...]
    days: float | None
    outcomes: Mapping[str, int]
    issues: tuple[Count, ...]
    merchants: tuple[Count, ...]
    months: tuple[Month, ...]
    waits: tuple[Wait, ...]
    calls: Calls


def overview(library: Library, book: Book) -> Overview:
    """Count everything. Months are those of the present place, the last twelve with anything in them."""
    orders = {one.id: one for one in library.orders.all()}
    disputes = [one for one in library.disputes.all() if one.order_id in orders]
    live = [one for one in disputes if one.state == "open"]
    closed = [one for one in disputes if one.state != "open"]
    spans = [one.days for one in closed if one.days is not None]
    ended = [one.ending for one in closed if one.ending is not None]
    return Overview(
        len(live),
        len(closed),
        added(one.amount for one in live),
        added(one.recovered for one in ended),
        float(median(spans)) if spans else None,
        dict(Counter(one.outcome for one in ended if one.outcome)),
        _counts(disputes, lambda one: one.issue),
        _counts(disputes, lambda one: orders[one.order_id].shop),
        _months(disputes, library.now()),
        waits(library, lambda order, channel: book.channel(channel, orders[order].platform).party),
        calls(library),
    )


def _counts(disputes: Sequence[Dispute], name: Callable[[Dispute], str]) -> tuple[Count, ...]:
    live: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    for one in disputes:
        (live if one.state == "open" else closed)[name(one)] += 1
    made = [Count(key, live[key], closed[key]) for key in live | closed]
    return tuple(sorted(made, key=lambda one: (-one.all, one.name)))


def _months(disputes: Sequence[Dispute], now: datetime) -> tuple[Month, ...]:
    """List the months from the first with anything in it to now, twelve at most, empty ones between as well."""
    opened = Counter(_first(one.opened_at, now) for one in disputes if one.opened_at)
    ended = [one.ending for one in disputes if one.ending is not None and one.ending.at]
    closed = Counter(_first(one.at, now) for one in ended if one.at)
    known = set(opened) | set(closed)
    if not known:
        return ()
    last = max(*known, _first(now, now))
    months: list[date] = []
    first = min(known)
    while last >= first and len(months) < MONTHS:
        months.append(last)
        last = date(last.year - (last.month == 1), (last.month - 2) % 12 + 1, 1)
    return tuple(
        Month(
            one,
            opened[one],
            closed[one],
            added(new.amount for new in disputes if _in(new.opened_at, one, now)),
            added(end.recovered for end in ended if _in(end.at, one, now)),
        )
        for one in reversed(months)
    )


def _in(at: datetime | None, month: date, now: datetime) -> bool:
    return at is not None and _first(at, now) == month


def _first(at: datetime, now: datetime) -> date:
    """Name the month of a moment by its first day, in the time zone of now."""
    return at.astimezone(now.tzinfo).date().replace(day=1)
