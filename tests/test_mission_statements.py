"""Statements of the founding articles that no other test proves."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from composing.facts_of_a_case import CODES, LANGS, facts_for
from keepproof.composing.compose import compose
from keepproof.domain.contact import OTHER_CHANNEL, PARTIES, Contact
from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.book import Book
from keepproof.knowledge.guide import Guide
from keepproof.knowledge.official_number import OfficialNumber, read_numbers
from keepproof.knowledge.profile import Routing
from keepproof.library.library import Library
from keepproof.readers.kinds import suggest
from keepproof.services.edit_knowledge import put_number
from keepproof.services.log_order import OrderForm, add_order
from keepproof.ticket import Ticket

BOOK = Book.load()
CHINESE = [one.id for one in BOOK.platforms if one.country == "CN"]
AT = datetime(2026, 11, 19, 10, tzinfo=UTC)


def route(kind: str, platform: str = "tmall") -> Routing:
    found = BOOK.platform(platform).route(kind)
    assert found is not None
    return found


def parties(kind: str, platform: str) -> list[str]:
    return [BOOK.channel(one, platform).party for one in route(kind, platform).channels]


def words(topic: str, lang: str) -> str:
    return Guide(BOOK, lang).topic(topic).plain()


@pytest.mark.parametrize("platform", CHINESE)
@pytest.mark.parametrize("code", ["quality_visible", "false_ad", "seven_day_refused"])
def test_the_platform_can_be_asked_about_quality_advertising_and_returns(
    code: str, platform: str
) -> None:
    assert "platform" in parties(BOOK.issue(code).group, platform)


@pytest.mark.parametrize("platform", CHINESE)
def test_questions_about_a_product_go_to_the_seller_first(platform: str) -> None:
    asked = [one for one in parties("ask_product", platform) if one != "self_help"]
    assert asked[0] == "merchant"
    assert "platform" in asked


@pytest.mark.parametrize("platform", CHINESE)
@pytest.mark.parametrize("kind", ["order_change", "payment"])
def test_address_and_payment_reach_the_platform(kind: str, platform: str) -> None:
    assert "platform" in parties(kind, platform)


@pytest.mark.parametrize("platform", CHINESE)
@pytest.mark.parametrize("kind", ["account", "payment"])
def test_account_and_payment_belong_to_the_platform(kind: str, platform: str) -> None:
    asked = [one for one in parties(kind, platform) if one not in {"self_help", "payment"}]
    assert asked[0] == "platform"


@pytest.mark.parametrize("platform", CHINESE)
def test_the_robot_comes_before_a_person(platform: str) -> None:
    ids = [one.id for one in BOOK.every_channel(platform)]
    assert ids.index("robot") < ids.index("platform_chat") < ids.index("call")


@pytest.mark.parametrize("platform", CHINESE)
def test_the_robot_is_free_and_there_all_day(platform: str) -> None:
    robot = BOOK.channel("robot", platform)
    assert (robot.cost_class, robot.hours.zh) == ("free", "全天")


def test_the_typical_problems_have_their_kind() -> None:
    wanted = {"ask_product", "late_shipment", "quality_visible", "quality_hidden", "refund_delay"}
    assert wanted <= set(CODES)


@pytest.mark.parametrize("platform", CHINESE)
def test_the_first_way_to_the_seller_is_the_free_chat(platform: str) -> None:
    first = next(one for one in BOOK.every_channel(platform) if one.party == "merchant")
    assert (first.id, first.type, first.cost_class) == ("merchant_chat", "chat", "free")


def test_all_kinds_of_channels_are_there() -> None:
    types = {one.type for one in BOOK.every_channel("tmall")}
    assert {"chat", "phone", "robot", "notice", "form", "letter", "self_help", "other"} <= types


def test_a_violation_can_be_reported_apart() -> None:
    assert BOOK.channel("report_shop", "tmall").id in {
        one.id for one in BOOK.every_channel("tmall")
    }


@pytest.mark.parametrize("lang", LANGS)
def test_a_chat_greets_and_thanks(lang: str) -> None:
    for code in CODES:
        made = compose(facts_for(code, lang), BOOK.channel("platform_chat", "tmall"), lang)
        said = {one.id: one.text for one in made.statements}
        assert said["greeting"].startswith({"zh": "您好", "en": "Hello"}[lang])
        assert {"zh": "谢谢", "en": "hank"}[lang] in said["reply"]


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("zh", ("调解人", "不受理", "人工判定")),
        ("en", ("mediator", "turned down", "human")),
    ],
)
def test_the_guide_tells_what_a_platform_does_and_does_not(
    lang: str, parts: tuple[str, ...]
) -> None:
    text = words("platform", lang)
    assert [one for one in parts if one not in text] == []


@pytest.mark.parametrize(("lang", "part"), [("zh", "不承诺结果"), ("en", "promise no result")])
def test_the_guide_promises_no_result(lang: str, part: str) -> None:
    assert part in words("limits", lang)


@pytest.mark.parametrize(("lang", "part"), [("zh", "退换规则"), ("en", "return terms")])
def test_the_guide_says_what_to_read_before_buying(lang: str, part: str) -> None:
    assert part in words("buying", lang)


@pytest.mark.parametrize(("lang", "part"), [("zh", "避开"), ("en", "Avoid the busy hours")])
def test_the_guide_says_when_to_call(lang: str, part: str) -> None:
    assert part in words("calls", lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_guide_names_every_path(lang: str) -> None:
    text = words("channels", lang) + words("authorities", lang)
    missing = [
        one.id
        for one in BOOK.every_channel("generic")
        if one.label.of(lang) not in text and one.type not in {"notice", "phone"}
    ]
    assert missing == []


def test_a_voice_message_is_evidence() -> None:
    assert suggest("audio/mp4", "voice.m4a") == EvidenceKind.CALL


def test_numbers_are_kept_apart_by_what_they_are_for(tmp_path: Path) -> None:
    copied = [
        OfficialNumber(number, "tmall", topic, "客服与帮助", date(2026, 11, 20))
        for number, topic in (("95188", "账户"), ("9510211", "售后"))
    ]
    for one in copied:
        put_number(tmp_path, one)
    assert set(read_numbers(tmp_path)) == set(copied)


def test_a_way_nobody_has_thought_of_can_be_logged(library: Library) -> None:
    order = add_order(library, OrderForm(number="1", platform="tmall", shop="店"), Ticket()).value
    library.contacts.put(Contact("c1", order.id, "platform", OTHER_CHANNEL, AT, "视频客服"))
    (found,) = library.contacts.of_order(order.id)
    assert (found.channel, found.summary) == ("other", "视频客服")
    assert "other" in PARTIES
