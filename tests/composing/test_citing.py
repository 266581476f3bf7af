from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from composing.facts_of_a_case import BOOK, a_file, facts_for, with_evidence
from keepproof.composing.citing import bracketed, by_kind, cited, named_in, usable, word_numbers
from keepproof.composing.compose import compose
from keepproof.composing.style import Style
from keepproof.domain.evidence import EvidenceKind

FACTS = facts_for("not_as_described", "zh")
CHAT = BOOK.channel("platform_chat", "tmall")
Numbers = Literal["long", "short"]


def a_style(lang: str, numbers: Numbers, size: str = "standard", runs: int | None = None) -> Style:
    return Style(lang, size, numbers, "minute", runs=runs)


@pytest.mark.parametrize(
    ("numbers", "zh", "en", "short"),
    [
        ([3], "证据3", "Evidence 3", "E3"),
        ([8, 3], "证据3、证据8", "Evidence 3, 8", "E3、E8"),
        ([3, 4], "证据3、证据4", "Evidence 3, 4", "E3、E4"),
        ([3, 4, 5], "证据3至5", "Evidence 3–5", "E3–E5"),
        ([1, 3, 4, 5, 9], "证据1、证据3至5、证据9", "Evidence 1, 3–5, 9", "E1、E3–E5、E9"),
        ([], "", "", ""),
    ],
)
def test_numbers_are_written_in_each_way(numbers: list[int], zh: str, en: str, short: str) -> None:
    assert word_numbers(numbers, a_style("zh", "long")) == zh
    assert word_numbers(numbers, a_style("en", "long")) == en
    assert word_numbers(numbers, a_style("zh", "short")) == short


def test_tiny_texts_write_runs_with_a_hyphen() -> None:
    assert word_numbers([3, 4, 5], a_style("zh", "short", "tiny")) == "E3-5"


def test_more_runs_than_fit_end_in_a_count() -> None:
    many = [1, 3, 5, 7]
    assert bracketed(many, a_style("zh", "long", runs=2)) == "（证据1、证据3等 4 项）"
    assert bracketed(many, a_style("en", "short", runs=2)) == " (E1, E3 etc.)"


def test_three_numbers_are_always_written_out() -> None:
    assert bracketed([1, 3, 5], a_style("en", "short", runs=1)) == " (E1, E3, E5)"


def test_left_out_broken_and_trashed_evidence_is_not_cited() -> None:
    photo = EvidenceKind.PHOTO
    evidence = (
        a_file(1, photo),
        a_file(2, photo, fixity="missing"),
        a_file(3, photo, fixity="changed"),
        a_file(4, photo, state="trashed"),
        a_file(6, photo),
        a_file(7, photo, fixity="unreadable"),
    )
    dispute = replace(FACTS.dispute, left_out=frozenset({6}))
    facts = with_evidence(replace(FACTS, dispute=dispute), evidence)
    assert [one.number for one in usable(facts)] == [1]


def test_a_statement_cites_the_kinds_it_rests_on() -> None:
    have = by_kind([a_file(2, EvidenceKind.PHOTO), a_file(1, EvidenceKind.CHAT)])
    assert cited([EvidenceKind.PHOTO, EvidenceKind.CHAT, EvidenceKind.TEST], have) == (1, 2)


def test_without_evidence_everything_is_stated_by_the_user() -> None:
    made = compose(with_evidence(FACTS, ()), CHAT, "zh")
    assert all(one.stated_by_user for one in made.statements)
    assert "证据" not in made.text


def test_numbers_the_user_writes_are_found() -> None:
    assert named_in("见证据3和 E12，另见 Evidence 4；型号 XE7") == {3, 4, 12}


def test_a_redacted_copy_is_not_cited_beside_its_original() -> None:
    original = a_file(1, EvidenceKind.WAYBILL)
    copied = a_file(2, EvidenceKind.WAYBILL)
    copied = replace(
        copied,
        evidence=replace(copied.evidence, origin="redacted", derived_from=original.evidence.id),
    )
    assert [one.number for one in usable(with_evidence(FACTS, (original, copied)))] == [1]
    dispute = replace(FACTS.dispute, left_out=frozenset({1}))
    left_out = with_evidence(replace(FACTS, dispute=dispute), (original, copied))
    assert usable(left_out) == ()
    gone = replace(original, evidence=replace(original.evidence, state="trashed"))
    assert [one.number for one in usable(with_evidence(FACTS, (gone, copied)))] == [2]
