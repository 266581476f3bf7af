"""What hangs on a mail, so that it can be kept as evidence of its own."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from itertools import count
from pathlib import Path

from keepproof.readers import letters
from keepproof.readers.documents import limits
from keepproof.readers.encoding import shown

MOST = 100
MOST_BYTES = 64 * 1024 * 1024
# pictures within the text that are smaller are signatures, logos and counters
DECORATION = 8 * 1024
LONGEST_NAME = 120
LEFT_OUT = "readers.attachments_left_out"
MAIL = "message/rfc822"
OUTLOOK = "application/vnd.ms-outlook"
SEALS = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_BAD = re.compile(r"[\\/:*?\"<>|]")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that hung on a mail: its name, made safe, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Attachments:
    """All of them in their order; `problem` is the code of why some were left out, "" when none was."""

    items: tuple[Attachment, ...] = ()
    problem: str = ""


def read(path: Path, media_type: str) -> Attachments:
    """Take off what hangs on a mail; a damaged mail has nothing. To be run in the sandbox."""
    if media_type == OUTLOOK:
        # it is needed for such mails only
        from keepproof.readers.documents import outlook  # noqa: PLC0415

        return outlook.attachments(path)
    with path.open("rb") as file:
        data = file.read(limits.MOST_BYTES + 1)
    letter = letters.parse(data) if len(data) <= limits.MOST_BYTES else None
    return of_letter(letter) if letter is not None else Attachments()


def of_letter(letter: Message) -> Attachments:
    """List what hangs on a letter that was taken apart."""
    try:
        return bounded(_hanging(letter))
    except letters.BROKEN:
        return Attachments()


def bounded(items: Iterable[Attachment]) -> Attachments:
    """Take as many as may be taken, so that no mail fills the memory."""
    taken: list[Attachment] = []
    room = MOST_BYTES
    for one in items:
        room -= len(one.data)
        if room < 0 or len(taken) == MOST:
            return Attachments(tuple(taken), LEFT_OUT)
        taken.append(one)
    return Attachments(tuple(taken))


def name_of(untrusted: str, number: int, media_type: str) -> str:
    """Make a safe file name of what the mail says; without one, count."""
    name = _BAD.sub("_", limits.one_line(shown(untrusted).replace("\\", "/").rpartition("/")[2]))
    name = name.strip(" .")
    if not name:
        ending = ".eml" if media_type == MAIL else mimetypes.guess_extension(media_type) or ""
        return f"attachment-{number}{ending}"
    stem, dot, suffix = name.rpartition(".")
    if len(name) <= LONGEST_NAME:
        return name
    return f"{stem[: LONGEST_NAME - 12]}{dot}{suffix[:10]}" if dot else name[:LONGEST_NAME]


def _hanging(letter: Message) -> Iterator[Attachment]:
    body = letters.body(letter)
    numbers = count(1)
    for part in letters.parts(letter):
        kind = part.get_content_type()
        if part is letter or part is body or kind in SEALS:
            continue
        said = letters.file_name(part)
        hung = part.get_content_disposition() == "attachment" or bool(said) or kind == MAIL
        if not hung and part.get_content_maintype() in {"text", "multipart"}:
            continue
        data = _bytes(part)
        small = len(data) < DECORATION and part.get_content_maintype() == "image"
        if data and not (small and part.get("Content-ID") and _within(part)):
            yield Attachment(name_of(said or _subject(part), next(numbers), kind), data)


def _subject(part: Message) -> str:
    """Name a mail that hangs on a mail by its subject."""
    inner = part.get_payload()
    if part.get_content_type() != MAIL or not isinstance(inner, list) or not inner:
        return ""
    subject = letters.heads(inner[0]).get("Subject", "") if isinstance(inner[0], Message) else ""
    return f"{subject.replace('/', '_')}.eml" if subject else ""


def _within(part: Message) -> bool:
    return part.get_content_disposition() != "attachment"


def _bytes(part: Message) -> bytes:
    inner = part.get_payload()
    if part.get_content_type() == MAIL and isinstance(inner, list) and inner:
        first = inner[0]
        return first.as_bytes() if isinstance(first, Message) else b""
    return letters.content(part)
