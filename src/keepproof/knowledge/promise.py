"""Find what is said in a message: promises with their times, refusals, admissions, prices, dates.

All wording stands in resources/knowledge/promises.toml; here stands only how a sentence is taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from keepproof.domain.chat import Role
from keepproof.domain.promise import Saying, SayingKind
from keepproof.knowledge.promise_times import NamedTime, TimeReader, TimeRule
from keepproof.knowledge.reading import convert, table
from keepproof.knowledge.text import Text

LONGEST = 4000  # of a longer message the beginning is looked at
_PARTIES = {"merchant": Role.MERCHANT, "platform": Role.PLATFORM, "courier": Role.COURIER}


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be promised. `moment` is what settles it: shipped, signed, refunded, message or nothing.

    `from_paid` counts hours from the payment where that is later; without `timed` the words alone are enough.
    """

    id: str
    label: Text
    pattern: str
    moment: str = ""
    from_paid: bool = False
    timed: bool = True


@dataclass(frozen=True, slots=True)
class SayRule:
    """Words that tell another kind of saying, unless others stand in the same sentence."""

    kind: SayingKind
    pattern: str
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """The shape of promises.toml."""

    gap_hours: int
    near: int
    sentence: str
    clause: str
    question: str
    not_before: str
    done_before: str
    not_after: str
    assured: str
    passed: str
    tail: str
    greeting: str
    nameless: str
    asks: str
    parts: Mapping[str, str]
    parties: Mapping[str, str]
    halves: Mapping[str, int]
    topics: tuple[Topic, ...]
    times: tuple[TimeRule, ...]
    says: tuple[SayRule, ...]


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence and where it begins in the message; `before` ends the clause in front."""

    start: int
    text: str
    sentence: int


class PromiseRules:
    """Read messages by the rules; safe to share between threads."""

    def __init__(self, rules: Rules) -> None:
        """Compile the rules."""
        self.rules = rules
        self.topics = {one.id: one for one in rules.topics}
        self._times = TimeReader(rules.times, rules.parts, rules.halves, _compiled(rules.passed))
        self._sentence = _compiled(f"(?:{rules.sentence})+")
        self._clause = _compiled(rules.clause)
        self._question = _compiled(rules.question)
        self._not_before = _compiled(rules.not_before)
        self._done_before = _compiled(rules.done_before)
        self._not_after = _compiled(rules.not_after)
        self._assured = _compiled(rules.assured)
        self._tail = _compiled(rules.tail)
        self.greeting = _compiled(rules.greeting)
        self.nameless = _compiled(rules.nameless)
        self.asks = _compiled(rules.asks)
        self._parties = {_PARTIES[name]: _compiled(one) for name, one in rules.parties.items()}
        self._topics = [(one, _compiled(one.pattern)) for one in rules.topics]
        self._says = [
            (one.kind, _compiled(one.pattern), _compiled(one.unless) if one.unless else None)
            for one in rules.says
        ]

    @classmethod
    def load(cls, folder: Path) -> PromiseRules:
        """Read the rules; KnownError knowledge.invalid or missing."""
        return cls(convert(table(folder / "promises.toml"), Rules, "promises.toml"))

    def read(self, text: str, role: Role) -> tuple[Saying, ...]:
        """List what a message says, in the order of its words; the buyer's own words promise nothing."""
        text = text[:LONGEST]
        if not self._speaks.search(text):
            return ()
        found = list(self._general(text))
        if role not in {Role.ME, Role.SYSTEM}:
            refused = [one for one in found if one.kind is SayingKind.REFUSAL]
            found += self._promises(text, refused)
        else:
            found = [one for one in found if one.kind in {SayingKind.PRICE, SayingKind.DATE}]
        return tuple(sorted(found, key=lambda one: (one.start, one.end, one.kind)))

    @cached_property
    def _speaks(self) -> re.Pattern[str]:
        """Match what any rule could: most messages hold nothing and are passed over at once."""
        every = [one.pattern for one in self.rules.topics] + [
            one.pattern for one in self.rules.says
        ]
        return _compiled("|".join(f"(?:{one})" for one in every) + r"|\d\d?[月号-]\d")

    def _general(self, text: str) -> Iterator[Saying]:
        for start, end, sentence in self._sentences(text):
            for kind, rule, unless in self._says:
                if unless is not None and unless.search(text[start : end + 1]):
                    continue
                for found in rule.finditer(sentence):
                    yield Saying(kind, start + found.start(), start + found.end())
        for one in self._times.find(text):
            if one.when.unit == "date":
                yield Saying(SayingKind.DATE, one.start, one.end, when=one.when)

    def _sentences(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Give the sentences with where they stand, the mark behind them left out."""
        start = 0
        for mark in self._sentence.finditer(text):
            if mark.start() > start:
                yield start, mark.start(), text[start : mark.start()]
            start = mark.end()
        if start < len(text):
            yield start, len(text), text[start:]

    def _promises(self, text: str, refused: Sequence[Saying]) -> Iterator[Saying]:
        for start, end, sentence in self._sentences(text):
            if self._question.search(text[start : end + 1]):
                continue
            if any(start <= one.start < end for one in refused):
                continue
            times = list(self._times.find(sentence))
            taken: list[tuple[int, int]] = []
            for topic, pattern in self._topics:
                for found in pattern.finditer(sentence):
                    if any(found.start() < b and a < found.end() for a, b in taken):
                        continue
                    one = self._promise(sentence, found, topic, times)
                    if one is not None:
                        taken.append((one.start, one.end))
                        yield Saying(
                            one.kind,
                            start + one.start,
                            start + one.end,
                            topic.id,
                            one.when,
                            one.party,
                        )
                        break

    def _promise(
        self, sentence: str, found: re.Match[str], topic: Topic, times: Sequence[NamedTime]
    ) -> Saying | None:
        """Read one act as a promise; None where the words around it take that away."""
        first, last = self._bounds(sentence, found)
        before, after = sentence[first : found.start()], sentence[found.end() : last]
        bare = topic.timed
        if bare and (
            self._not_before.search(before)
            or self._done_before.search(before)
            or self._not_after.match(after)
        ):
            return None
        when = self._nearest(sentence, found, times, (first, last)) if bare else None
        if bare and when is None and not self._assured.search(sentence[first:last]):
            return None
        start, end = found.span()
        if when is not None:
            start, end = min(start, when.start), max(end, when.end)
            tail = self._tail.match(sentence[end:])
            end += tail.end() if tail is not None else 0
        party = self._party(before)
        return Saying(SayingKind.PROMISE, start, end, topic.id, when.when if when else None, party)

    def _bounds(self, sentence: str, found: re.Match[str]) -> tuple[int, int]:
        """Return where the clause around a find begins and ends."""
        first, last = 0, len(sentence)
        for mark in self._clause.finditer(sentence):
            if mark.end() <= found.start():
                first = mark.end()
            elif mark.start() >= found.end():
                last = mark.start()
                break
        return first, last

    def _nearest(
        self,
        sentence: str,
        found: re.Match[str],
        times: Sequence[NamedTime],
        clause: tuple[int, int],
    ) -> NamedTime | None:
        """Choose the time that belongs to an act: in its clause, else in front, else behind if nothing else is there."""
        first, last = clause
        choices = [
            [one for one in times if first <= one.start < last],
            [one for one in times if one.start < first],
        ]
        if not any(rule.search(sentence, last) for _, rule in self._topics):
            choices.append([one for one in times if one.start >= last])
        for choice in choices:
            near = [(_distance(found, one), one.start, one) for one in choice]
            near = [one for one in near if one[0] <= self.rules.near]
            if near:
                return min(near, key=lambda one: one[:2])[2]
        return None

    def _party(self, before: str) -> Role | None:
        """Name who is to do it, where the clause says so."""
        return next((role for role, rule in self._parties.items() if rule.search(before)), None)


def _distance(found: re.Match[str], time: NamedTime) -> int:
    return max(time.start - found.end(), found.start() - time.end, 0)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
