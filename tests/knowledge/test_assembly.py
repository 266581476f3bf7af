from __future__ import annotations

from typing import Any

import pytest

from keepproof.errors import KnownError
from keepproof.knowledge.assembly import Common, assemble
from keepproof.knowledge.issue_type import IssueType

WORDS = {"zh": "字", "en": "word"}
COMMON = Common(
    issues=("one",),
    inquiries=(),
    questions=(
        {"id": "when", "type": "moment", "label": WORDS},
        {"id": "ok", "type": "bool", "label": WORDS},
    ),
    statements=(
        {"id": "said", "part": "tried", "uses": ["when"], "zh": "共", "en": "shared"},
        {"id": "fine", "part": "state", "uses": ["ok"], "zh": "好", "en": "fine"},
    ),
    evidence=({"kind": "photo", "why": WORDS, "how": WORDS, "perishable": True},),
    demands=({"id": "refund", "label": WORDS, "text": WORDS, "amount": "paid"},),
)


def build(**changes: Any) -> IssueType:
    raw: dict[str, Any] = {
        "code": "one",
        "group": "goods",
        "label": WORDS,
        "short": WORDS,
        "first_contact": "merchant",
    }
    return assemble(raw | changes, COMMON, "one.toml")


def test_a_shared_question_comes_after_the_own_ones() -> None:
    own = {"id": "what", "label": WORDS}
    issue = build(questions=[own], shared=["when"])
    assert [one.id for one in issue.questions] == ["what", "when"]


def test_a_shared_question_may_be_named_with_a_label_of_its_own() -> None:
    issue = build(
        questions=[{"id": "when", "label": {"zh": "几时", "en": "since"}}], shared=["when"]
    )
    assert [(one.label.en, one.type) for one in issue.questions] == [("since", "moment")]


def test_a_shared_statement_comes_along_only_when_what_it_uses_is_asked() -> None:
    assert [one.id for one in build(shared=["when"]).statements] == ["said"]


def test_an_own_statement_takes_the_place_of_the_shared_one() -> None:
    own = {"id": "said", "part": "tried", "uses": ["when"], "zh": "自", "en": "own"}
    assert [one.en for one in build(shared=["when"], statements=[own]).statements] == ["own"]


def test_evidence_and_demands_are_filled_from_the_shared_part() -> None:
    issue = build(evidence=[{"kind": "photo", "need": "required"}], demands=[{"id": "refund"}])
    assert issue.evidence[0].perishable
    assert issue.demand("refund").amount == "paid"


def test_a_key_of_its_own_wins_over_the_shared_one() -> None:
    need = {"kind": "photo", "need": "helpful", "perishable": False}
    assert not build(evidence=[need]).evidence[0].perishable


@pytest.mark.parametrize(
    "changes",
    [
        {"shared": ["nobody"]},
        {"statements": [{"id": "s", "part": "problem", "uses": ["nobody"], "zh": "字", "en": "w"}]},
        {
            "shared": ["ok"],
            "statements": [
                {"id": "s", "part": "problem", "when": {"nobody": True}, "zh": "字", "en": "w"}
            ],
        },
        {
            "questions": [
                {
                    "id": "c",
                    "type": "choice",
                    "label": WORDS,
                    "choices": [{"id": "a", "label": WORDS}],
                }
            ],
            "statements": [
                {"id": "s", "part": "problem", "when": {"c": "b"}, "zh": "字", "en": "w"}
            ],
        },
        {"rules_when": {"TB-1": {}}},
        {"extra": 1},
    ],
)
def test_a_reference_into_nothing_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(KnownError):
        build(**changes)
