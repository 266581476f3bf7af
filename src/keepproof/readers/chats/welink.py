"""Welink: `NAME(id)`, a tab and the time, then the text."""

from __future__ import annotations

import re

from keepproof.domain.chat import Chat
from keepproof.readers.chats.blocks import Head
from keepproof.readers.chats.log import Log
from keepproof.readers.chats.moments import MOMENT

FORMAT = "welink"
_HEAD = Head(rf"([^\t\n]{{1,122}})\t({MOMENT})$")
_SENDER = re.compile(r"(.{1,80})\([^()]{0,40}\)")


def score(text: str) -> int:
    """Count the messages of somebody with an id."""
    names, _ = _HEAD.blocks(text).heads if ")\t" in text else ([], [])
    return sum(_SENDER.fullmatch(one) is not None for one in names)


def read(text: str, untrusted_name: str) -> Chat:
    """Read a Welink conversation."""
    del untrusted_name
    found = _HEAD.blocks(text)
    named, written = found.heads
    names = {one: _SENDER.sub(r"\1", one) for one in set(named)}
    log = Log()
    log.dated([names[one] for one in named], found.lines, written, found.bodies)
    return log.chat(FORMAT, "")
