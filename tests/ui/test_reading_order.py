"""Tab goes as a page reads, and what it comes to is in sight."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.example import add_example
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui import reading_order
from keepproof.ui.start import Start
from keepproof.ui.widgets.scroll_pane import ScrollPane
from keepproof.ui.widgets.whole_list import WholeList
from ui.every_dialog import DIALOGS, Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def desk(qtbot: QtBot, own_home: Path, start_window: Callable[[Settings], Start]) -> Desk:
    """Start the small window on the example."""
    with Library.open(user_paths().library) as library:
        add_example(library, "en", Ticket())
    start = start_window(Settings(language="en", complaint_language="en"))
    start.window.resize(1024, 700)
    return Desk(qtbot, start)


def test_what_was_made_late_is_read_where_it_is_laid_out(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    last, first, second = QLineEdit(), QLineEdit(), QLineEdit()
    grid = QGridLayout()
    grid.addWidget(second, 0, 1)
    grid.addWidget(first, 0, 0)
    column = QVBoxLayout(page)
    column.addWidget(last)
    column.insertLayout(0, grid)
    page.show()
    assert list(reading_order.stops(page)) == [first, second, last]


@pytest.mark.parametrize("tab", ["overview", "chat", "next", "complaint"])
def test_tab_goes_through_a_whole_order_and_shows_where_it_is(
    qtbot: QtBot, desk: Desk, tab: str
) -> None:
    window = desk.window
    window.show_order(desk.view.order.id, tab)
    qtbot.waitUntil(desk.session.operations.idle)
    window.activateWindow()
    every = list(reading_order.stops(window))
    every[0].setFocus()
    seen = [every[0]]
    for _ in range(len(every) - 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        assert not here.visibleRegion().isEmpty()
        seen.append(here)
    assert seen == every


def test_the_ladder_comes_before_the_log_and_the_log_before_the_call(
    qtbot: QtBot, desk: Desk
) -> None:
    desk.window.show_order(desk.view.order.id, "next")
    qtbot.waitUntil(desk.session.operations.idle)
    said = [one.accessibleName() or one.objectName() for one in reading_order.stops(desk.window)]
    wanted = ["Prepare text – Seller chat", "Prepare text – 12315", "Notes of the call"]
    places = [said.index(one) for one in wanted]
    assert all(before < after for before, after in pairwise(places))


def test_the_page_follows_the_keyboard_through_a_list(qtbot: QtBot) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    rows = WholeList(inner)
    rows.setModel(QStringListModel([str(row) for row in range(60)], rows))
    column.addWidget(rows)
    pane = ScrollPane(inner)
    qtbot.addWidget(pane)
    pane.resize(300, 200)
    pane.show()
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(0, 0))
    for _ in range(50):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    current = rows.visualRect(rows.currentIndex()).center()
    place = rows.viewport().mapTo(pane.viewport(), current)
    assert pane.viewport().rect().contains(place)


def test_an_empty_list_takes_no_keyboard(qtbot: QtBot) -> None:
    rows = WholeList()
    qtbot.addWidget(rows)
    model = QStringListModel([], rows)
    rows.setModel(model)
    assert rows.focusPolicy() == Qt.FocusPolicy.NoFocus
    model.setStringList(["one"])
    assert rows.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("name", list(DIALOGS))
def test_tab_goes_through_a_form_as_it_reads(qtbot: QtBot, desk: Desk, name: str) -> None:
    dialog = DIALOGS[name](desk)
    dialog.open()
    qtbot.waitUntil(desk.session.operations.idle)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    every = list(reading_order.stops(dialog))
    every[0].setFocus()
    qtbot.waitUntil(every[0].hasFocus)
    seen = [every[0]]
    for _ in range(len(every) - 1):
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here)
    dialog.close()
    assert seen == every
