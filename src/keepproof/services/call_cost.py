"""What a call costs at the user's own rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from keepproof.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from keepproof.domain.contact import Contact
    from keepproof.knowledge.channel import Channel, CostClass
    from keepproof.settings import Settings

PAID: frozenset[str] = frozenset({"caller_plan", "shared", "government"})
MOST_MINUTES = 100_000


@dataclass(frozen=True, slots=True)
class CallCost:
    """What a call costs: whole minutes begun, those beyond the plan, and the sum.

    `money` is None where the user's rate says nothing about such a call, or where she has given none.
    """

    minutes: int
    billed: int
    money: Money | None


def read_rate(text: str) -> Money | None:
    """Read a rate in yuan per minute, None where none was given or it is no amount."""
    try:
        return Money.parse(text) if text.strip() else None
    except ValueError:
        return None


def whole_minutes(seconds: int) -> int:
    """Count the minutes begun, as carriers bill them."""
    return -(-max(0, seconds) // 60)


def call_cost(
    seconds: int, *, number: str, channel: Channel | None, settings: Settings, used: int = 0
) -> CallCost:
    """Estimate a call of so many seconds, waiting included, at the rate in the settings.

    The class comes from the number, without one from the channel. `used` are the minutes of this month
    that the plan has given already.
    """
    minutes = min(whole_minutes(seconds), MOST_MINUTES)
    kind, rated = _cost_class(number, channel)
    if kind == "free":
        return CallCost(minutes, 0, Money(0))
    billed = max(0, minutes - max(0, settings.call_included - used))
    rate = read_rate(settings.call_rate)
    if not rated or rate is None:
        return CallCost(minutes, billed, None)
    return CallCost(minutes, billed, rate * billed)


def minutes_used(contacts: Iterable[Contact], at: datetime, besides: str = "") -> int:
    """Count the minutes called in the month of a moment, as logged, leaving one contact out."""
    return sum(
        whole_minutes(one.seconds or 0)
        for one in contacts
        if one.id != besides and one.called and _same_month(one.at, at)
    )


def _same_month(one: datetime, at: datetime) -> bool:
    local = one.astimezone(at.tzinfo)
    return (local.year, local.month) == (at.year, at.month)


def _cost_class(number: str, channel: Channel | None) -> tuple[CostClass, bool]:
    """Say what kind of call it is, and whether the user's own rate says something about it."""
    if re.search(r"\d", number):
        from keepproof.knowledge.phone_cost import UNKNOWN, phone_costs  # noqa: PLC0415 - its tables are read with the first number

        kind = phone_costs().classify(number).kind
        if kind.id != UNKNOWN:
            return kind.cost_class, kind.estimate
    if channel is None:
        return "unknown", False
    return channel.cost_class, channel.cost_class in PAID
