"""`keepproof evidence redact`: boxes by hand or from the words read, a copy beside the original."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from keepproof.cli import main
from keepproof.domain.reading import Reading, ReadLine
from keepproof.library.library import Library
from keepproof.readers import reading as readers_reading

NUMBER = "2690183455720166318"
Run = tuple[int, str, str]


class Desk:
    """A library with one order and a picture in it, as the command line sees it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder / "library", capsys
        picture = folder / "IMG_1.png"
        Image.new("RGB", (600, 400), "orange").save(picture)
        order = ["--no", NUMBER, "--platform", "tmall", "--shop", "澄屿", "--item", "X1"]
        assert self.run("order", "add", *order)[0] == 0
        add = ("evidence", "add", str(picture), "--order", NUMBER, "--kind", "waybill")
        assert self.run(*add)[0] == 0

    def run(self, *words: str) -> Run:
        status = main(["--library", str(self.folder), *words])
        out, err = self._capsys.readouterr()
        return status, out, err

    def redact(self, *words: str, name: str = "E1") -> Run:
        return self.run("evidence", "redact", name, "--order", NUMBER, *words)

    def listed(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(
            self.run("evidence", "list", "--order", NUMBER, "--json")[1]
        )
        return found

    def read(self, *lines: ReadLine) -> None:
        with Library.open(self.folder) as library:
            (one,) = library.evidence.all()
            facts = {"width": "600", "height": "400"}
            library.readings.put(Reading(one.evidence.sha256, "picture", "", lines, facts=facts))


@pytest.fixture
def desk(tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_boxes_are_filled_on_a_copy(desk: Desk) -> None:
    status, out, _ = desk.redact("--box", "10,20,100,30", "--box", "300,200,50,50", "--json")
    assert status == 0
    made = json.loads(out)
    assert made["copy"]["number"] == 2
    assert made["copy"]["derived_from"] == made["original"]["id"]
    assert made["boxes"] == [
        {"left": 10, "top": 20, "width": 100, "height": 30},
        {"left": 300, "top": 200, "width": 50, "height": 50},
    ]
    assert (made["known"], made["pages"], made["suggested"]) == (False, 1, [])
    with Library.open(desk.folder) as library:
        path = library.original_path(made["copy"]["sha256"])
        with Image.open(path) as image:
            assert image.crop((10, 20, 110, 50)).getextrema() == ((0, 0),) * 3
            assert image.getpixel((200, 100)) == (255, 165, 0)
        original = library.original_path(made["original"]["sha256"])
        assert hashlib.sha256(original.read_bytes()).hexdigest() == made["original"]["sha256"]


def test_the_result_is_a_line_and_a_second_time_the_same_copy(desk: Desk) -> None:
    assert desk.redact("--box", "1,2,30,40")[1] == "kept\tE2\tE1_waybill_redacted.png\n"
    assert desk.redact("--box", "1,2,30,40")[1] == "already there\tE2\tE1_waybill_redacted.png\n"
    assert len(desk.listed()) == 2


def test_a_copy_named_leads_to_its_original(desk: Desk) -> None:
    desk.redact("--box", "1,2,30,40")
    made = json.loads(desk.redact("--box", "50,60,30,40", "--json", name="E2")[1])
    assert made["original"]["number"] == 1
    assert made["copy"]["number"] == 3


def test_what_was_read_as_private_is_covered(desk: Desk) -> None:
    desk.read(
        ReadLine("林小满 13800000042", (50, 50, 350, 80)),
        ReadLine("运单号 SF7730221588", (50, 120, 350, 150)),
    )
    status, out, _ = desk.redact("--suggested", "--json")
    assert status == 0
    made = json.loads(out)
    assert [(one["kind"], one["words"]) for one in made["suggested"]] == [
        ("name", "林**"),
        ("phone", "138****0042"),
    ]
    assert [one["box"] for one in made["suggested"]] == made["boxes"]
    assert "13800000042" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--box", "1,2,3"), "1,2,3"),
        (("--box", "a,b,c,d"), "a,b,c,d"),
        (("--box", "1,2,0,4"), "1,2,0,4"),
        (("--box", "700,0,20,20"), "600 × 400"),
        (("--suggested",), "evidence read"),
    ],
)
def test_a_known_problem_is_one_line_and_leaves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.setattr(readers_reading, "find_spec", lambda name: object())
    status, out, err = desk.redact(*words)
    assert (status, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1
    assert len(desk.listed()) == 1


def test_without_the_part_that_reads_pictures_it_says_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers_reading, "find_spec", lambda name: None)
    status, _, err = desk.redact("--suggested")
    assert status == 1
    assert "keepproof[ocr]" in err


def test_nothing_private_is_a_known_problem_and_boxes_by_hand_go_on(desk: Desk) -> None:
    desk.read(ReadLine("重量 4.20 kg", (50, 50, 350, 80)))
    assert desk.redact("--suggested")[0] == 1
    assert desk.redact("--suggested", "--box", "1,1,20,20")[0] == 0


def test_neither_box_nor_suggested_is_wrong_usage(desk: Desk) -> None:
    assert desk.redact()[0] == 2


def test_what_is_no_picture_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    desk.run("evidence", "add", str(tmp_path / "a.txt"), "--order", NUMBER)
    for how in (("--box", "1,1,9,9"), ("--suggested",)):
        status, _, err = desk.redact(*how, name="E2")
        assert status == 1
        assert "a.txt" in err


def test_further_pages_are_told_of(desk: Desk, tmp_path: Path) -> None:
    pages = [Image.new("RGB", (60, 40), colour) for colour in ("orange", "blue")]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:])
    desk.run("evidence", "add", str(tmp_path / "a.tif"), "--order", NUMBER)
    status, _, err = desk.redact("--box", "1,1,9,9", name="E2")
    assert status == 0
    assert "2" in err


def test_an_item_names_the_copy_that_goes_out_in_its_place(desk: Desk) -> None:
    def shown(name: str) -> Any:
        return json.loads(desk.run("evidence", "show", name, "--order", NUMBER, "--json")[1])

    assert shown("E1")["redacted_copy"] is None
    copy = json.loads(desk.redact("--box", "1,2,30,40", "--json")[1])["copy"]
    assert shown("E1")["redacted_copy"] == copy["id"]
    assert shown("E2")["redacted_copy"] is None
    assert shown("E2")["derived_from"] == shown("E1")["id"]
