from __future__ import annotations

import json
from pathlib import Path

import pytest

from keepproof.cli import main
from readers.written import written

pytest.importorskip("rapidocr")


def test_a_word_in_a_picture_is_read_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "截图.png"
    written((460, 160), [("极速退款已到账", (40, 50))]).save(picture)
    library = ["--library", str(tmp_path / "library")]
    assert main([*library, "evidence", "add", str(picture), "--json"]) == 0
    kept = json.loads(capsys.readouterr().out)["kept"][0]
    show = [*library, "evidence", "show", kept["sha256"][:12], "--json"]
    main(show)
    assert json.loads(capsys.readouterr().out)["reading"] is None
    assert main([*library, "evidence", "read"]) == 0
    capsys.readouterr()
    main(show)
    shown = json.loads(capsys.readouterr().out)
    assert shown["text"] == "极速退款已到账"
    assert shown["reading"]["source"] == "picture"


def test_a_word_that_stands_only_in_a_picture_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = tmp_path / "截图.png"
    written((460, 160), [("极速退款已到账", (40, 50))]).save(picture)
    library = ["--library", str(tmp_path / "library")]
    assert main([*library, "evidence", "add", str(picture)]) == 0
    assert main([*library, "evidence", "read"]) == 0
    capsys.readouterr()
    assert main([*library, "search", "到賬", "--json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    assert (hit["type"], hit["title"], hit["snippet"]) == (
        "evidence",
        "截图.png",
        "极速退款已到账",
    )
