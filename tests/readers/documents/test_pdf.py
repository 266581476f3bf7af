"""PDF files: words by page, what they say of themselves, and a picture of a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from fixtures.documents import locked_pdf, pdf
from keepproof.errors import KnownError
from keepproof.readers.documents import pdf as pdf_reader
from keepproof.readers.documents import reader
from keepproof.readers.reading import Found

PDF = "application/pdf"
Reading = Callable[..., Found]
Written = Callable[[bytes], Path]


def test_the_words_stand_by_page(reading: Reading) -> None:
    found = reading(pdf(["电子发票\nInvoice no 12", "第二页"]), PDF)

    assert [(one.text, one.page) for one in found.lines] == [
        ("电子发票", 0),
        ("Invoice no 12", 0),
        ("第二页", 1),
    ]
    assert (found.source, found.text, found.problem) == (
        "document",
        "电子发票\nInvoice no 12\n第二页",
        "",
    )


def test_it_says_its_title_pages_and_moment(reading: Reading) -> None:
    facts = reading(pdf(["一"], title="发票", created="D:20261110210600+08'00'"), PDF).facts

    assert dict(facts) == {
        "pages": "1",
        "title": "发票",
        "written_at": "2026-11-10T21:06:00+08:00",
    }


@pytest.mark.parametrize(
    "created", ["", "D:2026", "D:20261340210600Z", "yesterday", "D:19040101000000Z"]
)
def test_a_moment_that_is_none_stays_unknown(reading: Reading, created: str) -> None:
    assert "written_at" not in reading(pdf(["a"], created=created), PDF).facts


def test_a_moment_of_greenwich_is_one() -> None:
    assert pdf_reader._moment("D:20261110130600Z") == "2026-11-10T13:06:00+00:00"


def test_a_page_without_words_is_taken_for_a_scan(reading: Reading) -> None:
    found = reading(pdf([""]), PDF)

    assert (found.text, found.facts["scanned"]) == ("", "yes")


def test_a_locked_file_is_named(reading: Reading) -> None:
    assert reading(locked_pdf(), PDF).problem == "readers.document_locked"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\nxref\n0 1\ntrailer<<>>startxref 0"])
def test_a_damaged_file_is_named(reading: Reading, data: bytes) -> None:
    assert reading(data, PDF).problem == "readers.document_broken"


def test_of_many_pages_the_first_are_read(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 2)
    found = reading(pdf(["一", "二", "三"]), PDF)

    assert (found.text, found.facts["pages"], found.problem) == (
        "一\n二",
        "3",
        "readers.document_cut",
    )


def test_at_import_the_first_pages_are_looked_at(written: Written) -> None:
    facts = reader.facts(written(pdf(["一"] * 9, created="D:20261110210600Z")), PDF)

    assert facts.head == "一\n一\n一"
    assert (facts.odd, facts.said["pages"]) == ("", "9")
    assert facts.taken_at is not None
    assert facts.taken_at.source == "document"


def test_the_first_page_is_drawn(written: Written, tmp_path: Path) -> None:
    out = tmp_path / "thumbs" / "a.webp"
    pdf_reader.thumbnail(written(pdf(["电子发票"])), out, 320)

    with Image.open(out) as image:
        assert image.size == (320, 320)
        assert image.convert("L").getextrema()[0] != image.convert("L").getextrema()[1]


def test_a_page_is_drawn_for_the_viewer(written: Written, tmp_path: Path) -> None:
    out = pdf_reader.picture(written(pdf(["a", "b"])), tmp_path / "a", 800, page=1)

    with Image.open(out) as image:
        assert (out.name, image.size) == ("a.png", (800, 800))


def test_a_page_of_monstrous_size_is_drawn_small(written: Written, tmp_path: Path) -> None:
    out = tmp_path / "a.webp"
    pdf_reader.thumbnail(written(pdf(["a"], size=14400)), out, 320)

    with Image.open(out) as image:
        assert image.size == (320, 320)


def test_a_page_that_is_not_there_is_told(written: Written, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="document_broken"):
        pdf_reader.picture(written(pdf(["a"])), tmp_path / "a", 800, page=7)
