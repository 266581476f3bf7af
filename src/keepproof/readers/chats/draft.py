"""A message while it is being read, where it grows piece by piece; then it goes into the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from keepproof.domain.chat import Chat, ChatProblem, Role
from keepproof.readers.chats import log
from keepproof.readers.chats.log import BAD_TIME, Log
from keepproof.readers.chats.moments import CHINA, local_time

CUT = ChatProblem("chats.cut_off")


@dataclass(slots=True)
class Draft:
    """One message being read; `own` is what the program says about the side, None when it does not.

    `source` is its place, or the number of its line; `at` its moment, or the zone in which the local time stands.
    """

    sender: str
    source: str | int
    local: str = ""
    at: datetime | tzinfo | None = None
    body: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    own: bool | None = None
    role: Role | None = None

    def dated(self, written: str) -> Draft:
        """Take over a time of a Chinese program; what is no moment stays as written."""
        local = local_time(written)
        if local:
            self.local, self.at = local, CHINA
        else:
            self.local = written
            self.flags.append(BAD_TIME)
        return self


def is_talk(drafts: Sequence[Draft]) -> bool:
    """Say whether lines with times are a conversation: people speak, not places, and words follow."""
    spoken = sum(bool(one.flags) or any(line.strip() for line in one.body) for one in drafts)
    return log.is_talk([one.sender for one in drafts], spoken)


def put(drafts: Iterable[Draft], into: Log) -> None:
    """Add messages to a log."""
    for one in drafts:
        into.add(
            one.sender,
            one.source,
            one.local,
            one.at,
            "\n".join(one.body),
            own=one.own,
            role=one.role,
            flags=tuple(one.flags),
        )


def finish(
    format: str,
    peer: str,
    drafts: Iterable[Draft],
    problems: Iterable[ChatProblem] = (),
    *,
    otherwise: Callable[[str], Role] | None = None,
) -> Chat:
    """Turn drafts into a chat. `otherwise` gives the role of a sender whose name leaves it open."""
    found = Log()
    put(drafts, found)
    return found.chat(format, peer, problems, otherwise=otherwise)
