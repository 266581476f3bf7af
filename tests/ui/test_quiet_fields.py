"""Scrolling a page changes nothing in its fields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QScrollArea
from pytestqt.qtbot import QtBot

from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.example import add_example
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.start import Start
from keepproof.ui.widgets.number_edit import NumberEdit
from keepproof.ui.widgets.quiet_combo import QuietCombo
from ui.every_dialog import DIALOGS, Desk

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def wheel(step: int) -> QWheelEvent:
    at = QPointF(5, 5)
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turned = QPoint(0, step)
    return QWheelEvent(at, at, turned, turned, Qt.MouseButton.NoButton, none, phase, False)


@pytest.mark.parametrize("step", [-120, 120])
def test_the_wheel_changes_no_number(qtbot: QtBot, step: int) -> None:
    field = NumberEdit()
    qtbot.addWidget(field)
    field.setValue(4)
    event = wheel(step)
    QApplication.sendEvent(field, event)
    assert (field.value(), event.isAccepted()) == (4, False)


@pytest.mark.parametrize("step", [-120, 120])
def test_the_wheel_chooses_nothing_else(qtbot: QtBot, step: int) -> None:
    combo = QuietCombo()
    qtbot.addWidget(combo)
    combo.addItems(["one", "two", "three"])
    combo.setCurrentIndex(1)
    event = wheel(step)
    QApplication.sendEvent(combo, event)
    assert (combo.currentIndex(), event.isAccepted()) == (1, False)


@pytest.mark.parametrize("name", ["settings", "order", "contact", "merchant", "pictures"])
def test_forms_that_scroll_have_such_fields_only(
    qtbot: QtBot,
    own_home: Path,
    start_window: Callable[[Settings], Start],
    name: str,
) -> None:
    with Library.open(user_paths().library) as library:
        add_example(library, "en", Ticket())
    desk = Desk(qtbot, start_window(Settings(language="en")))
    dialog = DIALOGS[name](desk)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(desk.session.operations.idle)
    panes = dialog.findChildren(QScrollArea)
    fields = [
        one
        for pane in panes
        for kind in (QComboBox, QAbstractSpinBox)
        for one in pane.findChildren(kind)
    ]
    loud = [one for one in fields if not isinstance(one, QuietCombo | NumberEdit)]
    assert loud == []
