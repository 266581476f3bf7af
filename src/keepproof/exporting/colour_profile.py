"""Which colour profiles may stay in a file that goes out: the well-known ones, which say nothing of a device."""

from __future__ import annotations

import struct

HEADER, ENTRY = 128, 12
LARGEST = 4096
# What describes colours. A screen's own profile has more: its maker, model, serial number.
COLOURS = frozenset(b"desc cprt wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC chad cicp".split())
KNOWN = ("Display P3", "Adobe RGB (1998)")


def is_harmless(profile: bytes) -> bool:
    """Say whether a profile is one of the wide colour spaces of phones and cameras, and nothing more.

    sRGB needs none: it is what every program takes for granted.
    """
    if not HEADER + 4 < len(profile) <= LARGEST:
        return False
    size = int.from_bytes(profile[:4], "big")
    if size != len(profile) or profile[36:40] != b"acsp" or profile[16:20] != b"RGB ":
        return False
    count = int.from_bytes(profile[HEADER : HEADER + 4], "big")
    table = profile[HEADER + 4 : HEADER + 4 + count * ENTRY]
    if len(table) != count * ENTRY:
        return False
    tags = {name: (at, long) for name, at, long in struct.iter_unpack(">4sII", table)}
    if not set(tags) <= COLOURS or b"desc" not in tags:
        return False
    at, long = tags[b"desc"]
    said = profile[at : at + long]
    return any(name.encode() in said or name.encode("utf-16-be") in said for name in KNOWN)
