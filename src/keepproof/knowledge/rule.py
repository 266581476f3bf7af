"""Rules a complaint may rest on, in own words, with their dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from keepproof.knowledge.text import Text

Status = Literal["verified", "excerpt", "secondary", "memory", "open", "user"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One article of a law or platform rule. Only a verified one is ever printed.

    `version` names the text that was read; `effective_from` and `effective_to` are whole days, the latter
    set where the rule has been replaced. `platforms` are those it holds on; empty means all of `country`.
    `guide` marks what the user should know but a complaint does not rest on.
    """

    id: str
    name: Text
    article: Text
    gist: Text
    version: str
    source: str
    status: Status
    effective_from: date | None = None
    effective_to: date | None = None
    country: str = "CN"
    platforms: tuple[str, ...] = ()
    guide: bool = False

    def printable(self, on: date) -> bool:
        """Say whether a text about something that happened on this day may name the rule."""
        begun = self.effective_from is None or self.effective_from <= on
        ended = self.effective_to is not None and self.effective_to < on
        return self.status == "verified" and not self.guide and begun and not ended

    def binds(self, platform: str, country: str) -> bool:
        """Say whether the rule holds for orders of a platform in a country."""
        return platform in self.platforms if self.platforms else country == self.country


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The shape of rules.toml."""

    rules: tuple[Rule, ...]
