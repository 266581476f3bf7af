"""`keepproof export`: papers and pictures on the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from exporting.documents.reading_back import pdf_pages
from keepproof.cli.main import main

NUMBER = "2690183455720166318"


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run one command on a library with a Tmall order, a chat and a dispute; status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")
    folder = str(tmp_path / "library")

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(["--library", folder, *arguments])
        said = capfd.readouterr()
        return status, said.out, said.err

    chat = tmp_path / "chat.txt"
    chat.write_text("客服：48 小时内发货", "utf-8")
    words = ["--platform", "tmall", "--no", NUMBER, "--shop", "澄屿", "--item", "X1"]
    call("order", "add", *words, "--paid", "1299.00")
    call("evidence", "add", str(chat), "--order", NUMBER, "--kind", "chat")
    call("dispute", "open", NUMBER, "--issue", "not_as_described")
    return call


@pytest.mark.parametrize("name", ["list.pdf", "list.docx", "list.CSV"])
def test_the_name_chooses_the_kind_of_catalogue(run: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    status, out, err = run("export", "catalogue", NUMBER, "-o", str(path))
    assert (status, out) == (0, "")
    assert "1 piece" in err
    begins = {".pdf": b"%PDF", ".docx": b"PK", ".csv": b"\xef\xbb\xbf"}
    assert path.read_bytes().startswith(begins[path.suffix.lower()])


def test_another_kind_of_catalogue_is_refused(run: Any, tmp_path: Path) -> None:
    status, _, err = run("export", "catalogue", NUMBER, "-o", str(tmp_path / "list.xls"))
    assert status == 1
    assert ".pdf, .docx, .csv" in err


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_complaint_for_a_channel_is_written(run: Any, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}"
    status, out, err = run("export", form, NUMBER, "--channel", "12315", "-o", str(path))
    assert (status, out) == (0, "")
    assert str(path) in err
    assert path.read_bytes()[:2] == (b"%P" if form == "pdf" else b"PK")


def test_without_a_channel_it_is_a_letter(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    assert run("export", "pdf", NUMBER, "-o", str(path))[0] == 0
    assert "消费者投诉书" in "".join(pdf_pages(path.read_bytes()))


def test_a_word_document_is_a_whole_package(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    run("export", "docx", NUMBER, "--channel", "12315", "-o", str(path), "--lang", "en")
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert b"Appendix: list of evidence" in package.read("word/document.xml")


def test_what_is_broken_is_not_cited_but_told(run: Any, tmp_path: Path) -> None:
    (original,) = [one for one in (tmp_path / "library" / "originals").rglob("*") if one.is_file()]
    original.chmod(0o644)
    original.write_bytes(b"other")
    path = tmp_path / "list.pdf"
    status, _, err = run("export", "catalogue", NUMBER, "-o", str(path))
    assert status == 0
    assert "Evidence 1" in err
    status, _, err = run("export", "pdf", NUMBER, "--channel", "12315", "-o", str(path))
    assert status == 0
    assert "with 0 pieces" in err


def test_a_folder_that_is_not_there_is_a_known_problem(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "no" / "list.pdf"
    status, _, err = run("export", "catalogue", NUMBER, "-o", str(path))
    assert status == 1
    assert err.strip()


@pytest.mark.parametrize("what", ["catalogue", "pdf", "hashes", "bundle", "pictures"])
@pytest.mark.usefixtures("photos")
def test_nothing_is_written_into_the_library(run: Any, tmp_path: Path, what: str) -> None:
    library = tmp_path / "library"
    before = sorted(library.rglob("*"))
    status, _, err = run("export", what, NUMBER, "-o", str(library / "originals" / "x.pdf"))
    assert status == 1
    assert "inside a library" in err
    assert sorted(library.rglob("*")) == before


@pytest.fixture
def photos(run: Any, tmp_path: Path) -> None:
    for name, colour in (("a.jpg", "red"), ("b.jpg", "blue"), ("c.jpg", "green")):
        Image.new("RGB", (900, 700), colour).save(tmp_path / name)
        run("evidence", "add", str(tmp_path / name), "--order", NUMBER, "--kind", "photo")


@pytest.mark.usefixtures("photos")
def test_pictures_go_into_a_folder_of_their_own(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    status, out, err = run("export", "pictures", NUMBER, "-o", str(folder), "--json")
    assert status == 0
    found = json.loads(out)
    assert [one["name"] for one in found["files"]] == sorted(one.name for one in folder.iterdir())
    assert [one["numbers"] for one in found["files"]] == [[2], [3], [4]]
    assert found["left_out"][0]["code"] == "pictures.no_picture"
    assert "Evidence 1" in err


@pytest.mark.usefixtures("photos")
def test_limits_can_be_given_as_the_page_states_them(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    words = ("--most", "1", "--max-kb", "60", "--channel", "12315")
    status, out, _ = run("export", "pictures", NUMBER, "-o", str(folder), *words, "--json")
    assert status == 0
    (made,) = json.loads(out)["files"]
    assert made["numbers"] == [2, 3, 4]
    assert made["bytes"] == next(folder.iterdir()).stat().st_size <= 60_000


def test_without_pictures_there_is_no_folder(run: Any, tmp_path: Path) -> None:
    status, _, err = run("export", "pictures", NUMBER, "-o", str(tmp_path / "set"))
    assert status == 1
    assert "no picture" in err
    assert not (tmp_path / "set").exists()
