from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from composing.facts_of_a_case import (
    BOOK,
    CODES,
    LANGS,
    a_file,
    facts_for,
    with_answers,
    with_evidence,
)
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts, Person
from keepproof.domain.complaint import Limits
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money

FACTS = facts_for("not_as_described", "zh")
CHAT = BOOK.channel("platform_chat", "tmall")
AUTHORITY = BOOK.channel("12315", "tmall")


def warned(facts: Facts, channel: object = CHAT, **how: str) -> dict[tuple[str, str], str]:
    assert isinstance(channel, type(CHAT))
    made = compose(facts, channel, "zh", **how)
    return {(one.kind, one.place): one.text for one in made.warnings}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", [one for one in CODES if one not in {"counterfeit", "warranty"}])
def test_a_whole_case_gives_no_warning(code: str, lang: str) -> None:
    for channel in BOOK.channels("tmall"):
        made = compose(facts_for(code, lang), channel, lang)
        assert [one for one in made.warnings if one.kind != "limit"] == []


def test_an_unanswered_required_question_is_a_missing_fact() -> None:
    found = warned(with_answers(FACTS, actual=" "))
    assert found[("missing_fact", "actual")].startswith("缺 1 个事实：实物是什么（写数字）。")


def test_a_missing_kind_of_required_evidence_is_named_with_its_reason() -> None:
    rest = [one for one in FACTS.evidence if one.evidence.kind != EvidenceKind.SNAPSHOT]
    found = warned(with_evidence(FACTS, rest))
    assert found[("missing_evidence", "snapshot")].startswith("缺必需的证据：商品详情页。")


@pytest.mark.parametrize("state", ["missing", "changed"])
def test_evidence_that_is_not_whole_is_left_out_and_said(state: str) -> None:
    facts = with_evidence(FACTS, [*FACTS.evidence, a_file(40, EvidenceKind.PHOTO, fixity=state)])
    made = compose(facts, CHAT, "zh")
    assert "evidence.40" in {one.place for one in made.warnings if one.kind == "missing_evidence"}
    assert 40 not in made.numbers


def test_evidence_left_out_by_the_user_is_not_complained_about() -> None:
    dispute = replace(FACTS.dispute, left_out=frozenset({40}))
    broken = a_file(40, EvidenceKind.PHOTO, fixity="missing")
    facts = with_evidence(replace(FACTS, dispute=dispute), [*FACTS.evidence, broken])
    assert ("missing_evidence", "evidence.40") not in warned(facts)


def test_no_demand_is_a_missing_fact() -> None:
    facts = replace(FACTS, dispute=replace(FACTS.dispute, demand=""))
    assert ("missing_fact", "demand") in warned(facts)


def test_a_demand_for_money_without_an_amount_is_a_missing_fact() -> None:
    facts = replace(FACTS, order=replace(FACTS.order, paid=None))
    assert ("missing_fact", "amount") in warned(facts)


def test_a_refund_above_the_price_is_a_contradiction() -> None:
    facts = replace(FACTS, dispute=replace(FACTS.dispute, amount=Money(150000)))
    assert (
        warned(facts)[("contradiction", "amount")]
        == "要求退的 1500.00 元 多于实付的 1299.00 元。请核对金额。"
    )


def test_a_letter_names_what_is_missing_of_the_parties() -> None:
    merchant = replace(FACTS.merchant, registered_name="", address="")
    facts = replace(FACTS, person=Person(), merchant=merchant)
    places = {place for kind, place in warned(facts, AUTHORITY) if kind == "missing_fact"}
    assert places == {
        "person.name",
        "person.phone",
        "person.address",
        "merchant.registered_name",
        "merchant.address",
    }


def test_a_chat_asks_for_no_personal_data() -> None:
    assert warned(replace(FACTS, person=Person())) == {}


def test_moments_of_the_order_in_the_wrong_order_are_a_contradiction() -> None:
    moments = FACTS.order.moments
    assert moments.paid is not None
    early = replace(moments, signed=moments.paid - timedelta(days=1))
    facts = replace(FACTS, order=replace(FACTS.order, moments=early))
    assert ("contradiction", "order.signed") in warned(facts)


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ({"refused_at": "2026-11-18T20:00"}, "refused_at"),
        ({"applied_at": "2026-11-01"}, "applied_at"),
        ({"found_at": "2027-11-15T19:10"}, "found_at"),
    ],
)
def test_answers_out_of_order_are_a_contradiction(answers: dict[str, str], place: str) -> None:
    assert ("contradiction", place) in warned(with_answers(FACTS, **answers))


def test_an_odd_order_number_is_pointed_out_but_printed() -> None:
    facts = replace(FACTS, order=replace(FACTS.order, number="ABC-12"))
    made = compose(facts, CHAT, "zh")
    assert ("contradiction", "order.number") in warned(facts)
    assert "ABC-12" in made.text


def test_more_pictures_than_the_channel_takes_are_pointed_out() -> None:
    channel = replace(CHAT, limits=Limits(pictures=3))
    assert ("limit", "") in warned(FACTS, channel)


def test_warnings_speak_the_language_of_the_window() -> None:
    facts = with_answers(FACTS, actual="")
    made = compose(facts, CHAT, "zh", ui_lang="en")
    assert made.warnings[0].text.startswith("1 fact missing: What it really is")


@pytest.mark.parametrize("lang", LANGS)
def test_a_replaced_demand_is_said(lang: str) -> None:
    made = compose(facts_for("counterfeit", lang), CHAT, lang)
    assert [one.place for one in made.warnings] == ["demand"]


def test_a_rule_that_was_not_checked_is_held_back_and_said() -> None:
    made = compose(facts_for("warranty", "zh"), AUTHORITY, "zh")
    assert [(one.kind, one.place) for one in made.warnings] == [("unverified", "rule.3BAO")]
    assert "修理更换退货责任规定" not in made.text
