"""The words of text files, web pages and saved chats, so that they can be found again."""

from __future__ import annotations

from pathlib import Path

from keepproof.domain.chat import Chat
from keepproof.readers.chats.decoding import source
from keepproof.readers.chats.reader import read_chat
from keepproof.readers.reading import Found
from keepproof.readers.text_head import text_of

LARGEST = 32 * 1024 * 1024
# Plain texts are shown as they stand, line for line. In these the words stand between marks, in scripts or escaped.
MARKED = frozenset({"application/json", "text/html", "text/xml", "multipart/related"})


def read_text(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read a text file; of a very large one the beginning, with `readers.text_cut`."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    problem = ""
    if len(data) > LARGEST:
        problem = "readers.text_cut"
        # the last line may be cut within a character
        data = data[: data.rfind(b"\n", 0, LARGEST) + 1] or _whole(data[:LARGEST])
    if media_type in MARKED:
        chat = read_chat(data, untrusted_name, media_type)
        if chat is not None:
            return Found("text", _spoken(chat), problem=problem, facts={"chat": chat.format})
        return Found("text", text_of(data, media_type), problem=problem)
    text = text_of(data, media_type) if media_type == "message/rfc822" else source(data).text
    return Found("text", text, problem=problem)


def _whole(data: bytes) -> bytes:
    """Take off a character of UTF-8 that was cut in two."""
    for back in range(1, min(4, len(data)) + 1):
        lead = data[-back]
        if lead < 0x80:
            break
        if lead >= 0xC0:
            length = 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
            return data[:-back] if back < length else data
    return data


def _spoken(chat: Chat) -> str:
    """Write a line for each message: who, when, what."""
    lines = []
    for one in chat.messages:
        at = one.local or (one.at.isoformat(" ", "seconds") if one.at else "")
        head = " ".join(part for part in (one.sender, at) if part)
        lines.append(f"{head}: {one.text}" if head else one.text)
    return "\n".join(lines)
