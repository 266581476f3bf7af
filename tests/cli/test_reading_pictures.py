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


def test_the_messages_and_hints_of_pictures_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chat, order = tmp_path / "chat.png", tmp_path / "order.png"
    said = [
        ("您好，在的", (170, 320)),
        ("吸尘器不通电，申请退款", (460, 460)),
        ("亲，四十八小时内给您处理", (170, 600)),
        ("好的", (830, 740)),
    ]
    written((1080, 900), said, letters=42).save(chat)
    page = [("订单编号", (60, 160)), ("2690183455720166318", (300, 160))]
    written((1080, 400), page, letters=38).save(order)
    library = ["--library", str(tmp_path / "library")]
    assert main([*library, "evidence", "add", "--read", "--json", str(chat), str(order)]) == 0
    kept = json.loads(capsys.readouterr().out)["kept"]
    shown = []
    for one in kept:
        assert main([*library, "evidence", "show", one["sha256"][:12], "--json"]) == 0
        shown.append(json.loads(capsys.readouterr().out))
    assert [one["role"] for one in shown[0]["messages"]] == ["unknown", "me", "unknown", "me"]
    assert shown[0]["chat"]["format"] == "picture"
    number = next(one for one in shown[1]["suggestions"] if one["field"] == "number")
    assert number["value"] == "2690183455720166318"
    assert number["source"]["words"] == "2690183455720166318"
    assert len(number["source"]["boxes"]) == 1
