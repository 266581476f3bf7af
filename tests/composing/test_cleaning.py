from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.composing.cleaning import (
    clean,
    hold,
    inner_quotes,
    is_border,
    one_line,
    shorten,
    splits_character,
    squeeze,
)

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAGS = "\U0001f1e8\U0001f1f3\U0001f1ec\U0001f1e7"


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  属于正常现象。 ", "属于正常现象"),
        ("“属于正常现象”", "属于正常现象"),
        ("他说“可以”，又说“不行”", "他说“可以”，又说“不行”"),
        ("第一行\n第二行", "第一行；第二行"),
        ("第一行。\r\n\r\n第二行！！", "第一行。第二行"),
        ("还能退吗？", "还能退吗？"),
        ("等了很久...", "等了很久..."),
        ("a\u202eb\u200bc\x07d", "abcd"),
        ("\ud800坏", "坏"),
        ("。", ""),
        ("“”", ""),
        ("空\u3000\u3000格", "空 格"),
    ],
)
def test_what_was_typed_fits_into_a_sentence(typed: str, cleaned: str) -> None:
    assert clean(typed, "zh") == cleaned


def test_english_lines_are_joined_with_a_space() -> None:
    assert clean("one.\ntwo\nthree", "en") == "one. two; three"


def test_a_name_keeps_its_last_mark() -> None:
    assert one_line("Example Trading Co., Ltd.\n", "en") == "Example Trading Co., Ltd."


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text, "zh")
    assert clean(once, "zh") == once


def test_quotes_inside_quotes_are_single() -> None:
    assert inner_quotes('写着“续航”和"快充"', "zh") == "写着‘续航’和‘快充’"
    assert inner_quotes('says "fast" and “new”', "en") == "says 'fast' and 'new'"


def test_spaces_beside_chinese_go_and_others_stay() -> None:
    assert (
        squeeze("X1 无线吸尘器（标准版） 1 件 41 / BLACK") == "X1无线吸尘器（标准版）1件41 / BLACK"
    )


def test_spaces_between_chinese_words_of_the_user_stay() -> None:
    assert squeeze("订 " + hold("徒步鞋 军绿 42 码")) == "订徒步鞋 军绿42码"


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("标准档续航", 10, "标准档续航"),
        ("标准档续航 40 分钟", 8, "标准档续航…"),
        ("the parcel was wet", 12, "the parcel…"),
        ("1299.00 元", 4, "…"),
        ("实付 1299.00 元", 7, "实付…"),
        ("只有一层（薄薄的）", 6, "只有一层…"),
        (f"好{FAMILY}坏", 4, "好…"),
    ],
)
def test_a_text_is_cut_between_words_and_outside_figures(text: str, width: int, cut: str) -> None:
    assert shorten(text, width) == cut


def test_a_text_is_cut_behind_a_clause_if_one_ends_near() -> None:
    assert shorten("充满电后使用标准档，八分钟就停机了", 13) == "充满电后使用标准档…"


@given(st.text(max_size=60), st.integers(1, 60))
def test_a_cut_text_is_never_too_long(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width


@given(st.text("0123456789.,ab 元", max_size=40), st.integers(2, 40))
def test_a_cut_never_ends_in_a_figure(text: str, width: int) -> None:
    short = shorten(text, width)
    assert short == text or not short.removesuffix("…")[-1:].isdigit()


@pytest.mark.parametrize("place", range(1, len(FAMILY)))
def test_an_emoji_made_of_several_is_one_character(place: int) -> None:
    assert splits_character(FAMILY, place)


def test_flags_are_divided_between_countries_only() -> None:
    assert [splits_character(FLAGS, at) for at in (1, 2, 3)] == [True, False, True]


def test_an_accent_stays_with_its_letter() -> None:
    assert not is_border("e\u0301t", 1)
