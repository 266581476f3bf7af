"""A chat written in the grammar of a program is read back as it was, line ends and encoding whatever."""

from __future__ import annotations

import csv
import html
import io
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from keepproof.readers.chats.moments import CHINA
from keepproof.readers.chats.reader import read_chat

Said = tuple[str, datetime, str]
Write = Callable[[Sequence[Said]], str]

NAMES = st.sampled_from(
    ["tb买家示例", "某某旗舰店", "张三", "Bob Lee", "晨曦🌸", "某某店:客服01", "李 四"]
)
WORDS = st.text(
    "你好请问订单什么时候发货abc XYZ，。！？（）-/0123456789🌸", min_size=1, max_size=20
).filter(lambda one: one == one.strip())
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
TIMES = st.datetimes(datetime(2001, 1, 1), datetime(2039, 12, 31)).map(  # noqa: DTZ001
    lambda one: one.replace(microsecond=0)
)
CHATS = st.lists(st.tuples(NAMES, TIMES, TEXTS), min_size=1, max_size=8).map(
    lambda said: sorted(said, key=lambda one: one[1])
)


def padded(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S")


def bare(at: datetime) -> str:
    return f"{at.year}-{at.month}-{at.day} {at.hour}:{at:%M:%S}"


def unix(at: datetime) -> int:
    return int(at.replace(tzinfo=CHINA).timestamp())


def mapped(form: Callable[[str, datetime, str], str]) -> Write:
    return lambda said: "".join(form(*one) for one in said)


def weflow_json(said: Sequence[Said]) -> str:
    messages = [
        {
            "createTime": unix(at),
            "formattedTime": padded(at),
            "content": text,
            "isSend": 0,
            "senderDisplayName": name,
        }
        for name, at, text in said
    ]
    return json.dumps({"weflow": {}, "session": {}, "messages": messages}, ensure_ascii=False)


def qianniu_json(said: Sequence[Said]) -> str:
    chats = [
        {
            "date": f"{at:%Y-%m-%d}",
            "time": f"{at:%H:%M:%S}",
            "sender": name,
            "text": text,
            "imgUrl": "",
        }
        for name, at, text in said
    ]
    return json.dumps({"user": "x", "count": len(chats), "chats": chats}, ensure_ascii=False)


def telegram_json(said: Sequence[Said]) -> str:
    messages = [
        {
            "type": "message",
            "date": at.isoformat(),
            "date_unixtime": str(int(at.replace(tzinfo=UTC).timestamp())),
            "from": name,
            "text": ["", {"type": "plain", "text": text}],
        }
        for name, at, text in said
    ]
    return json.dumps({"name": "x", "messages": messages}, ensure_ascii=False)


def memotrace_csv(said: Sequence[Said]) -> str:
    names = "localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender"
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(names.split(","))
    for name, at, text in said:
        rows.writerow([1, 1, 1, 0, 0, unix(at), 2, text, padded(at), "", name, "wxid"])
    return out.getvalue()


def memotrace_html(said: Sequence[Said]) -> str:
    rows = (
        f"{{ type:1, text: '{html.escape(text).replace(chr(10), '<br>')}',is_send:0,avatar_path:'',"
        f"timestamp:{unix(at)},is_chatroom:1,displayname:'{name}'}},"
        for name, at, text in said
    )
    return f"<html><script>const chatMessages = [{''.join(rows)}];</script></html>"


def wangwang_html(said: Sequence[Said]) -> str:
    rows = (
        f'<div class="message-item"><div class="nick">{name}</div><div class="time">{padded(at)}</div>'
        f'<div class="content"><pre class="edit">{html.escape(text)}</pre></div></div>'
        for name, at, text in said
    )
    return f'<html><div class="ww_header"><i class="name">x</i></div>{"".join(rows)}</html>'


def qq_mht(said: Sequence[Said]) -> str:
    rows = (
        f"<tr><td style=a>日期: {at:%Y-%m-%d}</td></tr><tr><td><div style=color:#006EFE;><div style=float:left;>"
        f"{name}</div>{at:%H:%M:%S}</div><div style=padding-left:20px;><font>{text.replace(chr(10), '<br>')}"
        "</font></div></td></tr>"
        for name, at, text in said
    )
    return (
        "From: <Save by Tencent MsgMgr>\nSubject: Tencent IM Message\nContent-Type:multipart/related;\n"
        f'\tboundary="--x"\n\n----x\nContent-Type: text/html\n\n<html><table>{"".join(rows)}</table></html>\n----x--\n'
    )


QQ_HEAD = "消息记录（此消息记录为文本格式，不支持重新导入）\n\n消息对象:张三\n"
GRAMMARS: dict[str, tuple[str, Write]] = {
    "wangwang with a space": ("wangwang", mapped(lambda n, at, t: f"{n} {padded(at)}\n{t}\n\n")),
    "wangwang joined": ("wangwang", mapped(lambda n, at, t: f"{n}{bare(at)}\n{t}\n已读\n")),
    "wangwang to somebody": (
        "wangwang",
        mapped(lambda n, at, t: f"{n} --> 对方 {bare(at)}\n{t}\n"),
    ),
    "wangwang, time below": ("wangwang", mapped(lambda n, at, t: f"{n}\n{padded(at)}\n{t}\n")),
    "memotrace": ("memotrace", mapped(lambda n, at, t: f"{padded(at)} {n}\n{t}\n\n")),
    "weflow": ("weflow", mapped(lambda n, at, t: f"{padded(at)} '{n}'\n{t}\n\n")),
    "wechat-dump": ("wechat_dump", mapped(lambda n, at, t: f"wxid|{n}:{padded(at)}:{t}\n")),
    "qq": (
        "qq",
        lambda said: QQ_HEAD + mapped(lambda n, at, t: f"{padded(at)} {n}\n{t}\n\n")(said),
    ),
    "qq copied": (
        "qq_copied",
        mapped(lambda n, at, t: f"{n} {at.month}/{at.day}/{at.year} {at:%I:%M:%S %p}\n{t}\n\n"),
    ),
    "qq of the phone": (
        "qq_copied",
        mapped(lambda n, at, t: f"— —  {at:%Y-%m-%d}  — —\n\n{n}  {at:%H:%M:%S} \n{t}\n\n"),
    ),
    "welink": ("welink", mapped(lambda n, at, t: f"{n}(z001)\t{padded(at)}\n{t}\n")),
    "whatsapp of Android": (
        "whatsapp",
        mapped(lambda n, at, t: f"{at:%Y/%m/%d, %H:%M:%S} - {n}: {t}\n"),
    ),
    "whatsapp of iOS": (
        "whatsapp",
        mapped(lambda n, at, t: f"[{at:%d.%m.%Y, %I:%M:%S}\u202f{at:%p}] {n}: \u200e{t}\n"),
    ),
    "lines with times": ("timed_lines", mapped(lambda n, at, t: f"{padded(at)} {n}：{t}\n")),
    "weflow json": ("weflow", weflow_json),
    "qianniu json": ("qianniu_json", qianniu_json),
    "telegram json": ("telegram", telegram_json),
    "memotrace csv": ("memotrace_csv", memotrace_csv),
    "memotrace html": ("memotrace_html", memotrace_html),
    "wangwang page": ("wangwang_page", wangwang_html),
    "qq mht": ("qq_mht", qq_mht),
}


def means_something_else(data: bytes) -> bool:
    """Say whether GB18030 bytes are UTF-8 as well: 么 alone is ô there, and nobody can tell."""
    try:
        return not data.isascii() and bool(data.decode())
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize("name", GRAMMARS)
@settings(max_examples=40)
@given(
    said=CHATS,
    ends=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
)
def test_a_written_chat_is_read_back(name: str, said: list[Said], ends: str, encoding: str) -> None:
    format, write = GRAMMARS[name]
    if name == "qq mht":
        encoding = "utf-8"

    data = write(said).replace("\n", ends).encode(encoding)
    assume(encoding != "gb18030" or not means_something_else(data))
    chat = read_chat(data, "x", "text/plain")

    assert chat is not None
    assert chat.format == format
    assert [(one.sender, one.local, one.text) for one in chat.messages] == [
        (sender, padded(at), text) for sender, at, text in said
    ]
