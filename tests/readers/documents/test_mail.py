"""Mails of both kinds: heads, body, and what hangs on them."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fixtures.documents import MAIL, outlook_mail
from keepproof.readers.documents import attachments, limits
from keepproof.readers.reading import Found

EML, MSG = "message/rfc822", "application/vnd.ms-outlook"
SENT = datetime(2026, 11, 10, 13, 6, tzinfo=UTC)
Reading = Callable[..., Found]
Written = Callable[[bytes], Path]
NAMES = {0x0037: "订单 1", 0x0C1A: "小店", 0x0C1F: "shop@example.com"}


def outlook(body: str = "已退款\r\n谢谢", **attached: bytes) -> bytes:
    return outlook_mail({**NAMES, 0x1000: body}, SENT, attached)


def many(count: int) -> bytes:
    part = b'--x\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\n%d\r\n'
    parts = b"".join(part % at for at in range(count))
    return (
        b"From: a\r\nTo: b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + parts
        + b"--x--\r\n"
    )


def test_heads_and_body_are_read(reading: Reading) -> None:
    found = reading(MAIL, EML)
    assert found.text.split("\n") == [
        "From: 小店 <shop@example.com>",
        "To: me@example.com",
        "Date: Tue, 10 Nov 2026 21:06:00 +0800",
        "Subject: 订单 1",
        "",
        "已退款",
    ]
    assert found.source == "mail"


def test_a_mail_says_who_wrote_when(reading: Reading) -> None:
    assert dict(reading(MAIL, EML).facts) == {
        "from": "小店 <shop@example.com>",
        "to": "me@example.com",
        "subject": "订单 1",
        "written_at": "2026-11-10T21:06:00+08:00",
        "attachments": "发票.txt · inner.eml",
    }


def test_what_hangs_on_a_mail_is_taken_off(written: Written) -> None:
    items = attachments.read(written(MAIL), EML).items
    assert [one.name for one in items] == ["发票.txt", "inner.eml"]
    assert items[0].data == b"invoice"


def test_a_mail_on_a_mail_is_one_with_its_own(written: Written, tmp_path: Path) -> None:
    inner = attachments.read(written(MAIL), EML).items[1]
    path = tmp_path / "inner"
    path.write_bytes(inner.data)
    assert [one.name for one in attachments.read(path, EML).items] == ["deep.txt"]


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        (b"Content-ID: <a>\r\n", 0),
        (b"Content-ID: <a>\r\nContent-Disposition: attachment\r\n", 1),
        (b"", 1),
    ],
)
def test_a_small_picture_within_the_text_is_decoration(
    written: Written, head: bytes, kept: int
) -> None:
    mail = (
        b"From: a\r\nTo: b\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: text/html\r\n\r\n<p>hi\r\n--x\r\nContent-Type: image/png\r\n"
        b"Content-Transfer-Encoding: base64\r\n"
        + head
        + b"\r\n"
        + base64.b64encode(b"x" * 99)
        + b"\r\n--x--\r\n"
    )
    assert len(attachments.read(written(mail), EML).items) == kept


@pytest.mark.parametrize(
    ("untrusted", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\a\\b.txt", "b.txt"),
        ("a\x00b\u202e.txt", "ab.txt"),
        ('a?*"<>|b.txt', "a______b.txt"),
        ("", "attachment-3.txt"),
        (" .. ", "attachment-3.txt"),
        ("好" * 200 + ".pdf", "好" * 108 + ".pdf"),
    ],
)
def test_names_are_made_safe(untrusted: str, safe: str) -> None:
    assert attachments.name_of(untrusted, 3, "text/plain") == safe


def test_of_very_many_attachments_some_are_left_out(written: Written) -> None:
    found = attachments.read(written(many(attachments.MOST + 5)), EML)
    assert (len(found.items), found.problem) == (attachments.MOST, attachments.LEFT_OUT)


def test_very_large_attachments_are_left_out(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 10)
    found = attachments.read(written(MAIL), EML)
    assert ([one.name for one in found.items], found.problem) == (
        ["发票.txt"],
        attachments.LEFT_OUT,
    )


@pytest.mark.timeout(20)
@pytest.mark.parametrize("depth", [200, 5000])
def test_a_mail_of_many_nested_parts_is_read(reading: Reading, depth: int) -> None:
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n" for at in range(depth)
    )
    mail = f"From: a@b\r\nTo: c@d\r\nSubject: s\r\n{parts}Content-Type: text/plain\r\n\r\nhello"
    found = reading(mail, EML)
    assert "hello" in found.text


def test_a_mail_of_nested_mails_keeps_its_body_apart(reading: Reading) -> None:
    mail = (
        "From: a@b\r\nTo: c@d\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nouter\r\n--x\r\n"
        "Content-Type: message/rfc822\r\n\r\nSubject: i\r\nContent-Type: text/html\r\n\r\n<p>inner\r\n--x--"
    )
    assert reading(mail, EML).text.endswith("outer")


def test_a_date_that_is_none_stays_unknown(reading: Reading) -> None:
    assert "written_at" not in reading("From: a\r\nTo: b\r\nDate: soon\r\n\r\nhi", EML).facts


def test_a_table_named_falsely_is_looked_through(reading: Reading) -> None:
    head = b"From: a\r\nTo: b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    assert reading(head + "您好，订单已经发货了".encode("gb18030"), EML).text.endswith(
        "您好，订单已经发货了"
    )


def test_a_mail_of_outlook_is_read(reading: Reading) -> None:
    found = reading(outlook(), MSG)
    assert found.text.split("\n") == [
        'From: "小店" <shop@example.com>',
        "Date: 2026-11-10T13:06:00+00:00",
        "Subject: 订单 1",
        "",
        "已退款",
        "谢谢",
    ]
    assert (found.source, found.facts["written_at"]) == ("mail", "2026-11-10T13:06:00+00:00")


def test_what_hangs_on_a_mail_of_outlook_is_taken_off(written: Written) -> None:
    path = written(outlook_mail(NAMES, SENT, {"发票.pdf": b"x" * 5000, "..\\a.txt": b"hi"}))
    found = attachments.read(path, MSG).items
    assert [(one.name, len(one.data)) for one in found] == [("发票.pdf", 5000), ("a.txt", 2)]


def test_a_mail_of_outlook_without_text_says_so(reading: Reading) -> None:
    assert reading(outlook(""), MSG).problem == "readers.mail_without_text"


def test_a_mail_of_outlook_in_a_code_page_nobody_knows_is_named(reading: Reading) -> None:
    data = outlook_mail({0x37: "订单"}, None, {"a.txt": b"hi"}, table=7)
    assert reading(data, MSG).problem == limits.BROKEN


@pytest.mark.parametrize("at", [30, 32, 44, 64, 72])
def test_a_mail_of_outlook_that_claims_monstrous_sizes_is_named(reading: Reading, at: int) -> None:
    data = bytearray(outlook())
    data[at : at + 2] = b"\x40\xff"
    assert reading(bytes(data), MSG).problem == limits.BROKEN


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", outlook()[:1500]])
def test_a_damaged_mail_of_outlook_is_named(reading: Reading, data: bytes) -> None:
    assert reading(data, MSG).problem == limits.BROKEN


def test_a_mail_that_is_nothing_but_attachments_shows_its_heads(
    reading: Reading, written: Written, tmp_path: Path
) -> None:
    inner = attachments.read(written(MAIL), EML).items[1].data
    assert reading(inner, EML).text == "From: a@b\nSubject: inner"


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", ["Root Entry", "__substg1.0_1000001F"])
def test_a_stream_of_outlook_that_claims_more_than_the_file_is_not_read(
    reading: Reading, name: str
) -> None:
    data = bytearray(outlook("已退款" * 3000))
    entry = data.find(name.encode("utf-16-le"))
    data[entry + 120 : entry + 124] = b"\xf0\xff\xff\x7f"
    assert reading(bytes(data), MSG).problem == limits.BROKEN


def test_two_streams_of_outlook_with_one_name_are_not_read(reading: Reading) -> None:
    name = "__substg1.0_0037001F"
    data = outlook().replace("__substg1.0_0C1A001F".encode("utf-16-le"), name.encode("utf-16-le"))
    assert reading(data, MSG).problem == limits.BROKEN
