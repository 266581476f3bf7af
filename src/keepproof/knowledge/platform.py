"""Platforms: where an order was placed, and how its numbers, money and channels look there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from keepproof.knowledge.channel import ChannelOverride
from keepproof.knowledge.compensation import CompensationCap, CompensationRule
from keepproof.knowledge.issue_type import Party
from keepproof.knowledge.profile import DeadlineRule, Routing, Rung, Season
from keepproof.knowledge.rule import Status
from keepproof.knowledge.text import Text


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform profile. `order_number` is a regular expression for whole order numbers.

    `channels` stand in the order to try them; `ladder` has a rung for each step from the merchant to court.
    `states` are those of a request there. `review_after` is the day from which the profile is old.
    """

    id: str
    name: Text
    country: str
    currency: str
    time_zone: str
    order_number: str
    number_hint: Text
    channels: tuple[str, ...]
    source: str = ""
    as_of: str = ""
    status: Status = "memory"
    review_after: date | None = None
    parties: tuple[Party, ...] = ("merchant", "platform")
    overrides: tuple[ChannelOverride, ...] = ()
    routing: tuple[Routing, ...] = ()
    ladder: tuple[Rung, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    seasons: tuple[Season, ...] = ()
    compensations: tuple[CompensationRule, ...] = ()
    compensation_cap: CompensationCap | None = None
    states: tuple[str, ...] = ()

    def old(self, on: date) -> bool:
        """Say whether the profile should be checked again on this day."""
        return self.review_after is not None and on > self.review_after

    def route(self, kind: str) -> Routing | None:
        """Say whom to ask about a kind of question; None where the profile does not say."""
        return next((one for one in self.routing if one.kind == kind), None)
