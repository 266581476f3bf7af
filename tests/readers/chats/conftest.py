"""Short ways to read a chat that a test writes down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from keepproof.domain.chat import Chat
from keepproof.readers.chats.reader import read_chat

Reading = Callable[..., Chat]


@pytest.fixture
def reading() -> Reading:
    """Read a text that must be a chat."""

    def read(text: str, *, encoding: str = "utf-8", name: str = "x.txt") -> Chat:
        chat = read_chat(text.encode(encoding), name, "text/plain")
        assert chat is not None
        return chat

    return read
