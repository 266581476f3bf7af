"""E-mails as Outlook saves them (.msg)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from olefile import OleFileIO
from olefile.olefile import STGTY_STREAM
from oxmsg import Message
from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError

from keepproof.readers.documents import limits
from keepproof.readers.documents.attachments import Attachment, Attachments, bounded, name_of
from keepproof.readers.encoding import decode, shown
from keepproof.readers.reading import Found
from keepproof.readers.text_head import page_text

MOST_BYTES = 64 * 1024 * 1024
PID_HTML, PID_RTF = 0x1013, 0x1009
SHIFTS = frozenset({(9, 6), (12, 6)})  # sectors of 512 or 4096 bytes, small ones of 64
NO_TEXT = "readers.mail_without_text"
# whatever the library and olefile say of files that are no good
BROKEN = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    OverflowError,
    struct.error,
    UnrecognizedCodePageError,
    UnsupportedEncodingError,
)


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the heads and the body of a mail; what hangs on it is named in the fact `attachments`.

    Problems: readers.document_broken, document_too_large, mail_without_text (its body is a kind of RTF).
    """
    del untrusted_name, media_type
    if path.stat().st_size > MOST_BYTES:
        return Found("mail", problem=limits.TOO_LARGE)
    try:
        letter = _load(path)
        heads = _heads(letter)
        body = _body(letter)
    except BROKEN:
        return Found("mail", problem=limits.BROKEN)
    hanging = attachments(path)
    lines = [f"{name}: {value}" for name, value in heads.items() if value]
    facts = {name.lower(): heads[name] for name in ("From", "To", "Subject")}
    facts["written_at"] = _moment(letter)
    facts["attachments"] = " · ".join(one.name for one in hanging.items)
    problem = hanging.problem or ("" if body else NO_TEXT)
    return limits.found("mail", "\n".join([*lines, "", body]).strip("\n"), facts, problem=problem)


def attachments(path: Path) -> Attachments:
    """Take off what hangs on a mail; links to files elsewhere and mails within are left in it."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return Attachments()
        return bounded(list(_hanging(_load(path))))
    except BROKEN:
        return Attachments()


def _load(path: Path) -> Message:
    """Open a mail whose header makes sense; ValueError where it would have the library take all memory."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(512).ljust(512, b"\0")
    shift, small = struct.unpack_from("<HH", head, 30)
    if (shift, small) not in SHIFTS:
        raise ValueError(shift)
    # sectors of the table, of the small one, and of the table of tables
    for at in (44, 64, 72):
        (count,) = struct.unpack_from("<I", head, at)
        if count << shift > size:
            raise ValueError(count)
    with OleFileIO(str(path)) as file:
        _check(file, size)
    return Message.load(str(path))


def _check(file: OleFileIO, size: int) -> None:
    """Raise ValueError where streams claim more than the file holds, or one would be read for another."""
    entries = [one for one in file.direntries if one is not None]
    held = sum(one.size for one in entries if one.entry_type == STGTY_STREAM)
    if max(held, file.root.size) > size:
        raise ValueError(held)
    for one in entries:
        if len({kid.name.lower() for kid in one.kids}) < len(one.kids):
            raise ValueError(one.name)


def _heads(letter: Message) -> dict[str, str]:
    to = [
        one.name
        if not one.email_address or one.email_address in one.name
        else f"{one.name} <{one.email_address}>".strip()
        for one in letter.recipients
    ]
    date = letter.sent_date
    return {
        "From": limits.one_line(letter.sender or ""),
        "To": limits.one_line(", ".join(to)),
        "Date": limits.one_line(
            letter.message_headers.get("Date", "") or (date.isoformat() if date else "")
        ),
        "Subject": limits.one_line(letter.subject),
    }


def _body(letter: Message) -> str:
    try:
        page = letter.html_body
    except BROKEN:
        data = letter.properties.binary_prop_value(PID_HTML)
        page = decode(data).text if data else None
    if page and (words := page_text(page)):
        return words
    return shown(letter.body or "").strip("\n")


def _moment(letter: Message) -> str:
    try:
        return limits.moment(letter.sent_date.isoformat()) if letter.sent_date else ""
    except BROKEN:
        return ""


def _hanging(letter: Message) -> Iterator[Attachment]:
    for number, one in enumerate(letter.attachments, 1):
        try:
            data, name, kind = one.file_bytes, one.file_name, one.mime_type
        except BROKEN:
            continue
        if data:
            yield Attachment(name_of(name or "", number, kind or ""), data)
