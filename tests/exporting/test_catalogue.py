"""The evidence catalogue as a table, a PDF and a Word document."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporting.documents.reading_back import pdf_pages, word_text
from keepproof.exporting.catalogue import Catalogue, as_csv, as_file, harmless
from keepproof.exporting.evidence_lines import EvidenceLine, TimeWords

MADE = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
NUMBER = "2690183455720166318"
HASH = "9f3c71ab" * 8
LINE = EvidenceLine(
    number=3,
    name="商品详情页",
    kind="商品详情页",
    file_name="Screenshot_1.png",
    source="拖入文件\nScreenshot_1.png",
    proves="商品页面的说明",
    times=(
        TimeWords("event"),
        TimeWords("content", "2026-11-10 20:59:58 +08:00", "画面所示"),
        TimeWords("file", "2026-11-10 21:00:00 +08:00", "文件所记"),
        TimeWords("imported", "2026-11-16 09:00:00 +08:00", "本机时钟"),
    ),
    pages="1",
    size=1234,
    sha256=HASH,
    state="自导入以来未改动（2026-11-22 17:00 核对）",
)
BROKEN = replace(
    LINE, number=5, state="原件找不到（2026-11-22 17:00 核对），只剩导入时的记录", broken=True
)
CATALOGUE = Catalogue("zh", MADE, NUMBER, (("订单号", NUMBER),), (LINE, BROKEN))


def rows(catalogue: Catalogue) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(catalogue).decode("utf-8-sig"), newline="")))


def text_of(catalogue: Catalogue, form: str) -> str:
    data = as_file(catalogue, form).data
    return word_text(data) if form == "docx" else "".join(pdf_pages(data))


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_columns_and_the_hash_are_there(form: str) -> None:
    text = text_of(CATALOGUE, form)
    for one in (
        "编号",
        "名称",
        "来源",
        "证明内容",
        "时间",
        "页数",
        "SHA-256",
        HASH,
        "证据3",
        NUMBER,
    ):
        assert one in text


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_each_of_the_four_times_is_called_by_its_name(form: str) -> None:
    text = text_of(CATALOGUE, form)
    assert "发生：未知" in text
    assert "拍摄或写成：2026-11-1020:59:58+08:00（画面所示）" in text
    assert "文件修改：2026-11-1021:00:00+08:00（文件所记）" in text
    assert "导入：2026-11-1609:00:00+08:00（本机时钟）" in text


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_what_is_missing_is_named_twice(form: str) -> None:
    text = text_of(CATALOGUE, form)
    assert "原件找不到" in text
    assert "注意：证据5的原件" in text


def test_nothing_is_said_to_be_broken_that_is_not() -> None:
    assert "注意：" not in text_of(replace(CATALOGUE, lines=(LINE,)), "pdf")


def test_a_spreadsheet_gets_one_column_for_each_time() -> None:
    first, second = rows(CATALOGUE)
    assert first["发生时间"] == ""
    assert first["拍摄或写成时间"] == "2026-11-10 20:59:58 +08:00"
    assert first["拍摄或写成时间的出处"] == "画面所示"
    assert first["散列值（SHA-256）"] == HASH
    assert second["完整性"].startswith("原件找不到")


def test_a_spreadsheet_keeps_long_numbers_whole() -> None:
    (row, _) = rows(CATALOGUE)
    assert row["订单号"] == f"{NUMBER}\t"
    assert row["字节数"] == "1234"
    assert harmless("1" * 60 + "e123") == "1" * 60 + "e123\t"


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n@", "＝", "＋", "－", "＠", "\u202e="]
)
def test_no_cell_begins_as_a_formula(start: str) -> None:
    name = f'{start}HYPERLINK("http://elsewhere")'
    line = replace(LINE, name=name, source=name, proves=name, file_name=name)
    (row,) = rows(replace(CATALOGUE, lines=(line,)))
    for column in ("名称", "来源", "证明内容", "原文件名"):
        assert row[column].startswith("'")
        assert "HYPERLINK" in row[column]


@given(st.text(max_size=50))
def test_no_text_becomes_a_formula_or_another_cell(text: str) -> None:
    (row,) = rows(replace(CATALOGUE, lines=(replace(LINE, name=text),)))
    assert row["名称"].lstrip()[:1] not in {"=", "+", "-", "@", "＝", "＋", "－", "＠"}
    assert row["散列值（SHA-256）"] == HASH
    assert None not in row


def test_an_empty_cell_stays_empty() -> None:
    assert harmless("") == ""
