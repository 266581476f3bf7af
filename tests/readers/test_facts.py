"""Files are looked at in the sandbox, and what kills the child is an odd reason like any other."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image

from keepproof.readers.facts import FileFacts, examine, examine_all, facts, needs_child
from keepproof.readers.sandbox import Sandbox


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.touch()

    assert facts(path, "image/png") == FileFacts(odd="readers.empty_file")


def test_a_text_has_nothing_to_look_at(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")

    assert facts(path, "text/plain") == FileFacts()


def test_a_format_that_cannot_be_shown_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.psd"
    path.write_bytes(b"8BPS")

    assert facts(path, "image/vnd.adobe.photoshop").odd == "readers.image_unsupported"


def test_a_picture_is_looked_at_in_the_child(
    sandbox: Sandbox, drawn: Image.Image, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    drawn.save(path)

    assert examine(sandbox, path, "image/png") == FileFacts(160, 120, 1)


def test_a_film_is_looked_at_in_the_child(sandbox: Sandbox, film: Path) -> None:
    assert examine(sandbox, film, "video/mp4").duration_s == 1.0


def test_many_files_are_told_in_their_order(sandbox: Sandbox, tmp_path: Path) -> None:
    files = []
    for width in range(1, 20):
        path = tmp_path / f"{width}.png"
        Image.new("L", (width, 1)).save(path)
        files.append((path, "image/png"))
    files.append((tmp_path / "1.png", "text/plain"))

    assert [one.width for one in examine_all(sandbox, files)] == [*range(1, 20), 0]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit on Windows")
def test_what_is_too_large_for_the_child_is_an_odd_reason(tmp_path: Path) -> None:
    path = tmp_path / "big.png"
    Image.new("RGB", (9000, 9000)).save(path, compress_level=1)
    with Sandbox(workers=1, memory=320 * 1024**2) as tight:
        assert examine(tight, path, "image/png").odd in {"readers.memory", "readers.crashed"}


@pytest.mark.parametrize(
    ("media_type", "wanted"),
    [("image/png", True), ("video/mp4", True), ("audio/amr", True), ("text/plain", False), ("image/svg+xml", False)],
)  # fmt: skip
def test_only_foreign_bytes_need_a_child(media_type: str, wanted: bool) -> None:
    assert needs_child(media_type) is wanted
