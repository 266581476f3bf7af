"""Texts are shown as a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keepproof.readers.text_head import text_head, text_of

LETTER = (
    "From: shop@example.com\r\nTo: me@example.com\r\nSubject: =?utf-8?b?6K6i5Y2V?=\r\nMIME-Version: 1.0\r\n"
    "Content-Type: text/html; charset=gb18030\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)


def test_a_page_loses_its_markup() -> None:
    page = "<html><head><title>订单</title><style>a{}</style></head><body><p>实付款 <b>￥9</b></p><script>x<1</script><p>好</body>"

    assert text_of(page.encode(), "text/html").split() == ["订单", "实付款", "￥9", "好"]


def test_what_is_left_open_before_the_body_does_not_swallow_it() -> None:
    assert "你好" in text_of("<head><template><body><p>你好".encode(), "text/html")


def test_a_letter_shows_its_heads_and_words() -> None:
    data = LETTER.encode() + "<p>已退款</p>".encode("gb18030")

    assert text_of(data, "message/rfc822").split("\n") == [
        "From: shop@example.com",
        "To: me@example.com",
        "Subject: 订单",
        "",
        "已退款",
    ]


def test_a_damaged_letter_is_shown_as_it_stands() -> None:
    assert "hello" in text_of(
        b"Content-Type: multipart/mixed; boundary\r\n\r\nhello", "message/rfc822"
    )


def test_control_marks_are_left_out() -> None:
    assert text_of(b"a\x1b[2Jb\xe2\x80\xaec", "text/plain") == "a[2Jbc"


def test_the_beginning_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("退款" * 1000, "utf-8")

    assert text_head(path, "text/plain", 5) == "退款退款退"


def test_a_picture_has_no_text(tmp_path: Path) -> None:
    assert text_head(tmp_path / "a.png", "image/png", 5) is None


@pytest.mark.parametrize(
    "media_type", ["text/html", "message/rfc822", "text/csv", "application/json"]
)
@given(
    data=st.binary(max_size=600)
    | st.text("<>!-/abody scripttable&#;=\"'\n", max_size=400).map(str.encode)
)
@settings(deadline=None)
def test_any_bytes_can_be_shown(media_type: str, data: bytes) -> None:
    assert isinstance(text_of(data, media_type), str)
