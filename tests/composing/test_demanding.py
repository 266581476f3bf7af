from __future__ import annotations

import re
from dataclasses import replace

import pytest

from composing.facts_of_a_case import BOOK, CODES, LANGS, facts_for, with_answers
from keepproof.composing.compose import compose
from keepproof.composing.demanding import demanded
from keepproof.composing.facts import Facts
from keepproof.composing.wording import render, without_amount
from keepproof.domain.money import Money

CHAT = BOOK.channel("platform_chat", "tmall")
FORM = BOOK.channel("refund_form", "tmall")
AUTHORITY = BOOK.channel("12315", "tmall")
FACTS = facts_for("counterfeit", "zh")


def demand_text(facts: Facts, channel: object = CHAT, lang: str = "zh") -> str:
    assert isinstance(channel, type(CHAT))
    made = compose(facts, channel, lang)
    return next(one.text for one in made.statements if one.id == "demand")


def asking(demand: str, amount: Money | None = None) -> Facts:
    return replace(FACTS, dispute=replace(FACTS.dispute, demand=demand, amount=amount))


def test_a_demand_for_authorities_gives_way_to_the_usual_one_with_the_price() -> None:
    found = demanded(FACTS, CHAT)
    assert found.option is not None
    assert (found.option.id, found.amount) == ("return_refund", FACTS.order.paid)


def test_an_authority_is_asked_for_what_was_chosen() -> None:
    found = demanded(FACTS, AUTHORITY)
    assert found.option is not None
    assert (found.option.id, found.amount) == ("triple", Money(239600))


def test_an_entered_amount_goes_before_the_price() -> None:
    assert demand_text(asking("return_refund", Money(50000))) == "退货退款 500.00 元"


def test_a_field_writes_the_amount_without_zero_cents() -> None:
    assert demand_text(asking("return_refund"), FORM) == "请支持退货退款599元"


def test_the_shop_itself_is_spoken_to() -> None:
    chat = BOOK.channel("merchant_chat", "tmall")
    made = compose(facts_for("not_as_described", "zh"), chat, "zh")
    assert "退货运费由贵店承担" in made.text
    assert "商家" not in made.text


def test_the_shop_itself_is_spoken_to_in_english() -> None:
    chat = BOOK.channel("merchant_chat", "tmall")
    for code in CODES:
        made = compose(facts_for(code, "en"), chat, "en")
        facts = [one.text for one in made.statements if one.part in {"problem", "tried", "demand"}]
        assert not re.search(r"\b[Tt]he seller\b", re.sub(r'"[^"]*"', "", " ".join(facts)))


def test_who_pays_the_way_back_belongs_to_the_demand() -> None:
    facts = facts_for("not_as_described", "zh")
    assert "退货退款 1299.00 元，退货运费由商家承担。" in compose(facts, CHAT, "zh").text
    without = with_answers(facts, freight_by_seller=False)
    assert "运费由商家" not in compose(without, CHAT, "zh").text


def test_no_demand_chosen_leaves_it_out() -> None:
    made = compose(asking(""), CHAT, "zh")
    assert "demand" not in {one.id for one in made.statements}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_every_demand_reads_well_without_its_amount(code: str, lang: str) -> None:
    wrong = re.compile(r"合计|将原路|  | ,|[,，]$|of against|remaining$|the the|\{")
    for option in BOOK.issue(code).demands:
        words = render(without_amount(option.text.of(lang), lang), {}).strip()
        assert option.amount == "none" or not wrong.search(words), words
