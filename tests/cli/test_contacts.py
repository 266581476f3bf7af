from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from keepproof.cli import main

NUMBER = "2690183455720166318"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command on a library that holds one order: status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library"), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    call("order", "add", "--platform", "tmall", "--no", NUMBER, "--shop", "澄屿家电旗舰店")
    return call


def data(run: Run, *words: str) -> Any:
    status, out, said = run(*words, "--json")
    assert (status, said) == (0, "")
    return json.loads(out)


def add(run: Run, *words: str) -> Any:
    return data(run, "contact", "add", NUMBER, "--at", "2025-11-16 09:15", *words)


def test_a_contact_is_listed_as_it_was_added(run: Run) -> None:
    words = ("--party", "merchant", "--channel", "merchant_chat", "--who", "小七")
    added = add(run, *words, "--summary", "属于正常现象", "--outcome", "unsatisfied")
    assert data(run, "contact", "list", NUMBER) == added
    assert added[0]["at"] == "2025-11-16T09:15:00+08:00"
    assert (added[0]["who"], added[0]["outcome"], added[0]["cost"]) == ("小七", "unsatisfied", None)


def test_a_promise_has_its_words_its_time_and_its_state(run: Run) -> None:
    add(run, "--summary", "稍后答复", "--promise", "48 小时内答复", "--due", "2025-11-18 09:15")
    status, _, _ = run("contact", "promise", NUMBER, "1", "broken")
    (row,) = data(run, "contact", "list", NUMBER)
    assert status == 0
    assert row["outcome"] == "promised"
    assert row["promises"] == [
        {"words": "48 小时内答复", "due": "2025-11-18T09:15:00+08:00", "state": "broken"}
    ]


def test_a_call_is_timed_and_its_notes_are_evidence(run: Run) -> None:
    words = ("--party", "platform", "--channel", "call", "--phone", "95188", "--minutes", "3.5")
    (row,) = add(run, *words, "--waited", "2", "--notes", "工号 37", "--ticket", "T-87122")
    evidence = data(run, "evidence", "list", "--order", NUMBER)
    assert (row["waited_seconds"], row["talked_seconds"], row["evidence"]) == (120, 210, 1)
    assert [one["kind"] for one in evidence] == ["call"]


def test_contacts_come_in_the_order_they_happened(run: Run) -> None:
    add(run, "--summary", "later")
    data(run, "contact", "add", NUMBER, "--at", "2025-11-15 08:00", "--summary", "earlier")
    listed = data(run, "contact", "list", NUMBER)
    assert [(one["position"], one["summary"]) for one in listed] == [(1, "earlier"), (2, "later")]


def test_a_removed_contact_is_gone(run: Run) -> None:
    add(run, "--summary", "x")
    assert run("contact", "remove", NUMBER, "1")[0] == 0
    assert data(run, "contact", "list", NUMBER) == []


def test_the_list_can_be_read(run: Run) -> None:
    add(run, "--summary", "属于正常现象", "--ticket", "T-1")
    _, out, _ = run("contact", "list", NUMBER)
    assert "merchant/merchant_chat" in out
    assert "属于正常现象  T-1" in out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("add", "1"), "no order 1"),
        (("add", NUMBER, "--party", "moon"), "no party"),
        (("add", NUMBER, "--channel", "moon"), "no channel"),
        (("add", NUMBER, "--outcome", "moon"), "no outcome"),
        (("add", NUMBER, "--at", "2025-02-30"), "not a date"),
        (("add", NUMBER, "--at", "2999-01-01"), "has not come yet"),
        (("add", NUMBER, "--due", "2999-01-01"), "no promise"),
        (("add", NUMBER, "--outcome", "promised"), "write down its words"),
        (("promise", NUMBER, "4", "kept"), "no contact 4"),
    ],
)
def test_a_known_problem_is_one_clear_line(run: Run, words: tuple[str, ...], part: str) -> None:
    status, out, said = run("contact", *words)
    assert (status, out, said.count("\n")) == (1, "", 1)
    assert part in said


def test_a_contact_without_a_promise_has_none_to_settle(run: Run) -> None:
    add(run, "--summary", "x")
    status, _, said = run("contact", "promise", NUMBER, "1", "kept")
    assert status == 1
    assert "No promise" in said
