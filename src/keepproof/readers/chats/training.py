"""Conversations kept as training data (`role`, `content`): they carry no times."""

from __future__ import annotations

from keepproof.domain.chat import Chat
from keepproof.readers.chats.draft import Draft, finish
from keepproof.readers.chats.log import SYSTEM
from keepproof.readers.chats.values import Entry, entries, entry, words

FORMAT = "training_data"
_KNOWN = frozenset({"system", "user", "assistant"})


def read(data: object) -> Chat | None:
    """Read what is there; None when the JSON is something else."""
    chats = entries(data) if isinstance(data, list) else [entry(data)]
    lists = [entries(one.get("messages") or one.get("conversations")) for one in chats]
    many = len(chats) > 1
    drafts = [
        _draft(one, f"#{chat}/{number}" if many else f"#{number}")
        for chat, messages in enumerate(lists, start=1)
        for number, one in enumerate(messages, start=1)
        if words(one.get("role")) in _KNOWN and isinstance(one.get("content"), str)
    ]
    return finish(FORMAT, "", drafts) if drafts else None


def _draft(one: Entry, place: str) -> Draft:
    # which of the two sides `user` is depends on who made the file, so nothing is concluded from it
    flags = [SYSTEM] if one.get("role") == "system" else []
    return Draft(
        f"({words(one.get('role'))})", place, body=[words(one.get("content"))], flags=flags
    )
