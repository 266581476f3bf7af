from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from keepproof.ui.widgets.stage_strip import Stage, StageStrip

STAGES = [
    Stage("ordered", "Ordered", "11-10 21:04", "done"),
    Stage("paid", "Paid", "11-10 21:06", "done"),
    Stage("shipped", "Shipped", "before “Paid”", "current", "warn"),
    Stage("signed", "Signed", "Fill in from the page", "future"),
]


@pytest.fixture
def strip(qtbot: QtBot) -> StageStrip:
    made = StageStrip()
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    made.set_stages(STAGES)
    return made


def test_a_click_asks_for_the_stage_under_it(strip: StageStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(350, 20))
    assert chosen.args == ["signed"]


def test_the_keyboard_moves_and_chooses(strip: StageStrip, qtbot: QtBot) -> None:
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert chosen.args == ["shipped"]


def test_a_screen_reader_hears_every_stage(strip: StageStrip) -> None:
    said = strip.accessibleDescription()
    assert [one.detail in said for one in STAGES] == [True] * 4


def test_it_paints_every_state(strip: StageStrip) -> None:
    assert not strip.grab().isNull()


def test_stages_go_on_in_a_second_line_before_a_date_is_cut(
    strip: StageStrip, qtbot: QtBot
) -> None:
    one_line = strip.height()
    strip.show()
    strip.resize(200, one_line)
    qtbot.waitUntil(lambda: strip.height() == 2 * one_line)
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, one_line + 20))
    assert chosen.args == ["shipped"]
    strip.resize(400, strip.height())
    qtbot.waitUntil(lambda: strip.height() == one_line)
