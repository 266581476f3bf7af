"""Promises of a chat taken over, listed, settled and removed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from keepproof.cli import main

NUMBER = "2690183455720166318"
CHAT = """tb买家 2026-11-16 09:12:00
什么时候发货
澄屿家电旗舰店:小陈 2026-11-16 09:15:00
亲，48小时内给您发货
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command on a library with an order and its chat: status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library"), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    file = tmp_path / "wangwang.txt"
    file.write_text(CHAT, "utf-8")
    call("order", "add", "--platform", "tmall", "--no", NUMBER, "--shop", "澄屿家电旗舰店")
    call("evidence", "add", str(file), "--order", NUMBER, "--kind", "chat")
    return call


def data(run: Run, *words: str) -> Any:
    status, out, said = run(*words, "--json")
    assert (status, said) == (0, "")
    return json.loads(out)


def take(run: Run) -> Any:
    return data(run, "contact", "take", "E1", "L3", "--order", NUMBER)


def test_a_promise_is_listed_as_it_was_taken(run: Run) -> None:
    taken = take(run)

    assert data(run, "contact", "promises", NUMBER) == taken
    (row,) = taken
    assert (row["words"], row["party"], row["state"]) == ("48小时内给您发货", "merchant", "open")
    assert (row["evidence"], row["place"], row["contact"]) == (1, "L3", None)
    assert row["due"] == "2026-11-18T09:15:00+08:00"


def test_a_second_time_is_refused_and_changes_nothing(run: Run) -> None:
    take(run)

    status, _, said = run("contact", "take", "E1", "L3", "--order", NUMBER)

    assert (status, "already" in said) == (1, True)
    assert len(data(run, "contact", "promises", NUMBER)) == 1


def test_a_place_without_a_promise_is_named(run: Run) -> None:
    status, _, said = run("contact", "take", "E1", "L1", "--order", NUMBER)

    assert (status, "L1" in said) == (1, True)


def test_it_is_settled_and_removed_by_its_place(run: Run) -> None:
    take(run)
    assert run("contact", "promise", NUMBER, "E1:L3", "broken")[0] == 0
    assert [one["state"] for one in data(run, "contact", "promises", NUMBER)] == ["broken"]

    assert run("contact", "remove", NUMBER, "E1:L3")[0] == 0
    assert data(run, "contact", "promises", NUMBER) == []


def test_the_list_can_be_read(run: Run) -> None:
    take(run)
    run("contact", "add", NUMBER, "--at", "2026-11-17 10:00", "--promise", "退款 20 元")

    _, out, _ = run("contact", "promises", NUMBER)

    first, second = out.splitlines()
    assert first.startswith("E1:L3  2026-11-16T09:15:00+08:00  → 2026-11-18T09:15:00+08:00  [open]")
    assert second.endswith("[open]  退款 20 元")


@pytest.mark.parametrize("position", ["2", "0", "x", "E1:L1"])
def test_a_position_that_is_not_there_is_refused(run: Run, position: str) -> None:
    take(run)

    assert run("contact", "promise", NUMBER, position, "kept")[0] == 1
