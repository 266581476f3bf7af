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


def test_an_unknown_section_is_passed_over() -> None:
    assert text_of("<html><![foo[x]]>已签收 <![if !mso]>好".encode(), "text/html") == "已签收 好"


def test_a_mark_in_a_value_does_not_end_a_tag() -> None:
    assert text_of(b"<html><a title=\"1 > 0\" x='</p>'>ok</a> don't", "text/html") == "ok don't"


def test_a_figure_of_thousands_of_digits_is_shown() -> None:
    assert "9999" in text_of(b"<html>&#" + b"9" * 5000 + b";", "text/html")


HEAD = b"From: %s\nSubject: b\nContent-Type: text/plain\n\nhello"
HOSTILE_LETTERS = {
    "parentheses": HEAD % (b"(" * 20_000),
    "quotes": HEAD % (b'"' * 200_000),
    "encoded": HEAD % (b"=?utf-8?b?" * 20_000),
    "semicolons": b'From: a\nSubject: b\nContent-Type: multipart/x; "'
    + b";" * 400_000
    + b"\n\nhello",
    "old line ends": b'From: a\rSubject: b\rContent-Type: multipart/x; "'
    + b";" * 400_000
    + b"\r\rhello",
    "nested": b"From: a\nSubject: b\n"
    + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(3000)
    )
    + b"hello",
    "letters in letters": b"From: a\nSubject: b\n"
    + b"Content-Type: message/rfc822\n\n" * 3000
    + b"hello",
}


@pytest.mark.parametrize("name", HOSTILE_LETTERS)
def test_a_letter_built_to_keep_a_reader_busy_is_shown(name: str) -> None:
    assert "hello" in text_of(HOSTILE_LETTERS[name], "message/rfc822")


@pytest.mark.parametrize(
    "piece",
    ["<", "<!--", "<a ", "</", "<![CDATA[", "<a b='", "<script>", "&", "&#", "<?", "<div>", "<a ="],
)
def test_a_page_built_to_keep_a_reader_busy_is_shown(piece: str) -> None:
    data = b"<html>ok" + piece.encode() * (500_000 // len(piece))

    assert text_of(data, "text/html").startswith("ok")


def test_a_letter_with_parts_shows_its_page() -> None:
    data = (
        b"From: a\nSubject: \xe8\xae\xa2\xe5\x8d\x95\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nplain\n--x\nContent-Type: text/html\n"
        b"Content-Disposition: attachment\n\n<p>attached\n--x\nContent-Type: text/html\n\n<p>page\n--x--\n"
    )

    assert text_of(data, "message/rfc822").split("\n") == ["From: a", "Subject: 订单", "", "page"]
