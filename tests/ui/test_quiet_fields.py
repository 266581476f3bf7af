"""Scrolling a page changes nothing in its fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keepproof.ui.widgets.number_edit import NumberEdit
from keepproof.ui.widgets.quiet_combo import QuietCombo


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
