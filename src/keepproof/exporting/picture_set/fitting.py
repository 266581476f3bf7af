"""Write a picture so small that a channel takes it, and no smaller than it can be read.

Runs only in the child processes of the sandbox.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageCms

from keepproof.exporting.colour_profile import is_harmless
from keepproof.exporting.picture_set.plan import JPEG

MOST_EDGE = 4096
LONGEST = 65_000  # pixels along one side that a JPEG can hold
QUALITIES = (90, 82, 74, 66)
SHARP = 80  # from this quality on, coloured letters keep their edges
LAST_QUALITY = 50
SHRINK = 0.82
READABLE = 720  # pixels of width below which the letters of a phone's screen cannot be read
COLOURS = 256


@dataclass(frozen=True, slots=True)
class Fitted:
    """A finished file and its size in pixels."""

    data: bytes
    width: int
    height: int


def fit(
    image: Image.Image, suffix: str, most_bytes: int, readable: int = READABLE
) -> Fitted | None:
    """Write an RGB picture within a number of bytes, `readable` pixels wide at least; None where that cannot be.

    Nothing but pixels goes into the file.
    """
    for size, last in _sizes(image.size, readable):
        small = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
        for data in _written(small, suffix, last=last):
            if len(data) <= most_bytes:
                return Fitted(data, *size)
    return None


def as_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Give an RGB picture in the colours every program takes for granted."""
    image = image.convert("RGB")
    if not is_harmless(profile):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        changed = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image
    return image if changed is None else changed


def _sizes(size: tuple[int, int], readable: int) -> Iterator[tuple[tuple[int, int], bool]]:
    """Give the sizes to try, the largest first, and say which is the last."""
    width, height = size
    least = min(1.0, readable / width, LONGEST / max(size))
    scale = max(least, min(1.0, MOST_EDGE / max(size)))
    while True:
        last = scale <= least
        yield (max(1, round(width * scale)), max(1, round(height * scale))), last
        if last:
            return
        scale = max(least, scale * SHRINK)


def _written(image: Image.Image, suffix: str, *, last: bool) -> Iterator[bytes]:
    clean = Image.new("RGB", image.size)
    clean.paste(image)  # nothing that hangs on the picture comes along
    if suffix == JPEG:
        for quality in (*QUALITIES, LAST_QUALITY) if last else QUALITIES:
            fine = 0 if quality >= SHARP else 2
            yield _bytes(clean, "JPEG", quality=quality, subsampling=fine)
    else:
        yield _bytes(clean, "PNG", optimize=True)
        yield _bytes(clean.quantize(COLOURS), "PNG", optimize=True)


def _bytes(image: Image.Image, form: str, **how: object) -> bytes:
    made = io.BytesIO()
    image.save(made, form, **how)
    return made.getvalue()
