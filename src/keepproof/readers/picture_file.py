"""Open files as pictures: only the formats below, as Pillow knows more, some of which start other programs.

Runs only in the child processes of the sandbox.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pillow_heif
from PIL import Image, ImageFile

from keepproof.errors import KnownError

pillow_heif.register_heif_opener()

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "HEIF", "ICO")
BROKEN = (
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    RuntimeError,
    AssertionError,
    EOFError,
    struct.error,
    zlib.error,
)


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Pillow's own size check out of the way of ours, and its warnings out of the log."""
    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


def opened(path: Path) -> Image.Image:
    """Open a picture of a known format; raises one of BROKEN."""
    image = Image.open(path, formats=FORMATS)
    if not image.width or not image.height:
        image.close()
        raise ValueError(image.size)
    return image


def frames_of(image: Image.Image) -> int:
    """Count the pictures in a file; 1 where it does not say."""
    try:
        return int(getattr(image, "n_frames", 1))
    except BROKEN:
        return 1


def tags_of(image: Image.Image) -> Image.Exif:
    """Read what the camera wrote; nothing where that is broken."""
    try:
        return image.getexif()
    except BROKEN:
        return Image.Exif()


def salvaged(path: Path) -> Image.Image | None:
    """Decode what can be decoded of a damaged picture; None when that is nothing."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    image = None
    try:
        image = opened(path)
        image.load()
        if image.getbbox() is not None:
            found, image = image, None
            return found
    except BROKEN:
        return None
    else:
        return None
    finally:
        if image is not None:
            image.close()
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def loaded(image: Image.Image, path: Path) -> Image.Image:
    """Decode a picture; where it is damaged, what can be decoded of it. KnownError readers.image_broken."""
    try:
        image.load()
    except BROKEN as error:
        left = salvaged(path)
        if left is None:
            raise KnownError("readers.image_broken") from error
        return left
    return image
