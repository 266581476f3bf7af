from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from keepproof.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `keepproof phone`: status, output, messages."""
    monkeypatch.setenv("KEEPPROOF_LANG", "zh")

    def call(*words: str) -> tuple[int, str, str]:
        status = main(["phone", *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def data(run: Run, *words: str) -> Any:
    status, out, _ = run(*words, "--json")
    assert status == 0
    return json.loads(out)


@pytest.mark.parametrize(
    ("number", "class_", "cost_class"),
    [
        ("95188", "service_95", "caller_plan"),
        ("9510211", "service_95_long", "caller_plan"),
        ("400-860-8608", "shared_400", "shared"),
        ("8008101234", "toll_free_800", "toll_free_landline"),
        ("12315", "government", "government"),
        ("0571-88158198", "landline", "caller_plan"),
        ("13812345678", "mobile", "caller_plan"),
        ("110", "emergency", "free"),
        ("021-96315", "local_96", "caller_plan"),
        ("+86 138 1234 5678", "mobile", "caller_plan"),
        ("nonsense", "unknown", "unknown"),
    ],
)
def test_a_number_is_told_in_its_stable_shape(
    run: Run, number: str, class_: str, cost_class: str
) -> None:
    shown = data(run, number)
    assert (shown["number"], shown["class"], shown["cost_class"]) == (number, class_, cost_class)
    assert all(shown[key] for key in ("payer", "note", "source", "as_of", "status"))


def test_several_numbers_give_a_list(run: Run) -> None:
    assert [one["class"] for one in data(run, "95188", "110")] == ["service_95", "emergency"]


@pytest.mark.parametrize(
    "words", [("+86", "138", "1234", "5678"), ("0571", "88158198"), ("400", "860", "8608")]
)
def test_one_number_typed_with_spaces_is_one_number(run: Run, words: tuple[str, ...]) -> None:
    assert data(run, *words)["number"] == " ".join(words)


def test_nonsense_says_that_the_cost_is_unknown(run: Run) -> None:
    _, out, _ = run("nonsense")
    assert "费用未知，拨打前请确认" in out


def test_the_warning_of_fraud_comes_once_and_not_among_the_results(run: Run) -> None:
    _, out, said = run("95188", "400-860-8608", "13812345678")
    assert said.count("共享屏幕") == 1
    assert "共享屏幕" not in out


def test_an_estimate_is_integer_cents(run: Run) -> None:
    shown = data(run, "95188", "--rate", "0.15", "--minutes", "10", "--included", "4")
    assert shown["estimate"] == {"cents": 90, "currency": "CNY"}


@pytest.mark.parametrize(
    ("number", "part"),
    [
        ("95188", "¥1.50"),
        ("8008101234", "没有估算"),
        ("0571-88158198转8008", "分机：8008"),
    ],
)
def test_an_estimate_is_worded(run: Run, number: str, part: str) -> None:
    _, out, _ = run(number, "--rate", "0.15", "--minutes", "10")
    assert part in out


def test_included_minutes_do_not_make_a_call_free(run: Run) -> None:
    _, out, _ = run("95188", "--rate", "0.15", "--minutes", "10", "--included", "100")
    assert "套餐分钟数之内" in out
    assert "免费" not in out.replace("并非免费", "")


@pytest.mark.parametrize("words", [(), ("95188", "--rate", "0.15"), ("95188", "--included", "3")])
def test_half_an_estimate_or_no_number_is_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words)[:2] == (2, "")


@pytest.mark.parametrize("tariff", [("x", "1"), ("0.15", "x")])
def test_a_tariff_that_is_none_is_one_clear_line(run: Run, tariff: tuple[str, str]) -> None:
    status, out, said = run("95188", "--rate", tariff[0], "--minutes", tariff[1])
    assert (status, out, said.strip().count("\n")) == (1, "", 0)
    assert "“x”" in said


def test_a_hostile_number_cannot_act_on_the_terminal(run: Run) -> None:
    _, out, _ = run("95188\x1b[31m")
    assert "\x1b" not in out


def test_the_command_line_starts_without_the_number_library() -> None:
    program = "import sys, keepproof.cli.main; sys.exit('phonenumbers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert done.returncode == 0
