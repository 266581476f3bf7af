from __future__ import annotations

from dataclasses import replace

from composing.facts_of_a_case import BOOK, facts_for
from keepproof.composing.compose import compose

CALL = BOOK.channel("call", "tmall")


def test_the_card_is_what_one_reads_on_the_phone() -> None:
    made = compose(facts_for("not_as_described", "zh"), CALL, "zh")
    assert made.text.splitlines() == [
        "您好，我要反映一个订单问题，订单尾号 6318，请帮我登记",
        "订单号：2690 1834 5572 0166 318",
        "商品：X1 无线吸尘器（天猫“澄屿家电旗舰店”）",
        "问题：页面写“标准档续航 40 分钟”；实际为 8 分 06 秒、8 分 11 秒自动停机",
        "经过：11 月 16 日联系商家，答“属于正常现象”；11 月 18 日申请售后；11 月 20 日商家以“已使用，影响二次销售”拒绝",
        "诉求：退货退款 1299.00 元，运费由商家承担",
        "请对方告知：工单号、答复时间、接线员姓名或工号",
    ]


def test_numbers_of_evidence_are_not_read_aloud_but_known() -> None:
    made = compose(facts_for("not_as_described", "zh"), CALL, "zh")
    problem = next(one for one in made.statements if one.id == "problem")
    assert "E2" not in made.text
    assert problem.citations == (2, 3, 5, 6)


def test_each_line_is_a_statement() -> None:
    made = compose(facts_for("damaged", "en"), CALL, "en")
    assert [one.text for one in made.statements] == made.text.splitlines()


def test_a_question_is_not_announced_as_a_problem() -> None:
    made = compose(facts_for("how_to", "zh"), CALL, "zh")
    assert "问题" not in made.text
    assert made.text.startswith("您好，我想咨询")


def test_a_number_with_hyphens_is_grouped_between_them() -> None:
    facts = facts_for("damaged", "en")
    hyphened = replace(facts, order=replace(facts.order, number="112-1234567-1234567"))
    assert "112 - 1234 567 - 1234 567" in compose(hyphened, CALL, "en").text
