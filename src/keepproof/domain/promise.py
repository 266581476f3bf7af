"""What is said in a chat that counts: promises, refusals, admissions, prices and dates, and the holes in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from keepproof.domain.chat import Role


class SayingKind(StrEnum):
    """Name what a saying is."""

    PROMISE = "promise"
    REFUSAL = "refusal"
    ADMISSION = "admission"
    PRICE = "price"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class When:
    """A time as words name it. `unit` says how the figures count; what is not named is None.

    Units: minutes, hours, days, weeks and working_days count `number`; date, month_day, weekday, weekday_next,
    week_end, next_week_end, month_end, today, tomorrow, after_tomorrow and clock name a place in the calendar.
    """

    unit: str
    number: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int = 0


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said, and where: characters `start` (in) to `end` (out) of the message are the words that tell.

    `topic` names what is promised; `party` who is to do it, None where the speaker speaks of himself.
    """

    kind: SayingKind
    start: int
    end: int
    topic: str = ""
    when: When | None = None
    party: Role | None = None


class PromiseState(StrEnum):
    """Name what became of a promise; `unjudged` is what the program cannot know."""

    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "open"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise of a chat. `index` is the number of its message, from 0; `words` stand there letter by letter.

    `settled` is the moment that decided it; `late_s` the seconds it came late, None where it did not or may come yet.
    `claim` says that it tells what the goods are; nothing falls due then.
    """

    index: int
    place: str
    sender: str
    role: Role
    party: Role
    topic: str
    words: str
    said: datetime | None
    due: datetime | None
    state: PromiseState
    settled: datetime | None = None
    late_s: int | None = None
    claim: bool = False


@dataclass(frozen=True, slots=True)
class ChatGap:
    """A hole between two messages: before the message `index` lie `seconds` without any; 0 is the beginning.

    `kind` is unanswered (a question got no answer), answer_alone (an answer to nothing that stands here), begins
    (the first message answers something) or ends (the last one is a question).
    """

    index: int
    kind: str
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a chat says. `sayings` maps the number of a message to what it holds; `notices` are message codes."""

    sayings: Mapping[int, tuple[Saying, ...]] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    gaps: tuple[ChatGap, ...] = ()
    notices: tuple[str, ...] = ()
