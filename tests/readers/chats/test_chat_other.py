"""Telegram, Qianniu scripts, Welink, training data, dialogues written down."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from keepproof.domain.chat import Chat, Role
from keepproof.readers.chats.reader import read_chat

Reading = Callable[..., Chat]


def telegram(*texts: object) -> dict[str, object]:
    return {
        "name": "Shop",
        "messages": [
            {"type": "message", "date": "2026-08-05T09:31:00", "from": "Ann", "text": text}
            for text in texts
        ],
    }


def test_marked_pieces_of_telegram_make_one_text(reading: Reading) -> None:
    chat = reading(json.dumps(telegram(["see ", {"type": "link", "text": "http://a"}, "!"])))

    assert (chat.peer, chat.messages[0].text) == ("Shop", "see http://a!")


def test_telegram_names_no_zone_without_unix_seconds(reading: Reading) -> None:
    message = reading(json.dumps(telegram("a"))).messages[0]

    assert (message.at, message.local) == (None, "2026-08-05 09:31:00")


def test_an_account_of_telegram_holds_many_chats(reading: Reading) -> None:
    chat = reading(json.dumps({"chats": {"list": [telegram("a"), telegram("b", "c")]}}))

    assert [one.source for one in chat.messages] == ["#1/1", "#2/1", "#2/2"]
    assert [one.code for one in chat.problems] == ["chats.several_chats"]


def test_services_and_pictures_of_telegram(reading: Reading) -> None:
    data = telegram("a")
    data["messages"] = [
        {
            "type": "service",
            "date": "2026-08-05T09:31:00",
            "actor": "Ann",
            "action": "join",
            "text": "",
        },
        {
            "type": "message",
            "date": "2026-08-05T09:31:00",
            "from": "Ann",
            "photo": "p.jpg",
            "text": "",
        },
    ]

    assert [(one.role, one.text, one.flags) for one in reading(json.dumps(data)).messages] == [
        (Role.SYSTEM, "join", ("system",)),
        (Role.UNKNOWN, "", ("image",)),
    ]


def test_a_qianniu_script_that_lost_messages_is_told(reading: Reading) -> None:
    one = {
        "date": "2026-08-05",
        "time": "9:31:00",
        "sender": "tb1",
        "text": "",
        "imgUrl": "http://a/b.png",
    }
    chat = reading(json.dumps({"user": "店", "count": 3, "chats": [one]}))

    assert (chat.messages[0].role, chat.messages[0].flags) == (Role.ME, ("image",))
    assert chat.problems[0].data == (("declared", 3), ("count", 1))


def test_training_data_is_refused_as_a_dated_chat(reading: Reading) -> None:
    data = [
        {"messages": [{"role": "user", "content": "你好"}, {"role": "assistant", "content": "在"}]}
    ]
    chat = reading(json.dumps(data))

    assert not chat.dated
    assert [(one.text, one.local) for one in chat.messages] == [("你好", ""), ("在", "")]


def test_a_dialogue_written_down(reading: Reading) -> None:
    chat = reading(
        "买家：灯不亮\n商家：【自动回复】亲在的\n稍等\n小美：我来处理\n买家：谢谢\n小美：不客气\n"
    )

    assert [(one.sender, one.role, one.text) for one in chat.messages] == [
        ("买家", Role.ME, "灯不亮"),
        ("商家", Role.ROBOT, "【自动回复】亲在的\n稍等"),
        ("小美", Role.UNKNOWN, "我来处理"),
        ("买家", Role.ME, "谢谢"),
        ("小美", Role.UNKNOWN, "不客气"),
    ]
    assert [one.code for one in chat.problems] == ["chats.no_times"]


def test_lines_of_a_table_cell(reading: Reading) -> None:
    chat = reading("2026-08-05 09:31:00 tb1：灯不亮: 怎么办\n2026-08-05 09:32:00 某某店:小美：亲\n")

    assert [(one.sender, one.text) for one in chat.messages] == [
        ("tb1", "灯不亮: 怎么办"),
        ("某某店:小美", "亲"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "订单编号：5190000000000000106\n卖家：某某店\n买家：小鱼\n实付款：59.00\n下单时间：2026-08-05 09:31:00\n",
        "2026-08-05 09:31:00 INFO started\n2026-08-05 09:31:01 WARN slow\n",
        "name,amount,date,kind\na,1,2026-08-05,x\n",
        "2026-08-05 10:00:00\n【杭州市】快件已签收\n2026-08-04 09:00:00\n【杭州市】快件已到达\n2026-08-03 09:00:00\n已揽收\n",
        "快件已签收 2026-08-05 10:00:00\n快件已到达 2026-08-04 10:00:00\n已揽收 2026-08-03 10:00:00\n",
        "Ann 12:30:00\nBob 12:40:00\nCid 12:50:00\n",
        "2026-08-05 10:00:00\n" * 5,
        "2026-08-05 10:00:00 杭州转运中心：快件已发出\n2026-08-06 10:00:00 北京转运中心：快件已到达\n",
        '{"a": 1}',
        "[]",
        "just a note",
        "",
    ],
)
def test_other_texts_are_no_chats(text: str) -> None:
    assert read_chat(text.encode(), "聊天.txt", "text/plain") is None


def test_a_picture_is_no_chat() -> None:
    assert read_chat("买家：a\n商家：b\n".encode(), "a.png", "image/png") is None
