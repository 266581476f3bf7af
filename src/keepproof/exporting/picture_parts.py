"""List what a PNG or a JPEG is made of, to see that nothing but the picture is in it."""

from __future__ import annotations

from keepproof.errors import KnownError

PNG_START = b"\x89PNG\r\n\x1a\n"
START, END, SCAN = 0xD8, 0xD9, 0xDA


def png_parts(data: bytes) -> list[str]:
    """Name the chunks of a PNG in their order; KnownError redact.unverified where bytes stand around them."""
    if not data.startswith(PNG_START):
        raise KnownError("redact.unverified")
    names, at = [], len(PNG_START)
    while at < len(data):
        long = int.from_bytes(data[at : at + 4], "big")
        names.append(data[at + 4 : at + 8].decode("latin-1"))
        at += 12 + long
    if at != len(data) or names[-1:] != ["IEND"]:
        raise KnownError("redact.unverified")
    return names


def jpeg_parts(data: bytes) -> list[int]:
    """Name the segments of a JPEG of one scan up to its pixels; KnownError redact.unverified where more follows."""
    names: list[int] = []
    at = 2
    if data[:2] != bytes((0xFF, START)):
        raise KnownError("redact.unverified")
    while not names or names[-1] != SCAN:
        if data[at : at + 1] != b"\xff" or at + 4 > len(data):
            raise KnownError("redact.unverified")
        names.append(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    # inside a scan 0xFF is followed by 0 or a restart; the first other marker ends it
    while (at := data.find(b"\xff", at)) >= 0 and _in_scan(data[at + 1 : at + 2]):
        at += 2
    if at < 0 or data[at:] != bytes((0xFF, END)):
        raise KnownError("redact.unverified")
    return names


def _in_scan(following: bytes) -> bool:
    return following == b"\x00" or b"\xd0" <= following <= b"\xd7"
