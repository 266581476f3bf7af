"""Office documents are ZIP files of XML: parts are unpacked within bounds, and no entity is ever resolved."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers import expat

from keepproof.errors import KnownError
from keepproof.readers.documents import limits

MOST_UNPACKED = 64 * 1024 * 1024
CORE = "docProps/core.xml"
PIECE = 256 * 1024
# whatever a damaged or encrypted archive, or damaged XML, makes the standard library say
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    NotImplementedError,
    EOFError,
    RuntimeError,
    ValueError,
    KeyError,
    UnicodeError,
    OSError,
)


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a package; KnownError readers.document_broken or document_too_large."""
    if path.stat().st_size > limits.MOST_BYTES:
        raise KnownError(limits.TOO_LARGE)
    try:
        with zipfile.ZipFile(path) as package:
            yield package
    except BROKEN as error:
        raise KnownError(limits.BROKEN) from error


def parse(
    package: zipfile.ZipFile,
    part: str,
    start: Callable[[str], None],
    end: Callable[[str], None],
    words: Callable[[str], None],
) -> None:
    """Read a part piece by piece; elements are told by their local names.

    Raises KnownError readers.document_too_large, and the errors of `BROKEN`. A document type or an entity, which no
    office program writes, is an error: that is how small files become huge.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, _more: start(name.rpartition("}")[2])
    parser.EndElementHandler = lambda name: end(name.rpartition("}")[2])
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    left = MOST_UNPACKED
    with package.open(part) as file:
        while piece := file.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise KnownError(limits.TOO_LARGE)
            parser.Parse(piece)
    parser.Parse(b"", True)  # noqa: FBT003 - it takes no names


def said(package: zipfile.ZipFile) -> dict[str, str]:
    """Return what the document says of itself: title, author, written_at."""
    found: dict[str, str] = {}
    name = ""

    def start(tag: str) -> None:
        nonlocal name
        name = tag

    def words(text: str) -> None:
        found[name] = (found.get(name, "") + text)[: limits.LONGEST_FACT]

    try:
        parse(package, CORE, start, lambda _tag: start(""), words)
    except (KnownError, *BROKEN):
        return {}
    stated = found.get("modified") or found.get("created", "")
    return {
        "title": found.get("title", ""),
        "author": found.get("creator", ""),
        "written_at": limits.moment(stated.strip()),
    }


def _refuse(*_declared: object) -> None:
    raise ValueError("a document type in an office document")
