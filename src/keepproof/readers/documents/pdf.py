"""PDF files: the text of their pages, and a picture of one. Scripts in them are never run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from keepproof.domain.reading import ReadLine
from keepproof.errors import KnownError
from keepproof.readers import image
from keepproof.readers.documents import limits
from keepproof.readers.encoding import shown
from keepproof.readers.reading import Found

if TYPE_CHECKING:
    from PIL import Image

MOST_PAGES = 500
FIRST_PAGES = 3
# what pypdfium2 and ctypes say of files that are no good
BROKEN = (pypdfium2.PdfiumError, OSError, ValueError, LookupError, TypeError, AssertionError)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-])(\d\d)(?:'?(\d\d))?'?)?")


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the text of the pages, and what the file says of itself.

    Problems: readers.document_locked (a password is needed), document_broken, document_cut (long).
    """
    del untrusted_name, media_type
    try:
        with _opened(path) as document:
            return _found(document, MOST_PAGES)
    except KnownError as error:
        return Found("document", problem=error.code)


def look(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the first pages only, and what the file says of itself."""
    del untrusted_name, media_type
    try:
        with _opened(path) as document:
            return _found(document, FIRST_PAGES)
    except KnownError as error:
        return Found("document", problem=error.code)


def thumbnail(path: Path, out: Path, edge: int) -> None:
    """Write the first page as a small WebP; KnownError readers.document_broken or document_locked."""
    image.save_webp(_page(path, 0, edge), out)


def picture(path: Path, stem: Path, edge: int, page: int = 0) -> Path:
    """Write a page for the viewer, its longer side as long as `edge`; return its file."""
    out = stem.with_name(stem.name + image.PNG_SUFFIX)
    with image.finished(out) as unfinished:
        _page(path, page, edge).save(unfinished, "PNG", compress_level=1)
    return out


def _found(document: pypdfium2.PdfDocument, most_pages: int) -> Found:
    pages = len(document)
    lines: list[ReadLine] = []
    room, problem = limits.MOST_CHARACTERS, limits.CUT if pages > most_pages else ""
    for number in range(min(pages, most_pages)):
        try:
            text = _text(document, number)
        except BROKEN:
            problem = limits.BROKEN
            continue
        if len(text) > room:
            text, problem = text[:room], limits.CUT
        room -= len(text)
        lines += [ReadLine(one, page=number) for one in text.split("\n") if one.strip()]
        if not room:
            break
    facts = {"pages": str(pages), **_said(document)}
    if not lines and pages:
        facts["scanned"] = "yes"
    return limits.found(
        "document",
        "\n".join(one.text for one in lines),
        facts,
        problem=problem,
        lines=tuple(lines),
    )


def _text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            return shown(words.get_text_bounded())
        finally:
            words.close()
    finally:
        page.close()


def _said(document: pypdfium2.PdfDocument) -> dict[str, str]:
    try:
        said = document.get_metadata_dict()
    except BROKEN:
        return {}
    return {
        "title": said.get("Title", ""),
        "author": said.get("Author", ""),
        "written_at": _moment(said.get("CreationDate", "")),
    }


def _moment(stated: str) -> str:
    found = _DATE.match(stated)
    if found is None:
        return ""
    year, month, day, hour, minute, second, utc, sign, hours, minutes = found.groups()
    zone = f"{sign}{hours}:{minutes or '00'}" if sign else "+00:00" if utc else ""
    return limits.moment(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}")


def _page(path: Path, number: int, edge: int) -> Image.Image:
    with _opened(path) as document:
        try:
            page = document[number]
            width, height = page.get_size()
            wanted = image.fit(round(width * 100), round(height * 100), edge)
            scale = max(wanted) / max(width, height, 1)
            drawn: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
            return drawn.convert("RGB")
        except (*BROKEN, MemoryError) as error:
            raise KnownError(limits.BROKEN) from error


@contextmanager
def _opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == raw.FPDF_ERR_PASSWORD
        raise KnownError(limits.LOCKED if locked else limits.BROKEN) from error
    except BROKEN as error:
        raise KnownError(limits.BROKEN) from error
    try:
        yield document
    finally:
        document.close()
