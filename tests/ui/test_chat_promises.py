"""Promises of the chat tab go into the contact log with one click, and are shown there and in the chat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.contact import Commitment
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ui.models.chat_side_model import SideRow
from keepproof.ui.pages.chat_tab import ChatTab
from keepproof.ui.pages.next_tab import NextTab
from keepproof.ui.session import Session
from ui import order_library as make
from ui.test_chat_tab import LOG, NONE, keep_chat, show

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def chat(do: Do, order: Order) -> FiledEvidence:
    kept: FiledEvidence = do(lambda library: keep_chat(library, order.id, LOG, "旺旺.txt"))
    return kept


@pytest.fixture
def tab(session: Session, order: Order, chat: FiledEvidence, qtbot: QtBot) -> ChatTab:
    assert chat.number
    made = show(session, order, qtbot)
    qtbot.waitUntil(lambda: made.side.promises.rowCount() == 1)
    return made


def first(tab: ChatTab) -> SideRow:
    row = tab.side.promises.row_at(tab.side.promises.index(0))
    assert row is not None
    return row


def kept(do: Do, order: Order) -> list[Commitment]:
    found: list[Commitment] = do(
        lambda library: Outcome(library.commitments.of_order(order.id), NONE)
    )
    return found


def test_a_click_on_the_words_adds_the_promise_and_says_so(
    tab: ChatTab, do: Do, order: Order, chat: FiledEvidence, qtbot: QtBot
) -> None:
    assert (bool(first(tab).action), first(tab).done) == (True, "")
    shown = tab.side.promise_list
    rect = shown.visualRect(tab.side.promises.index(0))

    QTest.mouseClick(
        shown.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(rect.left() + 30, rect.bottom() - 14),
    )

    qtbot.waitUntil(lambda: bool(first(tab).done))
    assert first(tab).action == ""
    (one,) = kept(do, order)
    assert (one.words, one.evidence_id, one.place) == ("48 小时内发货", chat.evidence.id, "L3")


def test_a_click_elsewhere_on_the_row_shows_the_message(tab: ChatTab, qtbot: QtBot) -> None:
    shown = tab.side.promise_list
    rect = shown.visualRect(tab.side.promises.index(0))

    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 30, rect.top() + 14)
    )

    qtbot.waitUntil(lambda: tab.list.currentIndex() == tab.model.index_of(1))
    assert first(tab).action


def test_space_adds_it_and_enter_shows_it(tab: ChatTab, do: Do, order: Order, qtbot: QtBot) -> None:
    tab.side.promise_list.setCurrentIndex(tab.side.promises.index(0))

    qtbot.keyClick(tab.side.promise_list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.list.currentIndex() == tab.model.index_of(1))
    assert kept(do, order) == []

    qtbot.keyClick(tab.side.promise_list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(first(tab).done))
    qtbot.keyClick(tab.side.promise_list, Qt.Key.Key_Space)
    qtbot.waitUntil(tab._session.operations.idle)
    assert len(kept(do, order)) == 1


def test_undo_offers_it_again(tab: ChatTab, qtbot: QtBot) -> None:
    tab.side.promise_list.taken.emit(0)
    qtbot.waitUntil(lambda: bool(first(tab).done))

    tab._session.undo()

    qtbot.waitUntil(lambda: bool(first(tab).action))


def test_the_menu_offers_both_and_nothing_twice(tab: ChatTab, qtbot: QtBot) -> None:
    def enabled() -> list[bool]:
        menu = tab.side.promise_list.row_menu(tab.side.promises.index(0))
        assert menu is not None
        found = [one.isEnabled() for one in menu.actions()]
        menu.deleteLater()
        return found

    assert enabled() == [True, True]
    tab.side.promise_list.taken.emit(0)
    qtbot.waitUntil(lambda: bool(first(tab).done))
    assert enabled() == [True, False]
    assert tab.side.promise_list.row_menu(QModelIndex()) is None


def test_a_promise_without_a_full_time_is_not_offered(
    session: Session, order: Order, do: Do, qtbot: QtBot
) -> None:
    undated = "客服：亲，48 小时内发货的\n我：好\n客服：在的\n我：谢谢\n"
    do(lambda library: keep_chat(library, order.id, undated, "没有时间.txt"))
    tab = show(session, order, qtbot)
    qtbot.waitUntil(lambda: tab.side.promises.rowCount() == 1)

    assert (first(tab).action, first(tab).done) == ("", "")
    assert "full time" in first(tab).hint


def test_a_claim_about_the_goods_is_to_be_quoted_not_logged(
    session: Session, order: Order, do: Do, qtbot: QtBot
) -> None:
    claim = LOG.replace("亲，现货 48 小时内发货的", "是的，标准档续航 40 分钟，放心下单")
    do(lambda library: keep_chat(library, order.id, claim, "续航.txt"))
    tab = show(session, order, qtbot)
    qtbot.waitUntil(lambda: tab.side.promises.rowCount() == 1)

    assert (first(tab).action, first(tab).done) == ("", "")
    assert "quote" in first(tab).hint
    menu = tab.side.promise_list.row_menu(tab.side.promises.index(0))
    assert menu is not None
    assert len(menu.actions()) == 1
    menu.deleteLater()


@pytest.fixture
def steps(tab: ChatTab, session: Session, order: Order, qtbot: QtBot) -> NextTab:
    """Show the next steps after the promise was added."""
    tab.side.promise_list.taken.emit(0)
    qtbot.waitUntil(lambda: bool(first(tab).done))
    made = NextTab(session)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.set_order(order.id)
    return made


def test_the_contact_log_shows_it_with_its_evidence(
    steps: NextTab, qtmodeltester: ModelTester
) -> None:
    pane = steps.log.promised
    qtmodeltester.check(pane.model)
    row = pane.model.row_at(pane.model.index(0))

    assert pane.isVisible()
    assert row is not None
    assert "48 小时内发货" in row.title
    assert "L3" in row.detail
    assert row.tone == "bad"


def test_it_is_settled_and_removed_there(
    steps: NextTab, do: Do, order: Order, qtbot: QtBot
) -> None:
    pane = steps.log.promised
    menu = pane.row_menu(pane.model.index(0))
    assert menu is not None
    kept_action = next(one for one in menu.actions() if one.text() == "The promise was kept")

    kept_action.trigger()
    qtbot.waitUntil(lambda: [one.state for one in kept(do, order)] == ["kept"])
    pane.list.setCurrentIndex(pane.model.index(0))
    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)

    qtbot.waitUntil(lambda: not pane.isVisible())
    assert kept(do, order) == []
    menu.deleteLater()


def test_its_chat_is_opened_from_there(steps: NextTab, chat: FiledEvidence, qtbot: QtBot) -> None:
    pane = steps.log.promised

    with qtbot.waitSignal(steps._session.evidence_requested) as asked:
        pane.list.activated.emit(pane.model.index(0))

    assert asked.args == [chat.evidence.id]
