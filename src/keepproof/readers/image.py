"""Decode pictures. Runs only in the child processes of the sandbox."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PIL import Image

from keepproof.errors import KnownError
from keepproof.readers import exif, pixels
from keepproof.readers.facts import DEFAULT, FileFacts, Limits
from keepproof.readers.picture_file import (
    BROKEN,
    frames_of,
    loaded,
    opened,
    quiet,
    salvaged,
    tags_of,
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
TALLEST = 12
LOSSY_FORMATS = frozenset({"JPEG", "MPO", "HEIF", "AVIF"})
DRAFTS = frozenset({"JPEG", "MPO", "HEIF"})
PROBE = (64, 64)
PNG_SUFFIX, JPEG_SUFFIX = ".png", ".jpg"


def facts(path: Path, limits: Limits = DEFAULT) -> FileFacts:
    """Return size, frames, time taken and what is odd; decodes the first frame to its end."""
    with quiet():
        try:
            image = opened(path)
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
    with quiet():
        small = _scaled(path, edge, limits)
        if small.height > TALLEST * edge:
            small = small.crop((0, 0, small.width, TALLEST * edge))
        save_webp(small, out)


def picture(path: Path, stem: Path, max_edge: int, limits: Limits = DEFAULT, page: int = 0) -> Path:
    """Write a picture for the viewer, like a thumbnail but sharp; return its file.

    `page` chooses one of several in the file, from 0.

    Photos become JPEG, everything else PNG; the suffix is added to `stem`.
    """
    with quiet():
        small = _scaled(path, max_edge, limits, page)
        suffix = JPEG_SUFFIX if small.info.get("lossy") and small.mode == "RGB" else PNG_SUFFIX
        out = stem.with_name(stem.name + suffix)
        with finished(out) as unfinished:
            if suffix == JPEG_SUFFIX:
                small.save(unfinished, "JPEG", quality=90)
            else:
                small.save(unfinished, "PNG", compress_level=1)
        return out


def pages(path: Path, most: int, limits: Limits = DEFAULT) -> Iterator[Image.Image]:
    """Give a picture upright and at full size as L, LA, RGB or RGBA; of a TIFF up to `most` pages.

    Raises KnownError readers.image_broken or readers.image_too_large.
    """
    with quiet():
        try:
            image = opened(path)
        except BROKEN as error:
            raise KnownError("readers.image_broken") from error
        with image:
            count = min(most, frames_of(image)) if image.format == "TIFF" else 1
            for page in range(count):
                if page and not _found(image, page):
                    return
                if image.width * image.height > limits.pixels:
                    raise KnownError("readers.image_too_large")
                whole = loaded(image, path)
                yield upright(pixels.plain_mode(whole), exif.orientation(tags_of(image)))


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


def _with_header(seen: FileFacts, image: Image.Image) -> FileFacts:
    tags = tags_of(image)
    if exif.orientation(tags) in SIDEWAYS:
        seen = replace(seen, width=seen.height, height=seen.width)
    return replace(seen, frames=frames_of(image), taken_at=exif.taken_at(tags))


def _found(image: Image.Image, page: int) -> bool:
    """Go to a further page; what is damaged there ends the picture."""
    try:
        image.seek(page)
        image.load()
    except BROKEN:
        return False
    return True


def _damage(image: Image.Image, path: Path) -> str:
    """Decode a picture and name what is wrong with it, "" when nothing is."""
    try:
        image.load()
    except BROKEN:
        return "readers.image_truncated" if salvaged(path) is not None else "readers.image_broken"
    return ""


def _scaled(path: Path, edge: int, limits: Limits, page: int = 0) -> Image.Image:
    try:
        image = opened(path)
        if page:
            image.seek(page)
    except BROKEN as error:
        raise KnownError("readers.image_broken") from error
    with image:
        if image.width * image.height > limits.pixels:
            raise KnownError("readers.image_too_large", width=image.width, height=image.height)
        original, lossy = image.size, image.format in LOSSY_FORMATS
        image = _decoded(image, edge, path)
        turn = exif.orientation(tags_of(image))
        size = _within(original, edge, turn)
        small = upright(pixels.flat(pixels.resized(pixels.plain_mode(image), size)), turn)
    small.info = {"lossy": lossy}
    return small


def _decoded(image: Image.Image, edge: int, path: Path) -> Image.Image:
    """Decode a picture, no larger than needed where the format allows that."""
    try:
        if image.format in DRAFTS:
            image.draft("RGB", _within(image.size, edge, exif.orientation(tags_of(image))))
    except BROKEN as error:
        raise KnownError("readers.image_broken") from error
    return loaded(image, path)


def _within(size: tuple[int, int], edge: int, turn: int) -> tuple[int, int]:
    """Compute the size within an edge of a picture that is not turned upright yet."""
    if turn not in SIDEWAYS:
        return fit(*size, edge)
    height, width = fit(size[1], size[0], edge)
    return width, height


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
