"""The chat tab: chats of an order are read, roles changed, messages found, ticked, quoted and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.chat import Role
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.promise import Promise, PromiseState
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui import labels_chat
from keepproof.ui.pages.chat_tab import ChatTab
from keepproof.ui.session import Session
from ui import order_library as make

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
LOG = """tb林小满 2026-11-10 20:58:02
今天下单什么时候发货？
澄屿家电旗舰店:小七 2026-11-10 20:58:41
亲，现货 48 小时内发货的
tb林小满 2026-11-16 9:12:02
我要退货
澄屿家电旗舰店:小七 2026-11-16 9:15:55
不支持退货呢
"""
TICK = Qt.ItemDataRole.CheckStateRole
NONE = Changes()


def keep_chat(library: Library, order_id: str, text: str, name: str) -> Outcome[FiledEvidence]:
    done = add_content(
        library,
        text.encode(),
        name,
        order_id=order_id,
        kind=EvidenceKind.CHAT,
        origin="pasted",
        ticket=Ticket(),
    )
    return Outcome(done.value.kept[0], done.changes, done.undo, done.label)


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def chat(do: Do, order: Order) -> FiledEvidence:
    kept: FiledEvidence = do(lambda library: keep_chat(library, order.id, LOG, "旺旺.txt"))
    return kept


def show(session: Session, order: Order, qtbot: QtBot) -> ChatTab:
    made = ChatTab(session)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.set_order(order.id)
    return made


@pytest.fixture
def tab(session: Session, order: Order, chat: FiledEvidence, qtbot: QtBot) -> ChatTab:
    assert chat.number
    made = show(session, order, qtbot)
    qtbot.waitUntil(made.ready)
    return made


def tick(tab: ChatTab, *messages: int) -> None:
    for one in messages:
        tab.model.setData(tab.model.index_of(one), Qt.CheckState.Checked, TICK)


def quotes(do: Do, dispute_id: str) -> list[str]:
    found: list[str] = do(
        lambda library: Outcome([one.text for one in library.chats.quotes(dispute_id)], NONE)
    )
    return found


def test_an_order_without_a_chat_says_how_to_save_one(
    session: Session, order: Order, qtbot: QtBot
) -> None:
    tab = show(session, order, qtbot)

    qtbot.waitUntil(session.operations.idle)

    assert tab.empty.isVisible()
    assert not tab.list.isVisible()


def test_the_messages_and_promises_of_the_chat_are_shown(tab: ChatTab) -> None:
    assert tab.list.isVisible()
    assert tab.head.segment.tabText(0).endswith("4")
    assert tab.side.promises.rowCount() == 1


def test_a_promise_is_judged_when_the_order_s_moment_is_entered(
    tab: ChatTab, do: Do, order: Order, qtbot: QtBot
) -> None:
    def pill() -> str:
        row = tab.side.promises.row_at(tab.side.promises.index(0))
        return row.tone if row is not None else ""

    assert pill() == "mute"

    def ship(library: Library) -> Outcome[None]:
        known = library.orders.get(order.id)
        shipped = datetime(2026, 11, 13, 2, 6, tzinfo=UTC)
        library.orders.replace(replace(known, moments=replace(known.moments, shipped=shipped)))
        return Outcome(None, Changes(orders=frozenset({order.id})))

    do(ship)

    qtbot.waitUntil(lambda: pill() == "warn")


def test_one_choice_changes_the_role_of_all_messages_of_a_sender(
    tab: ChatTab, qtbot: QtBot
) -> None:
    sender = "澄屿家电旗舰店:小七"

    tab.list.role_asked.emit(sender, Role.PLATFORM)

    def roles() -> list[Role]:
        found = (tab.model.message_at(tab.model.index_of(at)) for at in range(4))
        return [one.role for one in found if one is not None]

    qtbot.waitUntil(lambda: roles() == [Role.ME, Role.PLATFORM, Role.ME, Role.PLATFORM])


def test_the_face_and_the_menu_offer_the_roles(tab: ChatTab) -> None:
    menu = tab.list.message_menu(tab.model.index_of(1))

    assert menu is not None
    roles = menu.findChildren(QMenu)
    checked = [one.text() for menu in roles for one in menu.actions() if one.isChecked()]
    assert len(checked) == 1
    menu.deleteLater()


def test_space_ticks_the_message_under_the_keyboard(tab: ChatTab, qtbot: QtBot) -> None:
    tab.list.setCurrentIndex(tab.model.index_of(1))

    qtbot.keyClick(tab.list, Qt.Key.Key_Space)

    assert tab.model.chosen() == [1]


def test_a_click_into_the_column_of_ticks_ticks(tab: ChatTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tab.list.visualRect(tab.model.index_of(1)).height() > 0)
    rect = tab.list.visualRect(tab.model.index_of(1))

    QTest.mouseClick(
        tab.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(rect.left() + 20, rect.center().y()),
    )

    assert tab.model.chosen() == [1]


def test_search_goes_from_place_to_place_and_round(tab: ChatTab, qtbot: QtBot) -> None:
    tab.head.search.setText("退货")
    qtbot.waitUntil(lambda: tab.list.currentIndex() == tab.model.index_of(2))

    qtbot.keyClick(tab.head.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.list.currentIndex() == tab.model.index_of(3))

    qtbot.keyClick(tab.head.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.list.currentIndex() == tab.model.index_of(2))


def test_ticked_messages_are_quoted_and_stay_ticked(
    tab: ChatTab, do: Do, order: Order, qtbot: QtBot
) -> None:
    dispute = do(lambda library: make.dispute(library, order.id))
    qtbot.waitUntil(tab._session.operations.idle)
    tick(tab, 1, 3)

    qtbot.mouseClick(tab.side.quote_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not tab.side.quote_button.isEnabled())
    assert quotes(do, dispute.id) == ["亲，现货 48 小时内发货的", "不支持退货呢"]
    assert tab.model.chosen() == [1, 3]


def test_after_quoting_the_keyboard_stays_beside_the_chat(
    tab: ChatTab, do: Do, order: Order, qtbot: QtBot
) -> None:
    do(lambda library: make.dispute(library, order.id))
    qtbot.waitUntil(tab._session.operations.idle)
    tick(tab, 1)
    tab.side.quote_button.setFocus()
    qtbot.keyClick(tab.side.quote_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not tab.side.quote_button.isEnabled())
    focused = tab.focusWidget()
    assert focused is not None
    assert tab.side.isAncestorOf(focused)
    assert focused.isEnabled()


def test_undo_of_quoting_unticks(tab: ChatTab, do: Do, order: Order, qtbot: QtBot) -> None:
    do(lambda library: make.dispute(library, order.id))
    qtbot.waitUntil(tab._session.operations.idle)
    tick(tab, 1)
    qtbot.mouseClick(tab.side.quote_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.side.quote_button.isEnabled())

    tab._session.undo()

    qtbot.waitUntil(lambda: tab.model.chosen() == [])


def test_without_a_problem_the_complaint_is_asked_for(tab: ChatTab, qtbot: QtBot) -> None:
    tick(tab, 1)

    with qtbot.waitSignal(tab.complaint_asked):
        qtbot.mouseClick(tab.side.quote_button, Qt.MouseButton.LeftButton)


def test_an_excerpt_becomes_evidence_of_the_order_and_no_chat_of_its_own(
    tab: ChatTab, do: Do, order: Order, chat: FiledEvidence, qtbot: QtBot
) -> None:
    tick(tab, 1)

    qtbot.mouseClick(tab.side.excerpt_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tab._session.operations.idle)

    filed = do(lambda library: Outcome(library.evidence.of_order(order.id), NONE))
    assert [one.evidence.derived_from for one in filed] == [None, chat.evidence.id]
    assert not tab.head.files.isVisible()


def test_several_chats_are_chosen_from_a_list(
    tab: ChatTab, do: Do, order: Order, qtbot: QtBot
) -> None:
    other = LOG.replace("48 小时", "24 小时")
    do(lambda library: keep_chat(library, order.id, other, "第二份.txt"))
    qtbot.waitUntil(tab.head.files.isVisible)

    tab.head.files.setCurrentIndex(1)

    qtbot.waitUntil(lambda: "24" in str(tab.model.data(tab.model.index_of(1))))


def test_a_file_without_messages_says_so(
    session: Session, order: Order, do: Do, qtbot: QtBot
) -> None:
    do(lambda library: keep_chat(library, order.id, "只有一句话", "a.txt"))
    tab = show(session, order, qtbot)

    qtbot.waitUntil(tab.ready)
    qtbot.waitUntil(tab.empty.isVisible)

    assert tab.model.rowCount() == 0


def test_every_state_of_a_promise_has_words_and_a_tone() -> None:
    assert set(labels_chat.TONES) == set(PromiseState)


def test_a_file_without_messages_leaves_the_choice_of_files(
    session: Session, order: Order, do: Do, qtbot: QtBot
) -> None:
    do(lambda library: keep_chat(library, order.id, "只有一句话", "a.txt"))
    do(lambda library: keep_chat(library, order.id, LOG, "b.txt"))
    tab = show(session, order, qtbot)
    qtbot.waitUntil(lambda: tab.empty.isVisible() and tab.ready())

    tab.head.files.setCurrentIndex(1)

    qtbot.waitUntil(tab.list.isVisible)
    assert not tab.empty.isVisible()


def test_what_is_known_already_is_not_found_out_again(
    tab: ChatTab, do: Do, order: Order, qtbot: QtBot
) -> None:
    resets: list[int] = []
    told: list[object] = []
    tab.model.modelReset.connect(lambda: resets.append(1))
    tab.reading.read.connect(lambda _, read: told.append(read))
    do(lambda library: make.dispute(library, order.id))
    qtbot.waitUntil(lambda: len(told) == 1)

    tab.refresh()
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told[0] is told[1]
    assert resets == []


def test_ticks_and_the_keyboard_stay_when_the_order_changes(
    tab: ChatTab, do: Do, order: Order, qtbot: QtBot
) -> None:
    told: list[object] = []
    tab.reading.read.connect(lambda _, read: told.append(read))
    tab.list.setCurrentIndex(tab.model.index_of(2))
    tick(tab, 1)

    def ship(library: Library) -> Outcome[None]:
        known = library.orders.get(order.id)
        shipped = datetime(2026, 11, 13, 2, 6, tzinfo=UTC)
        library.orders.replace(replace(known, moments=replace(known.moments, shipped=shipped)))
        return Outcome(None, Changes(orders=frozenset({order.id})))

    do(ship)
    qtbot.waitUntil(lambda: bool(told))

    assert tab.list.currentIndex() == tab.model.index_of(2)
    assert tab.model.chosen() == [1]


def test_several_messages_are_copied_with_time_sender_and_place(tab: ChatTab, qtbot: QtBot) -> None:
    tab.list.setCurrentIndex(tab.model.index_of(2))
    qtbot.keyClick(tab.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(tab.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == (
        "2026-11-16 09:12:02 tb林小满 L5\n我要退货\n\n"
        "2026-11-16 09:15:55 澄屿家电旗舰店:小七 L7\n不支持退货呢"
    )


def test_space_ticks_all_that_is_chosen_and_unticks_it_again(tab: ChatTab, qtbot: QtBot) -> None:
    tab.list.setCurrentIndex(tab.model.index_of(0))
    for _ in range(2):
        qtbot.keyClick(tab.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(tab.list, Qt.Key.Key_Space)
    ticked = tab.model.chosen()
    qtbot.keyClick(tab.list, Qt.Key.Key_Space)

    assert len(ticked) >= 2
    assert tab.model.chosen() == []


def test_the_menu_of_a_message_logs_its_promise(
    tab: ChatTab, do: Do, order: Order, qtbot: QtBot
) -> None:
    menu = tab.list.message_menu(tab.model.index_of(1))
    assert menu is not None
    log = next(one for one in menu.actions() if "contact log" in one.text())

    log.trigger()
    qtbot.waitUntil(tab._session.operations.idle)

    kept = do(lambda library: Outcome(library.commitments.of_order(order.id), NONE))
    assert [one.place for one in kept] == ["L3"]
    menu.deleteLater()


def test_another_order_is_shown_whole_and_searched_for_nothing(
    tab: ChatTab, do: Do, qtbot: QtBot
) -> None:
    tab.head.search.setText("退货")
    tab.head.segment.set_current("chosen")
    tab.finding.show_group("chosen")
    other = do(lambda library: make.log(library, "2690183455720166319"))
    do(lambda library: keep_chat(library, other.id, f"{LOG}再见\n", "b.txt"))

    tab.set_order(other.id)
    qtbot.waitUntil(tab.ready)

    assert tab.head.search.text() == ""
    qtbot.waitUntil(lambda: tab.model.index_of(3).isValid())


def test_of_very_many_promises_the_broken_ones_are_listed_first(tab: ChatTab, qtbot: QtBot) -> None:
    one = Promise(
        0, "L1", "店", Role.MERCHANT, Role.MERCHANT, "ship", "x", None, None, PromiseState.UNJUDGED
    )
    broken = [replace(one, index=at, state=PromiseState.BROKEN) for at in (70, 90)]
    every = [replace(one, index=at) for at in range(70)] + broken

    tab.side.set_promises(every, [False] * len(every))

    rows = [tab.side.promises.row_at(tab.side.promises.index(at)) for at in range(40)]
    assert [row.message for row in rows if row is not None] == [*range(38), 70, 90]
    assert tab.side.promises.rowCount() == 40
    assert tab.side._more.isVisibleTo(tab.side)
