from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from keepproof.errors import KnownError
from keepproof.readers.bills import table
from keepproof.readers.bills.reader import read_bill

HEAD = "订单号,订单提交时间,商品名称,实付金额\n"
ROW = "2690183455720166318,2026-07-10 11:02:00,a,1.00\n"


def refused(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        read_bill(path, "name")
    return caught.value.code


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write(HEAD.encode())
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(KnownError) as caught:
        read_bill(path, "name")
    assert caught.value.code == "bills.too_large"


def test_a_huge_file_that_is_no_bill_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)
    assert read_bill(path, "name") is None


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    content = (HEAD + "\n" * (table.MOST_ROWS + 1)).encode()
    assert refused(tmp_path / "a.csv", content) == "bills.too_many_rows"


def test_one_endless_quoted_cell_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((HEAD + ROW + '"' + "x" * 1_000_000 + "\n").encode())
    bill = read_bill(path, "name")
    assert bill is not None
    assert len(bill.rows) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "bills.too_many_rows"),
        ('<row r="1"><c r="XFD1"><v>1</v></c></row>', "bills.too_wide"),
        ('<row r="1"><c r="A1"/></row><row r="199999"><c r="IV199999"/></row>', "bills.too_wide"),
        ("<row/>" * 200_001, "bills.too_many_rows"),
        ("<row>" + "<c/>" * 300 + "</row>", "bills.too_wide"),
    ],
    ids=("far down", "far right", "sparse", "many rows", "many columns"),
)
def test_a_workbook_of_huge_dimensions_is_refused(
    tmp_path: Path, pack: Callable[..., bytes], data: str, code: str
) -> None:
    content = pack(f"<sheetData>{data}</sheetData>")
    assert refused(tmp_path / "a.xlsx", content) == code


def test_a_place_hidden_behind_quotation_marks_is_no_workbook(
    tmp_path: Path, pack: Callable[..., bytes]
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(pack("""<sheetData><row><c a='"' b=">" r="XFD1048576"/></row></sheetData>"""))
    assert read_bill(path, "name") is None


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, pack: Callable[..., bytes]
) -> None:
    content = pack("<sheetData/>" + " " * (70 << 20))
    assert refused(tmp_path / "a.xlsx", content) == "bills.too_large"


def test_one_long_text_repeated_in_every_cell_is_refused(
    tmp_path: Path, pack: Callable[..., bytes]
) -> None:
    row = "<row>" + '<c t="s"><v>0</v></c>' * 200 + "</row>"
    texts = b"<sst><si><t>" + b"x" * 1_000_000 + b"</t></si></sst>"
    content = pack(f"<sheetData>{row * 5}</sheetData>", **{"xl/sharedStrings.xml": texts})
    assert refused(tmp_path / "a.xlsx", content) == "bills.too_large"


@pytest.mark.parametrize("tag", ["<v ", "<c ", "<si ", '<c r="', "<row ", "<a:"])
def test_a_sheet_of_open_tags_is_measured_in_time(
    tmp_path: Path, pack: Callable[..., bytes], tag: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(pack(tag * 1_000_000))
    assert read_bill(path, "name") is None


def test_a_part_elsewhere_is_not_followed(tmp_path: Path, pack: Callable[..., bytes]) -> None:
    packed = pack("<sheetData/>").replace(b"worksheets/sheet1.xml", b"drawings/sheet1.xml1")
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed)
    assert read_bill(path, "name") is None


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        read_bill(tmp_path / "none.csv", "none.csv")
    assert (caught.value.code, caught.value.data["name"]) == ("bills.unreadable", "none.csv")


@settings(deadline=None, max_examples=150)
@given(
    some.binary(max_size=400)
    | some.text(max_size=400).map(lambda one: one.encode("utf-8", "replace"))
)
def test_any_bytes_below_a_header_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.csv"
    path.write_bytes(HEAD.encode() + ROW.encode() + tail)
    bill = read_bill(path, "name")
    assert bill is None or all(one.amount.cents >= 0 for one in bill.rows)


@settings(deadline=None, max_examples=150)
@given(some.binary(max_size=600))
def test_any_bytes_are_no_bill(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "a.csv"
    path.write_bytes(data)
    assert read_bill(path, "name") is None


@settings(deadline=None, max_examples=150)
@given(at=some.integers(0, 10**6), byte=some.integers(0, 255), inside=some.booleans())
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    sheet: Callable[..., bytes],
    at: int,
    byte: int,
    inside: bool,
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.xlsx"
    whole = sheet([line.strip().split(",") for line in (HEAD, ROW)])
    path.write_bytes(_damaged_inside(whole, at, byte) if inside else _changed(whole, at, byte))
    read_bill(path, "name")


def _damaged_inside(whole: bytes, at: int, byte: int) -> bytes:
    """Change one byte of one part, in an archive that is whole."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(file, "w") as after:
        names = before.namelist()
        for name in names:
            content = before.read(name)
            damaged = name == names[at % len(names)]
            after.writestr(name, _changed(content, at, byte) if damaged else content)
    return file.getvalue()


def _changed(data: bytes, at: int, byte: int) -> bytes:
    place = at % len(data)
    return data[:place] + bytes([byte]) + data[place + 1 :]
