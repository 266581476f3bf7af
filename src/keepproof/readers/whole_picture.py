"""A picture as it is to be drawn on: upright, at full size, one opaque layer. Runs only in the sandbox."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, JpegImagePlugin

from keepproof.domain.redaction import Grid
from keepproof.errors import KnownError
from keepproof.readers import exif, pixels
from keepproof.readers.facts import Limits
from keepproof.readers.image import LOSSY_FORMATS, upright
from keepproof.readers.picture_file import BROKEN, frames_of, loaded, opened, quiet, tags_of

FULL_COLOUR = 0  # Pillow's word for a JPEG that keeps the colour of every pixel
LIMITS = Limits(pixels=120_000_000)
BLOCK = 8  # pixels a JPEG packs together
WIDE_BLOCK = 16  # where it packs colours of two pixels as one, which it mixes with their neighbours when shown
ONE_PICTURE = frozenset(
    {"MPO", "HEIF"}
)  # what more is in them is a depth map, a preview or a burst
MIRRORED_X = frozenset({2, 3, 6, 7})
MIRRORED_Y = frozenset({3, 4, 7, 8})


@dataclass(frozen=True, slots=True)
class WholePicture:
    """The first picture of a file as L or RGB, with nothing else of the file hanging on it.

    `frames` counts the pages or frames of the file. `lossy` says that it was packed as photos are; `grid` are the
    blocks of a JPEG as they lie in the upright picture. `profile` is the colour profile, b"" when there is none.
    """

    image: Image.Image
    frames: int
    lossy: bool
    grid: Grid | None
    profile: bytes


def whole_picture(path: Path, limits: Limits = LIMITS) -> WholePicture:
    """Decode a file; raises KnownError readers.image_broken or readers.picture_too_large."""
    with quiet():
        try:
            image = opened(path)
        except BROKEN as error:
            raise KnownError("readers.image_broken") from error
        with image:
            if image.width * image.height > limits.pixels:
                raise KnownError("readers.picture_too_large")
            kind = image.format or ""
            frames = 1 if kind in ONE_PICTURE else frames_of(image)
            turn = exif.orientation(tags_of(image))
            profile = image.info.get("icc_profile")
            wide = image.mode != "L" and JpegImagePlugin.get_sampling(image) != FULL_COLOUR
            with loaded(image, path) as found:  # another object where the picture is damaged
                colour = found.mode in {"RGB", "RGBA"}
                flat = pixels.on_ground(upright(pixels.plain_mode(found), turn))
        flat.info = {}
        return WholePicture(
            flat,
            frames,
            kind in LOSSY_FORMATS,
            _grid(flat, turn, wide=wide) if kind in {"JPEG", "MPO"} else None,
            profile if isinstance(profile, bytes) and colour else b"",
        )


def _grid(image: Image.Image, turn: int, *, wide: bool) -> Grid:
    """Say where the blocks of a JPEG lie once it is turned: a mirrored side counts from its far end."""
    step = WIDE_BLOCK if wide else BLOCK
    return Grid(
        step,
        image.width % step if turn in MIRRORED_X else 0,
        image.height % step if turn in MIRRORED_Y else 0,
        int(wide),
    )
