"""A complaint: statements with their citations, fitted to one channel."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """One whole statement of a complaint.

    `fields` names the facts it rests on (`order.number`, `answer.claim_text`, `demand`), `citations` the
    evidence numbers. `stated_by_user` is set where no evidence is cited. `stale` marks a user's edit whose
    generated text has changed since. `part` is its section: greeting, order, problem, tried, demand,
    basis, evidence, reply, parties, declaration, closing.
    """

    id: str
    part: str
    text: str
    citations: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    stated_by_user: bool = False
    edited: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Where a statement stands in the whole text: characters start (in) to end (out)."""

    start: int
    end: int
    statement: str


@dataclass(frozen=True, slots=True)
class Warning:
    """Something to look at before sending; it never blocks.

    `kind` is missing_fact, missing_evidence, contradiction, tone, privacy, picture, limit, stale or unverified; `place`
    names the statement, question or evidence kind concerned; `suggestion` is a wording to take over, or "".
    Where it is about words the user wrote, `found` are these words, `span` where they stand in them
    (characters, start in, end out), and `rewritten` is all she wrote there with the suggestion taken over. For
    a private item `item` names it in a choice and `masked` says whether this text hides it.
    """

    kind: str
    text: str
    suggestion: str = ""
    place: str = ""
    found: str = ""
    span: tuple[int, int] | None = None
    rewritten: str | None = None
    item: str = ""
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Counters:
    """What the channel counts: characters without line breaks, bytes in its encoding, messages, pictures."""

    characters: int
    bytes: int
    messages: int
    pictures: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel takes; None is no known limit. `message_characters` is for one chat message."""

    characters: int | None = None
    bytes: int | None = None
    encoding: str = "utf-8"
    message_characters: int | None = None
    pictures: int | None = None
    picture_bytes: int | None = None
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Complaint:
    """The finished text for one channel, language and size, with all that explains it."""

    channel: str
    lang: str
    size: str
    text: str
    messages: tuple[str, ...]
    statements: tuple[Statement, ...]
    spans: tuple[Span, ...]
    counters: Counters
    limits: Limits
    dropped: tuple[Statement, ...] = ()
    warnings: tuple[Warning, ...] = ()
    numbers: tuple[int, ...] = ()
