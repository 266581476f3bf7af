from __future__ import annotations

from collections.abc import Callable

import pytest

from keepproof.domain.chat import Chat, Role
from keepproof.readers.chats.reader import read_chat

Reading = Callable[..., Chat]
RULE = "=" * 64
SAVED = f"""消息记录（此消息记录为文本格式，不支持重新导入）

{RULE}
消息分组:我的好友
{RULE}
消息对象:某某店
{RULE}

2026/8/5 9:31:00 【群主】某某店(10001)
在的

2026/8/5 9:32:00 我
[图片]
2026/8/5 9:33:00 系统消息(10000)
你们已经是好友
"""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_message_manager_writes_in_many_encodings(reading: Reading, encoding: str) -> None:
    chat = reading(SAVED.replace("\n", "\r\n"), encoding=encoding)

    assert (chat.format, chat.peer, chat.problems) == ("qq", "某某店", ())
    assert [(one.sender, one.role, one.text) for one in chat.messages] == [
        ("【群主】某某店(10001)", Role.MERCHANT, "在的"),
        ("我", Role.ME, "[图片]"),
        ("系统消息(10000)", Role.SYSTEM, "你们已经是好友"),
    ]


def test_a_file_of_all_chats_is_told(reading: Reading) -> None:
    chat = reading(f"{SAVED}\n{RULE}\n消息对象:别人\n{RULE}\n\n2026-08-06 10:00:00 别人\n好\n")

    assert (chat.peer, chat.messages[-1].text) == ("", "好")
    assert [(one.code, one.data) for one in chat.problems] == [
        ("chats.several_chats", (("count", 2),))
    ]


def test_a_copied_time_without_a_date_invents_none(reading: Reading) -> None:
    chat = reading("张三 9:31:00 PM\n在吗\n李四 9:32:00 PM\n在\n")

    assert [(one.at, one.local) for one in chat.messages] == [
        (None, "9:31:00 PM"),
        (None, "9:32:00 PM"),
    ]
    assert [one.code for one in chat.problems] == ["chats.no_dates"]


def test_copied_american_dates(reading: Reading) -> None:
    chat = reading("【管理员】张三 2/3/2020 12:05:06 AM\n在吗\n\n李四 2/3/2020 3:05:06 PM\n在\n")

    assert chat.span == ("2020-02-03 00:05:06", "2020-02-03 15:05:06")
    assert chat.messages[0].sender == "【管理员】张三"


PAGE = (
    "<html><table><tr><td><div>消息对象:某某店</div></td></tr><tr><td style=a>日期: 2012/4/11</td></tr><tr><td>"
    "<div style=color:#42B475;padding-left:10px;><div style=float:left;>小鱼(10002)</div>2:28:18</div>"
    '<div style=padding-left:20px;>你好<IMG src="{A}.dat"></div></td></tr></table></html>'
)


@pytest.mark.parametrize("boundary", ['boundary="--x"', "boundary=--x"])
def test_a_web_archive_tells_the_own_side_by_its_colour(boundary: str) -> None:
    data = (
        f"From: <Save by Tencent MsgMgr>\r\nSubject: Tencent IM Message\r\n\t{boundary}\r\n\r\n----x\r\n"
        f"Content-Type: text/html\r\n\r\n{PAGE}\r\n----x\r\nContent-Location:{{A}}.dat\r\n\r\nAAAA\r\n----x--"
    )
    chat = read_chat(data.encode(), "a.mht", "multipart/related")

    assert chat is not None
    assert (chat.peer, chat.problems) == ("某某店", ())
    said = chat.messages[0]
    assert (said.sender, said.role, said.local) == ("小鱼(10002)", Role.ME, "2012-04-11 02:28:18")
    assert (said.text, said.flags) == ("你好", ("image",))


def test_a_cut_web_archive_is_told() -> None:
    data = f'Subject: Tencent IM Message\n\tboundary="x"\n\n--x\nContent-Type: text/html\n\n{PAGE[:-20]}'
    chat = read_chat(data.encode(), "a.mht", "multipart/related")

    assert chat is not None
    assert [one.code for one in chat.problems] == ["chats.cut_off"]


def test_a_clock_that_shows_no_time_stays_as_written(reading: Reading) -> None:
    chat = reading("2026-8-5 9:31:00 张三(20001)\n在吗\n\n2026-8-5 9:99:00 张三(20001)\n好\n")

    assert [one.local for one in chat.messages] == ["2026-08-05 09:31:00", "2026-8-5 9:99:00"]
