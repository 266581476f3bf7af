"""Spreadsheets: a line for each row, cells apart by tabs."""

from __future__ import annotations

from pathlib import Path

from keepproof.errors import KnownError
from keepproof.readers.bills import workbook
from keepproof.readers.documents import limits, package
from keepproof.readers.encoding import shown
from keepproof.readers.reading import Found

MOST_ROWS = 200_000
MOST_OLD = 16 * 1024 * 1024
OLD = "application/vnd.ms-excel"


def read(path: Path, untrusted_name: str, media_type: str) -> Found:
    """Read the cells of all sheets.

    Problems: readers.document_broken, document_too_large (also where cells lie too far apart), document_cut.
    """
    if media_type == OLD:
        return _old(path)
    try:
        sheets = workbook.sheets(path, untrusted_name, MOST_ROWS)
    except KnownError:
        return Found("document", problem=limits.TOO_LARGE)
    if not sheets:
        return Found("document", problem=limits.BROKEN)
    return limits.found(
        "document",
        _text([[cells for _, cells in rows] for rows in sheets]),
        {"sheets": str(len(sheets)), **_said(path)},
    )


def _said(path: Path) -> dict[str, str]:
    try:
        with package.opened(path) as opened:
            return package.said(opened)
    except KnownError:
        return {}


def _old(path: Path) -> Found:
    # it is needed for spreadsheets only
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415

    if path.stat().st_size > MOST_OLD:
        return Found("document", problem=limits.TOO_LARGE)
    try:
        book = load_workbook(path)
        sheets = []
        for index in range(min(len(book.sheet_names), workbook.MOST_SHEETS)):
            sheet = book.get_sheet_by_index(index)
            last_row, last_column = sheet.end or (0, 0)
            if (last_row + 1) * (last_column + 1) > workbook.MOST_AREA:
                return Found("document", problem=limits.TOO_LARGE)
            rows = sheet.to_python(skip_empty_area=True)
            sheets.append([tuple(map(workbook.text_of, row)) for row in rows])
    except (CalamineError, OSError, ValueError):
        return Found("document", problem=limits.BROKEN)
    return limits.found("document", _text(sheets), {"sheets": str(len(sheets))})


def _text(sheets: list[list[tuple[str, ...]]]) -> str:
    lines: list[str] = []
    room = limits.MOST_CHARACTERS
    for rows in sheets:
        for cells in rows:
            line = "\t".join(" ".join(shown(one).split()) for one in cells).rstrip()
            if not line:
                continue
            lines.append(line)
            room -= len(line) + 1
            if room < 0:
                # one more than may be read, so that the rest is not missed in silence
                return "\n".join(lines)
    return "\n".join(lines)
