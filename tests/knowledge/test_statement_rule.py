from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from keepproof.domain.dispute import Answer
from keepproof.knowledge.issue_type import StatementRule
from keepproof.knowledge.rule import Rule
from keepproof.knowledge.text import Text

SENTENCE = StatementRule("s", "problem", "长", "long", short_zh="短")
RULE = Rule(
    "R",
    Text("名", "name"),
    Text("第一条", "art. 1"),
    Text("意", "gist"),
    "2020",
    "read",
    "verified",
)


@pytest.mark.parametrize(
    ("rule", "answers", "said"),
    [
        (SENTENCE, {}, True),
        (replace(SENTENCE, uses=("a",)), {}, False),
        (replace(SENTENCE, uses=("a",)), {"a": ""}, False),
        (replace(SENTENCE, uses=("a",)), {"a": False}, True),
        (replace(SENTENCE, when={"a": True}), {"a": False}, False),
        (replace(SENTENCE, when={"a": False}), {}, False),
        (replace(SENTENCE, when={"a": ""}), {}, True),
        (replace(SENTENCE, when={"a": ""}), {"a": "x"}, False),
        (replace(SENTENCE, also=("a",)), {}, True),
        (replace(SENTENCE, demands=("refund",)), {}, True),
        (replace(SENTENCE, demands=("repair",)), {}, False),
    ],
)
def test_a_sentence_is_said_when_its_answers_are_there(
    rule: StatementRule, answers: dict[str, Answer], said: bool
) -> None:
    assert rule.applies(answers, "refund") is said


def test_a_short_form_that_is_missing_falls_back_to_the_long_one() -> None:
    assert SENTENCE.template("zh", short=True) == "短"
    assert SENTENCE.template("en", short=True) == "long"


@pytest.mark.parametrize(
    ("rule", "printed"),
    [
        (RULE, True),
        (replace(RULE, status="memory"), False),
        (replace(RULE, guide=True), False),
        (replace(RULE, effective_from=date(2026, 1, 2)), False),
        (replace(RULE, effective_from=date(2026, 1, 1)), True),
        (replace(RULE, effective_to=date(2026, 1, 1)), True),
        (replace(RULE, effective_to=date(2025, 12, 31)), False),
    ],
)
def test_a_rule_is_printed_only_while_it_is_in_force_and_checked(rule: Rule, printed: bool) -> None:
    assert rule.printable(date(2026, 1, 1)) is printed
