from __future__ import annotations

from collections.abc import Callable

import pytest

from keepproof.domain.chat import Chat, Role

Reading = Callable[..., Chat]

COPIED = """tb46922026-8-5 9:31:00
你好，这个灯不亮
已读
某某旗舰店:小美2026-8-5 9:32:10
亲，请稍等
未读
某某旗舰店:小美 撤回了一条消息
由 服务助手 转交给 某某旗舰店:售后
原因：【离线留言自动分配】
当前用户来自 商品详情页
某某旗舰店:售后 --> tb4692 2026-8-5 9:40:00
[图片]
tb4692
2026-08-05 09:41:00
截止到2026-8-6 23:59:59
就是这个

第二段
"""


def test_digits_of_a_nick_are_not_taken_for_the_year(reading: Reading) -> None:
    first = reading(COPIED).messages[0]

    assert (first.sender, first.local) == ("tb4692", "2026-08-05 09:31:00")


def test_times_carry_the_zone_of_china(reading: Reading) -> None:
    at = reading(COPIED).messages[0].at

    assert at is not None
    assert at.isoformat() == "2026-08-05T09:31:00+08:00"


def test_a_status_line_is_a_mark_and_no_text(reading: Reading) -> None:
    first, second = reading(COPIED).messages[:2]

    assert (first.text, first.flags, second.flags) == ("你好，这个灯不亮", ("read",), ("unread",))


def test_a_recalled_message_is_kept_without_a_time(reading: Reading) -> None:
    recalled = reading(COPIED).messages[2]

    assert (recalled.sender, recalled.at, recalled.flags) == (
        "某某旗舰店:小美",
        None,
        ("recalled",),
    )


def test_a_hand_over_is_said_by_the_system(reading: Reading) -> None:
    handed = reading(COPIED).messages[3]

    assert (handed.role, handed.text) == (
        Role.SYSTEM,
        "由 服务助手 转交给 某某旗舰店:售后\n原因：【离线留言自动分配】",
    )


def test_the_sender_stands_before_the_arrow(reading: Reading) -> None:
    picture = reading(COPIED).messages[4]

    assert (picture.sender, picture.flags) == ("某某旗舰店:售后", ("image",))


def test_a_sentence_that_ends_with_a_time_stays_text(reading: Reading) -> None:
    last = reading(COPIED).messages[-1]

    assert last.text == "截止到2026-8-6 23:59:59\n就是这个\n\n第二段"


def test_the_place_is_the_line_of_the_name(reading: Reading) -> None:
    assert [one.source for one in reading(COPIED).messages] == [
        "L1",
        "L4",
        "L7",
        "L8",
        "L11",
        "L13",
    ]


def test_buyer_and_shop_are_told_apart(reading: Reading) -> None:
    roles = [one.role for one in reading(COPIED).messages]

    assert roles == [Role.ME, Role.MERCHANT, Role.MERCHANT, Role.SYSTEM, Role.MERCHANT, Role.ME]


def test_line_ends_and_encoding_change_nothing(reading: Reading) -> None:
    windows = reading(COPIED.replace("\n", "\r\n"), encoding="gb18030")

    assert windows == reading(COPIED)


def test_a_moment_that_does_not_exist_stays_as_written(reading: Reading) -> None:
    chat = reading("tb1 2026-2-30 9:31:00\n你好\n")

    assert (chat.messages[0].at, chat.messages[0].local) == (None, "2026-2-30 9:31:00")
    assert chat.problems[0].code == "chats.bad_times"


def test_the_only_other_speaker_than_the_shop_is_the_buyer(reading: Reading) -> None:
    chat = reading("小鱼儿 2026-08-05 09:31:00\n在吗\n某某专营店 2026-08-05 09:32:00\n在的\n")

    assert [one.role for one in chat.messages] == [Role.ME, Role.MERCHANT]


PAGE = """<!doctype html><div class="ww_header"><span class="name">某某店</span></div>
<div class="message-item self"><div class="nick">我</div><div class="time">2026-08-15 20:00:00</div>
 <div class="content"><pre class="edit">第一行<br>第二行 &lt;b&gt;</pre></div></div>
<div class="message-item"><div class="nick">某某店</div><div class="time">2026-08-15 20:01:00</div>
 <div class="content"></div></div>
<div class="message-item"><div class="nick">某某店</div><div class="time">2026-08-15 20:02:00</div>
 <div class="content"><div class="file-msg"><span class="file-name" title="质检报告.pdf">质检…</span></div></div></div>
<div class="message-item"><div class="nick">某某店</div><div class="time">2026-08-15 20:03:00</div>
 <div class="content"><div class="item-card"><img src="a.png"> 台灯  ¥59 </div></div></div>
"""


def test_a_page_keeps_lines_and_marks(reading: Reading) -> None:
    first = reading(PAGE).messages[0]

    assert (first.text, first.role) == ("第一行\n第二行 <b>", Role.ME)


def test_an_unloaded_message_is_told_and_not_filled(reading: Reading) -> None:
    chat = reading(PAGE)

    assert chat.messages[1].flags == ("empty",)
    assert [one.code for one in chat.problems] == ["chats.empty_messages"]


def test_files_and_cards_are_no_pictures(reading: Reading) -> None:
    file, card = reading(PAGE).messages[2:]

    assert (file.text, file.flags) == ("质检报告.pdf", ("file",))
    assert (card.text, card.flags) == ("台灯 ¥59", ("card",))


def test_the_sellers_page_takes_the_date_from_above(reading: Reading) -> None:
    chat = reading(
        '<div class="groupTime--x">2026-08-15</div><div class="chatWrap--y"><i class="chatName--z">tb1</i>'
        '<i class="chatTime--z">20:05:00</i><p class="chatTextLeft--z">在吗</p></div>'
    )

    assert (chat.format, chat.messages[0].local) == ("wangwang_history", "2026-08-15 20:05:00")
    assert chat.messages[0].text == "在吗"


@pytest.mark.parametrize("above", ["已读", "由 客服 转交给 小二", "张三 撤回了一条消息"])
def test_a_notice_above_a_bare_time_is_nobody_s_name(reading: Reading, above: str) -> None:
    said = "tb1 2026-08-05 09:31:00\n你好\n"

    chat = reading(f"{said}{said}{above}\n2026-08-05 09:32:00\n在\n")

    assert above not in chat.senders
    assert (chat.messages[-1].sender, chat.messages[-1].text) == ("", "在")


def test_lines_below_a_nick_of_its_own_line_are_counted_from_there(reading: Reading) -> None:
    chat = reading("tb1\n2026-8-5 9:31:00\n你好\n某某旗舰店:客服 撤回了一条消息\n")

    assert [one.source for one in chat.messages] == ["L1", "L4"]


@pytest.mark.parametrize("below", ["你好", "  由 甲 转交给 乙"])
def test_a_clock_that_shows_no_time_stays_as_written(reading: Reading, below: str) -> None:
    chat = reading(f"tb1 2026-8-5 9:31:00\n在吗\ntb1 2026-8-5 9:99:00\n{below}\n")

    assert [one.local for one in chat.messages[:2]] == ["2026-08-05 09:31:00", "2026-8-5 9:99:00"]
