"""Welink: `NAME(id)`, a tab and the time, then the text."""

from __future__ import annotations

import re

from keepproof.domain.chat import Chat
from keepproof.readers.chats.blocks import blocks
from keepproof.readers.chats.log import Log
from keepproof.readers.chats.moments import MOMENT

FORMAT = "welink"
_HEAD = re.compile(rf"^(.{{1,80}})\([^()\n]{{0,40}}\)\t({MOMENT})$", re.MULTILINE)


def score(text: str) -> int:
    """Count the messages."""
    return len(_HEAD.findall(text)) if ")\t" in text else 0


def read(text: str, untrusted_name: str) -> Chat:
    """Read a Welink conversation."""
    del untrusted_name
    log = Log()
    for number, head, body in blocks(text, _HEAD):
        log.dated(head[1], f"L{number}", head[2], body)
    return log.chat(FORMAT, "")
