"""The text that the QQ message manager writes, for one chat or for many in one file."""

from __future__ import annotations

import re

from keepproof.domain.chat import Chat, ChatProblem, Role
from keepproof.readers.chats.blocks import Blocks, Head
from keepproof.readers.chats.log import Log
from keepproof.readers.chats.moments import CLOCK, DAY, padded

FORMAT = "qq"
_HEAD = Head(rf"({DAY}) {{1,2}}({CLOCK}) (\S.{{0,120}})$")
_ID = re.compile(r"(?:\(\d{1,20}\)|<[^<>\s]{3,80}>)$")
_SYSTEM = ("(10000)", "(1000000)")
_OBJECT = re.compile(r"^消息对象[:：][^\S\n]*(.*)$", re.MULTILINE)
_FRAME = re.compile(r"^(?:消息记录（|消息分组[:：]|消息对象[:：]|={40,}\s*$)")


def score(text: str) -> int:
    """Count the messages of a file that says it is QQ's, by its frame or by the numbers of its users."""
    senders = _senders(_HEAD.blocks(text))
    framed = any(f"\n{words}" in f"\n{text}" for words in ("消息记录（", "消息分组", "消息对象"))
    numbered = sum(_ID.search(one) is not None for one in senders)
    return len(senders) if framed or numbered * 2 > len(senders) else 0


def read(text: str, untrusted_name: str) -> Chat:
    """Read the message manager's text; senders keep title and number as they are written."""
    del untrusted_name
    found = _HEAD.blocks(text)
    days, clocks, _ = found.heads
    senders = _senders(found)
    texts = [_unframed(body) if "消息" in body or "====" in body else body for body in found.bodies]
    roles = {name: Role.SYSTEM for name in set(senders) if name.endswith(_SYSTEM)}
    log = Log()
    parts = (days, clocks)
    log.dated(senders, found.lines, padded(*parts), texts, parts=parts, roles=roles)
    peers = [one[1].strip() for one in _OBJECT.finditer(text)] if "消息对象" in text else []
    several = ChatProblem("chats.several_chats", (("count", len(peers)),))
    return log.chat(
        FORMAT, peers[0] if len(peers) == 1 else "", [several] if len(peers) > 1 else []
    )


def _senders(found: Blocks) -> list[str]:
    """Name the senders: some versions write a blank behind them."""
    _, _, named = found.heads
    if not any(one.endswith(" ") for one in set(named)):
        return named
    return [one.removesuffix(" ") for one in named]


def _unframed(body: str) -> str:
    """Leave out the lines that stand around the messages of a chat."""
    return "\n".join(line for line in body.split("\n") if not _FRAME.match(line))
