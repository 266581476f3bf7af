from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from keepproof.cli import main
from keepproof.domain.reading import Reading
from keepproof.library.library import Library

NUMBER = "2690183455720166318"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command on a library of the test's own: status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "zh")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library"), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> None:
    """Log an order and keep a chat and a picture that shows a word."""
    words = ("--platform", "tmall", "--no", NUMBER, "--shop", "澄屿旗舰店", "--item", "无线吸尘器")
    assert run("order", "add", *words)[0] == 0
    chat, shot = tmp_path / "聊天.txt", tmp_path / "shot.png"
    chat.write_text("澄屿旗舰店：亲，签收后 7 天内可以退款\n", "utf-8")
    shot.write_bytes(b"\x89PNG\r\n\x1a\n not a picture")
    assert run("evidence", "add", str(chat), str(shot), "--order", NUMBER)[0] == 0
    with Library.open(tmp_path / "library") as library:
        picture = library.evidence.all()[1].evidence
        library.readings.put(Reading(picture.sha256, "picture", "物流异常 包裹破损"))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("words", "type", "number"),
    [
        ("退款", "evidence", 1),
        ("签", "evidence", 1),
        ("166318", "order", None),
        ("無線", "order", None),
        ("破损", "evidence", 2),
    ],
)
def test_what_is_kept_is_found(run: Run, words: str, type: str, number: int | None) -> None:
    status, out, _ = run("search", words, "--json")
    (hit,) = json.loads(out)
    assert (status, hit["type"], hit["order"], hit["number"]) == (0, type, NUMBER, number)
    assert {"type", "order", "number", "title", "snippet"} <= set(hit)


@pytest.mark.usefixtures("filled")
def test_words_that_begin_with_a_minus_are_left_out(run: Run) -> None:
    def types(*words: str) -> list[str]:
        return [one["type"] for one in json.loads(run("search", "--json", *words)[1])]

    assert types("澄屿") == ["order", "merchant", "evidence"]
    assert types("澄屿", "-退款") == ["order", "merchant"]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("word", ["-hello", "-iphone", "--hello"])
def test_a_word_left_out_is_no_option(run: Run, word: str) -> None:
    status, out, said = run("search", "破损", word)
    assert (status, out.count("\n"), said) == (0, 1, "")


@pytest.mark.usefixtures("filled")
def test_a_filter_with_a_minus_is_refused_and_no_option(run: Run) -> None:
    status, out, said = run("search", "破损", "-kind:photo")
    assert (status, out, said.count("\n")) == (1, "", 1)


@pytest.mark.usefixtures("filled")
def test_a_line_says_type_order_number_title_and_snippet(run: Run) -> None:
    assert run("search", "包裹 破损")[1:] == ("", "没有找到。\n")
    line = f"证据\t{NUMBER}\tE2\tshot.png\t物流异常 包裹破损\n"
    assert run("search", "包裹", "破损")[1:] == (line, "")


@pytest.mark.usefixtures("filled")
def test_more_is_told(run: Run) -> None:
    _, out, said = run("search", "--limit", "1", "澄屿")
    assert (out.count("\n"), said) == (1, "还有更多，可用 --limit 多列一些。\n")


def test_a_query_that_makes_no_sense_is_told_in_one_line(run: Run) -> None:
    status, out, said = run("search", "-退款")
    assert (status, out, said.count("\n")) == (1, "", 1)
