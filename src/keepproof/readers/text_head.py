"""The first lines of a text file, made safe to show: web pages and letters without their markup."""

from __future__ import annotations

import email
import email.policy
import re
from html.parser import HTMLParser
from pathlib import Path

from keepproof.readers.encoding import decode, shown

READ = 512 * 1024
TEXT_TYPES = frozenset(
    {
        "application/json",
        "application/x-subrip",
        "message/rfc822",
        "multipart/related",
        "image/svg+xml",
    }
)
LETTERS = frozenset({"message/rfc822", "multipart/related"})
UNSEEN = frozenset({"script", "style", "template", "noscript"})
_BLOCKS = (
    "address article aside blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section table tbody title tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
CELLS = frozenset({"td", "th"})


def is_text(media_type: str) -> bool:
    """Say whether such a file has a text to show."""
    return media_type.startswith("text/") or media_type in TEXT_TYPES


def text_head(path: Path, media_type: str, limit_chars: int) -> str | None:
    """Read the beginning of a text file, None when it is no text."""
    if not is_text(media_type):
        return None
    with path.open("rb") as file:
        data = file.read(READ)
    return text_of(data, media_type)[:limit_chars]


def text_of(data: bytes, media_type: str) -> str:
    """Turn the bytes of a text file into what a reader sees of it."""
    if media_type in LETTERS:
        return _letter(data)
    text = decode(data).text
    return _page(text) if media_type == "text/html" else shown(text)


def _letter(data: bytes) -> str:
    """Read an e-mail or a saved web page; where it is damaged, show it as it stands."""
    try:
        letter = email.message_from_bytes(data, policy=email.policy.default)
        body = letter.get_body(("html", "plain"))
        content = body.get_payload(decode=True) if body is not None else None
        kind = body.get_content_type() if body is not None else ""
        heads = [
            f"{name}: {letter[name]}" for name in ("From", "To", "Date", "Subject") if letter[name]
        ]
    except (LookupError, ValueError, TypeError, AttributeError):
        return shown(decode(data).text)
    if not isinstance(content, bytes):
        return shown(decode(data).text)
    text = decode(content).text
    words = _page(text) if kind == "text/html" else shown(text)
    return "\n".join([*(shown(head) for head in heads), "", words]).strip("\n")


def _page(markup: str) -> str:
    words = _Words()
    words.feed(markup)
    words.close()
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in shown(words.text()).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


class _Words(HTMLParser):
    """Collect the words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._unseen = 0

    def text(self) -> str:
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "body":
            # what was left open before it does not swallow the page
            self._unseen = 0
        elif tag in UNSEEN:
            self._unseen += 1
        elif tag in BLOCKS:
            self._parts.append("\n")
        elif tag in CELLS:
            self._parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in BLOCKS:
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._parts.append(data)
