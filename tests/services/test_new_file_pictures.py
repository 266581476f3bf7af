from __future__ import annotations

from pathlib import Path

from PIL import Image

from keepproof.readers.sandbox import Sandbox
from keepproof.services.new_file_pictures import small_pictures
from keepproof.ticket import Ticket


def test_pictures_are_made_of_what_can_be_shown_and_nothing_stays(tmp_path: Path) -> None:
    Image.new("RGB", (300, 600), "red").save(tmp_path / "a.png")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    (tmp_path / "words.png").write_text("no picture at all")
    files = [tmp_path / name for name in ("a.png", "broken.png", "words.png", "gone.png")]
    before = {one: one.read_bytes() for one in files[:3]}
    with Sandbox() as sandbox:
        found = small_pictures(files, 64, sandbox, Ticket())
    assert found.keys() == {tmp_path / "a.png"}
    assert found[tmp_path / "a.png"][8:12] == b"WEBP"
    assert {one: one.read_bytes() for one in files[:3]} == before
