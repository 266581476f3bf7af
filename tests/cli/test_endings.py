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
    """Run one command on a library with an open dispute about 459.00 yuan."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library"), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    call("order", "add", "--platform", "tmall", "--no", NUMBER, "--shop", "S", "--paid", "459.00")
    call("dispute", "open", NUMBER, "--issue", "damaged", "--demand", "return_refund")
    return call


def overview(run: Run) -> Any:
    status, out, _ = run("overview", "--json")
    assert status == 0
    return json.loads(out)


def test_a_closed_dispute_counts_with_what_came_back(run: Run) -> None:
    close = ("dispute", "close", NUMBER, "--outcome", "partly", "--recovered", "¥300")
    assert run(*close, "--rating", "4")[0] == 0
    view = overview(run)
    assert (view["open"], view["closed"], view["outcomes"]) == (0, 1, {"partly": 1})
    assert view["recovered"] == [{"cents": 30000, "currency": "CNY"}]


def test_a_reopened_dispute_is_at_stake_again(run: Run) -> None:
    run("dispute", "close", NUMBER, "--outcome", "unsolved")
    assert run("dispute", "reopen", NUMBER)[0] == 0
    view = overview(run)
    assert (view["open"], view["recovered"]) == (1, [])


def test_the_figures_are_told_in_words(run: Run) -> None:
    status, out, _ = run("overview")
    assert (status, out.splitlines()[0]) == (0, "1 open, 0 closed")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("dispute", "close", NUMBER, "--outcome", "won"), 2),
        (("dispute", "close", NUMBER, "--outcome", "solved", "--rating", "9"), 2),
        (("dispute", "close", NUMBER, "--outcome", "solved", "--recovered", "much"), 1),
        (("dispute", "close", "123", "--outcome", "solved"), 1),
    ],
)
def test_what_cannot_be_is_refused(run: Run, words: tuple[str, ...], status: int) -> None:
    assert run(*words)[0] == status
    assert overview(run)["closed"] == 0
