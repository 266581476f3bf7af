from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.reading import Reading, ReadLine
from keepproof.readers.hints import suggestions
from keepproof.readers.rows import text_of

LINES = (
    ReadLine("订单详情", (400, 40, 600, 80)),
    ReadLine("实付款", (40, 200, 160, 240)),
    ReadLine("¥1299.00", (800, 202, 1000, 240)),
    ReadLine("订单编号：2690183455720166318复制", (40, 300, 800, 340)),
    ReadLine("创建时间：2026-11-10 13:05:22", (40, 400, 800, 440)),
)


def reading(*lines: ReadLine, kind: str = "") -> Reading:
    return Reading("ab" * 32, "picture", text_of(lines), lines, kind)


def test_values_come_with_their_words_and_their_place() -> None:
    found = {one.field: one for one in suggestions(reading(*LINES, kind="order"))}
    assert found["number"].value == "2690183455720166318"
    assert found["number"].boxes == (LINES[3].box,)
    assert found["paid"].value == "1299.00"
    assert found["paid"].boxes == (LINES[2].box,)
    assert found["paid"].line == 2
    assert found["ordered"].value.startswith("2026-11-10T13:05:22")
    assert found["kind"].value == "order_shot"


def test_the_words_stand_where_they_are_said_to() -> None:
    whole = reading(*LINES)
    for one in suggestions(whole):
        if one.line:
            assert one.words in whole.text.split("\n")[one.line - 1]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("剩余 2 天 3 小时", "P2DT3H"),
        ("还剩1天23小时59分", "P1DT23H59M"),
        ("距自动确认还有 6天", "P6D"),
        ("倒计时：03小时20分15秒", "PT3H20M15S"),
        ("2 days 3 hours left", "P2DT3H"),
        ("5 hrs remaining", "PT5H"),
    ],
)
def test_countdowns_are_durations(words: str, value: str) -> None:
    found = suggestions(reading(ReadLine(words, (10, 10, 400, 50))))
    assert [(one.field, one.value) for one in found] == [("countdown", value)]


@pytest.mark.parametrize(
    "words", ["剩余", "剩余 3 件", "库存剩余", "left", "还有人在看", "剩余优惠券"]
)
def test_what_is_left_otherwise_is_no_countdown(words: str) -> None:
    assert suggestions(reading(ReadLine(words, (10, 10, 400, 50)))) == ()


def test_a_refusal_of_the_seller_is_offered_as_such() -> None:
    refused = reading(ReadLine("商家已拒绝退款", (0, 0, 9, 9)), kind="refund")
    assert suggestions(refused)[0].value == "refuse"
    assert suggestions(reading(ReadLine("退款成功", (0, 0, 9, 9)), kind="refund")) == ()


def test_in_a_chat_no_order_is_looked_for() -> None:
    fields = {one.field for one in suggestions(reading(*LINES, kind="chat"))}
    assert fields == {"kind"}


def test_a_text_file_gives_none() -> None:
    assert suggestions(Reading("ab" * 32, "text", "订单编号：2690183455720166318")) == ()


@given(
    st.lists(
        st.tuples(st.text(max_size=40), st.integers(0, 2000), st.integers(0, 2000)), max_size=12
    )
)
def test_any_picture_gives_suggestions_without_harm(seen: list[tuple[str, int, int]]) -> None:
    lines = tuple(
        ReadLine(text.replace("\n", " "), (left, top, left + 100, top + 30))
        for text, left, top in seen
    )
    count = len(text_of(lines).split("\n"))
    assert all(0 <= one.line <= count for one in suggestions(reading(*lines)))
