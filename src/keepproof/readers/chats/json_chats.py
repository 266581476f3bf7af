"""Chats as JSON: Qianniu scripts, WeFlow, EchoTrace, Telegram, and training data without times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from keepproof.domain.chat import Chat
from keepproof.readers.chats import qianniu, telegram, training, weflow
from keepproof.readers.chats.draft import CUT

_LISTS = re.compile(r'"(?:messages|chats)"\s*:\s*\[\s*(?=\{)')
_READERS = (weflow.read, qianniu.read, telegram.read, training.read)
_COMMA = re.compile(r"\s*,\s*")
HEAD = 4096


def read(text: str) -> Chat | None:
    """Read a chat from JSON text; of a file that was cut off, what stands before the cut."""
    whole = _whole(text)
    if whole is not None:
        return _first(whole)
    saved = _saved(text)
    chat = _first(saved) if saved is not None else None
    if chat is None:
        return None
    return Chat(chat.format, chat.peer, chat.messages, (*chat.problems, CUT))


def _first(data: object) -> Chat | None:
    found = (reader(data) for reader in _READERS)
    return next((chat for chat in found if chat is not None and chat.messages), None)


def _whole(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _saved(text: str) -> dict[str, object] | None:
    """Save the entries that are whole, of the first list of messages in damaged JSON."""
    found = _LISTS.search(text)
    if found is None:
        return None
    name = "chats" if found[0].startswith('"chats') else "messages"
    saved: dict[str, object] = {name: list(_entries(text, found.end()))}
    head = text[: min(found.start(), HEAD)]
    if '"weflow"' in head:
        saved["weflow"] = {}
    return saved


def _entries(text: str, at: int) -> Iterator[object]:
    decoder = json.JSONDecoder()
    while text.startswith("{", at):
        try:
            entry, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield entry
        at = _next(text, at)


def _next(text: str, at: int) -> int:
    """Return where the next entry would begin."""
    found = _COMMA.match(text, at)
    return found.end() if found is not None else len(text)
