"""Read the conversation in a piece of evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.readers.chats.reader import read_chat

if TYPE_CHECKING:
    from keepproof.domain.chat import Chat
    from keepproof.domain.evidence import Evidence


def chat_of(original: Path, evidence: Evidence) -> Chat | None:
    """Read the messages of a kept file; None where it holds no chat, or where its file is gone."""
    if evidence.media_type.startswith(("image/", "video/", "audio/")):
        return None
    try:
        data = original.read_bytes()
    except OSError:
        return None
    return read_chat(data, evidence.original_name, evidence.media_type)
