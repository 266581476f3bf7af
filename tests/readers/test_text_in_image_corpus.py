"""The lines that are known to stand in a corpus of real pictures are read."""

from __future__ import annotations

import csv
import difflib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from keepproof.readers.reading import PICTURE_TIMEOUT_S, Found, read
from keepproof.readers.sandbox import Sandbox
from keepproof.services.understand import slow_sandbox

pytest.importorskip("rapidocr")
pytestmark = [pytest.mark.corpus, pytest.mark.timeout(600)]

ALIKE = 0.8  # the manifest was written by an older recogniser, with mistakes of its own


@pytest.fixture(scope="module")
def child() -> Iterator[Sandbox]:
    with slow_sandbox() as one:
        yield one


def plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def named(corpus: Path) -> dict[str, list[str]]:
    """Give the lines the manifest names, by file."""
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["kind"] == "ocr-image"]
    found = {}
    for row in rows:
        said = row["expected"]
        if "readable:" in said:
            lines = said.partition("readable:")[2].split(",")
        else:
            lines = said.partition("lines:")[2].split(" / ")
        found[row["file"]] = [line for one in lines if (line := plain(one))]
    return found


def stands_in(line: str, seen: list[str]) -> bool:
    """Say whether a line was read: as it is or as part of a longer one, or nearly so.

    A single character may stand in a short line only (元 in 168元): in a long one it would be found by chance.
    """
    if any(line in one and (len(line) > 1 or len(one) <= 4) for one in seen):
        return True
    return any(difflib.SequenceMatcher(None, line, one).ratio() >= ALIKE for one in seen)


def read_in(child: Sandbox, path: Path) -> Found:
    return child.run(read, path, path.name, "image/png", timeout_s=PICTURE_TIMEOUT_S)


def lines_of(found: Found) -> list[str]:
    """Give each line, and each row of lines that stand side by side."""
    rows = [plain(one) for one in found.text.split("\n")]
    return [*(plain(one.text) for one in found.lines), *rows]


def test_nearly_all_lines_of_the_manifest_are_read(child: Sandbox, corpus: Path) -> None:
    wanted = named(corpus)
    assert len(wanted) >= 10
    lost = []
    for name, lines in wanted.items():
        seen = lines_of(read_in(child, corpus / name))
        lost += [(name, line) for line in lines if not stands_in(line, seen)]
    count = sum(map(len, wanted.values()))
    assert len(lost) <= 0.05 * count, (count, lost)


def test_where_nothing_is_written_nothing_is_read(child: Sandbox, corpus: Path) -> None:
    assert read_in(child, corpus / "ocr/rapidocr_empty_black.jpg").text == ""


def test_a_screenshot_of_14040_pixels_is_complete(
    child: Sandbox, corpus: Path, tmp_path: Path
) -> None:
    once = Image.open(corpus / "ocr/long_screenshot_3.jpg")
    assert once.size == (1080, 7020)
    path = tmp_path / "long.png"
    twice = Image.new("RGB", (1080, 14_040))
    twice.paste(once, (0, 0))
    twice.paste(once, (0, 7020))
    twice.save(path, compress_level=1)
    screen = named(corpus)["ocr/long_screenshot_3.jpg"]
    seen = [plain(one.text) for one in read_in(child, path).lines]
    single = [plain(one.text) for one in read_in(child, corpus / "ocr/long_screenshot_3.jpg").lines]
    assert [line for line in screen if line not in seen] == []
    # the tiny figures of the status bar are read or not as chance will have it
    sure = {line for line in single if sum(one >= "\u4e00" for one in line) > 1}
    assert len(sure) > 20
    assert [line for line in sure if seen.count(line) != 2 * single.count(line)] == []
