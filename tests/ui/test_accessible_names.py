"""A screen reader names whatever the keyboard can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.example import add_example
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.start import Start
from keepproof.ui.widgets.chart_card import ChartCard
from ui.every_dialog import DIALOGS, Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def desk(qtbot: QtBot, own_home: Path, start_window: Callable[[Settings], Start]) -> Desk:
    """Start the window on the example."""
    with Library.open(user_paths().library) as library:
        add_example(library, "en", Ticket())
    return Desk(qtbot, start_window(Settings(language="en", complaint_language="en")))


def nameless(widget: QWidget) -> Iterator[str]:
    """Name every visible widget below another one that takes the keyboard and has no name."""
    for one in widget.findChildren(QWidget):
        reached = one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not reached or one.focusProxy() is not None:
            continue
        told = QAccessible.queryAccessibleInterface(one)
        # A bar of tabs is called by its tab; while it has none its own name is all there is.
        words = told.text(QAccessible.Text.Name) or one.accessibleName() if told else ""
        if not words.strip():
            yield f"{type(one).__name__} in {type(one.parentWidget()).__name__}"


@pytest.mark.parametrize("place", ["today", "orders", "evidence", "channels", "overview"])
def test_every_stop_of_a_place_has_a_name(qtbot: QtBot, desk: Desk, place: str) -> None:
    desk.window.show_place(place)
    qtbot.waitUntil(desk.session.operations.idle)
    assert list(nameless(desk.window)) == []


@pytest.mark.parametrize("tab", ["overview", "chat", "next", "complaint"])
def test_every_stop_of_an_order_has_a_name(qtbot: QtBot, desk: Desk, tab: str) -> None:
    desk.window.show_order(desk.view.order.id, tab)
    qtbot.waitUntil(desk.session.operations.idle)
    assert list(nameless(desk.window)) == []


@pytest.mark.parametrize("name", list(DIALOGS))
def test_every_stop_of_a_dialog_has_a_name(qtbot: QtBot, desk: Desk, name: str) -> None:
    dialog = DIALOGS[name](desk)
    dialog.open()
    qtbot.waitUntil(desk.session.operations.idle)
    try:
        assert list(nameless(dialog)) == []
    finally:
        dialog.close()
        qtbot.waitUntil(desk.session.operations.idle)


def test_the_buttons_of_the_charts_are_told_apart(qtbot: QtBot, desk: Desk) -> None:
    desk.window.show_place("overview")
    qtbot.waitUntil(desk.session.operations.idle)
    buttons = [one.copy.accessibleName() for one in desk.window.findChildren(ChartCard)]
    assert len(set(buttons)) == len(buttons) > 1
