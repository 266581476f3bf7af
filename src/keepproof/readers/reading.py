"""Which reader reads which kind of file: the table that a new reader joins with one row.

A reader is a function of this module's `Read` shape. It runs in the sandbox, so it must be importable by name, and its
module is imported in the child only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from keepproof.domain.reading import ReadLine
from keepproof.readers.documents.table import has_words
from keepproof.readers.facts import SHOWN_IMAGES
from keepproof.readers.text_head import is_text

TIMEOUT_S = 30.0
PICTURE_TIMEOUT_S = 180.0  # a screenshot of 20,000 pixels takes 5 to 30 seconds
SLOW_MEMORY = 4 * 1024**3  # the models alone take half of that address space


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in a file; the fields are those of domain.reading.Reading.

    `lines` is filled where a line has a place of its own: a box in a picture, a page of a document. The lines of a
    plain text are those of `text`. `problem` is the code of what could not be read, the rest stands all the same.
    """

    source: str
    text: str = ""
    lines: tuple[ReadLine, ...] = ()
    kind: str = ""
    problem: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


Read = Callable[[Path, str, str], Found]
"""Takes path, untrusted name and media type. Raises OSError where the file is gone, KnownError as it likes."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A row of the table: who reads the files that `fits` chooses by media type.

    A higher `version` makes every file be read again. `needs` are packages without which it cannot work; files wait
    for them. What is not `quick` takes seconds for a file, and is read in a child of its own.
    """

    engine: str
    version: int
    fits: Callable[[str], bool]
    read: Read
    timeout_s: float = TIMEOUT_S
    quick: bool = True
    needs: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Say whether what it needs is installed; imports nothing."""
        return all(find_spec(name) is not None for name in self.needs)


def _text(path: Path, untrusted_name: str, media_type: str) -> Found:
    # imported where the text is read: in the child
    from keepproof.readers.plain_text import read_text  # noqa: PLC0415

    return read_text(path, untrusted_name, media_type)


def _document(path: Path, untrusted_name: str, media_type: str) -> Found:
    # imported where the document is read: in the child
    from keepproof.readers.documents.reader import read as read_document  # noqa: PLC0415

    return read_document(path, untrusted_name, media_type)


def _picture(path: Path, untrusted_name: str, media_type: str) -> Found:
    # Pillow and the models are loaded in the child only
    from keepproof.readers.text_in_image import read_picture  # noqa: PLC0415

    return read_picture(path, untrusted_name, media_type)


READERS: tuple[Reader, ...] = (
    Reader("document", 1, has_words, _document),
    Reader("text", 1, is_text, _text),
    Reader(
        "picture",
        2,
        SHOWN_IMAGES.__contains__,
        _picture,
        timeout_s=PICTURE_TIMEOUT_S,
        quick=False,
        needs=("rapidocr", "onnxruntime"),
    ),
)
"""The first that fits reads: what is narrow stands before what is wide."""


def reader_of(media_type: str) -> Reader | None:
    """Choose the reader of a kind of file; None where nothing can be read in it."""
    return next((one for one in READERS if one.fits(media_type)), None)


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read a file in this very process: meant to run in the sandbox."""
    reader = reader_of(media_type)
    if reader is None:
        return Found("none")
    if path.stat().st_size == 0:
        return Found("none", problem="readers.empty_file")
    return reader.read(path, untrusted_name, media_type)
