"""`keepproof export bundle`, `export hashes`, `check`."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from bundles import make, rewritten
from keepproof.cli import main
from keepproof.domain.bundle import BundleRecord
from keepproof.library.library import Library

NUMBER = "2690183455720166318"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a library with an order that has two pieces of evidence."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")
    library = tmp_path / "library"
    (tmp_path / "one.txt").write_text("订单", "utf-8")
    (tmp_path / "two.txt").write_text("聊天", "utf-8")
    at = ["--library", str(library)]
    main([*at, "order", "add", "--no", NUMBER, "--shop", "澄屿", "--platform", "tmall"])
    for name in ("one.txt", "two.txt"):
        main([*at, "evidence", "add", str(tmp_path / name), "--order", NUMBER])
    return library


def export(folder: Path, out: Path, *more: str) -> int:
    words = ["--library", str(folder), "export", "bundle", NUMBER, "-o", str(out), *more]
    return main(words)


def test_a_bundle_is_written_and_checks_as_sound(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(folder, tmp_path / "x.zip") == 0
    said = capsys.readouterr()
    assert "Written and checked" in said.err
    assert main(["check", str(tmp_path / "x.zip"), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["sound"], report["order"], report["history"]) == (True, NUMBER, "intact")
    assert report["seal"] in said.err
    assert {one["state"] for one in report["files"]} == {"intact"}


def test_a_changed_file_is_named_and_the_status_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEEPPROOF_LANG", "en")
    name = "data/originals/E2_chat.txt"
    path = rewritten(
        make(tmp_path), tmp_path / "x.zip", lambda one, data: b"other" if one == name else data
    )
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr()
    assert f"changed\tE2\t{name}" in said.out
    assert "1 changed, 0 missing, 0 extra" in said.err


def test_checking_needs_no_library(tmp_path: Path, own_home: Path) -> None:
    assert main(["check", str(make(tmp_path))]) == 0
    assert list(own_home.rglob("*.sqlite3")) == []


def test_what_is_no_bundle_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEEPPROOF_LANG", "en")
    (tmp_path / "x.zip").write_bytes(b"no")
    assert main(["check", str(tmp_path / "x.zip")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_broken_original_stops_it_unless_it_may_be_left_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(folder) as library:
        first = library.evidence.all()[0].evidence
        library.original_path(first.sha256).unlink()
    assert export(folder, tmp_path / "x.zip") == 1
    assert "E1 one.txt" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()
    assert export(folder, tmp_path / "x.zip", "--leave-out-broken", "--json") == 0
    left_out = json.loads(capsys.readouterr().out)["left_out"]
    assert left_out == [{"number": 1, "reason": "missing", "sha256": first.sha256}]


def test_one_that_is_for_oneself_lists_messages(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(
        "小明 2026-11-15 19:10:01\n收到货了\n客服 2026-11-15 19:11:40\n好的亲\n", "utf-8"
    )
    at = ["--library", str(folder)]
    main([*at, "evidence", "add", str(tmp_path / "chat.txt"), "--order", NUMBER, "--kind", "chat"])
    assert export(folder, tmp_path / "x.zip", "--for", "self") == 0
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        (name,) = [one for one in archive.namelist() if one.endswith("/messages.jsonl")]
        first = json.loads(archive.read(name).decode().splitlines()[0])
    assert (first["evidence"], first["text"]) == ("E3", "收到货了")


def test_hashes_for_a_timestamp(folder: Path, tmp_path: Path) -> None:
    words = ["--library", str(folder), "export", "hashes", NUMBER, "-o", str(tmp_path / "h.txt")]
    assert main(words) == 0
    assert "  E2  two.txt" in (tmp_path / "h.txt").read_text("utf-8")


def test_an_import_shows_first_and_imports_with_yes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export(folder, tmp_path / "x.zip", "--no-catalogue")
    at = ["--library", str(tmp_path / "other"), "import-bundle", str(tmp_path / "x.zip")]
    capsys.readouterr()
    assert main([*at, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["joins"], [one["state"] for one in shown["items"]]) == (False, ["new", "new"])
    assert main([*at, "--yes", "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert (done["order"], done["order_made"]) == (NUMBER, True)
    assert [one["number"] for one in done["kept"]] == [1, 2]
    assert main([*at]) == 0
    assert "filed\tE1\tone.txt" in capsys.readouterr().out


def test_a_refused_item_makes_the_status_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEEPPROOF_LANG", "en")
    path = rewritten(
        make(tmp_path), tmp_path / "x.zip", lambda one, data: b"x" if "E2" in one else data
    )
    at = ["--library", str(tmp_path / "library"), "import-bundle", str(path)]
    assert main(at) == 1
    assert main([*at, "--yes"]) == 1
    assert "1 new, 0 filed that were here, 1 refused" in capsys.readouterr().err


def test_what_a_bundle_says_of_itself_does_not_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def evil(one: BundleRecord) -> BundleRecord:
        head = replace(one.custody, hash="\x1b]0;hash")
        return replace(one, custody=head, order=replace(one.order, number=f"\x1b]0;{NUMBER}"))

    path = make(tmp_path, change=evil)
    main(["check", str(path)])
    main(["--library", str(tmp_path / "library"), "import-bundle", str(path)])
    said = capsys.readouterr()
    assert "hash" in said.out
    assert NUMBER in said.err
    assert "\x1b" not in said.out + said.err
