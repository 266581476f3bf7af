from __future__ import annotations

from keepproof.domain.chat import Role
from keepproof.domain.reading import Reading, ReadLine
from keepproof.readers.chat_shot import chat_of, is_chat
from keepproof.readers.rows import text_of

WIDTH = 1080


def line(text: str, left: int, top: int, *, right: int = 0) -> ReadLine:
    """Place a line of 40 px letters at its left edge, or so that it ends at a right edge."""
    wide = 40 * len(text)
    start = right - wide if right else left
    return ReadLine(text, (start, top, start + wide, top + 44))


def middle(text: str, top: int) -> ReadLine:
    """Place a line in the middle, its figures half as wide."""
    wide = sum(20 if one.isascii() else 40 for one in text)
    return ReadLine(text, ((WIDTH - wide) // 2, top, (WIDTH + wide) // 2, top + 44))


TALK = (
    line("12:09", 40, 20),
    middle("澄屿家电旗舰店", 120),
    middle("11月12日 上午10:15", 300),
    line("您好，在的", 170, 420),
    line("吸尘器不通电，要", 0, 600, right=910),
    ReadLine("求退货退款", (590, 656, 790, 700)),
    line("亲，我们四十八小时内", 170, 860),
    line("给您处理", 170, 916),
    line("好的", 0, 1100, right=910),
    middle("对方撤回了一条消息", 1250),
    middle("按住说话", 2200),
)


def reading(*lines: ReadLine) -> Reading:
    facts = {"width": str(WIDTH)}
    return Reading("ab" * 32, "picture", text_of(lines), lines, "chat", facts=facts)


def test_messages_have_sides_times_and_lines() -> None:
    chat = chat_of(reading(*TALK))
    assert chat is not None
    said = [(one.role, one.text) for one in chat.messages if one.role is not Role.SYSTEM]
    assert said == [
        (Role.UNKNOWN, "您好，在的"),
        (Role.ME, "吸尘器不通电，要\n求退货退款"),
        (Role.UNKNOWN, "亲，我们四十八小时内\n给您处理"),
        (Role.ME, "好的"),
    ]
    talk = reading(*TALK).text.split("\n")
    assert all(talk[int(one.source[1:]) - 1] == one.text.split("\n")[0] for one in chat.messages)
    assert {one.local for one in chat.messages[1:]} == {"11月12日 上午10:15"}
    assert "对方撤回了一条消息" in [one.text for one in chat.messages if one.role is Role.SYSTEM]


def test_a_chat_is_told_from_a_page_of_labels_and_values() -> None:
    assert is_chat(TALK, WIDTH)
    page = [
        one
        for at, label in enumerate(("商品总价", "运费", "店铺优惠", "实付款"))
        for one in (line(label, 40, 300 + 90 * at), line("¥12.00", 0, 300 + 90 * at, right=1040))
    ]
    assert not is_chat(page, WIDTH)


def test_one_side_alone_is_no_chat() -> None:
    assert not is_chat([line("设置", 40, 300 + 200 * at) for at in range(6)], WIDTH)
    assert not is_chat([], WIDTH)


def test_a_picture_of_another_kind_has_no_messages() -> None:
    other = Reading("ab" * 32, "picture", "x", TALK, "order", facts={"width": "1080"})
    assert chat_of(other) is None
