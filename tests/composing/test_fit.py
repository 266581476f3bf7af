"""Whatever is answered, a text fits, and keeps what it must keep."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing.facts_of_a_case import BOOK, CODES, LANGS, a_file, facts_for, with_answers
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts
from keepproof.composing.fit import MINIMUM_BYTES, MINIMUM_CHARACTERS
from keepproof.domain.complaint import Limits
from keepproof.domain.dispute import Answer
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import OrderItem
from keepproof.knowledge.channel import Channel

WORDS = st.text(
    st.one_of(
        st.sampled_from(
            "，。；：、“”\"'（）() \n…!？0123456789.,%-abcXYZ页面写明实际分钟元é👍🏽👨‍👩‍👧🇨🇳"
        ),
        st.characters(),
    ),
    max_size=400,
)
NOT_AS_DESCRIBED = facts_for("not_as_described", "zh")


def a_form(
    characters: int | None = None, size: int | None = None, encoding: str = "utf-8"
) -> Channel:
    limits = Limits(characters=characters, bytes=size, encoding=encoding)
    return replace(BOOK.channel("refund_form", "tmall"), limits=limits)


def filled(code: str, lang: str, words: list[str]) -> Facts:
    """Answer every free question of a case with some of these words."""
    facts = facts_for(code, lang)
    given_: dict[str, Answer] = dict(facts.dispute.answers)
    texts = [one.id for one in facts.issue.questions if one.type == "text"]
    given_ |= {id: words[at % len(words)] for at, id in enumerate(texts)}
    return replace(facts, dispute=replace(facts.dispute, answers=given_))


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(CODES),
    st.sampled_from(LANGS),
    st.lists(WORDS, min_size=1, max_size=5),
    st.integers(0, 500),
    st.integers(0, 900),
    st.sampled_from(["tiny", "short", "standard", "full"]),
)
def test_a_text_fits_from_the_stated_minimum_on(
    code: str, lang: str, words: list[str], more: int, more_bytes: int, size: str
) -> None:
    characters = MINIMUM_CHARACTERS[lang] + more
    bytes_ = MINIMUM_BYTES[lang] + more_bytes
    made = compose(filled(code, lang, words), a_form(characters, bytes_), lang, size)
    assert made.counters.characters <= characters
    assert made.counters.bytes <= bytes_


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(CODES), st.sampled_from(LANGS), st.lists(WORDS, min_size=1, max_size=4))
def test_number_and_demand_are_never_lost(code: str, lang: str, words: list[str]) -> None:
    facts = filled(code, lang, words)
    made = compose(facts, a_form(MINIMUM_CHARACTERS[lang]), lang, "tiny")
    assert facts.order.number in made.text
    assert "demand" in {one.id for one in made.statements}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CODES), st.sampled_from(LANGS), st.lists(WORDS, min_size=1, max_size=4))
def test_spans_hold_for_whatever_is_typed(code: str, lang: str, words: list[str]) -> None:
    for size in ("tiny", "short", "standard", "full", "call_card"):
        made = compose(filled(code, lang, words), a_form(), lang, size)
        for span, one in zip(made.spans, made.statements, strict=False):
            assert span.start <= span.end <= len(made.text)
            assert one.text
        places = {span.statement: made.text[span.start : span.end] for span in made.spans}
        assert places == {one.id: one.text for one in made.statements}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_the_stated_minimum_is_enough_for_every_demand_and_choice(code: str, lang: str) -> None:
    facts = facts_for(code, lang)
    long = (
        "这是一段特别长的说明文字" * 40 if lang == "zh" else "a very long description of it " * 20
    )
    kinds = [one.kind for one in facts.issue.evidence] * 20
    choices = max((len(one.choices) for one in facts.issue.questions), default=1)
    for turn in range(max(choices, 1)):
        answers = {
            one.id: _answer(one.type, one.choices, turn, long) for one in facts.issue.questions
        }
        for option in facts.issue.demands:
            dispute = replace(facts.dispute, answers=answers, demand=option.id)
            order = replace(facts.order, items=(OrderItem(long),))
            evidence = tuple(a_file(at, kind) for at, kind in enumerate(kinds, 101))
            hard = replace(facts, dispute=dispute, order=order, evidence=evidence)
            form = a_form(MINIMUM_CHARACTERS[lang], MINIMUM_BYTES[lang])
            made = compose(hard, form, lang, "tiny")
            assert made.counters.characters <= MINIMUM_CHARACTERS[lang]
            assert made.counters.bytes <= MINIMUM_BYTES[lang]


def _answer(type: str, choices: object, turn: int, long: str) -> Answer:
    if type == "choice" and isinstance(choices, tuple):
        return str(choices[turn % len(choices)].id)
    plain: dict[str, Answer] = {
        "number": "12345",
        "money": "12345.67",
        "date": "2025-11-15",
        "moment": "2025-11-15T10:00+08:00",
        "bool": True,
    }
    return plain.get(type, long)


def test_rules_go_before_the_greeting_and_the_greeting_before_facts() -> None:
    chat = BOOK.channel("platform_chat", "tmall")
    seen: list[set[str]] = []
    for most in range(590, 300, -5):
        channel = replace(chat, limits=Limits(characters=most))
        made = compose(NOT_AS_DESCRIBED, channel, "zh")
        seen.append({one.part for one in made.dropped})
    assert all("basis" in one for one in seen if one)
    assert all("greeting" in one for one in seen if one & {"problem", "tried", "state"})


def test_a_fact_of_high_rank_goes_before_one_of_low_rank() -> None:
    made = compose(NOT_AS_DESCRIBED, BOOK.channel("refund_form", "tmall"), "zh")
    ranks = {one.id: one.rank for one in NOT_AS_DESCRIBED.issue.statements}
    kept = [ranks[one.id] for one in made.statements if one.id in ranks]
    assert max(kept) <= min(ranks[one.id] for one in made.dropped)


def test_what_was_dropped_is_listed_in_its_full_words() -> None:
    made = compose(NOT_AS_DESCRIBED, BOOK.channel("refund_form", "tmall"), "zh")
    assert "11月16日联系商家，答“属于正常现象”（E4）" in [one.text for one in made.dropped]


def test_dates_lose_their_time_before_words_are_cut() -> None:
    chat = replace(BOOK.channel("platform_chat", "tmall"), limits=Limits(characters=240))
    made = compose(with_answers(NOT_AS_DESCRIBED, chat_claim=""), chat, "zh")
    assert "21:06" not in made.text
    assert "标准档续航 40 分钟" in made.text


def test_a_long_product_name_is_cut_between_words() -> None:
    title = "X1 无线吸尘器 家用大吸力手持小型车载除螨宠物毛发地毯专用升级款"
    order = replace(NOT_AS_DESCRIBED.order, items=(OrderItem(title),))
    made = compose(replace(NOT_AS_DESCRIBED, order=order), a_form(200, 400), "zh", "short")
    assert re.search(r"，X1无线吸尘器[^，]*…，1299元", made.text)


def test_a_figure_is_never_cut() -> None:
    facts = with_answers(NOT_AS_DESCRIBED, actual="停机时间 " + "、".join(["8 分 06.25 秒"] * 40))
    for most in range(130, 320, 7):
        made = compose(facts, a_form(most), "zh", "short")
        assert not re.search(r"\d…", made.text)


def test_words_that_were_cut_are_pointed_out() -> None:
    facts = with_answers(NOT_AS_DESCRIBED, actual="用了一会儿就停，" * 30)
    said = [
        one for one in compose(facts, a_form(130), "zh", "tiny").warnings if one.kind == "limit"
    ]
    assert [(one.place, "缩短" in one.text) for one in said] == [("actual", True)]


def test_an_impossible_limit_is_said() -> None:
    made = compose(NOT_AS_DESCRIBED, a_form(40), "zh")
    assert [one.kind for one in made.warnings] == ["limit"]
    assert NOT_AS_DESCRIBED.order.number in made.text


def test_bytes_count_in_the_encoding_of_the_channel() -> None:
    wide = compose(NOT_AS_DESCRIBED, a_form(200, 400, "gb18030"), "zh")
    narrow = compose(NOT_AS_DESCRIBED, a_form(200, 400, "utf-8"), "zh")
    assert len(wide.text) > len(narrow.text)
    assert wide.counters.bytes == len(wide.text.encode("gb18030")) <= 400


def test_two_hundred_pieces_of_evidence_fold_into_runs() -> None:
    photos = tuple(a_file(at, EvidenceKind.PHOTO) for at in range(1, 201))
    made = compose(replace(NOT_AS_DESCRIBED, evidence=photos), a_form(200, 400), "zh")
    assert "（E1–E200）" in made.text
    assert len(made.numbers) == 200


def test_many_scattered_numbers_end_in_a_count() -> None:
    photos = tuple(a_file(at, EvidenceKind.PHOTO) for at in range(1, 60, 2))
    made = compose(replace(NOT_AS_DESCRIBED, evidence=photos), a_form(200, 400), "zh")
    assert "（E1、E3、E5、E7等30项）" in made.text
