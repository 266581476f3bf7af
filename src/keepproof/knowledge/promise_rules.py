"""The shape of resources/knowledge/promises.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from keepproof.domain.promise import SayingKind
from keepproof.knowledge.promise_times import TimeRule, filled
from keepproof.knowledge.text import Text


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be promised. `moment` is what settles it: shipped, signed, refunded, message or nothing.

    `from_paid` counts hours from the payment where that is later; without `timed` the words alone are enough.
    `signs` are words without one of which the pattern cannot match.
    """

    id: str
    label: Text
    pattern: str
    moment: str = ""
    from_paid: bool = False
    timed: bool = True
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SayRule:
    """Words that tell another kind of saying, unless others stand in the same sentence."""

    kind: SayingKind
    pattern: str
    unless: str = ""
    signs: tuple[str, ...] = ()


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

    @property
    def patterns(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return every pattern that finds something, with its signs: topics, says and times."""
        return (
            *((one.pattern, one.signs) for one in self.topics),
            *((one.pattern, one.signs) for one in self.says),
            *((filled(one.pattern, self.parts), one.signs) for one in self.times),
        )
