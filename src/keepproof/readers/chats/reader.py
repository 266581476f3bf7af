"""The one door to chats: the format is chosen by content."""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from keepproof.domain.chat import Chat, ChatProblem
from keepproof.errors import KnownError
from keepproof.readers.chats import (
    chat_sheets,
    dialogue,
    json_chats,
    memotrace_page,
    memotrace_table,
    qq_copied,
    qq_page,
    qq_text,
    wangwang,
    wangwang_page,
    wechat_text,
    welink,
    whatsapp,
)
from keepproof.readers.chats.decoding import Source, source

Score = Callable[[str], int]
Read = Callable[[str, str], Chat]
# Of formats with the same number of messages the first wins: what is narrow stands before what is wide.
TEXTS: tuple[tuple[Score, Read], ...] = (
    (wechat_text.score_weflow, wechat_text.read_weflow),
    (welink.score, welink.read),
    (wechat_text.score_dump, wechat_text.read_dump),
    (whatsapp.score, whatsapp.read),
    (qq_text.score, qq_text.read),
    (dialogue.score_timed, dialogue.read_timed),
    (wechat_text.score_memotrace, wechat_text.read_memotrace),
    (wangwang.score, wangwang.read),
    (qq_copied.score, qq_copied.read),
    (dialogue.score_plain, dialogue.read_plain),
)
# Formats that are told by what stands in them, whatever the lines look like.
PAGES: tuple[Callable[[str], Chat | None], ...] = (
    memotrace_page.read,
    memotrace_table.read,
    wangwang_page.read,
)
LARGEST = 100 * 1024 * 1024
MOST_MESSAGES = 300_000
# how many lines tell the format; the more of them where the fewer hold few messages
PROBED = (200, 8000)
WIDE = 400
ENOUGH = 20
NO_TEXT = ("image/", "video/", "audio/", "font/", "application/zip", "application/pdf")


def read_chat(data: bytes, untrusted_name: str, media_type: str) -> Chat | None:
    """Read the chat in a file by its content; None when there is none in it.

    Raises `chats.too_large`; nothing else, whatever the bytes are.
    """
    if not data or media_type.startswith(NO_TEXT):
        return None
    if len(data) > LARGEST:
        raise KnownError("chats.too_large", limit=LARGEST // (1024 * 1024))
    with _uncollected():
        if qq_page.is_one(data):
            return _said(qq_page.read(data))
        text = source(data)
        chat = _said(_from_text(text.text, untrusted_name))
        return _with_source(chat, text) if chat is not None else None


def read_file(path: Path, untrusted_name: str, media_type: str) -> Chat | None:
    """Read the chat in a kept file; to be run in the sandbox, since pages may be made to be slow."""
    if media_type.startswith(NO_TEXT):
        return None
    if media_type == chat_sheets.MEDIA_TYPE:
        sheet = chat_sheets.read(path, untrusted_name)
        return _limited(sheet) if sheet is not None else None
    if path.stat().st_size > LARGEST:
        raise KnownError("chats.too_large", limit=LARGEST // (1024 * 1024))
    return read_chat(path.read_bytes(), untrusted_name, media_type)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put the collector of cycles to rest: it would look at all messages made so far again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _limited(chat: Chat) -> Chat:
    """Keep the beginning of a chat with more messages than a window can hold, and say so."""
    if len(chat.messages) <= MOST_MESSAGES:
        return chat
    problem = ChatProblem("chats.too_many", (("limit", MOST_MESSAGES),))
    return dataclasses.replace(
        chat, messages=chat.messages[:MOST_MESSAGES], problems=(problem, *chat.problems)
    )


def _said(chat: Chat | None) -> Chat | None:
    """Take a chat without a message for none."""
    return chat if chat is not None and chat.messages else None


def _from_text(text: str, untrusted_name: str) -> Chat | None:
    if text.lstrip()[:1] in {"{", "["} and (chat := json_chats.read(text)) is not None:
        return _limited(chat)
    for reader in PAGES:
        page = reader(text)
        if page is not None and page.messages:
            return _limited(page)
    return _from_lines(text, untrusted_name)


def _from_lines(text: str, untrusted_name: str) -> Chat | None:
    """Read lines in the format that fits; of a log of more messages than can be shown only the beginning."""
    for probed in PROBED:
        found, read = _chosen(_beginning(text[: probed * WIDE], probed))
        if found >= ENOUGH:
            break
    if read is None:
        return None
    count = text.count("\n") + 1
    most = MOST_MESSAGES * min(count, probed) // found + probed
    if count <= most:
        return _limited(read(text, untrusted_name))
    chat = _limited(read(_beginning(text, most), untrusted_name))
    if len(chat.messages) == MOST_MESSAGES:
        return chat
    problem = ChatProblem("chats.too_many", (("limit", len(chat.messages)),))
    return dataclasses.replace(chat, problems=(problem, *chat.problems))


def _beginning(text: str, lines: int) -> str:
    return "\n".join(text.split("\n", lines)[:lines])


def _chosen(probe: str) -> tuple[int, Read | None]:
    """Choose the format that finds the most messages in the beginning of the file; say how many."""
    best, chosen = 0, None
    for score, read in TEXTS:
        found = score(probe)
        if found > best:
            best, chosen = found, read
    return best, chosen


def _with_source(chat: Chat, text: Source) -> Chat:
    """Add what is wrong with the text as a whole."""
    problems = [
        ChatProblem(code, (("count", count),))
        for code, count in (
            ("chats.mixed_encoding", text.mixed),
            ("chats.unreadable_characters", text.broken),
        )
        if count
    ]
    return dataclasses.replace(chat, problems=(*chat.problems, *problems))
