"""Bills written here from tables, in the layouts, encodings and line ends they come in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from keepproof.domain.bill import Bill
from keepproof.readers.bills.reader import read_bill

Read = Callable[..., Bill]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes or text to a file and read it as a bill."""

    def write(content: str | bytes, name: str = "bill.csv", encoding: str = "utf-8") -> Bill:
        path = tmp_path / name
        path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
        bill = read_bill(path, name)
        assert bill is not None
        return bill

    return write


@pytest.fixture(scope="session")
def sheet() -> Callable[[Sequence[Sequence[str | float]]], bytes]:
    """Build the smallest workbook that holds a table."""
    return workbook


@pytest.fixture(scope="session")
def pack() -> Callable[..., bytes]:
    """Build a workbook round a piece of sheet XML."""
    return packed


def workbook(rows: Sequence[Sequence[str | float]]) -> bytes:
    cells = "".join(
        f'<row r="{number}">' + "".join(map(_cell, one)) + "</row>"
        for number, one in enumerate(rows, start=1)
    )
    return packed(f"<sheetData>{cells}</sheetData>")


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c><v>{value!r}</v></c>"


def packed(data: str, **more: bytes) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{types}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{types}/relationships"><Relationship Id="a" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="1" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{types}/relationships">'
        f'<Relationship Id="b" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{data}</worksheet>',
        **more,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for name, content in parts.items():
            zip_file.writestr(name, content)
    return file.getvalue()
