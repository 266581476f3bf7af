"""What the sandbox does for a redaction: decode a foreign picture, show it in tiles, write and check the copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from keepproof.domain.evidence import Evidence
from keepproof.domain.redaction import Box, Grid
from keepproof.readers.facts import SHOWN_IMAGES


@dataclass(frozen=True, slots=True)
class RedactedPicture:
    """The copy, the ending that fits it, what is filled in it, its size, and how many pages the original has."""

    data: bytes
    suffix: str
    boxes: tuple[Box, ...]
    size: tuple[int, int]
    frames: int


@dataclass(frozen=True, slots=True)
class OpenedPicture:
    """A picture to draw boxes on, as tiles in a folder of ours (see readers.picture_tiles).

    `grids` are the blocks boxes will grow to, `suffix` is what the copy will be written as.
    """

    folder: Path
    size: tuple[int, int]
    levels: int
    tile_suffix: str
    frames: int
    grids: tuple[Grid, ...]
    suffix: str


def can_redact(item: Evidence) -> bool:
    """Say whether boxes can be drawn on an item."""
    return item.media_type in SHOWN_IMAGES


def redact_picture(path: Path, boxes: Sequence[Box]) -> RedactedPicture:
    """Make a redacted copy of the first picture in a file; meant to run in the sandbox.

    Raises KnownError readers.image_broken, readers.picture_too_large, redact.no_boxes, redact.unverified.
    """
    # Pillow is imported in the child only
    from keepproof.exporting.redaction import redact  # noqa: PLC0415
    from keepproof.readers.whole_picture import whole_picture  # noqa: PLC0415

    whole = whole_picture(path)
    made = redact(whole.image, boxes, lossy=whole.lossy, grid=whole.grid, profile=whole.profile)
    return RedactedPicture(made.data, made.suffix, made.boxes, whole.image.size, whole.frames)


def open_picture(path: Path, folder: Path) -> OpenedPicture:
    """Cut the first picture in a file into tiles in a folder; meant to run in the sandbox.

    Raises KnownError readers.image_broken, readers.picture_too_large.
    """
    # Pillow is imported in the child only
    from keepproof.exporting.redaction import grids_of, suffix_of  # noqa: PLC0415
    from keepproof.readers.picture_tiles import write_tiles  # noqa: PLC0415
    from keepproof.readers.whole_picture import whole_picture  # noqa: PLC0415

    whole = whole_picture(path)
    suffix = suffix_of(whole.image.size, lossy=whole.lossy)
    tiles = ".jpg" if whole.lossy else ".png"
    levels = write_tiles(whole.image, folder, tiles)
    grids = grids_of(suffix, whole.grid)
    return OpenedPicture(folder, whole.image.size, levels, tiles, whole.frames, grids, suffix)
