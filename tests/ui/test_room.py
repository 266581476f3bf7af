from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from keepproof.ui import theme
from keepproof.ui.room import room

HUGE = 100_000


def test_a_dialog_is_as_large_as_the_design_says(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert room(widget, 200, 100) == QSize(theme.px(200), theme.px(100))


def test_a_dialog_is_never_larger_than_the_screen(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    given, screen = room(widget, HUGE, HUGE), widget.screen().availableSize()
    assert given.width() < screen.width()
    assert given.height() < screen.height()
