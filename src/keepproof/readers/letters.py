"""Take e-mails and web archives apart: their heads, what a mail program would show, and what hangs on them."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from keepproof.readers.encoding import decode

HEADS = ("From", "To", "Cc", "Date", "Subject")
LONGEST_HEAD = 2000
MOST_PARTS = 1000
BROKEN = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    MessageError,
)
_CONTENT_HEAD = re.compile(rb"(?:^|[\r\n])content-[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE)
# the tables that hold what these names promise and what programs write under them
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252"}
_GUESSED = frozenset({"", "us-ascii", "ascii", "unknown-8bit", "binary"})


def parse(data: bytes) -> Message | None:
    """Take a letter apart; None where it is damaged or unreasonably built."""
    if any(len(found[0]) > LONGEST_HEAD for found in _CONTENT_HEAD.finditer(data)):
        return None
    try:
        # The older policy: the newer one takes for ever, or recurses without end, in headers built for that.
        return email.message_from_bytes(data, policy=email.policy.compat32)
    except BROKEN:
        return None


def heads(letter: Message) -> dict[str, str]:
    """Return the heads that matter, decoded, by name; what stands first counts."""
    first: dict[str, str] = {}
    for name, value in letter.raw_items():
        first.setdefault(name.title(), str(value)[:LONGEST_HEAD])
    return {name: head(first[name]) for name in HEADS if first.get(name, "").strip()}


def head(value: str) -> str:
    """Decode a header: encoded words, or bytes that were just put there."""
    plain = decode(value[:LONGEST_HEAD].encode("utf-8", "surrogateescape")).text
    plain = " ".join(plain.split())
    try:
        return str(make_header(decode_header(plain)))
    except (LookupError, ValueError, MessageError):
        return plain


def file_name(part: Message) -> str:
    """Return the name a part gives its file, decoded, "" where it gives none; it is not to be trusted."""
    named = part.get_filename() or ""
    try:
        pieces = decode_header(named[:LONGEST_HEAD])
        # names are often half encoded; unlike words, the halves have no space between them
        return "".join(
            one if isinstance(one, str) else one.decode(table or "utf-8", "replace")
            for one, table in pieces
        )
    except (LookupError, ValueError, MessageError):
        return named


def date(letter: Message) -> str:
    """Return the moment of its Date head as ISO 8601 with offset, "" where it names none."""
    try:
        at = parsedate_to_datetime(str(letter.get("Date", ""))[:LONGEST_HEAD])
        return at.isoformat() if at.tzinfo is not None else f"{at.isoformat()}+00:00"
    except (*BROKEN, OverflowError):
        return ""


def parts(letter: Message) -> Iterator[Message]:
    """Give the parts in their order; what a letter attached to this one holds is not this one's."""
    waiting = [letter]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        inner = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inner, list):
            waiting.extend(one for one in reversed(inner) if isinstance(one, Message))
        else:
            yield part


def body(letter: Message) -> Message | None:
    """Choose what a mail program shows: the page, or else the plain text."""
    found = [
        one for one in parts(_unwrapped(letter)) if one.get_content_disposition() != "attachment"
    ]
    for kind in ("text/html", "text/plain"):
        for one in found:
            if one.get_content_type() == kind:
                return one
    return None


def is_hollow(letter: Message) -> bool:
    """Say whether a letter is nothing but things that hang on it."""
    return letter.is_multipart() and any(True for _ in parts(letter))


def _unwrapped(letter: Message) -> Message:
    """Look into a letter that is nothing but another letter."""
    for _ in range(MOST_PARTS):
        inner = letter.get_payload() if letter.get_content_maintype() == "message" else None
        if not isinstance(inner, list) or len(inner) != 1 or not isinstance(inner[0], Message):
            break
        letter = inner[0]
    return letter


def content(part: Message) -> bytes:
    """Return the bytes of a part, whatever they were wrapped in."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def words(part: Message) -> str:
    """Decode the text of a part by the table it names, or by what it looks like."""
    data = content(part)
    named = str(part.get_param("charset", "") or "").strip().strip("\"'").lower()
    if named not in _GUESSED:
        try:
            return data.decode(_WIDER.get(named, named))
        except (LookupError, ValueError):
            pass
    return decode(data).text
