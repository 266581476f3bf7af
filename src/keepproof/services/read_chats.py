"""Read the conversation in a piece of evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.readers import chat_shot
from keepproof.readers.chats.reader import NO_TEXT, read_file

if TYPE_CHECKING:
    from keepproof.domain.chat import Chat
    from keepproof.domain.evidence import Evidence
    from keepproof.domain.reading import Reading
    from keepproof.readers.sandbox import Sandbox

TIMEOUT_S = 60.0


def pictured_chat(reading: Reading) -> Chat | None:
    """Read the messages of a screenshot of a chat whose text was read before; None where it is none."""
    return chat_shot.chat_of(reading)


def chat_of(original: Path, evidence: Evidence, sandbox: Sandbox) -> Chat | None:
    """Read the messages of a kept file; None where it holds no chat, or where its file is gone.

    KnownErrors: chats.too_large; readers.timeout, crashed or memory where the file misbehaves.
    """
    if evidence.media_type.startswith(NO_TEXT) or not original.is_file():
        return None
    return sandbox.run(
        read_file, original, evidence.original_name, evidence.media_type, timeout_s=TIMEOUT_S
    )
