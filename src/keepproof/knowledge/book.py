"""The book of knowledge: the door to everything in resources/knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from keepproof import assets
from keepproof.domain.dispute import Answer
from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.knowledge.assembly import Common, assemble
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.issue_type import IssueType
from keepproof.knowledge.platform import Platform
from keepproof.knowledge.promise import PromiseRules
from keepproof.knowledge.reading import convert, table
from keepproof.knowledge.rule import Rule
from keepproof.knowledge.text import KindText

GENERIC = "generic"


class Book:
    """All knowledge, read file by file when first asked for; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Open the book in a folder without reading anything yet."""
        self._folder = folder
        self._issues: dict[str, IssueType] = {}

    @classmethod
    def load(cls) -> Book:
        """Open the book the program ships with."""
        return cls(assets.path("knowledge"))

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
        return list(self._platforms.values())

    def platform(self, id: str) -> Platform:
        """Give one platform; one that is not known is treated as the general one."""
        return self._platforms.get(id) or self._platforms[GENERIC]

    def channels(self, platform: str) -> list[Channel]:
        """List the channels of a platform, the first to try first."""
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

    @property
    def rules(self) -> list[Rule]:
        """List all rules."""
        return list(self._rules.values())

    @cached_property
    def promises(self) -> PromiseRules:
        """Give the rules that find what is said in a chat."""
        return PromiseRules.load(self._folder)

    @cached_property
    def _common(self) -> Common:
        return convert(table(self._folder / "common.toml"), Common, "common.toml")

    @cached_property
    def _platforms(self) -> dict[str, Platform]:
        raw = table(self._folder / "platforms.toml").get("platforms")
        return {one.id: one for one in convert(raw, tuple[Platform, ...], "platforms.toml")}

    @cached_property
    def _channels(self) -> dict[str, Channel]:
        raw = table(self._folder / "channels.toml").get("channels")
        return {one.id: one for one in convert(raw, tuple[Channel, ...], "channels.toml")}

    @cached_property
    def _rules(self) -> dict[str, Rule]:
        raw = table(self._folder / "rules.toml").get("rules")
        return {one.id: one for one in convert(raw, tuple[Rule, ...], "rules.toml")}

    @cached_property
    def _kinds(self) -> dict[EvidenceKind, KindText]:
        raw = table(self._folder / "kinds.toml")
        return convert(raw, dict[EvidenceKind, KindText], "kinds.toml")
