"""Platforms: where an order was placed, and how its numbers, money and channels look there."""

from __future__ import annotations

from dataclasses import dataclass

from keepproof.knowledge.channel import ChannelOverride
from keepproof.knowledge.text import Text


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform profile. `order_number` is a regular expression for whole order numbers."""

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
    overrides: tuple[ChannelOverride, ...] = ()
