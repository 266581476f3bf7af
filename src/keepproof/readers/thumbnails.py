"""Small pictures of kept files. The work is done in the child processes of the sandbox."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.readers.facts import SHOWN_IMAGES

PDF = "application/pdf"
PAGE_EDGE = 2400  # a page is drawn as large as it is asked for, and this is enough to read it


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """One small picture to make: of which file, of what type, where to, how large."""

    path: Path
    media_type: str
    out: Path
    edge: int


def can_show(media_type: str) -> bool:
    """Say whether files of this type can be shown as a picture."""
    return media_type in SHOWN_IMAGES or media_type == PDF or media_type.startswith("video/")


def make(wanted: Thumbnail) -> str:
    """Make one small picture; return "" or the code of why there is none."""
    try:
        if wanted.media_type.startswith("video/"):
            # PyAV is imported in the child only
            from keepproof.readers.video import thumbnail as of_video  # noqa: PLC0415

            of_video(wanted.path, wanted.out, wanted.edge)
        elif wanted.media_type == PDF:
            # PDFium is loaded in the child only
            from keepproof.readers.documents.pdf import thumbnail as of_page  # noqa: PLC0415

            of_page(wanted.path, wanted.out, wanted.edge)
        else:
            # Pillow is imported in the child only
            from keepproof.readers.image import thumbnail as of_image  # noqa: PLC0415

            of_image(wanted.path, wanted.out, wanted.edge)
    except KnownError as error:
        return error.code
    return ""


def enlarge(path: Path, media_type: str, stem: Path, edge: int, page: int = 0) -> Path:
    """Make a large picture of a page, from 0, for the viewer; return its file."""
    if media_type.startswith("video/"):
        # PyAV is imported in the child only
        from keepproof.readers.video import thumbnail as of_video  # noqa: PLC0415

        out = stem.with_name(stem.name + ".webp")
        of_video(path, out, edge)
        return out
    if media_type == PDF:
        # PDFium is loaded in the child only
        from keepproof.readers.documents.pdf import picture as of_page  # noqa: PLC0415

        return of_page(path, stem, min(edge, PAGE_EDGE), page)
    # Pillow is imported in the child only
    from keepproof.readers.image import picture  # noqa: PLC0415

    return picture(path, stem, edge, page=page)
