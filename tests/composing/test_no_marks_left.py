"""The marks the composer works with never reach a text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from composing.facts_of_a_case import BOOK, LANGS, facts_for
from keepproof.composing.compose import compose
from keepproof.domain.order import OrderItem
from keepproof.knowledge.channel import Channel


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("channel", BOOK.channels("tmall"), ids=lambda one: one.id)
def test_spaces_between_chinese_words_leave_no_mark(channel: Channel, lang: str) -> None:
    facts = facts_for("not_as_described", lang)
    item = OrderItem("无线 吸尘器 标准版", "石墨 灰")
    answers = {
        **facts.dispute.answers,
        "claim_text": "标准档 续航 四十分钟",
        "actual": "八分钟 自动 停机",
    }
    facts = replace(
        facts,
        order=replace(facts.order, items=(item,), shop="澄屿 家电 旗舰店"),
        dispute=replace(facts.dispute, answers=answers),
    )
    for size in channel.sizes:
        written = compose(facts, channel, lang, size)
        shown = [written.text, *written.messages, *(one.text for one in written.statements)]
        private = {one for text in shown for one in text if unicodedata.category(one) == "Co"}
        assert private == set(), size
