"""Read an XLSX workbook whose parts are measured before anything trusts them."""

from __future__ import annotations

import errno
import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

from keepproof.errors import KnownError

MAGIC = b"PK\x03\x04"
MOST_PACKED = 16 * 1024 * 1024
MOST_PARTS = 500
PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # as spreadsheet programs do
MOST_SHEETS = 50
MOST_UNPACKED = 64 * 1024 * 1024
MOST_COLUMNS = 256
MOST_AREA = (
    4_000_000  # cells of the rectangle that holds all cells: the library lays it out in full
)
MOST_TEXT = 128 * 1024 * 1024  # bytes of all cells, each with a copy of the text it names
MOST_EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number

Cell = str | float | int | bool | date | datetime | time | timedelta | None
# what a plain table needs; a part that is not copied cannot be pointed at
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/[^/]*|xl/(?:workbook|sharedStrings|styles)\.xml"
    r"|xl/(?:_rels|worksheets)/[^/]*",
    re.IGNORECASE,
)
_MARK = re.compile(rb"<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^>]*)")
_PLACE = re.compile(rb'(?:^|\s)r\s*=\s*"([^"]*)"')
_ADDRESS = re.compile(rb"([A-Za-z]{1,3})?([0-9]{1,7})")
_TEXT = re.compile(rb"<(?:[\w.-]+:)?si\b")
# a value without a readable beginning still counts, so that none is missed
_VALUE = re.compile(rb"<(?:[\w.-]+:)?v(?=[\s/>])(?:[^<>]*>([^<]*))?")


def sheets(path: Path, name: str, most_rows: int) -> list[list[tuple[int, tuple[str, ...]]]]:
    """Read all sheets as (line, texts); [] where it is no workbook, KnownError where it is too large."""
    if path.stat().st_size > MOST_PACKED:
        raise KnownError("bills.too_large", name=name, limit=MOST_PACKED >> 20)
    try:
        safe = _measured(path, name, most_rows)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        RuntimeError,
        ValueError,
    ):
        # whatever a damaged or encrypted archive makes the standard library say
        return []
    return _read(safe) if safe is not None else []


def _read(safe: io.BytesIO) -> list[list[tuple[int, tuple[str, ...]]]]:
    # it is needed for workbooks only
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415

    try:
        book = load_workbook(safe)
        found = []
        left = MOST_AREA
        for index in range(min(len(book.sheet_names), MOST_SHEETS)):
            sheet = book.get_sheet_by_index(index)
            left -= sheet.total_height * sheet.total_width
            if left < 0:
                # several sheets may name one part, so what each may cost does not bound them all
                break
            first = (sheet.start or (0, 0))[0] + 1
            rows = sheet.to_python(skip_empty_area=True)
            found.append([(first + at, tuple(map(text_of, row))) for at, row in enumerate(rows)])
    except (CalamineError, OSError, ValueError):
        return []
    return found


def text_of(cell: Cell) -> str:
    """Write a cell as the text an export would hold; a number that lost digits shows that it did."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)
    if abs(cell) >= MOST_EXACT:
        return f"{cell:.2E}"
    if isinstance(cell, int) or cell.is_integer():
        return str(int(cell))
    return f"{cell:.12g}"


def _measured(path: Path, name: str, most_rows: int) -> io.BytesIO | None:
    """Unpack the parts of a workbook within bounds and pack them again, so that no size is a lie."""
    parts = _unpacked(path, name)
    if "xl/workbook.xml" not in parts or any(b"\0" in data for data in parts.values()):
        return None
    for data in parts.values():
        _check_places(data, most_rows)
    if _text_bytes(parts.values()) > MOST_TEXT:
        raise KnownError("bills.too_large", name=name, limit=MOST_TEXT >> 20)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as safe:
        for part, data in parts.items():
            safe.writestr(part, data)
    copy.seek(0)
    return copy


def _unpacked(path: Path, name: str) -> dict[str, bytes]:
    left = MOST_UNPACKED
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as packed:
        wanted = [one for one in packed.namelist() if _PARTS.fullmatch(one)]
        for part in wanted[:MOST_PARTS]:
            parts[part] = _part(packed, part, left + 1)
            left -= len(parts[part])
            if left < 0:
                raise KnownError("bills.too_large", name=name, limit=MOST_UNPACKED >> 20)
    return parts


def _part(packed: zipfile.ZipFile, part: str, most: int) -> bytes:
    """Read the beginning of a part; one that lies before the file or is packed oddly is damaged."""
    if packed.getinfo(part).compress_type not in PACKED:
        raise zipfile.BadZipFile(part)
    try:
        with packed.open(part) as file:
            return file.read(most)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        raise zipfile.BadZipFile(part) from error


def _check_places(data: bytes, most_rows: int) -> None:
    """Raise KnownError where the cells of a sheet lie too far apart or are too many."""
    rows = cells = widest = lowest = column = 0
    for kind, letters, digits in _places(data):
        if kind == b"row":
            rows, column = rows + 1, 0
        else:
            cells += 1
            column = max(column + 1, letters)
        lowest, widest = max(lowest, rows, digits), max(widest, column)
        if lowest > most_rows or cells > MOST_AREA:
            raise KnownError("bills.too_many_rows", limit=most_rows)
        if widest > MOST_COLUMNS or lowest * widest > MOST_AREA:
            raise KnownError("bills.too_wide", limit=MOST_COLUMNS)


def _places(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Give every row and cell with its column and row number, 0 where it names none."""
    for mark in _MARK.finditer(data):
        kind, attributes = mark.groups()
        if attributes.count(b'"') % 2 or b"'" in attributes:
            # a ">" within a value would hide what follows it; no program writes that
            raise ValueError(attributes)
        place = _PLACE.search(attributes)
        if place is None:
            yield kind, 0, 0
            continue
        address = _ADDRESS.fullmatch(place.group(1))
        if address is None:
            raise ValueError(place)
        column = 0
        for letter in (address.group(1) or b"").upper():
            column = column * 26 + letter - 64
        yield kind, column, int(address.group(2))


def _text_bytes(parts: Collection[bytes]) -> int:
    """Add up the shared texts as often as cells may name them: the library copies them into each."""
    lengths: dict[int, int] = {}
    for data in parts:
        starts = [one.start() for one in _TEXT.finditer(data)]
        for index, (start, end) in enumerate(pairwise([*starts, len(data)])):
            lengths[index] = max(end - start, lengths.get(index, 0))
    longest = max(lengths.values(), default=0)
    return sum(
        # what is written in an unusual way may name any text
        lengths.get(int(one), 0) if one.isdigit() and len(one) < 10 else longest
        for data in parts
        for one in _VALUE.findall(data)
    )
