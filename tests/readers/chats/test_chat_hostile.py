"""Whatever the bytes are: a chat or nothing, soon, and no other exception than a known error."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from keepproof.errors import KnownError
from keepproof.messages import say
from keepproof.readers.chats import reader
from keepproof.readers.chats.reader import read_chat

MHT = b"Subject: Tencent IM Message\nContent-Type: multipart/related; boundary=x\n\n"
# repeated until they are long enough to tell a time that grows with the square of the length
UNITS: dict[str, tuple[bytes, bytes]] = {
    "colons": (b"", b":"),
    "spaces": (b"", b" "),
    "digits": (b"", b"2"),
    "brackets": (b"", b"["),
    "dashes": (b"", "— ".encode()),
    "moments": (b"", b"2026-08-05 10:00:00\n"),
    "moments in a line": (b"", b"2026-08-05 10:00:00 "),
    "short lines": (b"", b"a:\n"),
    "bars": (b"", b"a|"),
    "recalls": (b"", "撤回了一条消息".encode()),
    "nested json": (b"", b'{"messages":[{'),
    "lists in json": (b"", b'"messages":[ '),
    "nested divs": (b"", b"<div class='message-item'>"),
    "open tags": (b"message-item", b"<a "),
    "open comments": (b"message-item", b"<!--"),
    "breaks": (b"message-item", b"<br "),
    "open script strings": (b"chatMessages = [", b"{ a:'"),
    "script commas": (b"chatMessages = [", b" ,"),
    "script lists": (b"", b"chatMessages = ["),
    "open cells": (b"StrContent,CreateTime,IsSender\n", b'"'),
    "long cell": (b"StrContent,CreateTime,IsSender\n", b"aaaa"),
    "parts": (MHT, b"\n--"),
    "part heads": (MHT, b"content-type: text/html"),
    "open mht cells": (MHT + b"--x\nContent-Type: text/html\n\n", b"<td><div>"),
    "zeros": (b"", b"\0"),
    "whatsapp": (b"", b"1/1/24, 1:00 - a: b\n"),
    "objects of qq": (b"", "消息对象:".encode()),
    "half characters": (b"", b"\xe4\xbd"),
    "gbk and utf-8": (b"", "你好\n".encode() + "您好\n".encode("gb18030")),
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", UNITS)
def test_reading_does_not_hang(name: str) -> None:
    head, unit = UNITS[name]

    chat = read_chat(head + unit * (1_000_000 // len(unit)), "聊天.txt", "text/plain")

    assert chat is None or chat.messages


@pytest.mark.timeout(20)
def test_a_row_of_dashes_is_soon_no_day() -> None:
    assert read_chat(b"-" * 59 + b"x\n", "a.txt", "text/plain") is None


@pytest.mark.timeout(20)
def test_a_tag_with_very_many_attributes_is_not_parsed() -> None:
    page = '<div class="message-item"><b class="nick">a</b></div><div '
    attributes = " ".join(f"a{number}=1" for number in range(100_000))

    assert read_chat(f"{page}{attributes}>".encode(), "a.html", "text/html") is None


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b'{"messages":[{"createTime":[],"content":{},"isSend":{}}]}')
@example(b'{"messages":[{"type":[],"date":{},"text":{"a":1}}]}')
@example(b'{"messages":[{"type":"message","date_unixtime":1e999,"text":[[[]]]}]}')
@example(b'{"chats":[{"sender":[],"date":{},"time":9}],"count":"x"}')
@example(b'[{"messages":[{"role":[],"content":""}]}]')
@example(b'{"messages":[{"createTime":' + b"9" * 5000 + b',"content":""}]}')
@example(b'{"messages":[{"createTime":-1,"content":"\\ud800"}]}')
def test_any_bytes_are_a_chat_or_none(data: bytes) -> None:
    chat = read_chat(data, "x", "application/octet-stream")

    assert chat is None or chat.messages


PIECES = st.sampled_from(
    [
        "2026-8-5 9:31:00",
        "tb1",
        "张三",
        "店铺:客服",
        "\n",
        "\r\n",
        " ",
        "\t",
        "(1)",
        "：",
        ":",
        "[",
        "]",
        " - ",
        "1/2/24, 3:04",
        "PM",
        "已读",
        "撤回了一条消息",
        "消息对象:",
        "<div class='message-item'>",
        "<div class='nick'>",
        "<div class='time'>",
        "chatMessages = [",
        "{ type:1, text: '",
        "',",
        "}",
        '{"messages":[',
        '{"createTime":1,"content":"',
        '"}',
        "9999-99-99 99:99:99",
        "StrContent,CreateTime,IsSender,",
        '"',
        ",",
        "Tencent IM Message",
        "Content-Type: text/html\n\n",
        "<td><div><div>",
        "\x00",
        "\u202e",
        "\ud7ff",
        "— —  2020-2-21  — —",
        "买家：",
        "商家：",
    ]
)


@given(
    st.lists(PIECES, max_size=40),
    st.sampled_from(["utf-8", "gb18030", "utf-16"]),
    st.integers(0, 3),
)
def test_pieces_of_formats_in_any_order_do_no_harm(
    pieces: list[str], encoding: str, cut: int
) -> None:
    data = "".join(pieces).encode(encoding, "replace")

    chat = read_chat(data[: len(data) - cut], "x", "text/plain")

    problems = chat.problems if chat is not None else ()
    worded = [say(one.code, lang, dict(one.data)) for one in problems for lang in ("zh", "en")]
    assert not {one.code for one in problems}.intersection(worded)


def test_noise_is_no_chat() -> None:
    noise = random.Random(7).randbytes(200_000)

    assert read_chat(noise, "chat.txt", "text/plain") is None


def test_a_file_beyond_the_limit_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST", 1024 * 1024)

    with pytest.raises(KnownError) as caught:
        read_chat(b"a" * (1024 * 1024 + 1), "x.txt", "text/plain")
    assert caught.value.code == "chats.too_large"


def test_control_and_direction_characters_do_not_reach_the_text() -> None:
    data = "tb1 2026-08-05 09:31:00\n你\x1b[31m\u202e好\u200e👨\u200d👩\n".encode()

    chat = read_chat(data, "x", "text/plain")

    assert chat is not None
    assert chat.messages[0].text == "你[31m好👨\u200d👩"
