from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from keepproof.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command on a library of the test's own: status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library"), *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def data(run: Run, *words: str) -> Any:
    status, out, _ = run(*words, "--json")
    assert status == 0
    return json.loads(out)


def test_texts_are_read_as_they_are_added(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "说明.txt"
    path.write_text("四十八小时内发货", "utf-8")
    kept = data(run, "evidence", "add", str(path))["kept"][0]
    shown = data(run, "evidence", "show", kept["sha256"][:12])
    assert shown["text"] == "四十八小时内发货"
    assert shown["reading"]["source"] == "text"
    assert data(run, "evidence", "read")["read"] == 0


def test_again_reads_what_was_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "说明.txt"
    path.write_text("四十八小时内发货", "utf-8")
    run("evidence", "add", str(path))
    assert data(run, "evidence", "read", "--again") == {"read": 1, "odd": [], "waiting": []}
