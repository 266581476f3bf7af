"""What can be seen of a file without showing it: size, frames, time, and what is odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from keepproof.domain.evidence import SourcedTime
from keepproof.errors import KnownError
from keepproof.readers.documents.table import is_document
from keepproof.readers.sandbox import Sandbox

TIMEOUT_S = 20.0
SHOWN_IMAGES = frozenset(
    f"image/{name}"
    for name in ("jpeg", "png", "gif", "webp", "bmp", "tiff", "avif", "heic", "heif", "x-icon")
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is decoded at most: `pixels` of one picture. A larger one is kept but not shown."""

    pixels: int = 200_000_000


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What was seen. Zeros and None are not known; width and height are as shown (turned upright).

    `odd` is the code of what could not be read, "" when nothing is odd. `said` holds what a document or a recording
    says of itself, by name; `head` its first words.
    """

    width: int = 0
    height: int = 0
    frames: int = 0
    taken_at: SourcedTime | None = None
    duration_s: float | None = None
    odd: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    head: str = ""


DEFAULT = Limits()


def facts(path: Path, media_type: str, limits: Limits = DEFAULT) -> FileFacts:
    """Look at a file in this very process: meant to run in the sandbox (see `examine`)."""
    if path.stat().st_size == 0:
        return FileFacts(odd="readers.empty_file")
    group = media_type.partition("/")[0]
    if group == "image" and media_type not in SHOWN_IMAGES:
        return FileFacts(odd="readers.image_unsupported")
    if group == "image":
        # Pillow is imported in the child only
        from keepproof.readers.image import facts as picture_facts  # noqa: PLC0415

        return picture_facts(path, limits)
    if group in {"video", "audio"}:
        # PyAV is imported in the child only
        from keepproof.readers.video import facts as video_facts  # noqa: PLC0415

        return video_facts(path, limits)
    if is_document(media_type):
        # what reads documents is imported in the child only
        from keepproof.readers.documents.reader import facts as document_facts  # noqa: PLC0415

        return document_facts(path, media_type)
    return FileFacts()


def examine(sandbox: Sandbox, path: Path, media_type: str, limits: Limits = DEFAULT) -> FileFacts:
    """Look at a file in the sandbox; what kills the child is an odd reason like any other."""
    if not needs_child(media_type):
        return facts(path, media_type, limits)
    try:
        return sandbox.run(facts, path, media_type, limits, timeout_s=TIMEOUT_S)
    except KnownError as error:
        return FileFacts(odd=error.code)


def examine_all(
    sandbox: Sandbox, files: Sequence[tuple[Path, str]], limits: Limits = DEFAULT
) -> list[FileFacts]:
    """Look at many files (path, media type) with all children at once; in their order."""
    found = sandbox.map(partial(_facts_of, limits), files, timeout_s=TIMEOUT_S)
    return [FileFacts(odd=one.code) if isinstance(one, KnownError) else one for one in found]


def needs_child(media_type: str) -> bool:
    """Say whether looking at such a file decodes foreign bytes."""
    return (
        media_type in SHOWN_IMAGES
        or media_type.startswith(("video/", "audio/"))
        or is_document(media_type)
    )


def _facts_of(limits: Limits, file: tuple[Path, str]) -> FileFacts:
    return facts(file[0], file[1], limits)
