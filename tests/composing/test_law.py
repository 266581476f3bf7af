from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from composing.facts_of_a_case import BOOK, facts_for
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts
from keepproof.composing.law import is_statutory
from keepproof.knowledge.channel import Channel
from keepproof.knowledge.rule import Rule
from keepproof.knowledge.text import Text

FACTS = facts_for("not_as_described", "zh")
CHAT = BOOK.channel("platform_chat", "tmall")
AUTHORITY = BOOK.channel("12315", "tmall")
RULE = Rule(
    "R",
    Text("示例规则", "Example Rules"),
    Text("第三条", "art. 3"),
    Text("应当如此", "It shall be so"),
    "2025-08-15",
    "read",
    "verified",
    date(2025, 8, 15),
)


def basis(facts: Facts, channel: Channel, lang: str = "zh") -> list[str]:
    made = compose(facts, channel, lang)
    return [one.text for one in made.statements if one.part == "basis"]


def ruled(*rules: Rule) -> Facts:
    return replace(FACTS, rules=rules)


def test_a_rule_is_printed_with_article_and_version() -> None:
    assert basis(ruled(RULE), CHAT) == ["《示例规则》第三条（2025-08-15 版），应当如此"]
    assert basis(ruled(RULE), CHAT, "en") == [
        "Example Rules, art. 3 (version of 15 Aug 2025): it shall be so"
    ]


@pytest.mark.parametrize(
    "weak",
    [
        replace(RULE, status="excerpt"),
        replace(RULE, guide=True),
        replace(RULE, effective_from=date(2026, 11, 16)),
        replace(RULE, effective_to=date(2026, 11, 14)),
    ],
)
def test_a_rule_that_does_not_hold_is_not_printed(weak: Rule) -> None:
    assert basis(ruled(weak), CHAT) == []


def test_a_rule_in_force_on_the_day_of_delivery_is_printed() -> None:
    held = replace(RULE, effective_from=date(2026, 11, 15), effective_to=date(2026, 11, 15))
    assert basis(ruled(held), CHAT)


def test_a_platform_reads_one_rule_an_authority_several() -> None:
    rules = [replace(RULE, id=f"R{at}") for at in range(5)]
    assert len(basis(ruled(*rules), CHAT)) == 1
    assert len(basis(ruled(*rules), AUTHORITY)) == 3


def test_an_authority_reads_the_law_before_the_rules_of_the_platform() -> None:
    own = replace(RULE, id="P", name=Text("平台规则", "Platform Rules"), platforms=("tmall",))
    assert "示例规则" in basis(ruled(own, RULE), AUTHORITY)[0]


def test_a_title_of_half_a_message_gives_way_in_a_chat() -> None:
    long = replace(RULE, id="L", name=Text("关于示例的若干规定" * 4, "Very Long"))
    assert basis(ruled(long, RULE), CHAT)[0].startswith("《示例规则》")


@pytest.mark.parametrize("id", ["CPL-55", "FS-148"])
def test_damages_above_the_loss_are_known_as_such(id: str) -> None:
    assert is_statutory(BOOK.rule(id))


@pytest.mark.parametrize("id", ["TB-78", "CPL-24", "TBS-14", "EXP-25"])
def test_other_rules_are_not(id: str) -> None:
    assert not is_statutory(BOOK.rule(id))


def test_the_rule_on_damages_stands_only_beside_a_demand_for_them() -> None:
    asked = facts_for("counterfeit", "zh")
    refund = replace(asked, dispute=replace(asked.dispute, demand="return_refund", amount=None))
    assert any("三倍" in one for one in basis(asked, AUTHORITY))
    assert not any("三倍" in one for one in basis(refund, AUTHORITY))


def test_a_rule_names_itself_as_the_fact_it_rests_on() -> None:
    made = compose(ruled(RULE), CHAT, "zh")
    line = next(one for one in made.statements if one.part == "basis")
    assert (line.id, line.fields) == ("basis.R", ("rule.R",))


def test_every_shipped_rule_that_may_be_printed_has_a_plain_version() -> None:
    printed = [one for one in BOOK.rules if one.status == "verified"]
    assert [one.id for one in printed if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", one.version)] == []
