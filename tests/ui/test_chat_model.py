"""The rows of a chat: messages, days, holes and notices; ticks and the words for the ear."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.chat import Chat, ChatMessage, Role
from keepproof.domain.order import Moments
from keepproof.domain.promise import Assessment
from keepproof.knowledge.book import Book
from keepproof.services.assess_chat import Known, assess
from keepproof.ticket import Ticket
from keepproof.ui.models.chat_model import ChatModel
from keepproof.ui.models.chat_side_model import ChatSideModel, SideRow

CHINA = ZoneInfo("Asia/Shanghai")
CHECKED = Qt.CheckState.Checked
TICK = Qt.ItemDataRole.CheckStateRole
KNOWN = Known(
    Moments(shipped=datetime(2026, 11, 13, 9, 0, tzinfo=CHINA)),
    CHINA,
    datetime(2026, 12, 1, tzinfo=CHINA),
)


def message(written: str, text: str, role: Role, line: int) -> ChatMessage:
    at = datetime.fromisoformat(written).replace(tzinfo=CHINA)
    return ChatMessage(role.value, role, at, written, text, f"L{line}")


CHAT = Chat(
    "wangwang",
    "店",
    (
        message("2026-11-10 20:58:02", "今天下单什么时候发货？", Role.ME, 1),
        message("2026-11-10 20:58:41", "亲，48 小时内发货", Role.MERCHANT, 3),
        message("2026-11-16 09:12:05", "续航不对，要退货", Role.ME, 5),
        message("2026-11-16 09:15:22", "不支持退货", Role.MERCHANT, 7),
        message("2026-11-17 14:02:00", "商家会处理", Role.PLATFORM, 9),
        message("2026-11-17 14:02:10", "专员进入会话", Role.SYSTEM, 11),
    ),
)


@pytest.fixture
def model() -> ChatModel:
    made = ChatModel()
    told = assess(CHAT, Book.load().promises, KNOWN, Ticket())
    made.set_chat(CHAT, told, ["有 2 条消息没有时间"], [])
    return made


def kinds(model: ChatModel) -> list[str]:
    rows = (model.row_at(model.index(at)) for at in range(model.rowCount()))
    return [row.kind for row in rows if row is not None]


def test_the_model_keeps_qt_s_rules(model: ChatModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.setData(model.index_of(1), CHECKED, TICK)
    for group in ("telling", "chosen", "all"):
        model.show_group(group)
    model.clear()


def test_days_holes_and_notices_stand_between_the_messages(model: ChatModel) -> None:
    two = ["message", "message"]
    assert kinds(model) == ["notice", "day", *two, "day", *two, "gap", "day", *two]


def test_what_tells_something_is_shown_alone(model: ChatModel) -> None:
    model.show_group("telling")

    assert [row for row in kinds(model) if row == "message"] == ["message"] * 2
    assert model.telling() == 2


def test_marks_name_the_words_and_what_became_of_them(model: ChatModel) -> None:
    row = model.row_at(model.index_of(1))

    assert row is not None
    ((words, tone),) = model.marks(row)
    assert "48 小时内发货" in words
    assert tone == "warn"  # it came twelve hours late


def test_a_ticked_message_is_told_and_shown_among_the_ticked(
    model: ChatModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.chosen_changed):
        model.setData(model.index_of(3), CHECKED, TICK)
    model.show_group("chosen")

    assert model.chosen() == [3]
    assert kinds(model) == ["day", "message"]


def test_the_program_s_own_lines_cannot_be_quoted(model: ChatModel) -> None:
    index = model.index_of(5)

    assert not model.setData(index, CHECKED, TICK)
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_words_are_found_without_regard_to_case(model: ChatModel) -> None:
    assert model.find("退货") == [2, 3]
    assert model.find("  ") == []


def test_a_screen_reader_hears_who_when_where_and_what(model: ChatModel) -> None:
    said = str(model.data(model.index_of(1), Qt.ItemDataRole.AccessibleTextRole))

    for part in ("2026-11-10 20:58:41", "3", "亲，48 小时内发货"):
        assert part in said


def test_a_hundred_thousand_messages_become_rows(qtmodeltester: ModelTester) -> None:
    one = CHAT.messages[0]
    model = ChatModel()

    model.set_chat(Chat("x", "", (one,) * 100_000), Assessment(), (), ())

    assert model.rowCount() == 100_001


def test_the_rows_beside_the_chat_keep_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = ChatSideModel()
    qtmodeltester.check(model)
    model.set_rows([SideRow(1, "48 小时内发货", "小七", "晚 13 小时", "warn")])
    model.set_rows([])
