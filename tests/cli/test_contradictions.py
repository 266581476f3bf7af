"""`dispute show` and `complaint` tell where evidence and order differ."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from keepproof.cli import main

NUMBER = "2690183455720166318"
EXPORT = f"""订单号,订单提交时间,订单状态,店铺名称,商品名称,型号款式,商品数量,商品金额,实付金额,运费
{NUMBER},2026-11-10 21:04:00,交易成功,澄屿家电旗舰店,吸尘器,标准版,1,￥1299.00,￥1299.00,￥0.00
"""
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line on a library with one order, its dispute, and a list that says otherwise."""
    monkeypatch.setenv("KEEPPROOF_LANG", "en")

    def call(*words: str) -> tuple[int, str]:
        status = main(["--library", str(tmp_path / "library"), *words])
        return status, capsys.readouterr().out

    (tmp_path / "mine.csv").write_text(EXPORT, "utf-8")
    (tmp_path / "订单.csv").write_text(
        EXPORT.replace("￥1299.00,￥0.00", "￥1199.00,￥0.00"), "utf-8"
    )
    call("order", "import", str(tmp_path / "mine.csv"), "--yes")
    call("dispute", "open", NUMBER, "--issue", "not_as_described")
    call("evidence", "add", str(tmp_path / "订单.csv"), "--order", NUMBER)
    return call


def test_both_values_are_shown_with_their_sources(run: Run) -> None:
    status, out = run("dispute", "show", NUMBER, "--json")
    (one,) = json.loads(out)["contradictions"]
    assert status == 0
    assert one["field"] == "paid"
    assert [(each["value"], each["source"]) for each in one["values"]] == [
        (129900, "mine.csv:2"),
        (119900, "E1 L2"),
    ]


def test_it_is_said_in_words(run: Run) -> None:
    out = run("dispute", "show", NUMBER)[1]
    assert "¥1,299.00" in out
    assert "¥1,199.00 in Evidence 1, line 2" in out


def test_a_complaint_warns_before_anything_is_sent(run: Run) -> None:
    out = run("complaint", NUMBER, "--channel", "merchant_chat", "--json")[1]
    warnings = [one for one in json.loads(out)["warnings"] if one["kind"] == "contradiction"]
    assert any("¥1,199.00" in one["text"] for one in warnings)
