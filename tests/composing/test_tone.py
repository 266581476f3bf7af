from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing.facts_of_a_case import BOOK, facts_for, with_answers
from keepproof.composing.compose import compose
from keepproof.composing.tone import listen
from keepproof.domain import complaint as domain
from keepproof.domain.dispute import StatementEdit

FACTS = facts_for("not_as_described", "zh")
CHAT = BOOK.channel("platform_chat", "tmall")


def tone_of(facts: object, lang: str = "zh", **how: str) -> list[domain.Warning]:
    assert isinstance(facts, type(FACTS))
    return [one for one in compose(facts, CHAT, lang, **how).warnings if one.kind == "tone"]


def test_a_label_is_found_in_the_users_answer_with_place_reason_and_wording() -> None:
    (found,) = tone_of(with_answers(FACTS, use_note="只用过两次，这家店就是骗子"))
    assert found.place == "answer.use_note"
    assert found.found == "这家店就是骗子"
    assert found.span == (6, 13)
    assert found.suggestion == "商家的说法与实际不符"
    assert found.rewritten == "只用过两次，商家的说法与实际不符"
    assert found.text.startswith("“收货后怎么用过”里的“这家店就是骗子”：给对方定了性。")


def test_the_wording_once_taken_over_gives_no_warning() -> None:
    words = "只用过两次，这家店就是骗子"
    for _ in range(4):
        left = tone_of(with_answers(FACTS, use_note=words))
        if not left:
            break
        words = left[0].rewritten or ""
    assert tone_of(with_answers(FACTS, use_note=words)) == []


def test_the_words_of_the_seller_are_left_alone() -> None:
    assert tone_of(with_answers(FACTS, contact_reply="你就是骗子，去死")) == []


def test_what_the_page_says_is_left_alone() -> None:
    assert tone_of(with_answers(FACTS, claim_text="绝对是全网最低价")) == []


def test_generated_words_are_never_blamed_in_a_rewritten_sentence() -> None:
    base = "商家完全不负责"
    edit = StatementEdit("d1", CHAT.id, "zh", "use_note", "商家完全不负责，客服装死", base)
    (found,) = tone_of(replace(FACTS, edits=(edit,)))
    assert (found.place, found.found) == ("use_note", "装死")
    assert found.rewritten == "商家完全不负责，客服没有回复"


def test_an_edit_for_another_channel_is_not_looked_at() -> None:
    edit = StatementEdit("d1", "refund_form", "zh", "use_note", "客服装死", "x")
    assert tone_of(replace(FACTS, edits=(edit,))) == []


def test_reasons_speak_the_language_of_the_window() -> None:
    (found,) = tone_of(with_answers(FACTS, use_note="这家店就是骗子"), ui_lang="en")
    assert "A plain fact persuades more" in found.text


def test_english_words_are_heard_in_english() -> None:
    facts = with_answers(
        facts_for("not_as_described", "en"), use_note="tested twice, you are thieves"
    )
    (found,) = tone_of(facts, "en")
    assert (found.found, found.place) == ("you are thieves", "answer.use_note")


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("客服真不要脸，拒绝退款", "客服，拒绝退款"),
        ("垃圾商家不回复", "商家不回复"),
        ("为什么不退？？？", "为什么不退"),
        ("为什么不退？？？请答复", "为什么不退。请答复"),
        ("限你们三天之内退款", "请在三天之内退款"),
    ],
)
def test_what_is_left_reads_well(words: str, after: str) -> None:
    assert listen(words)[0].rewritten(words) == after


@settings(max_examples=300)
@given(
    st.text(
        alphabet=st.sampled_from("我你们就退不款骗子店！？，。 aIwillrefund!?.'“”\n0123456789"),
        max_size=400,
    )
)
def test_findings_lie_in_the_text_and_apart(text: str) -> None:
    found = listen(text)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        one.rewritten(text)
    for kind in {one.kind for one in found}:
        of_kind = [one for one in found if one.kind == kind]
        assert all(a.end <= b.start for a, b in pairwise(of_kind))


@pytest.mark.parametrize(
    "text",
    ["不退" * 5000, "我就去" * 5000, "I will " * 3000, "！" * 10000, "我" * 20000, "a" * 50000],
)
def test_no_text_makes_it_hang(text: str) -> None:
    listen.cache_clear()
    assert all(one.end <= len(text) for one in listen(text))  # a pattern that runs away takes hours
