"""What a camera wrote into a picture: which way is up, and when it was taken."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Protocol

from keepproof.domain.evidence import SourcedTime

ORIENTATION = 0x0112
EXIF_IFD = 0x8769
# (time, its offset from UTC): when the picture was taken, when it was digitised
TAKEN = ((0x9003, 0x9011), (0x9004, 0x9012))
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
BAD_EXIF = (OSError, ValueError, SyntaxError, LookupError, TypeError, AttributeError, struct.error)

_TIME = re.compile(r"(\d{4})[:/-](\d\d)[:/-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)|(Z)")


class Tags(Protocol):
    """The part of Pillow's Exif that is used here."""

    def get(self, tag: int, /) -> object:
        """Return the value of a tag, or None."""

    def get_ifd(self, tag: int, /) -> Mapping[int, object]:
        """Return a sub-directory of tags."""


def orientation(tags: Tags) -> int:
    """Return the orientation 1 to 8; 0 and other nonsense, as some phones write, is 1."""
    try:
        value = tags.get(ORIENTATION)
    except BAD_EXIF:
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def taken_at(tags: Tags) -> SourcedTime | None:
    """Return when the picture was taken, None when the camera did not say or said nonsense.

    Most phones write the offset from UTC. Where it is missing the zone of this computer is taken:
    the pictures are nearly always the user's own, and her camera's clock is the one she lives by.
    """
    try:
        ifd = tags.get_ifd(EXIF_IFD)
        pairs = [(ifd.get(time), ifd.get(offset)) for time, offset in TAKEN]
    except BAD_EXIF:
        return None
    for time, offset in pairs:
        at = _moment(_text(time), _text(offset))
        if at is not None:
            return SourcedTime(at, "exif")
    return None


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("ascii", "replace")
    return value if isinstance(value, str) else ""


def _moment(time: str, offset: str) -> datetime | None:
    match = _TIME.match(time.strip())
    if match is None:
        return None
    try:
        naive = datetime(*map(int, match.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
        zone = _zone(offset)
        at = naive.replace(tzinfo=zone) if zone else naive.astimezone()
    except (ValueError, OverflowError, OSError):
        return None
    return at if at >= EARLIEST else None


def _zone(offset: str) -> timezone | None:
    match = _OFFSET.match(offset.strip())
    if match is None:
        return None
    if match[4]:
        return UTC
    shift = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-shift if match[1] == "-" else shift)
