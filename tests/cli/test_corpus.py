"""Everything the corpus holds is kept, odd things are named, and nothing is stored twice."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from keepproof.cli import main

pytestmark = pytest.mark.corpus


def state(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        one.relative_to(folder).as_posix(): (
            hashlib.sha256(one.read_bytes()).hexdigest(),
            one.stat().st_mtime_ns,
        )
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


def must_fail(corpus: Path) -> set[str]:
    """Name the pictures whose expectation is that they cannot be opened or loaded."""
    rows = [
        line.split("\t") for line in (corpus / "MANIFEST.tsv").read_text("utf-8").splitlines()[1:]
    ]
    return {row[0] for row in rows if row[0].startswith("img/") and "FAILS" in row[-1]}


@pytest.mark.timeout(180)
def test_the_whole_corpus_is_kept_and_every_odd_file_named(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = [str(corpus / name) for name in ("img", "ocr", "chat")]
    before = {name: state(Path(name)) for name in folders}
    files = {f"{Path(name).name}/{one}" for name in folders for one in before[name]}
    command = ["--library", str(tmp_path / "library"), "evidence", "add", *folders, "--json"]
    assert main(command) == 0
    first = json.loads(capsys.readouterr().out)
    hashes = {digest for name in folders for digest, _ in before[name].values()}
    assert {one["sha256"] for one in first["kept"]} == hashes
    assert len(first["kept"]) + len(first["duplicates"]) == len(files)
    assert first["refused"] == []
    odd = {"/".join(Path(one["path"]).parts[-2:]) for one in first["odd"]}
    assert odd >= must_fail(corpus)
    assert all(one["reason"] != one["code"] for one in first["odd"])
    assert main(command) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["kept"], len(again["duplicates"])) == ([], len(files))
    assert {name: state(Path(name)) for name in folders} == before
