"""A conversation as it stands in a file: who said what, when, and at which place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
        return self.local or (self.at.isoformat(" ", "seconds") if self.at is not None else "")


@dataclass(frozen=True, slots=True)
class ChatProblem:
    """Something a reader of the chat must know: a code and the values its sentence needs."""

    code: str
    data: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Chat:
    """What one file says. `peer` is the other side or the group, empty where it is not named."""

    format: str
    peer: str
    messages: tuple[ChatMessage, ...]
    problems: tuple[ChatProblem, ...] = ()

    @property
    def senders(self) -> tuple[str, ...]:
        """Name those who speak, in the order in which they first do."""
        return tuple(dict.fromkeys(one.sender for one in self.messages if one.sender))

    @property
    def dated(self) -> bool:
        """Say whether the chat can be used as a dated one."""
        return "chats.no_times" not in {one.code for one in self.problems}

    @property
    def span(self) -> tuple[str, str] | None:
        """Return the first and the last time in the order of the file, None without times."""
        times = [one.time for one in self.messages if one.time]
        return (times[0], times[-1]) if times else None
