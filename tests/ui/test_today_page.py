from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Moments, Order
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.services.today import Task
from keepproof.ui.pages.today_page import TodayPage
from keepproof.ui.pages.today_page_tasks import TaskGroup
from keepproof.ui.session import Session
from ui import order_library as make

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> TodayPage:
    made = TodayPage(session)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(session.operations.idle)
    return made


def titles(group: TaskGroup) -> list[str]:
    return [str(group.model.data(group.model.index(row))) for row in range(group.model.rowCount())]


def waiting(page: TodayPage, qtbot: QtBot, urgency: str = "soon") -> TaskGroup:
    group = page.groups[urgency]
    qtbot.waitUntil(lambda: group.model.rowCount() > 0)
    return group


def test_nothing_to_do_says_so(page: TodayPage) -> None:
    assert page.calm.isVisible()


def test_an_order_without_evidence_asks_for_the_first(
    order: Order, page: TodayPage, qtbot: QtBot
) -> None:
    assert titles(waiting(page, qtbot)) == ["Keep the order page and the product page"]
    assert page.calm.isHidden()


def test_a_dispute_asks_for_its_answers(
    order: Order, page: TodayPage, do: Do, qtbot: QtBot
) -> None:
    do(lambda library: make.dispute(library, order.id))
    group = page.groups["soon"]
    qtbot.waitUntil(lambda: any(one.startswith("Answer") for one in titles(group)))


def test_broken_evidence_comes_under_now(
    order: Order, page: TodayPage, do: Do, qtbot: QtBot
) -> None:
    def work(library: Library) -> Outcome[Any]:
        done = make.keep(library, order.id, EvidenceKind.CHAT)
        library.evidence.set_fixity(done.value.evidence.id, "missing", make.PAID)
        return done

    do(work)
    assert titles(waiting(page, qtbot, "now")) == ["Check evidence 1"]


def test_the_button_of_a_task_is_pressed_with_the_mouse(
    order: Order, page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    group = waiting(page, qtbot)
    index = group.model.index(0)
    option = QStyleOptionViewItem()
    option.rect = group.list.visualRect(index)
    button = group.delegate.button_rect(option, index).center()
    with qtbot.waitSignal(session.add_requested) as asked:
        qtbot.mouseClick(group.list.viewport(), Qt.MouseButton.LeftButton, pos=button)
    assert asked.args == [order.id, None]


def test_enter_takes_the_task(
    order: Order, page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    group = waiting(page, qtbot)
    page.focus_first()
    with qtbot.waitSignal(session.add_requested):
        qtbot.keyClick(group.list, Qt.Key.Key_Return)


def test_missing_proof_asks_for_files_of_the_first_kind(
    order: Order, page: TodayPage, session: Session, do: Do, qtbot: QtBot
) -> None:
    do(lambda library: make.dispute(library, order.id, answered=True))
    group = page.groups["soon"]
    qtbot.waitUntil(lambda: any(one.startswith("Add") for one in titles(group)))
    with qtbot.waitSignal(session.add_requested) as asked:
        group.list.activated.emit(group.model.index(0))
    assert asked.args == [order.id, EvidenceKind.ORDER_SHOT]


def test_unfiled_evidence_is_counted(page: TodayPage, do: Do, qtbot: QtBot) -> None:
    do(lambda library: make.keep(library, None, EvidenceKind.CHAT))
    qtbot.waitUntil(page.unfiled.isVisible)


def test_a_recent_order_is_opened(
    order: Order, page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    recent = page.recent
    qtbot.waitUntil(lambda: recent.model.rowCount() == 1)
    with qtbot.waitSignal(session.order_requested) as asked:
        recent.list.activated.emit(recent.model.index(0))
    assert asked.args == [order.id, "overview"]


def test_what_is_typed_goes_on_in_the_search_of_everything(
    page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.search_requested) as asked:
        qtbot.keyClicks(page.search, "X")
    assert (asked.args, page.search.text()) == (["X"], "")
    with qtbot.waitSignal(session.search_requested) as asked:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert asked.args == [""]


def test_pasting_keeps_the_clipboard_without_an_order(
    page: TodayPage, session: Session, qtbot: QtBot
) -> None:
    mime = QMimeData()
    mime.setText("客服：48 小时内发货")
    QGuiApplication.clipboard().setMimeData(mime)
    page.drop.paste.click()
    qtbot.waitUntil(page.unfiled.isVisible)


def test_a_screen_reader_hears_the_whole_task(order: Order, page: TodayPage, qtbot: QtBot) -> None:
    group = waiting(page, qtbot)
    said = str(group.model.data(group.model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert order.title in said
    assert order.shop in said


def test_what_is_to_be_saved_asks_for_a_file_of_its_kind(
    page: TodayPage, session: Session, do: Do, qtbot: QtBot
) -> None:
    def lately(library: Library) -> Outcome[Order]:
        done = make.log(library)
        paid = library.now() - timedelta(minutes=5)
        library.orders.replace(replace(done.value, moments=Moments(paid=paid)))
        make.keep(library, done.value.id, EvidenceKind.ORDER_SHOT)
        return done

    order: Order = do(lately)
    qtbot.waitUntil(lambda: any(one.reminder for one in all_tasks(page)))
    [task] = [one for one in all_tasks(page) if one.reminder and one.reminder.care]
    with qtbot.waitSignal(session.add_requested) as asked:
        page.take(task)
    assert asked.args == [order.id, EvidenceKind.SNAPSHOT]


def all_tasks(page: TodayPage) -> list[Task]:
    groups = page.groups.values()
    found = [
        group.model.task_at(group.model.index(row))
        for group in groups
        for row in range(group.model.rowCount())
    ]
    return [one for one in found if one is not None]
