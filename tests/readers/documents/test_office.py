"""Word documents and spreadsheets, also such as are built to do harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.documents import core, docx, old_workbook, packed, paragraph, spreadsheet, workbook
from keepproof.readers.bills import workbook as workbook_bounds
from keepproof.readers.documents import limits, package
from keepproof.readers.reading import Found

OPEN_XML = "application/vnd.openxmlformats-officedocument"
DOCX = f"{OPEN_XML}.wordprocessingml.document"
XLSX = f"{OPEN_XML}.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
Reading = Callable[..., Found]


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


def test_paragraphs_are_lines_and_cells_stand_apart(reading: Reading) -> None:
    table = f"<w:tbl><w:tr>{cell('项目')}{cell('结果')}</w:tr><w:tr>{cell('铅')}{cell('')}{cell('超标')}</w:tr></w:tbl>"
    found = reading(docx(paragraph("质检报告") + table + paragraph("以上")), DOCX)

    assert found.text == "质检报告\n项目\t结果\n铅\t\t超标\n以上"
    assert (found.source, found.problem) == ("document", "")


def test_what_was_deleted_or_stands_twice_is_left_out(reading: Reading) -> None:
    body = (
        "<w:p><w:r><w:t>价格</w:t></w:r><w:del><w:r><w:delText>99</w:delText></w:r></w:del></w:p>"
        "<m:AlternateContent xmlns:m='m'><m:Choice><w:t>好</w:t></m:Choice>"
        "<m:Fallback><w:t>好</w:t></m:Fallback></m:AlternateContent>"
    )
    assert reading(docx(body), DOCX).text == "价格\n好"


def test_line_breaks_and_tabs_stay(reading: Reading) -> None:
    body = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    assert reading(docx(body), DOCX).text == "a\tb\nc"


def test_notes_heads_and_feet_are_read(reading: Reading) -> None:
    more: dict[str, str | bytes] = {
        "word/footer1.xml": f"<w:ftr xmlns:w='w'>{paragraph('页脚')}</w:ftr>".encode(),
        "word/media/x.xml": b"<a>no</a>",
    }
    assert reading(docx(paragraph("a"), "", more), DOCX).text == "a\n页脚"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (docx(paragraph("a"), core("报告", "2026-11-10T13:06:00Z")), DOCX),
        (workbook([["a"]], **{"docProps/core.xml": core("报告", "2026-11-10T13:06:00Z")}), XLSX),
    ],
    ids=("docx", "xlsx"),
)
def test_title_and_moment_are_read(reading: Reading, data: bytes, media_type: str) -> None:
    facts = reading(data, media_type).facts
    assert (facts["title"], facts["written_at"]) == ("报告", "2026-11-10T13:06:00+00:00")


def test_rows_are_lines(reading: Reading) -> None:
    found = reading(workbook([["订单号", "金额"], ["2690183455720166318", "9.90"]]), XLSX)
    assert found.text == "订单号\t金额\n2690183455720166318\t9.90"
    assert found.facts == {"sheets": "1"}


def test_rows_of_an_old_spreadsheet_are_lines(reading: Reading) -> None:
    found = reading(old_workbook([["订单号", "金额"], ["2690183455720166318", 9.9]]), XLS)
    assert (found.text, found.facts) == (
        "订单号\t金额\n2690183455720166318\t9.9",
        {"sheets": "1"},
    )


@pytest.mark.parametrize("data", [b"", b"x" * 4096, old_workbook([["a"]])[:1200]])
def test_a_damaged_old_spreadsheet_is_named(reading: Reading, data: bytes) -> None:
    assert reading(data, XLS).problem == limits.BROKEN


def test_cells_of_an_old_spreadsheet_that_lie_far_apart_are_told(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_bounds, "MOST_AREA", 3)
    assert reading(old_workbook([["a", "b"], ["c", "d"]]), XLS).problem == limits.TOO_LARGE


@pytest.mark.parametrize("media_type", [DOCX, XLSX])
@pytest.mark.parametrize(
    "data", [b"PK\3\4", b"", packed({"a": "b"})], ids=("cut", "empty", "other")
)
def test_a_damaged_package_is_named(reading: Reading, data: bytes, media_type: str) -> None:
    assert reading(data, media_type).problem == limits.BROKEN


def test_xml_cut_in_its_middle_gives_what_stands_before(reading: Reading) -> None:
    data = packed(
        {"word/document.xml": f"<w:document xmlns:w='w'>{paragraph('有的')}<w:p><w:r><w:t>没"}
    )
    found = reading(data, DOCX)
    assert (found.text, found.problem) == ("有的\n没", limits.BROKEN)


def test_entities_are_refused(reading: Reading) -> None:
    laughs = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 20))
    data = f'<!DOCTYPE d [<!ENTITY a0 "ha">{laughs}]><d><t>&a19;</t></d>'
    found = reading(packed({"word/document.xml": data}), DOCX)
    assert (found.text, found.problem) == ("", limits.BROKEN)


def test_a_bomb_is_told_and_not_unpacked(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 1_000_000)
    data = docx(paragraph("a") + " " * 5_000_000)
    assert len(data) < 50_000
    assert reading(data, DOCX).problem == limits.TOO_LARGE


def test_a_bomb_of_a_spreadsheet_is_told(reading: Reading) -> None:
    far = spreadsheet(
        '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )
    assert reading(far, XLSX).problem == limits.TOO_LARGE


def test_of_very_many_words_the_beginning_is_read(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 100)
    for data, media_type in (
        (docx(paragraph("好" * 60) * 2), DOCX),
        (workbook([["好" * 60]] * 2), XLSX),
    ):
        found = reading(data, media_type)
        assert (found.problem, len(found.text) <= 100) == (limits.CUT, True)


def test_an_encrypted_archive_is_named(reading: Reading) -> None:
    data = bytearray(docx(paragraph("a")))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(mark)
        while at >= 0:
            data[at + (6 if mark[2] == 3 else 8)] |= 1
            at = data.find(mark, at + 4)
    assert reading(bytes(data), DOCX).problem == limits.BROKEN


@pytest.mark.parametrize("media_type", ["application/msword", "application/x-encrypted-office"])
def test_what_nobody_here_reads_says_what_to_do(reading: Reading, media_type: str) -> None:
    assert reading(b"x", media_type).problem in {"readers.document_old", "readers.document_locked"}


@given(words=st.lists(st.text("质检报告abc <>&\"'", min_size=1), min_size=1, max_size=6))
@settings(max_examples=40)
def test_what_is_written_is_read_back(
    words: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    from keepproof.readers.documents import docx as docx_reader

    path = tmp_path_factory.mktemp("docx") / "a"
    path.write_bytes(docx("".join(map(paragraph, words))))
    lines = [" ".join(one.split()) for one in words]
    assert docx_reader.read(path, "a", DOCX).text == "\n".join(one for one in lines if one)


def test_the_fixture_is_a_real_package() -> None:
    import io

    assert zipfile.ZipFile(io.BytesIO(docx(paragraph("a")))).testzip() is None
