"""Find what is said in a message: promises with their times, refusals, admissions, prices, dates.

All wording stands in resources/knowledge/promises.toml; here stands only how a sentence is taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from keepproof.domain.chat import Role
from keepproof.domain.promise import Saying, SayingKind, When
from keepproof.knowledge.promise_rules import Rules, Topic
from keepproof.knowledge.promise_signs import Signs
from keepproof.knowledge.promise_times import NamedTime, Timed, TimeReader
from keepproof.knowledge.reading import convert, table

DATE = "date"
LONGEST = 4000  # of a longer message the beginning is looked at
_MOST_KEPT = 4096
_NOT_PROMISING = frozenset({Role.ME, Role.SYSTEM})
_PARTIES = {"merchant": Role.MERCHANT, "platform": Role.PLATFORM, "courier": Role.COURIER}
_TopicRule = tuple[Topic, re.Pattern[str]]
_SayRule = tuple[SayingKind, re.Pattern[str], re.Pattern[str] | None]
_Act = tuple[Topic, re.Match[str]]
_Part = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Worth:
    """The rules worth trying on a text: for acts, for sayings and those of anybody, for times and those of a date."""

    topics: tuple[_TopicRule, ...]
    says: tuple[_SayRule, ...]
    of_anybody: tuple[_SayRule, ...]
    times: tuple[Timed, ...]
    dates: tuple[re.Pattern[str], ...]


class PromiseRules:
    """Read messages by the rules; safe to share between threads."""

    def __init__(self, rules: Rules) -> None:
        """Compile the rules."""
        self.rules = rules
        self.topics = {one.id: one for one in rules.topics}
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
        self._signs = Signs([signs for _, signs in rules.patterns])
        self._topics = [(one, _compiled(one.pattern)) for one in rules.topics]
        self._says = [
            (one.kind, _compiled(one.pattern), _compiled(one.unless) if one.unless else None)
            for one in rules.says
        ]
        self._times = TimeReader(rules.times, rules.parts, rules.halves, _compiled(rules.passed))
        self._worth = lru_cache(_MOST_KEPT)(self._chosen)

    @classmethod
    def load(cls, folder: Path) -> PromiseRules:
        """Read the rules; KnownError knowledge.invalid or missing."""
        return cls(convert(table(folder / "promises.toml"), Rules, "promises.toml"))

    def read(self, text: str, role: Role) -> tuple[Saying, ...]:
        """List what a message says, in the order of its words; the buyer's own words promise nothing."""
        text = text[:LONGEST]
        worth = self._worth(self._signs.told(text))
        if not (worth.topics or worth.says or worth.dates):
            return ()
        sentences = self._sentences(text)
        if role in _NOT_PROMISING:
            found = self._said(text, sentences, worth.of_anybody) + self._dates(text, worth)
        else:
            found = self._said(text, sentences, worth.says) + self._dates(text, worth)
            if worth.topics:
                found += self._promises(text, sentences, found, worth)
        if not found:
            return ()
        found.sort(key=_place)
        if all(one.kind is SayingKind.DATE for one in found) and not self._speaks.search(text):
            return ()
        return tuple(found)

    @cached_property
    def _speaks(self) -> re.Pattern[str]:
        """Match what makes a date worth telling: figures in a row, or anything else a rule could find."""
        count = len(self._topics) + len(self._says)
        every = [pattern for pattern, _ in self.rules.patterns[:count]]
        return _compiled("|".join([r"\d\d?[月号-]\d", *(f"(?:{one})" for one in every)]))

    def _chosen(self, told: int) -> _Worth:
        """Choose the rules whose signs are told."""
        every = (*self._topics, *self._says, *self._times.rules)
        chosen = {id(one) for at, one in enumerate(every) if told >> at & 1}
        topics = tuple(one for one in self._topics if id(one) in chosen)
        says = tuple(one for one in self._says if id(one) in chosen)
        times = tuple(one for one in self._times.rules if id(one) in chosen)
        of_anybody = tuple(one for one in says if one[0] is SayingKind.PRICE)
        dates = tuple(rule for unit, rule in times if unit == DATE)
        return _Worth(topics, says, of_anybody, times, dates)

    def _said(
        self, text: str, sentences: Sequence[_Part], rules: Sequence[_SayRule]
    ) -> list[Saying]:
        found: list[Saying] = []
        for start, end, sentence in sentences if rules else ():
            for kind, rule, unless in rules:
                hits = list(rule.finditer(sentence))
                if hits and (unless is None or not unless.search(text[start : end + 1])):
                    found += (Saying(kind, start + one.start(), start + one.end()) for one in hits)
        return found

    def _dates(self, text: str, worth: _Worth) -> list[Saying]:
        if not any(rule.search(text) for rule in worth.dates):
            return []
        return [
            Saying(SayingKind.DATE, one.start, one.end, when=one.when)
            for one in self._times.find(text, worth.times)
            if one.when.unit == DATE
        ]

    def _sentences(self, text: str) -> list[_Part]:
        """List the sentences with where they stand, the mark behind them left out."""
        found, start = [], 0
        for mark in self._sentence.finditer(text):
            if mark.start() > start:
                found.append((start, mark.start(), text[start : mark.start()]))
            start = mark.end()
        if start < len(text):
            found.append((start, len(text), text[start:]))
        return found

    def _promises(
        self, text: str, sentences: Sequence[_Part], said: Sequence[Saying], worth: _Worth
    ) -> list[Saying]:
        refused = [one.start for one in said if one.kind is SayingKind.REFUSAL]
        found: list[Saying] = []
        for start, end, sentence in sentences:
            acts = [(topic, act) for topic, rule in worth.topics for act in rule.finditer(sentence)]
            if not acts or any(start <= one < end for one in refused):
                continue
            if not self._question.search(text[start : end + 1]):
                found += self._of_sentence(sentence, start, acts, worth)
        return found

    def _of_sentence(
        self, sentence: str, start: int, acts: Sequence[_Act], worth: _Worth
    ) -> Iterator[Saying]:
        """Read one promise of each topic at most, none of them in the words of another."""
        times = list(self._times.find(sentence, worth.times))
        taken: dict[str, tuple[int, int]] = {}
        for topic, act in acts:
            first, last = act.span()
            if topic.id in taken or any(first < b and a < last for a, b in taken.values()):
                continue
            read = self._promise(sentence, act, topic, times, worth)
            if read is not None:
                first, last, when, party = read
                taken[topic.id] = first, last
                kind = SayingKind.PROMISE
                yield Saying(kind, start + first, start + last, topic.id, when, party)

    def _promise(
        self,
        sentence: str,
        act: re.Match[str],
        topic: Topic,
        times: Sequence[NamedTime],
        worth: _Worth,
    ) -> tuple[int, int, When | None, Role | None] | None:
        """Read one act as a promise: its words, time and party; None where the words around it take that away."""
        first, last = self._bounds(sentence, act)
        before, after = sentence[first : act.start()], sentence[act.end() : last]
        if not topic.timed:
            return act.start(), act.end(), None, self._party(before)
        if (
            self._not_before.search(before)
            or self._done_before.search(before)
            or self._not_after.match(after)
        ):
            return None
        when = self._nearest(sentence, act, times, (first, last), worth) if times else None
        if when is None:
            if not self._assured.search(sentence[first:last]):
                return None
            return act.start(), act.end(), None, self._party(before)
        start, end = min(act.start(), when.start), max(act.end(), when.end)
        tail = self._tail.match(sentence[end:])
        end += tail.end() if tail is not None else 0
        return start, end, when.when, self._party(before)

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
        worth: _Worth,
    ) -> NamedTime | None:
        """Choose the time that belongs to an act: in its clause, else in front, else behind if nothing else is there."""
        first, last = clause
        choices = [
            [one for one in times if first <= one.start < last],
            [one for one in times if one.start < first],
        ]
        if not any(rule.search(sentence, last) for _, rule in worth.topics):
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


def _place(one: Saying) -> tuple[int, int, SayingKind]:
    return one.start, one.end, one.kind


def _distance(found: re.Match[str], time: NamedTime) -> int:
    return max(time.start - found.end(), found.start() - time.end, 0)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
