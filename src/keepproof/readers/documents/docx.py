"""Word documents: the words of the text, its tables, notes, heads and feet."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.readers.documents import limits, package
from keepproof.readers.encoding import shown
from keepproof.readers.reading import Found

MAIN = "word/document.xml"
MOST_PARTS = 20
_OTHERS = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d{0,3}\.xml")


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the words, a line for each paragraph and cells apart by tabs; what was deleted is left out.

    Problems: readers.document_broken, document_too_large, document_cut.
    """
    del untrusted_name, media_type
    try:
        with package.opened(path) as opened:
            words = _Words()
            problem = words.read(opened, MAIN)
            others = [one for one in opened.namelist() if _OTHERS.fullmatch(one)]
            for part in sorted(others)[:MOST_PARTS]:
                problem = problem or words.read(opened, part)
            return limits.found("document", words.text(), package.said(opened), problem=problem)
    except KnownError as error:
        return Found("document", problem=error.code)


class _Words:
    """Collects the words of parts until there are enough."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._room = limits.MOST_CHARACTERS
        self._within = self._cells = self._doubled = 0

    def read(self, opened: zipfile.ZipFile, part: str) -> str:
        """Read a part; return the code of why it could not be read to its end."""
        try:
            package.parse(opened, part, self._start, self._end, self._words)
        except _EnoughError:
            return limits.CUT
        except package.BROKEN:
            if part == MAIN and not self._pieces:
                raise
            return limits.BROKEN
        return ""

    def text(self) -> str:
        """Return the lines that hold something."""
        rows = "".join(self._pieces).split("\n")
        lines = (
            "\t".join(" ".join(shown(cell).split()) for cell in row.split("\t")).strip()
            for row in rows
        )
        return "\n".join(one for one in lines if one)

    def _start(self, tag: str) -> None:
        if tag == "Fallback":
            # the same words once more, for older programs
            self._doubled += 1
        elif tag == "t":
            self._within += 1
        elif tag == "tc":
            self._cells += 1
        elif tag in {"br", "cr"}:
            self._add("\n")
        elif tag == "tab":
            self._add("\t")

    def _end(self, tag: str) -> None:
        if tag == "Fallback":
            self._doubled -= 1
        elif tag == "t":
            self._within -= 1
        elif tag == "tc":
            self._cells -= 1
            self._add("\t")
        elif tag == "p":
            self._add(" " if self._cells else "\n")
        elif tag == "tr":
            self._add("\n")

    def _words(self, text: str) -> None:
        if self._within and not self._doubled:
            self._add(text)

    def _add(self, text: str) -> None:
        self._room -= len(text)
        if self._room < 0:
            raise _EnoughError
        self._pieces.append(text)


class _EnoughError(Exception):
    """There are enough words."""
