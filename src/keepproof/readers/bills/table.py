"""Open a table of text, whatever it is stored in, within bounds of time and memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.readers.bills import workbook
from keepproof.readers.encoding import decode

MOST_BYTES = 32 * 1024 * 1024
MOST_ROWS = 200_000
HEAD_BYTES = 64 * 1024
HEAD_ROWS = 80
MOST_CELLS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One row and the line of the file it starts in, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may hold a table: its text, or the rows of its sheets."""

    text: str = ""
    sheets: tuple[tuple[Row, ...], ...] = ()

    def heads(self) -> Iterator[tuple[int, str, list[Row]]]:
        """Give the first rows of every table: number of the sheet, separator, rows."""
        for index, rows in enumerate(self.sheets):
            yield index, "", list(rows[:HEAD_ROWS])
        if self.text:
            for separator in (",", "|"):
                yield 0, separator, _head(self.text, separator)

    def rows(self, sheet: int, separator: str, after: int, *, quoted: bool) -> Iterator[Row]:
        """Give the rows below a line; KnownError bills.too_many_rows."""
        found: Iterable[Row]
        if self.sheets:
            found = (one for one in self.sheets[sheet] if one.line > after)
        else:
            lines = io.StringIO(self.text, newline="")
            for _ in range(after):
                lines.readline()
            found = (_quoted if quoted else _plain)(lines, separator, after)
        for number, row in enumerate(found):
            if number >= MOST_ROWS:
                raise KnownError("bills.too_many_rows", limit=MOST_ROWS)
            yield row


def open_head(path: Path, name: str) -> Source:
    """Open the beginning of a file; workbooks are opened whole."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if head.startswith(workbook.MAGIC):
        return _workbook(path, name)
    return Source(text=decode(head).text)


def open_whole(path: Path, name: str) -> Source:
    """Open a text file whole; KnownError bills.too_large."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise KnownError("bills.too_large", name=name, limit=MOST_BYTES // 1024 // 1024)
    return Source(text=decode(data).text)


def _workbook(path: Path, name: str) -> Source:
    sheets = workbook.sheets(path, name, MOST_ROWS)
    return Source(sheets=tuple(tuple(Row(*one) for one in rows) for rows in sheets))


def _head(text: str, separator: str) -> list[Row]:
    # plain splitting: an unpaired quotation mark before the header must not swallow it
    lines = io.StringIO(text[:HEAD_BYTES], newline="")
    rows = islice(_plain(lines, separator, 0), HEAD_ROWS)
    return [Row(row.line, tuple(one.strip().strip('"') for one in row.cells)) for row in rows]


def _quoted(lines: Iterable[str], separator: str, before: int) -> Iterator[Row]:
    """Read with quotation marks; a line that cannot be read so is left empty."""
    reader = csv.reader(lines, delimiter=separator)
    start = before
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = []
        yield Row(start + 1, tuple(cells[:MOST_CELLS]))
        start = before + reader.line_num


def _plain(lines: Iterable[str], separator: str, before: int) -> Iterator[Row]:
    """Split at every separator, for programs that write no quotation marks."""
    for number, line in enumerate(lines, start=before + 1):
        yield Row(number, tuple(line.rstrip("\r\n").split(separator, MOST_CELLS)))
