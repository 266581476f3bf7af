"""The first lines of a text file, made safe to show: web pages and letters without their markup."""

from __future__ import annotations

import html
import re
from email.message import Message
from pathlib import Path

from keepproof.readers import letters
from keepproof.readers.chats.decoding import BROKEN, source
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
WEB_ARCHIVE = "multipart/related"
LETTERS = frozenset({"message/rfc822", WEB_ARCHIVE})
UNSEEN = frozenset({"template", "noscript"})
_BLOCKS = (
    "address article aside blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section table tbody title tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
CELLS = frozenset({"td", "th"})
# What is opened and never closed reaches to the end; nothing is looked at twice.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\b[^>]*+(?:>|\Z)|\Z)"
    r"|<(?P<end>/?)(?P<tag>[a-z][^\s/>]*+)"
    r"(?:=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))|[^>])*+(?:>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)


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
        return _letter(data, media_type)
    if media_type == "text/html":
        return page_text(decode(data).text)
    text = decode(data).text
    # lines of another encoding among those of one are read by line
    return shown(source(data).text if BROKEN in text else text)


def _letter(data: bytes, media_type: str) -> str:
    """Read an e-mail or a saved web page; where it is damaged or unreasonably built, show it as it stands."""
    letter = letters.parse(data)
    if letter is None:
        return shown(decode(data).text)
    try:
        body = letters.body(letter)
        if body is None and not letters.is_hollow(letter):
            return shown(decode(data).text)
        words = body_text(body) if body is not None else ""
        heads = [f"{name}: {shown(value)}" for name, value in letters.heads(letter).items()]
    except letters.BROKEN:
        return shown(decode(data).text)
    return words if media_type == WEB_ARCHIVE else "\n".join([*heads, "", words]).strip("\n")


def body_text(body: Message) -> str:
    """Turn the body of a letter into what a reader sees of it."""
    text = letters.words(body)
    return page_text(text) if body.get_content_type() == "text/html" else shown(text)


def page_text(markup: str) -> str:
    """Collect the words of a page that a reader sees, line by line; nothing in it is run."""
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in shown(_words(markup)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _words(markup: str) -> str:
    """Collect the words of a page, a line for each block. Takes time in proportion, whatever the page."""
    parts: list[str] = []
    unseen = at = 0
    for found in _TAG.finditer(markup):
        if not unseen:
            parts.append(_unescaped(markup[at : found.start()]))
        at = found.end()
        tag, closing = (found["tag"] or "").lower(), bool(found["end"])
        if tag == "body" and not closing:
            unseen = 0  # what was left open before it does not swallow the page
        elif tag in UNSEEN:
            unseen = max(0, unseen + (-1 if closing else 1))
        elif tag in BLOCKS:
            parts.append("\n")
        elif tag in CELLS and not closing:
            parts.append(" ")
    if not unseen:
        parts.append(_unescaped(markup[at:]))
    return "".join(parts)


def _unescaped(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a figure of thousands of digits
        return text
