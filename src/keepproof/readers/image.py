"""Decode pictures. Runs only in the child processes of the sandbox.

Only the formats below are opened: Pillow knows more, some of which start other programs.
"""

from __future__ import annotations

import os
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pillow_heif
from PIL import Image, ImageFile

from keepproof.errors import KnownError
from keepproof.readers import exif
from keepproof.readers.facts import DEFAULT, FileFacts, Limits

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
TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
SIDEWAYS = frozenset({5, 6, 7, 8})
LIGHT, DARK, SQUARE = 255, 214, 8
TALLEST = 12
LOSSY_FORMATS = frozenset({"JPEG", "MPO", "HEIF", "AVIF"})
DRAFTS = frozenset({"JPEG", "MPO", "HEIF"})
PROBE = (64, 64)
PNG_SUFFIX, JPEG_SUFFIX = ".png", ".jpg"


def facts(path: Path, limits: Limits = DEFAULT) -> FileFacts:
    """Return size, frames, time taken and what is odd; decodes the first frame to its end."""
    with _quiet():
        try:
            image = _open(path)
        except BROKEN:
            return FileFacts(odd="readers.image_broken")
        with image:
            seen = FileFacts(*image.size)
            if image.width * image.height > limits.pixels:
                return replace(seen, odd="readers.image_too_large")
            if image.format in {"JPEG", "MPO"}:
                # an eighth of the size costs little and still reads the file to its end
                image.draft("RGB", PROBE)
            # decoding comes first: Pillow decodes a PNG in search of its EXIF, and hides the failure
            seen = replace(seen, odd=_damage(image, path))
            return _with_header(seen, image)


def thumbnail(path: Path, out: Path, edge: int, limits: Limits = DEFAULT) -> None:
    """Write a small WebP: upright, nothing transparent, its aspect kept.

    A tall picture is at least half the edge wide and is cut off below where it is extremely tall.
    Raises KnownError readers.image_broken or readers.image_too_large.
    """
    with _quiet():
        small = _scaled(path, edge, limits)
        if small.height > TALLEST * edge:
            small = small.crop((0, 0, small.width, TALLEST * edge))
        save_webp(small, out)


def picture(path: Path, stem: Path, max_edge: int, limits: Limits = DEFAULT) -> Path:
    """Write a picture for the viewer, like a thumbnail but sharp; return its file.

    Photos become JPEG, everything else PNG; the suffix is added to `stem`.
    """
    with _quiet():
        small = _scaled(path, max_edge, limits)
        suffix = JPEG_SUFFIX if small.info.get("lossy") and small.mode == "RGB" else PNG_SUFFIX
        out = stem.with_name(stem.name + suffix)
        with finished(out) as unfinished:
            if suffix == JPEG_SUFFIX:
                small.save(unfinished, "JPEG", quality=90)
            else:
                small.save(unfinished, "PNG", compress_level=1)
        return out


def save_webp(image: Image.Image, out: Path) -> None:
    """Write a small picture; the file is there whole or not at all."""
    with finished(out) as unfinished:
        image.save(unfinished, "WEBP", quality=80, method=0)


def fit(width: int, height: int, edge: int) -> tuple[int, int]:
    """Compute the size within an edge; a tall picture keeps a width of half the edge."""
    scale = min(1.0, edge / max(width, height))
    if width * scale < edge / 2 and height > width:
        scale = min(1.0, edge / 2 / width)
    return max(1, round(width * scale)), max(1, round(height * scale))


def upright(image: Image.Image, turn: int) -> Image.Image:
    """Turn a picture by its EXIF orientation."""
    for step in TURNS.get(turn, ()):
        image = image.transpose(step)
    return image


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Pillow's own size check out of the way of ours, and its warnings out of the log."""
    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


def _open(path: Path) -> Image.Image:
    image = Image.open(path, formats=FORMATS)
    if not image.width or not image.height:
        image.close()
        raise ValueError(image.size)
    return image


def _with_header(seen: FileFacts, image: Image.Image) -> FileFacts:
    tags = _tags(image)
    if exif.orientation(tags) in SIDEWAYS:
        seen = replace(seen, width=seen.height, height=seen.width)
    try:
        frames = int(getattr(image, "n_frames", 1))
    except BROKEN:
        frames = 1
    return replace(seen, frames=frames, taken_at=exif.taken_at(tags))


def _tags(image: Image.Image) -> Image.Exif:
    try:
        return image.getexif()
    except BROKEN:
        return Image.Exif()


def _damage(image: Image.Image, path: Path) -> str:
    """Decode a picture and name what is wrong with it, "" when nothing is."""
    try:
        image.load()
    except BROKEN:
        return "readers.image_truncated" if _partly(path) is not None else "readers.image_broken"
    return ""


def _partly(path: Path) -> Image.Image | None:
    """Decode what can be decoded of a damaged picture; None when that is nothing."""
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        image = _open(path)
        image.load()
    except BROKEN:
        return None
    else:
        return image if image.getbbox() is not None else None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


def _scaled(path: Path, edge: int, limits: Limits) -> Image.Image:
    try:
        image = _open(path)
    except BROKEN as error:
        raise KnownError("readers.image_broken") from error
    with image:
        if image.width * image.height > limits.pixels:
            raise KnownError("readers.image_too_large", width=image.width, height=image.height)
        original, lossy = image.size, image.format in LOSSY_FORMATS
        image = _decoded(image, edge, path)
        turn = exif.orientation(_tags(image))
        size = _within(original, edge, turn)
        small = upright(_flat(_resized(_plain_mode(image), size)), turn)
    small.info = {"lossy": lossy}
    return small


def _decoded(image: Image.Image, edge: int, path: Path) -> Image.Image:
    """Decode a picture, no larger than needed where the format allows that."""
    try:
        if image.format in DRAFTS:
            image.draft("RGB", _within(image.size, edge, exif.orientation(_tags(image))))
        image.load()
    except BROKEN as error:
        partly = _partly(path)
        if partly is None:
            raise KnownError("readers.image_broken") from error
        return partly
    return image


def _within(size: tuple[int, int], edge: int, turn: int) -> tuple[int, int]:
    """Compute the size within an edge of a picture that is not turned upright yet."""
    if turn not in SIDEWAYS:
        return fit(*size, edge)
    height, width = fit(size[1], size[0], edge)
    return width, height


def _plain_mode(image: Image.Image) -> Image.Image:
    """Bring any kind of pixels to L, RGB, LA or RGBA with eight bits."""
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image)
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode in {"PA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in {"L", "LA", "RGB", "RGBA"} else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale 16-bit grey (and whatever else is wider than eight bits) to 0 to 255."""
    wide = image.convert("F")
    low, high = wide.getextrema()
    if not isinstance(low, float) or not isinstance(high, float) or not high - low < float("inf"):
        return Image.new("L", image.size, DARK)
    if image.mode.startswith("I;16") or (low >= 0 and 255 < high <= 65535):
        low, high = 0.0, 65535.0
    elif low >= 0 and high <= 255:
        low, high = 0.0, 255.0
    scale = 255 / (high - low) if high > low else 1.0
    return wide.point(lambda value: value * scale - low * scale).convert("L")


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)


def _flat(image: Image.Image) -> Image.Image:
    """Lay a picture that is partly transparent on a chequered ground, where white shows as well."""
    if image.mode not in {"LA", "RGBA"}:
        return image
    image = image.convert("RGBA")
    alpha = image.getchannel("A")
    if alpha.getextrema()[0] == 255:
        return image.convert("RGB")
    ground = _chequered(image.size)
    ground.paste(image.convert("RGB"), mask=alpha)
    return ground


def _chequered(size: tuple[int, int]) -> Image.Image:
    cells = (size[0] // SQUARE + 1, size[1] // SQUARE + 1)
    tones = bytes(
        LIGHT if (x + y) % 2 == 0 else DARK for y in range(cells[1]) for x in range(cells[0])
    )
    small = Image.frombytes("L", cells, tones)
    big = small.resize((cells[0] * SQUARE, cells[1] * SQUARE), Image.Resampling.NEAREST)
    return big.crop((0, 0, *size)).convert("RGB")


@contextmanager
def finished(out: Path) -> Iterator[Path]:
    """Give a file to write to, which takes its final name only when it is whole."""
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield unfinished
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
