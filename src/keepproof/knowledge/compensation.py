"""What a shop owes for shipping late or not at all, by the rules of the platform; always a hint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from keepproof.domain.money import Money
from keepproof.knowledge.fact import Fact

Kind = Literal["late", "out_of_stock"]
Promise = Literal["within_48_hours", "later"]
CURRENCY = "CNY"
HOURS = 48


@dataclass(frozen=True, slots=True)
class CompensationRule:
    """One line of the table: what happened, what was promised, and the fact with share and bounds."""

    kind: Kind
    promise: Promise
    fact: str
    raises_cap: bool = False


@dataclass(frozen=True, slots=True)
class CompensationCap:
    """The facts with the most that is paid for all orders of one day; `raised` where a line raises it."""

    usual: str
    raised: str


@dataclass(frozen=True, slots=True)
class Compensation:
    """One sum; `amount` is None where no text states the share. Never a fact: the order page decides."""

    kind: Kind
    promise: Promise
    amount: Money | None
    fact: Fact
    raises_cap: bool = False


def compensate(
    rules: Sequence[CompensationRule],
    fact: Callable[[str], Fact],
    kind: Kind,
    price: Money,
    promised_hours: float,
    *,
    admitted: bool = False,
) -> Compensation | None:
    """Compute what is owed on the item price without postage; None where the platform has no rule.

    `admitted`: the shop said by itself, within the promised time, that it has none left.
    """
    promise: Promise = "within_48_hours" if promised_hours <= HOURS else "later"
    rule = next((one for one in rules if (one.kind, one.promise) == (kind, promise)), None)
    if rule is None or price.currency != CURRENCY:
        return None
    known = fact(rule.fact)
    share = known.percent
    if admitted and known.percent_admitted is not None:
        share = known.percent_admitted
    if share is None:
        return Compensation(kind, promise, None, known, rule.raises_cap)
    cents = (price.cents * share + 50) // 100
    if known.minimum is not None:
        cents = max(cents, known.minimum * 100)
    if known.maximum is not None:
        cents = min(cents, known.maximum * 100)
    return Compensation(kind, promise, Money(cents), known, rule.raises_cap)


def day_total(
    found: Sequence[Compensation], cap: CompensationCap | None, fact: Callable[[str], Fact]
) -> Money:
    """Add what is owed for all orders of one buyer with one seller paid on one day, up to the cap."""
    total = sum(one.amount.cents for one in found if one.amount is not None)
    if cap is not None:
        raised = any(one.raises_cap for one in found)
        most = fact(cap.raised if raised else cap.usual).value
        if most is not None:
            total = min(total, most * 100)
    return Money(total)
