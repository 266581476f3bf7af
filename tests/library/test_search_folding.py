from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.library.search_folding import fold, fold_places, letters


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("退貨運費", "退货运费"),
        ("Café", "CAFE\u0301"),
        ("ﾊﾟﾅｿﾆｯｸ", "パナソニック"),
        ("㎏", "kg"),
        ("1,299.00", "1299.00"),
        ("退\u200b款", "退款"),
        ("ＳＦ－１２３４", "sf-1234"),
        ("臺灣裡面", "台湾里面"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_what_is_no_part_of_a_word_parts_words() -> None:
    assert fold("退款，谢谢。18:20\n¥5") == "退款 谢谢 18 20  5"


def test_a_list_of_numbers_is_not_one_number() -> None:
    assert fold("1,2,3").split() == ["1", "2", "3"]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_folded_character_knows_where_it_comes_from(text: str) -> None:
    folded, places = fold_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded)
    assert list(places) == sorted(places)
    assert all(0 <= one < len(text) for one in places)


def test_a_character_of_two_readings_has_two_letters() -> None:
    assert (letters()["店"], set(letters()["长"])) == ("d", {"c", "z"})
