from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.readers.chats.decoding import source

CHINESE = "你好，请问订单什么时候发货？\n"


def test_parts_in_different_encodings_are_each_read() -> None:
    found = source(CHINESE.encode() * 3 + CHINESE.encode("gb18030"))

    assert (found.text, found.mixed, found.broken) == (CHINESE * 4, 1, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
def test_one_encoding_is_not_mixed(encoding: str) -> None:
    text = (
        CHINESE.replace("请问订单什么时候发货", "請問訂單何時出貨")
        if encoding == "big5"
        else CHINESE
    )

    found = source((text * 5).encode(encoding))

    assert (found.text, found.mixed) == (text * 5, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("cut", [1, 2])
def test_a_file_cut_within_a_character_keeps_the_rest(encoding: str, cut: int) -> None:
    data = (CHINESE * 5 + "好").encode(encoding)

    assert source(data[:-cut]).text.startswith(CHINESE * 5)


def test_a_broken_place_costs_no_more_than_itself() -> None:
    data = (CHINESE * 5).encode().replace("订".encode(), b"\xe8\xae", 1)

    found = source(data)

    assert found.text == (CHINESE * 5).replace("订", "\ufffd", 1)
    assert found.broken == 1


@given(st.binary(max_size=300))
def test_decoding_never_fails(data: bytes) -> None:
    assert "\r" not in source(data).text
