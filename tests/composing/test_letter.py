from __future__ import annotations

from dataclasses import replace

import pytest

from composing.facts_of_a_case import BOOK, a_file, facts_for, with_evidence
from keepproof.composing.compose import compose
from keepproof.composing.facts import Facts, Person
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Merchant

AUTHORITY = BOOK.channel("12315", "tmall")
FACTS = facts_for("not_as_described", "zh")
EMPTY = Merchant("m1", "tmall", "")


def lines(facts: Facts, lang: str = "zh") -> list[str]:
    return compose(facts, AUTHORITY, lang).text.splitlines()


def test_the_parties_come_first() -> None:
    assert lines(FACTS)[2:8] == [
        "投诉人：林晓  电话：13800000000  通讯地址：浙江省杭州市示例区示例路 1 号",
        "被投诉人：杭州示例商贸有限公司（天猫“澄屿家电旗舰店”）（证据11）",
        "统一社会信用代码：91330100MA00000X00",
        "地址：浙江省杭州市示例区示例街 8 号  电话：0571-00000000",
        "涉及平台：天猫",
        "投诉事由：与描述不符",
    ]


def test_what_nobody_filled_in_leaves_its_line_out() -> None:
    text = "\n".join(lines(replace(FACTS, person=Person(), merchant=EMPTY)))
    assert "\n投诉人：" not in text
    assert "：\n\n" not in text.replace("投诉人（签名）：", "")
    assert "被投诉人：天猫“澄屿家电旗舰店”" in text
    assert "统一社会信用代码" not in text


def test_sections_are_numbered_without_gaps() -> None:
    text = "\n".join(lines(replace(FACTS, rules=())))
    heads = [one for one in text.splitlines() if one[1:2] == "、"]
    assert heads == ["一、投诉请求", "二、消费事实", "三、争议经过", "四、证据目录", "五、其他说明"]


def test_a_letter_says_once_that_what_cites_nothing_is_the_users_word() -> None:
    assert "\n".join(lines(FACTS)).count("没有注明证据的为本人陈述") == 1


def test_evidence_is_listed_with_date_and_what_it_shows() -> None:
    assert "证据2  商品详情页（2026-11-16）——商品页面的说明" in lines(FACTS)


def test_a_title_of_the_user_names_the_evidence() -> None:
    own = a_file(1, EvidenceKind.PHOTO, title="电池铭牌特写")
    assert "证据1  电池铭牌特写——商品的实际状况" in lines(with_evidence(FACTS, [own]))


def test_much_evidence_is_listed_in_groups() -> None:
    many = [a_file(at, EvidenceKind.PHOTO) for at in range(1, 41)]
    assert "证据1至40  实物照片（40 份）——商品的实际状况" in lines(with_evidence(FACTS, many))


def test_declarations_are_the_users_own() -> None:
    made = compose(FACTS, AUTHORITY, "zh")
    own = [one for one in made.statements if one.part == "declaration"]
    assert [one.id for one in own] == ["daily_life", "true_name", "no_parallel", "truth"]
    assert all(one.stated_by_user for one in own)


def test_what_happened_is_told_in_the_order_it_happened() -> None:
    tried = [one for one in lines(FACTS) if one.startswith("2026-11-") and "在上述店铺" not in one]
    assert tried == sorted(tried)


def test_the_letter_ends_with_a_place_to_sign_and_the_day() -> None:
    assert lines(FACTS)[-2:] == ["投诉人（签名）：", "2026 年 11 月 22 日"]
    assert lines(facts_for("not_as_described", "en"), "en")[-2:] == [
        "Signature of the complainant:",
        "22 Nov 2026",
    ]


@pytest.mark.parametrize(("lang", "complaint"), [("zh", "投诉"), ("en", "omplain")])
def test_an_enquiry_is_not_worded_as_a_complaint(lang: str, complaint: str) -> None:
    assert complaint not in compose(facts_for("how_to", lang), AUTHORITY, lang).text
