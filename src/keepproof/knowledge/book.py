"""The book of knowledge: the door to everything in resources/knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from keepproof import assets
from keepproof.domain.dispute import Answer
from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.knowledge.assembly import Common, assemble
from keepproof.knowledge.burden import Burden
from keepproof.knowledge.calendar import Calendar
from keepproof.knowledge.care import CareFile, CarePrompt, PurchaseCheck, PurchaseFile
from keepproof.knowledge.channel import Channel, ChannelFile
from keepproof.knowledge.deadlines import Reckoner
from keepproof.knowledge.fact import Fact
from keepproof.knowledge.issue_type import IssueType
from keepproof.knowledge.official_number import OfficialNumber
from keepproof.knowledge.platform import Platform
from keepproof.knowledge.profile import DeadlineRule, Need, Profile
from keepproof.knowledge.profiles import Profiles
from keepproof.knowledge.promise import PromiseRules
from keepproof.knowledge.reading import convert, read, table
from keepproof.knowledge.rule import Rule, RuleFile
from keepproof.knowledge.text import KindText, Text
from keepproof.knowledge.tone import Tone
from keepproof.paths import user_paths

GENERIC = "generic"
ABROAD = "INT"


class Book:
    """All knowledge, read file by file when first asked for; safe to share between threads."""

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        """Open the book in a folder without reading anything yet; `own` holds the user's files."""
        self._folder = folder
        self._own = own
        self._profiles = Profiles(folder, own)
        self._issues: dict[str, IssueType] = {}

    @classmethod
    def load(cls) -> Book:
        """Open the book the program ships with, with what the user says otherwise."""
        return cls(assets.path("knowledge"), user_paths().knowledge)

    def reload(self) -> None:
        """Forget what was read, so that the user's files are read again."""
        # All that rests on her files goes at once: who still reads the old ones keeps them whole.
        self._profiles = Profiles(self._folder, self._own)

    @property
    def issues(self) -> list[IssueType]:
        """List the issue types, the most common first."""
        return [self.issue(code) for code in self._common.issues]

    @property
    def inquiries(self) -> list[IssueType]:
        """List the inquiries: questions that are no dispute."""
        return [self.issue(code) for code in self._common.inquiries]

    def issue(self, code: str) -> IssueType:
        """Give one issue type or inquiry."""
        if code not in self._issues:
            if code not in self._common.issues + self._common.inquiries:
                raise KnownError("knowledge.unknown_issue", name=code)
            file = self._folder / "issues" / f"{code}.toml"
            self._issues[code] = assemble(table(file), self._common, file.name)
        return self._issues[code]

    @property
    def platforms(self) -> list[Platform]:
        """List the platforms, the general one last."""
        return [self.platform(id) for id in self._common.platforms]

    def platform(self, id: str) -> Platform:
        """Give one platform; one that is not known is treated as the general one."""
        known = id if id in self._common.platforms else GENERIC
        return self._profiles.platform(known, self._channels)

    def channels(self, platform: str) -> list[Channel]:
        """List the channels of a platform a complaint is written for, the first to try first."""
        return [one for one in self.every_channel(platform) if one.takes_text]

    def every_channel(self, platform: str) -> list[Channel]:
        """List all ways to ask, complain or be told on a platform, those without a text too."""
        return [self.channel(id, platform) for id in self.platform(platform).channels]

    def channel(self, id: str, platform: str = GENERIC) -> Channel:
        """Give one channel as it is on a platform."""
        channel = self._channels.get(id)
        if channel is None:
            raise KnownError("knowledge.unknown_channel", name=id)
        for override in self.platform(platform).overrides:
            if override.channel == id:
                channel = override.applied(channel)
        return channel

    def burden(self, code: str) -> Burden | None:
        """Say who has to prove what in an issue type; None for an inquiry."""
        return self._burdens.get(code)

    @cached_property
    def care(self) -> tuple[CarePrompt, ...]:
        """List the advice on saving and checking, as it stands in its file."""
        return read(self._folder / "care.toml", CareFile).prompts

    @cached_property
    def purchase(self) -> tuple[PurchaseCheck, ...]:
        """List what to look at before buying, as it stands in its file."""
        return read(self._folder / "purchase.toml", PurchaseFile).checks

    def need(self, need: Need) -> Text:
        """Word what a rung of the ladder needs."""
        return self._needs[need]

    def kind(self, kind: EvidenceKind) -> KindText:
        """Word one kind of evidence."""
        return self._kinds[kind]

    def rule(self, id: str) -> Rule:
        """Give one rule."""
        rule = self._rules.get(id)
        if rule is None:
            raise KnownError("knowledge.unknown_rule", name=id)
        return rule

    def rules_for(
        self, issue: IssueType, platform: str, answers: Mapping[str, Answer]
    ) -> tuple[Rule, ...]:
        """List the rules a complaint may rest on: they hold on the platform and fit the answers."""
        profile = self.platform(platform)
        rules = (self.rule(id) for id in issue.rules_for(answers))
        return tuple(
            rule for rule in rules if not rule.guide and rule.binds(profile.id, profile.country)
        )

    def fact(self, id: str) -> Fact:
        """Give one figure."""
        return self.facts[id]

    @property
    def facts(self) -> dict[str, Fact]:
        """Read the figures, by id."""
        return self._profiles.facts

    @property
    def parties(self) -> list[Profile]:
        """List authorities, payment services and couriers."""
        return self._profiles.parties(self._channels)

    @property
    def numbers(self) -> tuple[OfficialNumber, ...]:
        """List the phone numbers the user copied from platforms' pages."""
        return self._profiles.numbers

    def own_entry(self, platform: str, channel: str) -> bool:
        """Say whether the user's own values stand in for ours on a channel."""
        return any(
            one.channel == channel and one.status == "user"
            for one in self.platform(platform).overrides
        )

    def calendar(self, country: str) -> Calendar:
        """Give the working days of a country."""
        return Calendar(country, self._profiles.days)

    def reckoner(self, platform: str) -> Reckoner:
        """Give what computes the deadlines of orders placed on a platform."""
        profile = self.platform(platform)
        zone = ZoneInfo(profile.time_zone)
        calendar = self.calendar(profile.country)
        rules = self._deadline_rules(profile)
        return Reckoner(rules, self.fact, zone, calendar, profile.seasons)

    def deadline_ids(self, platform: str) -> tuple[str, ...]:
        """List the deadlines known on a platform."""
        rules = self._deadline_rules(self.platform(platform))
        return tuple(dict.fromkeys(rule.id for rule in rules))

    def _deadline_rules(self, profile: Platform) -> list[DeadlineRule]:
        countries = {profile.country} if profile.country == "CN" else {profile.country, ABROAD}
        parties = [one for one in self.parties if one.country in countries]
        return [*profile.deadlines, *(rule for one in parties for rule in one.deadlines)]

    @property
    def problems(self) -> list[KnownError]:
        """List what was wrong in the user's files that have been read so far; ours were used instead."""
        return list(self._profiles.problems)

    @property
    def rules(self) -> list[Rule]:
        """List all rules."""
        return list(self._rules.values())

    @cached_property
    def promises(self) -> PromiseRules:
        """Give the rules that find what is said in a chat."""
        return PromiseRules.load(self._folder)

    @cached_property
    def tone(self) -> Tone:
        """Give the rules of tone."""
        return convert(table(self._folder / "tone.toml"), Tone, "tone.toml").check("tone.toml")

    @cached_property
    def _common(self) -> Common:
        return convert(table(self._folder / "common.toml"), Common, "common.toml")

    @cached_property
    def _channels(self) -> dict[str, Channel]:
        channels = read(self._folder / "channels.toml", ChannelFile).channels
        return {one.id: one for one in channels}

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        return {one.id: one for one in read(self._folder / "rules.toml", RuleFile).rules}

    @cached_property
    def _burdens(self) -> dict[str, Burden]:
        return convert(table(self._folder / "burden.toml"), dict[str, Burden], "burden.toml")

    @cached_property
    def _needs(self) -> dict[Need, Text]:
        raw = table(self._folder / "needs.toml")
        return convert(raw, dict[Need, Text], "needs.toml")

    @cached_property
    def _kinds(self) -> dict[EvidenceKind, KindText]:
        raw = table(self._folder / "kinds.toml")
        return convert(raw, dict[EvidenceKind, KindText], "kinds.toml")
