"""The same paper as PDF and as Word document: whole, harmless, the same every time."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporting.documents.reading_back import bare, pdf_pages, word_text
from keepproof.errors import KnownError
from keepproof.exporting.documents.fonts import FontSource, caption_font
from keepproof.exporting.documents.paper import (
    FactTable,
    Listing,
    Notes,
    Paper,
    Record,
    Words,
    has_han,
    printable,
)
from keepproof.exporting.documents.pdf import as_pdf
from keepproof.exporting.documents.word import as_word

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
HASH = "9f3c71ab" * 8
HOSTILE = (
    '#read("/etc/passwd") #image("x") $x$ `raw` ```r``` *b* _i_ <label> @ref \\ "q" \'q\' [x] // c /* d */ = h'
    " #sys.inputs {{ x }} %s </w:t> &amp; ]]>"
)


def paper(words: str = "订单已签收，充电器不能使用。（证据1）", name: str = "商品详情页") -> Paper:
    record = Record(("证据1", name, "页面截图", "发生时间：未知", "说明"), f"SHA-256 {HASH}")
    return Paper(
        "投诉材料",
        "zh",
        MADE,
        "投诉材料 · 订单 2690183455720166318",
        (
            FactTable((("订单号", "2690183455720166318"), ("商品", name))),
            Words("正文", (words, "", "请在 7 日内答复。")),
            Listing(
                "附：证据清单",
                ("编号", "名称", "类型", "时间", "证明内容"),
                (1, 3, 2, 3, 2),
                (record,),
            ),
            Notes(("自导入以来未改动。",)),
        ),
    )


def expected(words: str) -> str:
    return bare(printable(words))


def test_all_of_a_paper_can_be_read_in_the_pdf() -> None:
    printed = as_pdf(paper())
    text = "".join(pdf_pages(printed.data))
    for one in ("投诉材料", "2690183455720166318", "（证据1）", "请在7日内答复。", HASH, "1/1"):
        assert one in text
    assert printed.unshown == ""


def test_all_of_a_paper_can_be_read_in_word() -> None:
    text = word_text(as_word(paper()))
    for one in ("投诉材料", "2690183455720166318", "（证据1）", "请在7日内答复。", HASH):
        assert one in text


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert as_pdf(paper()).data == as_pdf(paper()).data
    assert as_word(paper()) == as_word(paper())


def test_no_time_but_the_papers_own_is_in_a_word_document() -> None:
    data = as_word(paper())
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    known = docx.Document(BytesIO(data)).core_properties
    assert (known.created, known.modified) == (MADE, MADE)
    assert known.comments == ""


@pytest.mark.parametrize("place", ["words", "name"])
def test_nothing_in_a_text_is_taken_for_markup(place: str) -> None:
    sheet = paper(**{place: HOSTILE})
    wanted = expected(HOSTILE)
    assert wanted in "".join(pdf_pages(as_pdf(sheet).data))
    assert wanted in word_text(as_word(sheet))


def test_every_field_takes_markup_as_text() -> None:
    record = Record((HOSTILE,) * 2, HOSTILE)
    parts = (
        FactTable(((HOSTILE, HOSTILE),)),
        Words(HOSTILE, (HOSTILE,)),
        Listing(HOSTILE, (HOSTILE,) * 2, (1, 1), (record,)),
        Notes((HOSTILE,)),
    )
    sheet = Paper(HOSTILE, "en", MADE, HOSTILE, parts)
    assert "root:" not in "".join(pdf_pages(as_pdf(sheet).data))
    # A row below another is one merged cell, which python-docx shows once for each column.
    assert word_text(as_word(sheet)).count(expected(HOSTILE)) == 13


def test_a_very_long_name_goes_on_over_pages_and_stays_whole() -> None:
    name = "".join(chr(0x4E00 + at % 500) for at in range(2500)) + "x" * 2500
    pages = pdf_pages(as_pdf(paper(name=name)).data)
    text = "".join(pages)
    assert len(pages) > 2
    assert text.count("x") >= 2 * 2500
    assert HASH in text


def test_a_long_word_does_not_run_over_the_edge_of_its_cell() -> None:
    sheet = paper(name="W" * 400)
    document = pypdfium2.PdfDocument(as_pdf(sheet).data)
    page = document[0]
    text = page.get_textpage()
    right = max(text.get_charbox(at)[2] for at in range(text.count_chars()))
    width = page.get_width()
    page.close()
    document.close()
    assert right < width - 50


def test_the_rows_of_one_record_stay_on_one_page() -> None:
    part = paper().parts[2]
    assert isinstance(part, Listing)
    records = tuple(
        Record((f"证据{at}", "名", "类", "时间", "内容"), f"N{at}N{HASH}") for at in range(1, 120)
    )
    sheet = replace(paper(), parts=(replace(part, records=records),))
    pages = pdf_pages(as_pdf(sheet).data)
    assert len(pages) > 3
    for at in range(1, 120):
        (page,) = [one for one in pages if f"N{at}N" in one]
        assert re.search(rf"证据{at}名", page)
    assert all("证明内容" in one for one in pages)  # the head of the table is on every page


def test_what_cannot_be_seen_and_acts_is_left_out() -> None:
    text = "a\x00b\x1b[31mc\u202ed\u2066e\ufefff\ud800g\uffffh\r\ni\u2028j\tk"
    assert (
        printable(text) == "ab[31mcdef\N{REPLACEMENT CHARACTER}g\N{REPLACEMENT CHARACTER}h\ni\nj k"
    )


def test_writing_from_right_to_left_is_kept() -> None:
    text = "".join(pdf_pages(as_pdf(paper("שלום مرحبا")).data))
    assert set("שלום") <= set(text)
    assert "שלום" in word_text(as_word(paper("שלום")))


def test_without_a_chinese_font_nothing_is_printed(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        as_pdf(paper(), FontSource(system=False, folders=(tmp_path,)))
    assert caught.value.code == "export.no_font"


def test_an_english_paper_needs_no_chinese_font(tmp_path: Path) -> None:
    sheet = Paper("Complaint", "en", MADE, "KeepProof", (Words("", ("Not as described.",)),))
    printed = as_pdf(sheet, FontSource(system=False, folders=(tmp_path,)))
    assert "Notasdescribed." in pdf_pages(printed.data)[0]


def test_a_sign_no_font_has_is_named() -> None:
    printed = as_pdf(paper("名字里有\U000f1234"))
    assert printed.unshown == "\U000f1234"
    assert "名字里有" in "".join(pdf_pages(printed.data))


def test_a_font_to_write_on_pictures_with_is_a_file() -> None:
    found = caption_font()
    assert found is not None
    assert found.path.is_file()


def test_no_font_is_found_where_there_is_none(tmp_path: Path) -> None:
    assert caption_font(FontSource(system=False, folders=(tmp_path,))) is None


def test_chinese_is_recognised() -> None:
    assert has_han("a证b")
    assert not has_han("abc，é😀")


TEXTS = st.text(st.characters(), max_size=60)


@settings(max_examples=25)
@given(TEXTS, TEXTS)
def test_any_text_can_be_printed(words: str, name: str) -> None:
    sheet = paper(words, name)
    assert as_pdf(sheet).data.startswith(b"%PDF")
    assert expected(name) in word_text(as_word(sheet))
