from __future__ import annotations

from dataclasses import replace

import pytest

from composing.facts_of_a_case import BOOK, facts_for, with_answers
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts
from keepproof.domain.complaint import Complaint, Statement
from keepproof.domain.dispute import StatementEdit
from keepproof.knowledge.channel import Channel

FACTS = facts_for("not_as_described", "zh")
CHAT = BOOK.channel("platform_chat", "tmall")
FORM = BOOK.channel("refund_form", "tmall")


def said(made: Complaint, id: str) -> Statement:
    return next(one for one in made.statements if one.id == id)


def rewritten(facts: Facts, id: str, words: str, channel: Channel = CHAT, base: str = "") -> Facts:
    base = base or said(compose(facts, channel, "zh"), id).text
    edit = StatementEdit(facts.dispute.id, channel.id, "zh", id, words, base)
    return replace(facts, edits=(*facts.edits, edit))


def test_the_users_words_stand_in_the_text() -> None:
    made = compose(rewritten(FACTS, "claim", "页面明明写着能用 40 分钟（证据2）"), CHAT, "zh")
    assert said(made, "claim").edited
    assert "页面明明写着能用 40 分钟（证据2）；" in made.text


def test_her_own_final_mark_is_not_doubled() -> None:
    made = compose(rewritten(FACTS, "use_note", "只试过两次。"), CHAT, "zh")
    assert "只试过两次。\n" in made.text


def test_an_edit_holds_for_its_channel_and_language_only() -> None:
    facts = rewritten(FACTS, "claim", "我的话")
    assert "我的话" not in compose(facts, FORM, "zh").text
    assert "我的话" not in compose(facts, CHAT, "en").text


def test_an_edit_is_stale_when_the_facts_have_changed() -> None:
    facts = with_answers(rewritten(FACTS, "claim", "我的话"), claim_text="标准档续航 30 分钟")
    made = compose(facts, CHAT, "zh")
    warning = next(one for one in made.warnings if one.kind == "stale")
    assert said(made, "claim").stale
    assert (warning.place, warning.suggestion) == (
        "claim",
        "商品详情页写明“标准档续航 30 分钟”（证据2）",
    )


def test_an_edit_stays_fresh_when_only_the_room_has_changed() -> None:
    short = said(compose(FACTS, CHAT, "zh", "tiny"), "claim").text
    facts = rewritten(FACTS, "claim", "我的话", base=short)
    assert not said(compose(facts, CHAT, "zh"), "claim").stale


def test_evidence_she_names_is_cited() -> None:
    made = compose(rewritten(FACTS, "claim", "页面写的是 40 分钟（见证据2、证据10）"), CHAT, "zh")
    assert said(made, "claim").citations == (2, 10)
    assert 10 in made.numbers


def test_evidence_that_does_not_exist_is_not_cited() -> None:
    made = compose(rewritten(FACTS, "claim", "见证据77"), CHAT, "zh")
    assert 77 not in made.numbers


def test_a_rewritten_statement_is_dropped_whole_or_not_at_all() -> None:
    words = "客服在下单前后一共三次明确保证标准档至少能用四十分钟而且写进了聊天记录里" * 2
    made = compose(rewritten(FACTS, "chat_claim", words, FORM), FORM, "zh")
    dropped = [one.text for one in made.dropped if one.id == "chat_claim"]
    assert dropped == [words]


def test_a_rewritten_core_is_cut_only_as_the_last_resort() -> None:
    words = "页面上非常清楚地写着这一款吸尘器在标准档位下面可以连续不断地使用四十分钟" * 6
    made = compose(rewritten(FACTS, "claim", words, FORM), FORM, "zh")
    assert made.counters.bytes <= 400
    assert said(made, "claim").text.endswith("…")


def test_an_emptied_statement_is_left_out() -> None:
    made = compose(rewritten(FACTS, "use_note", "  "), CHAT, "zh")
    assert "use_note" not in {one.id for one in made.statements}


@pytest.mark.parametrize("words", ["", "\u200b", "\x00 \u202e"])
def test_an_emptied_demand_is_made_again(words: str) -> None:
    facts = rewritten(FACTS, "demand", words)
    assert said(compose(facts, CHAT, "zh"), "demand") == said(compose(FACTS, CHAT, "zh"), "demand")


def test_her_emoji_stay_whole() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert family in compose(rewritten(FACTS, "claim", f"我们{family}"), CHAT, "zh").text


def test_an_edit_of_a_statement_no_longer_made_does_nothing() -> None:
    edit = StatementEdit("d1", CHAT.id, "zh", "gone", "我的话", "原来的话")
    assert compose(replace(FACTS, edits=(edit,)), CHAT, "zh") == compose(FACTS, CHAT, "zh")
