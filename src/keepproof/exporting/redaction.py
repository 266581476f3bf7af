"""Fill boxes of a picture for good: a new flat file with the pixels and nothing else, looked at again once written."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PIL import Image, ImageChops

from keepproof.domain.redaction import Box, Grid, filled
from keepproof.errors import KnownError
from keepproof.exporting.colour_profile import is_harmless
from keepproof.exporting.picture_parts import jpeg_parts, png_parts

PNG, JPEG = ".png", ".jpg"
LARGE = 3_000_000  # pixels from which a photo stays a JPEG: as PNG it would be many times its size
LONGEST_JPEG = 65_500
QUALITY = 95
BLOCKS = Grid(8)
STRIP = 256  # rows that are compared at once
LOSS = 12.0  # what JPEG at this quality may change at most: root mean square of a strip, in steps of 255
APP0, APP2 = 0xE0, 0xE2
TABLES = frozenset({0xC0, 0xC4, 0xDA, 0xDB, 0xDD})


@dataclass(frozen=True, slots=True)
class Redacted:
    """The new file, the ending that fits it, and what is really filled in it."""

    data: bytes
    suffix: str
    boxes: tuple[Box, ...]


def redact(
    image: Image.Image,
    boxes: Sequence[Box],
    *,
    lossy: bool = False,
    grid: Grid | None = None,
    profile: bytes = b"",
) -> Redacted:
    """Write a picture (L or RGB, as it is shown) with boxes filled in black.

    A large photo (`lossy`) becomes a JPEG, everything else a PNG whose pixels outside the boxes are those of the
    picture. Boxes grow to the blocks of the JPEG it came from (`grid`), whose noise around letters tells of them, and
    of the JPEG it becomes. Raises KnownError redact.no_boxes where none lies in the picture, and redact.unverified.
    """
    suffix = suffix_of(image.size, lossy=lossy)
    covers = filled(boxes, image.size, grids_of(suffix, grid))
    if not covers:
        raise KnownError("redact.no_boxes")
    kept = profile if image.mode == "RGB" and is_harmless(profile) else b""
    data = _written(_covered(image, covers), suffix, kept)
    _verify(data, suffix, image, covers, profile=bool(kept))
    return Redacted(data, suffix, covers)


def suffix_of(size: tuple[int, int], *, lossy: bool) -> str:
    """Say what a copy is written as: a large photo as JPEG, everything else as PNG."""
    large = size[0] * size[1] > LARGE
    return JPEG if lossy and large and max(size) <= LONGEST_JPEG else PNG


def grids_of(suffix: str, grid: Grid | None) -> tuple[Grid, ...]:
    """List the blocks boxes grow to: those of the JPEG a picture came from, and of the JPEG it becomes."""
    return tuple(one for one in (grid, BLOCKS if suffix == JPEG else None) if one is not None)


def _covered(image: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    made = image.copy()
    made.info = {}
    for box in boxes:
        made.paste(_fill(image), box.edges)
    return made


def _fill(image: Image.Image) -> int | tuple[int, int, int]:
    return 0 if image.mode == "L" else (0, 0, 0)


def _written(image: Image.Image, suffix: str, profile: bytes) -> bytes:
    out = io.BytesIO()
    more = {"icc_profile": profile} if profile else {}
    if suffix == JPEG:
        image.save(out, "JPEG", quality=QUALITY, subsampling=0, **more)
    else:
        image.save(out, "PNG", **more)
    return out.getvalue()


def _verify(
    data: bytes, suffix: str, before: Image.Image, boxes: Sequence[Box], *, profile: bool
) -> None:
    """Open what was written and compare; raises KnownError redact.unverified."""
    _verify_parts(data, suffix, profile=profile)
    with (
        _own_size(),
        Image.open(io.BytesIO(data), formats=["JPEG" if suffix == JPEG else "PNG"]) as after,
    ):
        after.load()
        if (after.size, after.mode) != (before.size, before.mode):
            raise KnownError("redact.unverified")
        for box in boxes:
            if any(after.crop(box.edges).tobytes()):
                raise KnownError("redact.unverified")
        if any(loss > (LOSS if suffix == JPEG else 0) for loss in _losses(before, after, boxes)):
            raise KnownError("redact.unverified")


@contextmanager
def _own_size() -> Iterator[None]:
    """Keep Pillow from warning of the size of what was just written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        yield


def _verify_parts(data: bytes, suffix: str, *, profile: bool) -> None:
    if suffix == JPEG:
        allowed = TABLES | {APP0} | ({APP2} if profile else set())
        sound = allowed.issuperset(jpeg_parts(data))
    else:
        named = {"IHDR", "IDAT", "IEND"} | ({"iCCP"} if profile else set())
        sound = named.issuperset(png_parts(data))
    if not sound:
        raise KnownError("redact.unverified")


def _losses(before: Image.Image, after: Image.Image, boxes: Sequence[Box]) -> Iterator[float]:
    """Say of each strip how far it is from what it was, outside the boxes: 0 where every pixel is the same."""
    width, height = before.size
    for top in range(0, height, STRIP):
        edges = (0, top, width, min(height, top + STRIP))
        was, found = before.crop(edges), after.crop(edges)
        for box in boxes:
            was.paste(_fill(before), (box.left, box.top - top, box.right, box.bottom - top))
        counts = ImageChops.difference(was, found).histogram()
        total = sum(count * (at % 256) ** 2 for at, count in enumerate(counts) if at % 256)
        yield (total / sum(counts)) ** 0.5
