"""The first lines of a text file, made safe to show: web pages and letters without their markup."""

from __future__ import annotations

import email
import email.policy
import html
import re
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
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
UNSEEN = frozenset({"template", "noscript"})
HEADS = ("From", "To", "Date", "Subject")
LONGEST_HEAD = 2000
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
_CONTENT_HEAD = re.compile(rb"(?:^|[\r\n])content-[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE)


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
    """Read an e-mail or a saved web page; where it is damaged or unreasonably built, show it as it stands."""
    if any(len(found[0]) > LONGEST_HEAD for found in _CONTENT_HEAD.finditer(data)):
        return shown(decode(data).text)
    try:
        # The older policy: the newer one takes for ever, or recurses without end, in headers built for that.
        letter = email.message_from_bytes(data, policy=email.policy.compat32)
        heads = _heads(letter)
        body = _body(letter)
        content = body.get_payload(decode=True) if body is not None else None
        kind = body.get_content_type() if body is not None else ""
    except (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError):
        return shown(decode(data).text)
    if not isinstance(content, bytes):
        return shown(decode(data).text)
    text = decode(content).text
    words = _page(text) if kind == "text/html" else shown(text)
    return "\n".join([*(shown(head) for head in heads), "", words]).strip("\n")


def _heads(letter: Message) -> list[str]:
    first: dict[str, str] = {}
    for name, value in letter.raw_items():
        first.setdefault(name.title(), str(value)[:LONGEST_HEAD])
    return [f"{name}: {_head(first[name])}" for name in HEADS if first.get(name, "").strip()]


def _head(value: str) -> str:
    """Decode a header: encoded words, or bytes that were just put there."""
    plain = decode(value.encode("ascii", "surrogateescape")).text
    plain = " ".join(plain.split())
    try:
        return str(make_header(decode_header(plain)))
    except (LookupError, ValueError, MessageError):
        return plain


def _body(letter: Message) -> Message | None:
    """Choose what a mail program shows: the page, or else the plain text."""
    shown_parts = [one for one in letter.walk() if one.get_content_disposition() != "attachment"]
    for kind in ("text/html", "text/plain"):
        for one in shown_parts:
            if one.get_content_type() == kind:
                return one
    return None


def _page(markup: str) -> str:
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
