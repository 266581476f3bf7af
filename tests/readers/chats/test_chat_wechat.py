from __future__ import annotations

from collections.abc import Callable

from keepproof.domain.chat import Chat, Role

Reading = Callable[..., Chat]

MEMOTRACE = """2026-08-05 09:31:00 某某店
在的
2026-08-05 10:00:00 是今天

引用:我:你好

2026-08-05 09:32:00 你已添加了某某店，现在可以开始聊天了。

2026-08-05 09:33:00 我
[语音]

"""


def test_a_line_with_nothing_below_is_said_by_the_program(reading: Reading) -> None:
    chat = reading(MEMOTRACE)

    system = chat.messages[1]
    assert (system.sender, system.role, system.text) == (
        "",
        Role.SYSTEM,
        "你已添加了某某店，现在可以开始聊天了。",
    )


def test_a_time_within_a_text_begins_no_message(reading: Reading) -> None:
    said = reading(MEMOTRACE).messages[0]

    assert said.text == "在的\n2026-08-05 10:00:00 是今天\n\n引用:我:你好"
    assert said.flags == ("quote",)


def test_a_placeholder_tells_what_was_sent(reading: Reading) -> None:
    last = reading(MEMOTRACE).messages[-1]

    assert (last.role, last.flags, last.source) == (Role.ME, ("voice",), "L9")


def test_the_own_side_of_weflow(reading: Reading) -> None:
    chat = reading("2026-08-05 09:31:00 '我'\n你好\n\n2026-08-05 09:32:00 '小店'\n在\n\n")

    assert (chat.peer, chat.messages[0].role) == ("小店", Role.ME)


def test_wechat_dump_keeps_lines_and_pictures(reading: Reading) -> None:
    chat = reading(
        "wxid_1|小店:2026-08-05 09:31:00:你好\n第二行\nwxid_1|me:2026-08-05 09:32:00:|img:a.jpg\n"
    )

    assert [(one.sender, one.role, one.text) for one in chat.messages] == [
        ("小店", Role.MERCHANT, "你好\n第二行"),
        ("me", Role.ME, "|img:a.jpg"),
    ]
    assert chat.messages[1].flags == ("image",)


CSV = "localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n"


def test_cells_of_a_table_may_have_lines(reading: Reading) -> None:
    chat = reading(
        f'{CSV}1,1,1,0,1,1785893460,2,"一\n二",,,小鱼,w\n2,1,1,0,0,1785893461,2,三,,店,,w\n'
    )

    first, second = chat.messages
    assert (first.text, first.role, first.source, second.source) == ("一\n二", Role.ME, "L2", "L4")
    assert first.local == "2026-08-05 09:31:00"


def test_a_picture_in_a_table_shows_no_markup(reading: Reading) -> None:
    chat = reading(
        f'{CSV}1,1,3,0,0,1785893460,2,"<?xml version=""1.0""?><msg/>",2026-08-05 09:31:00,店,店,w\n'
        f'2,1,49,6,0,1785893461,2,"<msg><title>发票.pdf</title></msg>",2026-08-05 09:31:01,店,店,w\n'
    )

    assert [(one.text, one.flags) for one in chat.messages] == [
        ("", ("image",)),
        ("发票.pdf", ("file",)),
    ]


def test_the_script_of_a_page_is_unescaped_once(reading: Reading) -> None:
    chat = reading(
        r"<html><script>const chatMessages = [{ type:1, text: 'it\'s &lt;b&gt;<br>二',is_send:1,"
        "timestamp:1785893460,displayname:'我'},{ type:3, text: 'a.png',is_send:0,timestamp:1785893461,"
        "displayname:'店'},];</script></html>"
    )

    assert [(one.text, one.role, one.flags) for one in chat.messages] == [
        ("it's <b>\n二", Role.ME, ()),
        ("a.png", Role.MERCHANT, ("image",)),
    ]
    assert chat.problems == ()


def test_a_page_cut_off_in_its_script_is_told(reading: Reading) -> None:
    chat = reading("const chatMessages = [{ type:1, text: 'a',timestamp:1785893460},{ type:1, te")

    assert len(chat.messages) == 1
    assert "chats.cut_off" in {one.code for one in chat.problems}


JSON = """{"session":{"displayName":"某某店","avatar":"%s"},"messages":[
{"createTime":1785893460,"formattedTime":"2026-08-05 09:31:00","localType":1,"content":"你好","isSend":1,
 "senderDisplayName":"小鱼"},
"nonsense",
{"createTime":1785893461,"formattedTime":"2026-08-05 09:31:01","localType":10000,"content":"已添加","isSend":0,
 "senderDisplayName":""}]}"""


def test_places_in_json_are_those_of_the_list(reading: Reading) -> None:
    chat = reading(JSON % ("A" * 100_000))

    assert [(one.source, one.role) for one in chat.messages] == [
        ("#1", Role.ME),
        ("#3", Role.SYSTEM),
    ]
    assert (chat.format, chat.peer) == ("echotrace", "某某店")


def test_of_json_that_was_cut_off_the_whole_messages_stay(reading: Reading) -> None:
    chat = reading(JSON[:-40] % "")

    assert [one.text for one in chat.messages] == ["你好"]
    assert [one.code for one in chat.problems] == ["chats.cut_off"]


def test_a_lone_half_of_a_character_spoils_nothing(reading: Reading) -> None:
    text = '{"messages":[{"createTime":1785893460,"content":"a\\ud800b","isSend":0,"senderDisplayName":"x"}]}'

    assert reading(text).messages[0].text == "ab"
