from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from composing.facts_of_a_case import BOOK, CODES, facts_for
from keepproof.composing.compose import compose
from keepproof.composing.counting import characters
from keepproof.composing.messages import split
from keepproof.domain.complaint import Span

CHAT = BOOK.channel("platform_chat", "tmall")


def bodies(messages: tuple[str, ...]) -> list[str]:
    return [re.sub(r"^\(\d+/\d+\) ", "", one) for one in messages]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_text_that_fits_is_one_message_without_a_number() -> None:
    assert split("短短一句。", (), 300) == ("短短一句。",)


def test_no_known_limit_means_one_message() -> None:
    assert split("长" * 1000, (), None) == ("长" * 1000,)


def test_nothing_gives_no_message() -> None:
    assert split("", (), 300) == ()


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("甲乙。，；\n 12.5Ee（）证据—👍🏽"), max_size=300), st.integers(24, 90)
)
def test_nothing_is_lost_and_nothing_is_too_long(text: str, limit: int) -> None:
    messages = split(text, (), limit)
    assert bare("".join(bodies(messages) if len(messages) > 1 else messages)) == bare(text)
    assert all(characters(one) <= limit for one in messages)


def test_line_breaks_do_not_count_as_in_the_counter() -> None:
    text = "\n".join(["您好，", "甲" * 296, "谢谢"])
    assert characters(text) < len(text)
    assert split(text, (), characters(text)) == (text,)


@pytest.mark.parametrize("code", CODES)
def test_a_complaint_is_split_behind_statements(code: str) -> None:
    made = compose(facts_for(code, "zh"), CHAT, "zh")
    ends = {made.text[span.start : span.end] for span in made.spans}
    for one in bodies(made.messages):
        last = one.rstrip("。；，\n")
        assert any(last.endswith(text.rstrip("。；，")) for text in ends)


def test_messages_are_counted_from_the_first() -> None:
    made = compose(facts_for("damaged", "zh"), CHAT, "zh")
    count = len(made.messages)
    heads = [one[: one.index(" ")] for one in made.messages]
    assert heads == [f"({at}/{count})" for at in range(1, count + 1)]
    assert made.counters.messages == count > 1


def test_a_statement_too_long_alone_is_divided_behind_a_mark() -> None:
    text = "第一段说明很长很长，" * 20
    messages = split(text, (Span(0, len(text), "long"),), 50)
    assert all(one.endswith("，") for one in messages)


@pytest.mark.parametrize(
    "number", ["1299.00", "2690183455720166318", "（证据3、证据5至8）", "（E3–E5、E9）"]
)
def test_figures_and_citations_stay_in_one_message(number: str) -> None:
    for before in range(10, 60):
        text = "字" * before + number + "字" * 60
        assert any(number in one for one in split(text, (), 50))


def test_a_figure_longer_than_a_message_is_divided_all_the_same() -> None:
    messages = split("9" * 200, (), 50)
    assert "".join(bodies(messages)) == "9" * 200


def test_more_than_nine_messages_are_numbered_with_two_digits() -> None:
    messages = split("一句话说完。" * 100, (), 50)
    assert messages[-1].startswith(f"({len(messages)}/{len(messages)}) ")
    assert all(len(one) <= 50 for one in messages)
