from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import get_args

import pytest

from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.knowledge.tone import Tone, ToneKind, ToneRule


@pytest.fixture(scope="module")
def tone() -> Tone:
    return Book.load().tone


def test_each_kind_has_rules_in_both_languages_and_a_reason(tone: Tone) -> None:
    kinds = {(one.kind, one.lang) for one in tone.rules}
    assert kinds == {(kind, lang) for kind in get_args(ToneKind) for lang in ("zh", "en")}
    assert set(tone.reasons) == set(get_args(ToneKind))


def test_rules_have_names_of_their_own(tone: Tone) -> None:
    assert [id for id, times in Counter(one.id for one in tone.rules).items() if times > 1] == []


def test_no_rule_finds_its_own_neutral_wording(tone: Tone) -> None:
    found = [
        one.id
        for one in tone.rules
        if one.neutral and "\\" not in one.neutral and tone.of(one).search(one.neutral)
    ]
    assert found == []


def test_no_rule_finds_words_where_there_are_none(tone: Tone) -> None:
    assert [one.id for one in tone.rules if tone.of(one).search("")] == []


def test_parts_are_all_filled_in(tone: Tone) -> None:
    assert [
        one.id
        for one in tone.rules
        if re.search(r"(?<!\(\?P)(?<!\\g)<[a-z_]+>", _filled(tone, one))
    ] == []


def _filled(tone: Tone, rule: ToneRule) -> str:
    return tone.of(rule).pattern.replace("(?P<", "").replace("(?<", "")


@pytest.mark.parametrize(
    "broken", [{"pattern": "("}, {"neutral": r"\3"}, {"neutral": r"\g<none>"}, {"unless": "["}]
)
def test_a_rule_that_cannot_work_is_named(tone: Tone, broken: dict[str, str]) -> None:
    rule = replace(tone.rules[0], **broken)  # type: ignore[arg-type]  # the test names real fields
    with pytest.raises(KnownError) as caught:
        replace(tone, rules=(rule,)).check("tone.toml")
    assert str(caught.value.data["detail"]).startswith(rule.id)


def test_a_kind_without_a_reason_is_refused(tone: Tone) -> None:
    with pytest.raises(KnownError):
        replace(tone, reasons={}).check("tone.toml")
