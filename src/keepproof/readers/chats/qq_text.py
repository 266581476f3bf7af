"""The text that the QQ message manager writes, for one chat or for many in one file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from keepproof.domain.chat import Chat, ChatProblem, Role
from keepproof.readers.chats.draft import Draft, finish
from keepproof.readers.chats.moments import MOMENT

FORMAT = "qq"
_HEAD = re.compile(rf"^({MOMENT}) (\S.{{0,120}}?) ?$")
_ID = re.compile(r"(?:\(\d{1,20}\)|<[^<>\s]{3,80}>)$")
_SYSTEM = re.compile(r"\((?:10000|1000000)\)$")
_OBJECT = re.compile(r"^消息对象[:：]\s*(.*)$")
_FRAME = re.compile(r"^(?:消息记录（|消息分组[:：]|消息对象[:：]|={40,}\s*$)")
LONGEST = 200


def score(lines: Sequence[str]) -> int:
    """Count the messages of a file that says it is QQ's, by its frame or by the numbers of its users."""
    heads = [found for line in lines if (found := _head(line)) is not None]
    framed = any(line.startswith(("消息记录（", "消息分组", "消息对象")) for line in lines)
    numbered = sum(_ID.search(one[2]) is not None for one in heads)
    return len(heads) if framed or numbered * 2 > len(heads) else 0


def read(lines: Sequence[str], untrusted_name: str) -> Chat:
    """Read the message manager's text; senders keep title and number as they are written."""
    del untrusted_name
    drafts: list[Draft] = []
    peers: list[str] = []
    for number, line in enumerate(lines, start=1):
        head = _head(line)
        if head is not None:
            role = Role.SYSTEM if _SYSTEM.search(head[2]) else None
            drafts.append(Draft(head[2], f"L{number}", role=role).dated(head[1]))
        elif _FRAME.match(line):
            peer = _OBJECT.match(line)
            peers += [peer[1].strip()] if peer else []
        elif drafts:
            drafts[-1].body.append(line)
    several = ChatProblem("chats.several_chats", (("count", len(peers)),))
    return finish(
        FORMAT,
        peers[0] if len(peers) == 1 else "",
        drafts,
        [several] if len(peers) > 1 else [],
    )


def _head(line: str) -> re.Match[str] | None:
    if not line[:4].isdigit() or len(line) > LONGEST:
        return None
    return _HEAD.match(line)
