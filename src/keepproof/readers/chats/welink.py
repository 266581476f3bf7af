"""Welink: `NAME(id)`, a tab and the time, then the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from keepproof.domain.chat import Chat
from keepproof.readers.chats.draft import Draft, finish
from keepproof.readers.chats.moments import MOMENT

FORMAT = "welink"
_HEAD = re.compile(rf"^(.{{1,80}})\([^()]{{0,40}}\)\t({MOMENT})$")
LONGEST = 200


def score(lines: Sequence[str]) -> int:
    """Count the messages."""
    return sum("\t" in line and _head(line) is not None for line in lines)


def read(lines: Sequence[str], untrusted_name: str) -> Chat:
    """Read a Welink conversation."""
    del untrusted_name
    drafts: list[Draft] = []
    for number, line in enumerate(lines, start=1):
        head = _head(line)
        if head is not None:
            drafts.append(Draft(head[1], f"L{number}").dated(head[2]))
        elif drafts:
            drafts[-1].body.append(line)
    return finish(FORMAT, "", drafts)


def _head(line: str) -> re.Match[str] | None:
    return _HEAD.match(line) if len(line) <= LONGEST else None
