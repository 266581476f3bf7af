"""Bytes become the text that was written, in the encodings Chinese programs use."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from keepproof.readers.encoding import COMMON, decode, shown

HAN = "".join(sorted(COMMON))
SIMPLE = "的一是不了在人有我这个们来说要就出会可你对商家退款换货快递收到问题客服今天已经没有回复"
TRADITIONAL = "的一是不了在人有我這個們來說要就出會可你對商家退款換貨收到問題客服今天已經沒有回"
LINE = "2026-11-10 21:04:12 店铺客服\n"


@given(text=st.text(max_size=300))
@settings(deadline=None)
def test_utf8_comes_back(text: str) -> None:
    text = text.replace("\ufeff", "").replace("\0", "")
    foreign = [one for one in text if not one.isascii()]
    assume(not foreign or any(not "\u0250" <= one < "\u0800" for one in foreign))
    data = text.encode("utf-8", "replace")

    assert decode(data).text == data.decode("utf-8")


@given(text=st.text(SIMPLE, min_size=6, max_size=200))
@settings(deadline=None)
def test_gb18030_comes_back(text: str) -> None:
    assert decode(text.encode("gb18030")).text == text


@given(text=st.text(TRADITIONAL, min_size=8, max_size=200))
@settings(deadline=None)
def test_big5_comes_back(text: str) -> None:
    assert decode((LINE.replace("店铺", "店舖") + text).encode("big5")).text.endswith(text)


@given(text=st.text(HAN, max_size=200), encoding=st.sampled_from(["utf-16-le", "utf-16-be"]))
@settings(deadline=None)
def test_utf16_without_a_mark_comes_back(text: str, encoding: str) -> None:
    whole = LINE + text[:80] + "\n" + LINE

    assert decode(whole.encode(encoding)).text == whole


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    decoded = decode(LINE.encode(encoding))

    assert (decoded.text, decoded.sure) == (LINE, True)


@given(data=st.binary(max_size=500))
@settings(deadline=None)
def test_any_bytes_become_a_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(text=st.text(SIMPLE, min_size=30, max_size=200), cut=st.integers(1, 2))
@settings(deadline=None)
def test_a_cut_last_character_does_not_spoil_utf8(text: str, cut: int) -> None:
    assert decode(text.encode()[:-cut]).text == text[:-1]


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_a_cut_last_character_does_not_spoil_two_byte_text(encoding: str) -> None:
    text = "你的退款已收到，今天的商家客服有回，我不要了的"

    assert decode(text.encode(encoding)[:-1]).text == text[:-1]


def test_one_damaged_byte_does_not_change_the_encoding() -> None:
    data = bytearray(("我要退款，商家客服没有回复。" * 20).encode("gb18030"))
    data[40] = 0xFF

    assert decode(bytes(data)).encoding == "gb18030"


def test_western_text_is_not_taken_for_chinese() -> None:
    data = "Le café est arrivé abîmé, le vendeur a refusé.".encode("cp1252")

    assert decode(data).text == data.decode("cp1252")


@pytest.mark.parametrize(
    "text", ["Привет, где мой заказ?", "Καλημέρα", "déjà reçu", "ä", "5\xa0€ · 3 ×"]
)
def test_other_scripts_in_utf8_stay_what_they_are(text: str) -> None:
    assert decode(text.encode()).text == text


def test_a_doubtful_reading_is_not_sure() -> None:
    assert not decode("Le café est froid".encode("cp1252")).sure


def test_what_is_shown_has_no_control_or_direction_marks() -> None:
    assert shown("a\x00b\x1b[31mc\u202ed\u200be\r\nf\tg\x9b") == "ab[31mcde\nf   g"


def test_a_large_file_keeps_its_encoding() -> None:
    data = ("我要退款，商家客服没有回复。\n" * 40_000).encode("gb18030")

    assert decode(data).encoding == "gb18030"
