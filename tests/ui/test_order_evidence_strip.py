from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.ui.models.evidence_model import MissingTile
from keepproof.ui.session import Session
from keepproof.ui.widgets.evidence_strip import EvidenceStrip
from ui.order_pieces import a_filing

MISSING = [
    MissingTile(EvidenceKind.CHAT, "required", "聊天记录"),
    MissingTile(EvidenceKind.TEST, "helpful", "检测报告"),
]


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> EvidenceStrip:
    made = EvidenceStrip(session)
    qtbot.addWidget(made)
    made.resize(620, 140)
    made.show()
    return made


def shown(strip: EvidenceStrip) -> list[str]:
    model = strip.tiles()
    tiles = (model.tile_at(model.index(row)) for row in range(model.rowCount()))
    return [
        str(one.number) if isinstance(one, FiledEvidence) else one.kind.value
        for one in tiles
        if one is not None
    ]


def test_one_row_keeps_room_for_what_is_missing(strip: EvidenceStrip) -> None:
    strip.set_tiles([a_filing(number) for number in range(1, 10)], MISSING)
    assert shown(strip) == ["1", "2", "3", "4", "chat", "test"]


def test_everything_is_shown_when_it_fits(strip: EvidenceStrip) -> None:
    strip.set_tiles([a_filing(1)], MISSING)
    assert (shown(strip), strip.overflows()) == (["1", "chat", "test"], False)


def test_unfolded_it_shows_all_and_grows(strip: EvidenceStrip) -> None:
    strip.set_tiles([a_filing(number) for number in range(1, 10)], MISSING)
    before = strip.sizeHint().height()
    strip.set_folded(folded=False)
    assert (len(shown(strip)), strip.sizeHint().height()) == (11, 2 * before)


def test_a_row_holds_as_many_tiles_as_are_counted(strip: EvidenceStrip) -> None:
    strip.set_tiles([a_filing(number) for number in range(1, 10)], MISSING)
    tops = {strip.visualRect(strip.tiles().index(row)).top() for row in range(strip.columns())}
    assert len(tops) == 1


def test_the_selection_outlives_another_load(strip: EvidenceStrip) -> None:
    strip.set_tiles([a_filing(1), a_filing(2)], [])
    strip.choose(["evidence2"])
    strip.set_tiles([a_filing(1), a_filing(2), a_filing(3)], [])
    assert [one.number for one in strip.chosen()] == [2]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_open_evidence(strip: EvidenceStrip, qtbot: QtBot, key: Qt.Key) -> None:
    strip.set_tiles([a_filing(1)], MISSING)
    strip.setCurrentIndex(strip.tiles().index(0))
    with qtbot.waitSignal(strip.opened) as opened:
        qtbot.keyClick(strip, key)
    assert opened.args == [a_filing(1)]


def test_enter_on_a_missing_tile_asks_for_its_kind(strip: EvidenceStrip, qtbot: QtBot) -> None:
    strip.set_tiles([a_filing(1)], MISSING)
    strip.setCurrentIndex(strip.tiles().index(1))
    with qtbot.waitSignal(strip.add_asked) as asked:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert asked.args == [EvidenceKind.CHAT]


def test_a_click_on_a_missing_tile_asks_for_its_kind(strip: EvidenceStrip, qtbot: QtBot) -> None:
    strip.set_tiles([a_filing(1)], MISSING)
    place = strip.visualRect(strip.tiles().index(2)).center()
    with qtbot.waitSignal(strip.add_asked) as asked:
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [EvidenceKind.TEST]


def test_delete_asks_to_remove_what_is_selected(strip: EvidenceStrip, qtbot: QtBot) -> None:
    strip.set_tiles([a_filing(1), a_filing(2)], MISSING)
    strip.selectAll()
    with qtbot.waitSignal(strip.remove_asked) as asked:
        qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert asked.args == [[a_filing(1), a_filing(2)]]


def test_f2_renames_in_place(strip: EvidenceStrip, qtbot: QtBot) -> None:
    strip.set_tiles([a_filing(1)], [])
    strip.setCurrentIndex(strip.tiles().index(0))
    qtbot.keyClick(strip, Qt.Key.Key_F2)
    editor = strip.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("续航页")
    with qtbot.waitSignal(strip.tiles().rename_asked) as asked:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert asked.args == [a_filing(1), "续航页"]


def test_broken_and_missing_evidence_can_be_painted(strip: EvidenceStrip) -> None:
    strip.set_tiles(
        [a_filing(1, fixity="missing"), a_filing(2, odd="readers.image_broken")], MISSING
    )
    assert not strip.grab().isNull()
