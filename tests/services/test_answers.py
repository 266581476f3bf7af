from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.errors import KnownError
from keepproof.knowledge.issue_type import Choice, Question
from keepproof.knowledge.text import Text
from keepproof.services.answers import read_answer

ZONE = "Asia/Shanghai"


def question(kind: str) -> Question:
    choices = (Choice("in_use", Text("使用才能发现", "only in use")),) if kind == "choice" else ()
    return Question("q", Text("问", "q"), kind, choices=choices)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("text", "  40 分钟 ", "40 分钟"),
        ("bool", "是", True),
        ("bool", "no", False),
        ("number", "12.50", "12.50"),
        ("money", "￥1,299", "1299.00"),
        ("date", "2026/11/15", "2026-11-15"),
        ("moment", "2026-11-15 18:20", "2026-11-15T18:20:00+08:00"),
        ("moment", "2026-11-15T18:20:00+00:00", "2026-11-15T18:20:00+00:00"),
        ("choice", "使用才能发现", "in_use"),
        ("money", "", ""),
    ],
)
def test_answers_are_kept_in_one_form(kind: str, text: str, answer: str | bool) -> None:
    assert read_answer(question(kind), text, ZONE) == answer


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("bool", "maybe"),
        ("number", "many"),
        ("money", "1e9"),
        ("date", "2026-13-01"),
        ("moment", "tomorrow"),
        ("choice", "x"),
    ],
)
def test_an_impossible_answer_says_what_was_expected(kind: str, text: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_answer(question(kind), text, ZONE)
    assert caught.value.code == "dispute.answer_impossible"
    assert caught.value.data["expected"]


@given(st.sampled_from(["bool", "number", "money", "date", "moment", "choice", "text"]), st.text())
def test_no_text_does_worse_than_being_refused(kind: str, text: str) -> None:
    with contextlib.suppress(KnownError):
        assert isinstance(read_answer(question(kind), text, ZONE), str | bool)
