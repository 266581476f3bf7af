from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from keepproof.cli import main

NUMBER = "2690183455720166318"
OTHER = "2690183455720166319"
EXPORT = f"""订单号,订单提交时间,订单状态,店铺名称,商品名称,型号款式,商品数量,商品金额,实付金额,运费
{NUMBER},2026-11-10 21:04:00,交易成功,澄屿家电旗舰店,吸尘器,标准版,1,￥1299.00,￥1299.00,￥0.00
{OTHER},2026-11-09 08:20:00,交易成功,某某百货,抽纸,橙色,1,￥29.90,￥29.90,￥0.00
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `order` with these words on a library of the test's own: status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["--library", str(tmp_path / "library"), "order", *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


@pytest.fixture
def export(tmp_path: Path) -> str:
    path = tmp_path / "orders.csv"
    path.write_text(EXPORT, "utf-8-sig")
    return str(path)


def numbers(run: Run) -> list[str]:
    return [one["no"] for one in json.loads(run("list", "--json")[1])]


def test_an_import_shows_what_it_would_add(run: Run, export: str) -> None:
    status, out, err = run("import", export)
    assert status == 0
    assert [line.split("\t")[:2] for line in out.splitlines()] == [["new", NUMBER], ["new", OTHER]]
    assert "--yes" in err
    assert numbers(run) == []


def test_yes_adds_it(run: Run, export: str) -> None:
    status, _, err = run("import", export, "--yes")
    assert (status, "added: 2" in err) == (0, True)
    assert numbers(run) == [NUMBER, OTHER]


def test_only_the_named_orders_are_added(run: Run, export: str) -> None:
    run("import", export, "--yes", "--only", OTHER)
    assert numbers(run) == [OTHER]


def test_a_second_import_adds_nothing(run: Run, export: str) -> None:
    run("import", export, "--yes")
    status, out, err = run("import", export, "--yes")
    assert (status, "added: 0" in err) == (0, True)
    assert {line.split("\t")[0] for line in out.splitlines()} == {"known"}
    assert numbers(run) == [NUMBER, OTHER]


def test_json_has_its_stable_shape(run: Run, export: str) -> None:
    found: dict[str, Any] = json.loads(run("import", export, "--json")[1])
    assert set(found) == {"entries", "problems", "left_out", "added", "completed"}
    entry = found["entries"][0]
    assert (entry["state"], entry["source"], entry["no"]) == ("new", "orders.csv:2", NUMBER)
    assert (entry["paid"], entry["currency"]) == (129900, "CNY")
    assert entry["times"]["ordered"] == "2026-11-10T21:04:00+08:00"


def test_a_row_that_cannot_be_used_is_named_with_its_line(
    run: Run, export: str, tmp_path: Path
) -> None:
    Path(export).write_text(EXPORT.replace(NUMBER, "2.69018E+18"), "utf-8")
    status, _, err = run("import", export, "--yes")
    assert status == 0
    assert "orders.csv: Line 2: the number 2.69018E+18 was cut short" in err
    assert numbers(run) == [OTHER]


def test_nothing_but_other_files_is_a_known_problem(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("hello", "utf-8")
    status, out, err = run("import", str(path))
    assert (status, out) == (1, "")
    assert "“note.txt” is not a bill" in err


def test_a_conflict_is_shown_and_kept_out(run: Run, export: str) -> None:
    run("add", "--platform", "tmall", "--no", NUMBER, "--paid", "5.00")
    _, out, _ = run("import", export, "--yes", "--complete")
    assert "paid: ¥5.00 ≠ ¥1,299.00" in out.splitlines()[0]
    assert json.loads(run("show", NUMBER, "--json")[1])["paid"] == 500


def test_complete_fills_what_is_empty(run: Run, export: str) -> None:
    run("add", "--platform", "tmall", "--no", NUMBER)
    _, _, err = run("import", export, "--yes", "--complete")
    assert "completed: 1" in err
    assert json.loads(run("show", NUMBER, "--json")[1])["paid"] == 129900


def test_help_needs_no_library(run: Run) -> None:
    status, out, _ = run("import", "--help")
    assert (status, "--yes" in out) == (0, True)
