"""Every file of a corpus of real and hostile input is looked at without harm."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from PIL import Image

from keepproof.errors import KnownError
from keepproof.messages import sentences
from keepproof.readers.facts import FileFacts, examine
from keepproof.readers.image import thumbnail
from keepproof.readers.sandbox import Sandbox
from keepproof.readers.sniff import media_type

pytestmark = pytest.mark.corpus
FOLDERS = ("img", "ocr")
SIZE = re.compile(r"(?:\b(?P<form>[A-Z]{3,4}) )?(?P<width>\d+)x(?P<height>\d+)")
TURNED = re.compile(r"orientation=[5678]")


def listed(corpus: Path) -> dict[Path, str]:
    with (corpus / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = {corpus / row["file"]: row["expected"] for row in rows}
    return {path: expected for path, expected in found.items() if path.parent.name in FOLDERS}


@pytest.fixture(scope="module")
def seen(corpus: Path, sandbox: Sandbox) -> dict[Path, FileFacts]:
    return {path: examine(sandbox, path, media_type(path, path.name)) for path in listed(corpus)}


def test_every_odd_reason_has_a_sentence(seen: dict[Path, FileFacts]) -> None:
    assert {one.odd for one in seen.values()} - {""} <= set(sentences())


def test_nothing_kills_the_child(seen: dict[Path, FileFacts]) -> None:
    deadly = {"readers.crashed", "readers.timeout", "readers.memory"}

    assert not [path.name for path, one in seen.items() if one.odd in deadly]


def test_what_cannot_be_decoded_is_odd_and_nothing_else(
    corpus: Path, seen: dict[Path, FileFacts]
) -> None:
    wanted = {path: "FAILS" in expected for path, expected in listed(corpus).items()}

    assert {path.name for path in seen if bool(seen[path].odd) != wanted[path]} == set()


def test_sizes_are_as_listed(corpus: Path, seen: dict[Path, FileFacts]) -> None:
    wrong = []
    for path, expected in listed(corpus).items():
        size = SIZE.match(expected)
        if size is None:
            continue
        stored = int(size["width"]), int(size["height"])
        shown = stored[::-1] if TURNED.search(expected) else stored
        if (seen[path].width, seen[path].height) != shown:
            wrong.append((path.name, seen[path], shown))
    assert not wrong


def test_frames_are_as_listed(corpus: Path, seen: dict[Path, FileFacts]) -> None:
    frames = {path: re.search(r"frames=(\d+)", text) for path, text in listed(corpus).items()}

    assert not [
        path.name for path, match in frames.items() if match and seen[path].frames != int(match[1])
    ]


def test_what_decodes_is_shown_small_and_upright(corpus: Path, seen: dict[Path, FileFacts], sandbox: Sandbox, tmp_path: Path) -> None:  # fmt: skip
    wrong = []
    for path in listed(corpus):
        out = tmp_path / f"{path.name}.webp"
        try:
            sandbox.run(thumbnail, path, out, 96)
        except KnownError:
            if not seen[path].odd:
                wrong.append(path.name)
            continue
        with Image.open(out) as image:
            facts = seen[path]
            if abs(image.width / image.height - facts.width / facts.height) > 0.1:
                wrong.append(path.name)
    assert not wrong
