"""The bytes of a chat as text: also files whose parts are written in different encodings."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from keepproof.readers.encoding import decode, of_utf8

MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BROKEN = "\ufffd"
# Control and direction characters, which must not act on a terminal or a label. The joiners U+200C and
# U+200D stay: pictures made of several characters need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
# how they look in UTF-8: single bytes, and what follows a first byte
_CONTROLS = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
_FOLLOWED = {
    b"\xc2": re.compile(rb"\xc2[\x80-\x9f]"),
    b"\xd8": re.compile(rb"\xd8\x9c"),
    b"\xe2": re.compile(rb"\xe2(?:\x80[\x8b\x8e\x8f\xa8-\xae]|\x81[\xa0-\xaf])"),
}
_LINE_ENDS = re.compile("\r\n?")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file. `mixed` counts lines in another encoding, `broken` unreadable places."""

    text: str
    mixed: int = 0
    broken: int = 0


def clean(text: str) -> str:
    """Make a foreign text safe to show: plain line ends, no control or direction characters."""
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    return _UNSEEN.sub("", text)


def source(data: bytes) -> Source:
    """Decode a file; never fails, what cannot be read becomes U+FFFD."""
    if not data.startswith(MARKED) and b"\0" not in data:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            mixed = _by_line(data)
            if mixed is not None:
                return mixed
        else:
            read = text if text.isascii() else of_utf8(data, text).text
            return Source(read if read is text and _all_seen(data, text) else clean(read))
    text = clean(_other(data))
    return Source(text, broken=text.count(BROKEN))


def _all_seen(data: bytes, text: str) -> bool:
    """Say whether UTF-8 has nothing to clean: asked of bytes, it takes a third of the time."""
    if len(data.translate(None, _CONTROLS)) < len(data) or "\ufeff" in text:
        return False
    return not any(first in data and rule.search(data) for first, rule in _FOLLOWED.items())


def _other(data: bytes) -> str:
    """Decode what is not UTF-8; where nothing is certain, as most Chinese programs write."""
    decoded = decode(data)
    if decoded.sure or b"\0" in data:
        return decoded.text
    for end in range(len(data), max(0, len(data) - 4), -1):
        try:
            return data[:end].decode("gb18030")
        except UnicodeDecodeError:
            continue
    return decoded.text


def _by_line(data: bytes) -> Source | None:
    """Decode line by line where many lines are UTF-8, though not all; None where hardly any is."""
    lines = data.split(b"\n")
    texts: list[str | None] = []
    others: list[int] = []
    utf8 = 0
    for number, line in enumerate(lines):
        text = _utf8(line)
        texts.append(text)
        if text is None:
            others.append(number)
        elif _chinese(text):
            utf8 += 1
    if utf8 * 10 < len(others) or not utf8:
        return None
    encoding = decode(b"\n".join(lines[number] for number in others)).encoding
    for number in others:
        texts[number] = lines[number].decode(encoding, "replace")
    text = clean("\n".join(one or "" for one in texts))
    return Source(text, mixed=len(others), broken=text.count(BROKEN))


def _utf8(line: bytes) -> str | None:
    """Read a line as UTF-8, also one with a few broken places; None where it is something else."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        text = line.decode("utf-8", "replace")
        sound = _chinese(text)
        if error.reason == "unexpected end of data":
            return text if sound else None
        return text if text.count(BROKEN) * 2 <= sound else None


def _chinese(text: str) -> int:
    """Count characters of three bytes and more: two bytes may be UTF-8 by coincidence."""
    return 0 if text.isascii() else sum(one >= "\u0800" and one != BROKEN for one in text)
