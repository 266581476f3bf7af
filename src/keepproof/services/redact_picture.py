"""What the sandbox does for a redaction: decode a foreign picture, fill boxes, write and check the copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from keepproof.domain.redaction import Box


@dataclass(frozen=True, slots=True)
class RedactedPicture:
    """The copy, the ending that fits it, what is filled in it, its size, and how many pages the original has."""

    data: bytes
    suffix: str
    boxes: tuple[Box, ...]
    size: tuple[int, int]
    frames: int


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
