"""Chats in spreadsheets: a cell a customer, or a row a message; workbooks made to be too large."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keepproof.domain.chat import Chat, Role
from keepproof.errors import KnownError
from keepproof.readers import sniff
from keepproof.readers.chats.chat_sheets import MEDIA_TYPE
from keepproof.readers.chats.reader import read_file
from readers.bills.conftest import packed, workbook

START = datetime(2026, 8, 15, 20, 0)  # noqa: DTZ001 - as the file shows it
HEADER = (
    "序号",
    "时间",
    "发送者昵称",
    "发送者微信ID",
    "发送者备注",
    "发送者身份",
    "消息类型",
    "内容",
)
LEAD = (("会话信息",), ("微信ID", "wxid_1", "昵称", "小店", "备注", "某某店"), ())
WORDS = st.text("你好请问什么时候发货abc，。！？0123456789🌸", min_size=1, max_size=20)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
NAMES = st.sampled_from(["tb买家示例", "某某店:客服01", "张三", "Bob Lee"])
SAID = st.lists(st.tuples(NAMES, st.integers(0, 10**8), TEXTS), min_size=1, max_size=6)


def read(data: bytes, tmp_path: Path) -> Chat | None:
    path = tmp_path / "chat.xlsx"
    path.write_bytes(data)
    return read_file(path, path.name, MEDIA_TYPE)


def shown(seconds: int) -> str:
    return f"{START + timedelta(seconds=seconds):%Y-%m-%d %H:%M:%S}"


def echotrace(*rows: Sequence[str]) -> bytes:
    return workbook([*LEAD, HEADER, *rows])


def test_each_customer_of_a_shop_has_a_cell(tmp_path: Path) -> None:
    log = "2026-08-15 20:00:00 tb买家：在吗\n2026-08-15 20:00:09 某某店:客服01：亲，在的\n有什么可以帮您"
    chat = read(workbook([("客户ID", "聊天记录"), ("tb买家", log)]), tmp_path)

    assert chat is not None
    assert (chat.format, chat.peer, chat.problems) == ("qianniu_xlsx", "tb买家", ())
    assert [(one.sender, one.local, one.text, one.source) for one in chat.messages] == [
        ("tb买家", "2026-08-15 20:00:00", "在吗", "#1"),
        ("某某店:客服01", "2026-08-15 20:00:09", "亲，在的\n有什么可以帮您", "#2"),
    ]


def test_several_customers_are_told_and_places_name_the_row(tmp_path: Path) -> None:
    rows = [("客户ID", "聊天记录")]
    rows += [(name, f"2026-08-15 20:00:00 {name}：在吗") for name in ("甲", "乙")]
    chat = read(workbook(rows), tmp_path)

    assert chat is not None
    assert [one.code for one in chat.problems] == ["chats.several_chats"]
    assert [one.source for one in chat.messages] == ["#2/1", "#3/1"]


def test_a_row_a_message_is_read_by_the_names_of_the_columns(tmp_path: Path) -> None:
    chat = read(
        echotrace(
            ("1", "2026-08-15 20:00:00", "小七", "wx1", "某某店", "好友", "文本消息", "亲，在的"),
            ("2", "2026-08-15 20:01:00", "林", "wx2", "", "我", "图片消息", "[图片]"),
            ("3", "2026-08-15 20:02:00", "", "", "", "", "系统消息", "对方撤回了一条消息"),
        ),
        tmp_path,
    )

    assert chat is not None
    assert (chat.format, chat.peer) == ("echotrace_xlsx", "某某店")
    first, second, third = chat.messages
    assert (first.sender, first.source, first.role) == ("某某店", "#1", Role.MERCHANT)
    assert (second.role, second.flags) == (Role.ME, ("image",))
    assert third.role is Role.SYSTEM


def test_another_workbook_is_no_chat(tmp_path: Path) -> None:
    assert read(workbook([("交易时间", "金额"), ("2026-08-15", 12.5)]), tmp_path) is None


def test_what_is_no_workbook_is_no_chat(tmp_path: Path) -> None:
    assert read(b"PK\x03\x04 cut", tmp_path) is None


def test_a_workbook_whose_parts_lie_before_the_file_is_no_chat(tmp_path: Path) -> None:
    data = bytearray(workbook([("客户ID", "聊天记录")]))
    end = data.rfind(b"PK\x05\x06")
    (listed,) = struct.unpack_from("<I", data, end + 16)
    struct.pack_into("<I", data, end + 16, listed + 50)

    assert read(bytes(data), tmp_path) is None


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_packed_as_no_program_packs_it_is_no_chat(tmp_path: Path, way: int) -> None:
    odd = io.BytesIO()
    whole = io.BytesIO(workbook([("客户ID", "聊天记录")]))
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(odd, "w", way) as after:
        for part in before.namelist():
            after.writestr(part, before.read(part))

    assert read(odd.getvalue(), tmp_path) is None


def test_the_type_of_a_workbook_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(workbook([("客户ID", "聊天记录")]))

    assert sniff.media_type(path, "x.bin") == MEDIA_TYPE


def test_cells_spread_too_far_are_refused(tmp_path: Path) -> None:
    far = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with pytest.raises(KnownError, match=r"chats\.workbook_too_large"):
        read(packed(far), tmp_path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = io.BytesIO(packed("<sheetData/>"))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet2.xml", b" " * (65 * 1024 * 1024))

    with pytest.raises(KnownError, match=r"chats\.workbook_too_large"):
        read(file.getvalue(), tmp_path)


@given(SAID)
@settings(deadline=None, max_examples=40)
def test_a_table_of_messages_is_read_back_as_it_was(said: list[tuple[str, int, str]]) -> None:
    rows = [
        (str(at), shown(seconds), name, "", "", "", "文本消息", text)
        for at, (name, seconds, text) in enumerate(said, start=1)
    ]
    with TemporaryDirectory() as folder:
        chat = read(echotrace(*rows), Path(folder))

    assert chat is not None
    found = [(one.sender, one.local, one.text) for one in chat.messages]
    assert found == [(name, shown(seconds), text) for name, seconds, text in said]


@given(SAID)
@settings(deadline=None, max_examples=40)
def test_a_cell_of_messages_is_read_back_as_it_was(said: list[tuple[str, int, str]]) -> None:
    log = "\n".join(f"{shown(seconds)} {name}：{text}" for name, seconds, text in said)
    with TemporaryDirectory() as folder:
        chat = read(workbook([("客户ID", "聊天记录"), ("甲", log)]), Path(folder))

    assert chat is not None
    found = [(one.sender, one.local, one.text) for one in chat.messages]
    assert found == [(name, shown(seconds), text) for name, seconds, text in said]
