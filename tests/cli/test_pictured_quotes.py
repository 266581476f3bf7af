"""Messages of a screenshot are quoted only after one has looked at it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fixtures.shots import TALK, keep_shot
from keepproof.cli import main
from keepproof.library.library import Library

NUMBER = "2690183455720166318"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command on a library with a screenshot of a chat and a dispute: status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library"), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    call("order", "add", "--platform", "tmall", "--no", NUMBER, "--shop", "澄屿家电旗舰店")
    call("dispute", "open", NUMBER, "--issue", "late_shipment")
    with Library.open(tmp_path / "library") as library:
        keep_shot(library, library.orders.all()[0].id, "聊天截图", *TALK)
    return call


def messages(run: Run) -> list[dict[str, Any]]:
    _, out, _ = run("evidence", "show", "E1", "--order", NUMBER, "--json")
    found: list[dict[str, Any]] = json.loads(out)["messages"]
    return found


def test_a_picture_is_to_be_compared_first(run: Run) -> None:
    place = messages(run)[1]["source"]

    status, _, said = run("evidence", "quote", "E1", place, "--order", NUMBER)

    assert (status, "--compared" in said) == (1, True)


def test_what_was_compared_stands_in_the_complaint(run: Run) -> None:
    place = messages(run)[1]["source"]

    status, out, said = run("evidence", "quote", "E1", place, "--order", NUMBER, "--compared")
    _, text, _ = run("complaint", NUMBER, "--channel", "12315", "--lang", "zh")

    assert (status, said, "亲，四十八小时内发货" in out) == (0, "", True)
    assert "“亲，四十八小时内发货”（见证据1的截图" in text


def test_quotes_of_a_picture_are_taken_back_without_comparing(run: Run) -> None:
    place = messages(run)[1]["source"]
    run("evidence", "quote", "E1", place, "--order", NUMBER, "--compared")

    status, _, _ = run("evidence", "quote", "E1", "--order", NUMBER)
    _, text, _ = run("complaint", NUMBER, "--channel", "12315", "--lang", "zh")

    assert (status, "四十八小时" in text) == (0, False)
