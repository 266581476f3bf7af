"""Whether a picture tells where it was taken; runs only in the child processes of the sandbox."""

from __future__ import annotations

from pathlib import Path

from keepproof.readers.exif import BAD_EXIF
from keepproof.readers.picture_file import BROKEN, opened, quiet, tags_of

GPS_IFD = 0x8825
LATITUDE, LONGITUDE = 2, 4


def has_place(untrusted: Path) -> bool:
    """Say whether the camera wrote latitude and longitude into a picture; False where it cannot be read."""
    with quiet():
        try:
            with opened(untrusted) as image:
                found = tags_of(image).get_ifd(GPS_IFD)
                return bool(found.get(LATITUDE)) and bool(found.get(LONGITUDE))
        except (*BROKEN, *BAD_EXIF):
            return False
