"""A conversation as it stands in a file: who said what, when, and at which place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import overload


class Role(StrEnum):
    """Name who speaks, as far as name and wording tell."""

    ME = "me"
    MERCHANT = "merchant"
    ROBOT = "robot"
    PLATFORM = "platform"
    COURIER = "courier"
    SYSTEM = "system"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One message and its place in the source (`L45` is a line, `#12` the twelfth entry).

    `at` is known only where the source tells the zone or the program implies it; `local` is the time
    as the source shows it, written `YYYY-MM-DD HH:MM:SS` where its reading is sure, else unchanged.
    """

    sender: str
    role: Role
    at: datetime | None
    local: str
    text: str
    source: str
    flags: tuple[str, ...] = ()

    @property
    def time(self) -> str:
        """Return the time to show: the local one, else the instant with its offset, else nothing."""
        return _time(self.at, self.local)


@dataclass(frozen=True, slots=True, eq=False)
class Messages(Sequence[ChatMessage]):
    """The messages of a chat, column by column; each is made when it is asked for. Equal to their tuple.

    So a long chat is read, and crosses from one process to another, several times faster. `moments` holds
    the `at` of each message, or the zone in which its local time stands; `places` its source, or the number
    of its line.
    """

    senders: tuple[str, ...]
    roles: tuple[Role, ...]
    moments: tuple[datetime | tzinfo | None, ...]
    locals: tuple[str, ...]
    texts: tuple[str, ...]
    places: tuple[str | int, ...]
    flags: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, messages: Sequence[ChatMessage]) -> Messages:
        """Return messages in columns, as they are where they are so already."""
        if isinstance(messages, Messages):
            return messages
        return cls(
            tuple(one.sender for one in messages),
            tuple(one.role for one in messages),
            tuple(one.at for one in messages),
            tuple(one.local for one in messages),
            tuple(one.text for one in messages),
            tuple(one.source for one in messages),
            tuple(one.flags for one in messages),
        )

    @property
    def times(self) -> Iterator[str]:
        """Give the time to show of each message, as ChatMessage.time does."""
        return map(_time, self.moments, self.locals)

    @property
    def sources(self) -> Iterator[str]:
        """Give the place of each message, as ChatMessage.source does."""
        return map(_source, self.places)

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> ChatMessage: ...
    @overload
    def __getitem__(self, at: slice) -> Messages: ...
    def __getitem__(self, at: int | slice) -> ChatMessage | Messages:
        if isinstance(at, slice):
            return Messages(
                self.senders[at],
                self.roles[at],
                self.moments[at],
                self.locals[at],
                self.texts[at],
                self.places[at],
                self.flags[at],
            )
        return _message(
            self.senders[at],
            self.roles[at],
            self.moments[at],
            self.locals[at],
            self.texts[at],
            self.places[at],
            self.flags[at],
        )

    def __iter__(self) -> Iterator[ChatMessage]:
        return map(
            _message,
            self.senders,
            self.roles,
            self.moments,
            self.locals,
            self.texts,
            self.places,
            self.flags,
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Messages | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


def _message(
    sender: str,
    role: Role,
    moment: datetime | tzinfo | None,
    local: str,
    text: str,
    place: str | int,
    flags: tuple[str, ...],
) -> ChatMessage:
    if isinstance(moment, tzinfo):
        moment = datetime.fromisoformat(local).replace(tzinfo=moment)
    return ChatMessage(sender, role, moment, local, text, _source(place), flags)


def _source(place: str | int) -> str:
    return place if isinstance(place, str) else f"L{place}"


def _time(moment: datetime | tzinfo | None, local: str) -> str:
    return local or (moment.isoformat(" ", "seconds") if isinstance(moment, datetime) else "")


@dataclass(frozen=True, slots=True)
class ChatProblem:
    """Something a reader of the chat must know: a code and the values its sentence needs."""

    code: str
    data: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Chat:
    """What one file says. `peer` is the other side or the group, empty where it is not named.

    `messages` is a tuple, or Messages where a file was read.
    """

    format: str
    peer: str
    messages: Sequence[ChatMessage]
    problems: tuple[ChatProblem, ...] = ()

    @property
    def senders(self) -> tuple[str, ...]:
        """Name those who speak, in the order in which they first do."""
        return tuple(one for one in dict.fromkeys(Messages.of(self.messages).senders) if one)

    @property
    def dated(self) -> bool:
        """Say whether the chat can be used as a dated one."""
        return "chats.no_times" not in {one.code for one in self.problems}

    @property
    def span(self) -> tuple[str, str] | None:
        """Return the first and the last time in the order of the file, None without times."""
        times = [one for one in Messages.of(self.messages).times if one]
        return (times[0], times[-1]) if times else None
