"""What may be private in the lines of a picture is offered, what is proof is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.composing.private_lines import find
from keepproof.domain.reading import ReadLine


def column(*texts: str) -> list[ReadLine]:
    """Put lines below each other."""
    return [
        ReadLine(text, (40, 60 * at, 40 + 30 * max(1, len(text)), 60 * at + 40))
        for at, text in enumerate(texts)
    ]


def row(*texts: str) -> list[ReadLine]:
    """Put lines beside each other."""
    return [ReadLine(text, (300 * at, 0, 300 * at + 280, 40)) for at, text in enumerate(texts)]


def found(lines: list[ReadLine], *known: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.words, one.veiled) for one in find(lines, frozenset(known))]


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("收货人：林小满", [("name", "林小满", "林**")]),
        (
            "收 林女士 13800000042",
            [("name", "林女士", "林**"), ("phone", "13800000042", "138****0042")],
        ),
        ("林小满 86-138****0042", [("name", "林小满", "林**")]),
        ("澄屿家电仓 0571-0000 0018", [("phone", "0571-0000 0018", "057*-**** 0018")]),
        (
            "浙江省杭州市余杭区仓前街道示例路 12 号 3 幢 502 室",
            [
                (
                    "address",
                    "浙江省杭州市余杭区仓前街道示例路 12 号 3 幢 502 室",
                    "浙江省杭州市余杭区 …",
                )
            ],
        ),
        ("收货地址：示例花园 3 幢", [("address", "示例花园 3 幢", "***")]),
        (
            "送至浙江省杭州市余杭区示例路8号2幢501室",
            [("address", "浙江省杭州市余杭区示例路8号2幢501室", "浙江省杭州市余杭区 …")],
        ),
        ("昵称：小满爱吃糖", [("nick", "小满爱吃糖", "小***")]),
        ("买家：tb12345_66", [("nick", "tb12345_66", "t***")]),
        ("身份证号 110101199003074514", [("id", "110101199003074514", "110*************14")]),
        ("中国工商银行储蓄卡(1234)", [("card", "1234", "****")]),
        ("邮箱 jane@example.com", [("email", "jane@example.com", "j***@example.com")]),
        ("Recipient: Jane Doe", [("name", "Jane Doe", "J*** D***")]),
        ("221B Baker Street", [("address", "221B Baker Street", "***")]),
    ],
)
def test_private_words_are_offered_with_a_veiled_form(
    text: str, spots: list[tuple[str, str, str]]
) -> None:
    assert found(column(text)) == spots


@pytest.mark.parametrize(
    "text",
    [
        "SF EX 7730 2215 8841",
        "运单号 13812345678",
        "订单编号：2690183455720166318",
        "重量 4.20 kg  件数 1/1",
        "2026-11-13 10:12",
        "实付款 ¥1299.00",
        "收货人：林**",
        "138****0042",
        "快件已到达浙江省杭州市余杭区良渚街道转运中心",
        "客服电话 95338",
        "尊敬的女士您好",
        "收货地址",
        "已签收，签收人：本人",
        "寄 澄屿家电仓",
        "",
    ],
)
def test_what_is_proof_or_hidden_already_is_left(text: str) -> None:
    assert found(column(text)) == []


def test_the_numbers_of_the_order_stay_open() -> None:
    assert found(column("13812345678"), "13812345678") == []


def test_a_label_may_stand_beside_what_it_names() -> None:
    assert found(row("收货人", "林小满")) == [("name", "林小满", "林**")]
    assert found(row("手机", "057188880000")) == [("phone", "057188880000", "057*****0000")]
    assert found(row("运单号", "13812345678")) == []


def test_an_address_goes_on_in_the_line_below() -> None:
    lines = column("浙江省杭州市余杭区示例路", "12号3幢502室", "重量 4.20 kg")
    assert [(one.line, one.kind) for one in find(lines)] == [(0, "address"), (1, "address")]


LINES = st.lists(
    st.tuples(
        st.text(alphabet="收货人地址：: 林小满女士1380042省市区路号室运单尾@.aB*-（）", max_size=30)
        | st.text(max_size=20),
        st.integers(0, 900),
        st.integers(0, 900),
    ),
    max_size=6,
)


@given(LINES)
def test_spots_lie_in_their_line_and_not_in_each_other(drawn: list[tuple[str, int, int]]) -> None:
    lines = [ReadLine(text, (x, y, x + 100, y + 20)) for text, x, y in drawn]
    last: dict[int, int] = {}
    for one in find(lines):
        text = lines[one.line].text
        assert text[one.start : one.end] == one.words != ""
        assert one.start >= last.get(one.line, 0)
        last[one.line] = one.end
        assert isinstance(one.veiled, str)


@pytest.mark.parametrize("who", ["本人", "门卫", "丰巢快递柜", "家人"])
def test_who_signed_without_a_name_is_nobody_to_hide(who: str) -> None:
    assert found(column(f"已签收，签收人：{who}")) == []
