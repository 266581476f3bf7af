"""Figures and dates of the rules and limits, stated again here so that a slip in the data is seen."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from keepproof.knowledge.book import Book

BOOK = Book.load()
GISTS = {
    "TBS-4": ("48 小时", "48 hours"),
    "TBS-9": ("72 小时", "24 小时", "72 hours", "24 hours"),
    "TBS-14": ("1%", "3 至 30 元", "5%", "5 至 30 元", "CNY 3–30", "CNY 5–30"),
    "TMS-8": ("10%", "15%", "最低 5 元", "最高 500 元", "CNY 5,", "CNY 500"),
    "TB7-3": ("168 小时", "168 hours"),
    "CPL-23": ("六个月", "six months"),
    "CPL-24": ("七日内", "seven days"),
    "CPL-25": ("七日内", "seven days"),
    "CPL-55": ("三倍", "五百元", "three times", "CNY 500"),
    "CPLR-46": ("七个工作日", "六十日", "seven working days", "sixty days"),
    "FS-148": ("十倍", "三倍", "一千元", "ten times", "three times", "CNY 1,000"),
    "PEN-8": ("十五日", "fifteen days"),
    "R7-31": ("七日", "十五日", "seven days", "fifteen days"),
    "NT-31": ("三年", "three years"),
    "O121-15": ("七个工作日", "六十日", "三年", "seven working days", "sixty days", "three years"),
    "EXP-25": ("七日内", "seven days"),
    "3BAO-PHONE": ("七日内", "第十五日", "seven days", "day fifteen"),
}
ARTICLES = {
    "TB-78": "第七十八条",
    "TB-38": "第三十八条",
    "TBS-14": "第十四条",
    "CPL-55": "第五十五条",
    "FS-148": "第一百四十八条",
    "EXP-25": "第二十六条、第二十九条",
    "EXP-28": "第二十八条",
    "PR-116": "第十九条",
}
VERSIONS = {
    "TB-78": ("2025-08-15", date(2025, 8, 15)),
    "TBS-14": ("2026-04-09", date(2026, 4, 9)),
    "FS-148": ("2025-09-12", date(2025, 12, 1)),
    "EXP-25": ("2025-04-13", date(2025, 6, 1)),
    "O121-10": ("2026-04-15", date(2026, 4, 15)),
    "CPLR-12": ("2024-07-01", date(2024, 7, 1)),
    "PEN-8": ("2020-10-23", date(2020, 10, 23)),
}
NUMBERS = [
    ("tmall", "2690183455720166318", True),
    ("taobao", "12345", False),
    ("amazon", "112-1234567-1234567", True),
    ("amazon", "1121234567", False),
    ("pdd", "261110-123456789012345", True),
    ("ebay", "12-34567-89012", True),
]


@pytest.mark.parametrize("id", GISTS)
def test_a_gist_states_the_figures_of_its_rule(id: str) -> None:
    gist = BOOK.rule(id).gist
    assert [one for one in GISTS[id] if one not in gist.zh and one not in gist.en] == []


@pytest.mark.parametrize("id", ARTICLES)
def test_a_rule_names_its_article(id: str) -> None:
    assert BOOK.rule(id).article.zh == ARTICLES[id]


@pytest.mark.parametrize("id", VERSIONS)
def test_a_rule_is_dated(id: str) -> None:
    rule = BOOK.rule(id)
    assert (rule.version, rule.effective_from) == VERSIONS[id]


def test_what_is_printed_has_an_article_a_source_and_a_start() -> None:
    printed = [one for one in BOOK.rules if one.status == "verified"]
    assert [
        one.id for one in printed if not one.effective_from or one.source == "not checked"
    ] == []
    assert [one.id for one in printed if not re.search(r"第.+条", one.article.zh)] == []


def test_the_replaced_complaint_rules_end_where_the_new_ones_begin() -> None:
    old, new = BOOK.rule("O20-14"), BOOK.rule("O121-15")
    assert (old.effective_to, new.effective_from) == (date(2026, 4, 14), date(2026, 4, 15))


def test_what_is_known_by_hearsay_is_not_called_verified() -> None:
    weak = {one.id: one.status for one in BOOK.rules if one.status != "verified"}
    assert weak == {"TB7-3": "excerpt", "3BAO": "memory"}


@pytest.mark.parametrize("platform", ["tmall", "taobao"])
def test_the_refund_form_of_taobao_takes_400_bytes(platform: str) -> None:
    form = BOOK.channel("refund_form", platform)
    limits = form.limits
    assert (limits.bytes, limits.characters, limits.encoding) == (400, 200, "utf-8")
    assert (limits.picture_bytes, form.status) == (500 * 1024, "secondary")


def test_the_wechat_dispute_takes_500_characters_and_20_pictures() -> None:
    limits = BOOK.channel("intervention", "weixin").limits
    assert (limits.characters, limits.pictures) == (500, 20)


def test_a_limit_nobody_published_is_not_presented_as_known() -> None:
    assert BOOK.channel("12315").limits.characters is None
    for platform in BOOK.platforms:
        for channel in BOOK.channels(platform.id):
            if channel.limits.message_characters:
                assert channel.status in {"memory", "secondary"}
                assert channel.note is not None


@pytest.mark.parametrize("id", ["12315", "association"])
def test_only_authorities_get_statutory_demands_and_a_true_name(id: str) -> None:
    channel = BOOK.channel(id)
    assert (channel.party, channel.statutory, channel.real_name) == ("authority", True, True)


def test_no_platform_text_carries_statutory_damages() -> None:
    channels = BOOK.channels("tmall")
    assert {one.party for one in channels if one.statutory} == {"authority"}


def test_a_channel_offers_its_own_size_first() -> None:
    channels = [one for platform in BOOK.platforms for one in BOOK.channels(platform.id)]
    assert all(one.size == one.sizes[0] for one in channels)


def test_no_number_of_95_or_400_is_called_free() -> None:
    assert BOOK.channel("call", "tmall").cost_class == "caller_plan"


@pytest.mark.parametrize(("platform", "number", "fits"), NUMBERS)
def test_an_order_number_is_recognised(platform: str, number: str, fits: bool) -> None:
    assert bool(re.fullmatch(BOOK.platform(platform).order_number, number)) is fits


def test_every_platform_has_a_time_zone_that_exists() -> None:
    assert all(ZoneInfo(one.time_zone) for one in BOOK.platforms)


@pytest.mark.parametrize("code", ["counterfeit", "late_shipment", "fake_shipment"])
def test_a_sum_the_user_enters_after_the_rules_comes_with_a_warning(code: str) -> None:
    demands = BOOK.issue(code).demands
    assert any(one.warn and one.amount == "entered" for one in demands)
