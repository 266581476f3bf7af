from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.book import Book
from keepproof.knowledge.text import Text
from keepproof.services.checklist import ChecklistRow
from keepproof.ui import theme
from keepproof.ui.models.checklist_model import ChecklistModel
from keepproof.ui.widgets.checklist_delegate import ChecklistDelegate
from keepproof.ui.widgets.checklist_view import ChecklistView

WHY = Text(
    "平台先看买家的初步凭证；一张能看清整机的照片最有用，拍的时候把型号也拍进去",
    "It shows the item",
)


def a_need(kind: EvidenceKind, *have: int, need: str = "required") -> ChecklistRow:
    return ChecklistRow(kind, need, have, WHY, Text("拍一张", "Take one"), perishable=False)


ROWS = [
    a_need(EvidenceKind.ORDER_SHOT, 1),
    a_need(EvidenceKind.PHOTO),
    a_need(EvidenceKind.USE_VIDEO, 3, 8, need="helpful"),
]


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, book: Book) -> ChecklistView:
    theme.apply(qapp, "light", 100)
    session: Any = SimpleNamespace(book=book, lang="zh")
    made = ChecklistView(session)
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.rows().set_rows(ROWS, {EvidenceKind.PHOTO: [5]})
    made.show()
    return made


def click(qtbot: QtBot, view: ChecklistView, kind: EvidenceKind, number: int) -> None:
    index = view.rows().index_of(kind)
    delegate = view.itemDelegate()
    assert isinstance(delegate, ChecklistDelegate)
    parts = delegate.parts(view.visualRect(index), index)
    place: QPoint = next(one.rect.center() for one in parts if one.number == number)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_model_keeps_qt_s_rules(view: ChecklistView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.rows())


def test_required_kinds_stand_under_their_heading(view: ChecklistView) -> None:
    rows = view.rows()
    shown = [rows.index(place).data() for place in range(rows.rowCount())]
    assert shown[0] == "Required"
    assert shown[3] == "Helpful"


def test_headings_cannot_be_chosen(view: ChecklistView) -> None:
    assert view.rows().flags(view.rows().index(0)) == Qt.ItemFlag.NoItemFlags


def test_only_required_kinds_count_as_missing() -> None:
    model = ChecklistModel(str, str, lambda row, out: "")
    model.set_rows([*ROWS, a_need(EvidenceKind.TEST, need="helpful")])
    assert model.counts() == (2, 1)


def test_a_click_on_a_number_opens_it(view: ChecklistView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened, timeout=1000) as opened:
        click(qtbot, view, EvidenceKind.USE_VIDEO, 8)
    assert opened.args == [8]


def test_a_click_on_the_link_adds_that_kind(view: ChecklistView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.add_asked, timeout=1000) as asked:
        click(qtbot, view, EvidenceKind.PHOTO, 0)
    assert asked.args == [EvidenceKind.PHOTO]


def test_enter_on_a_missing_row_adds_that_kind(view: ChecklistView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.rows().index_of(EvidenceKind.PHOTO))
    with qtbot.waitSignal(view.add_asked, timeout=1000):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_the_row_under_the_keyboard_tells_its_numbers(view: ChecklistView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pointed, timeout=1000) as pointed:
        view.setCurrentIndex(view.rows().index_of(EvidenceKind.USE_VIDEO))
    assert pointed.args == [(3, 8)]


def test_the_menu_leaves_a_piece_out(view: ChecklistView, qtbot: QtBot) -> None:
    row = view.rows().row_at(view.rows().index_of(EvidenceKind.ORDER_SHOT))
    assert row is not None
    leave = next(one for one in view.menu_for(row, ()).actions() if one.text().startswith("Leave"))
    with qtbot.waitSignal(view.leave_out_asked, timeout=1000) as asked:
        leave.trigger()
    assert asked.args == [1, True]


def test_the_menu_takes_a_piece_back(view: ChecklistView, qtbot: QtBot) -> None:
    index = view.rows().index_of(EvidenceKind.PHOTO)
    row = view.rows().row_at(index)
    assert row is not None
    menu = view.menu_for(row, view.rows().left_out_at(index))
    again = next(one for one in menu.actions() if one.text().startswith("Use"))
    with qtbot.waitSignal(view.leave_out_asked, timeout=1000) as asked:
        again.trigger()
    assert asked.args == [5, False]


def test_a_long_reason_makes_its_row_higher(view: ChecklistView) -> None:
    index = view.rows().index_of(EvidenceKind.PHOTO)
    narrow = view.visualRect(index).height()
    view.resize(900, 500)
    view.doItemsLayout()
    assert view.visualRect(index).height() < narrow


def test_the_choice_stays_when_the_numbers_change(view: ChecklistView) -> None:
    view.setCurrentIndex(view.rows().index_of(EvidenceKind.PHOTO))
    view.rows().set_rows([ROWS[0], a_need(EvidenceKind.PHOTO, 9), ROWS[2]])
    assert view.rows().row_at(view.currentIndex()) == a_need(EvidenceKind.PHOTO, 9)


def test_a_row_says_what_is_missing_and_why(view: ChecklistView) -> None:
    said = view.rows().index_of(EvidenceKind.PHOTO).data(Qt.ItemDataRole.AccessibleTextRole)
    assert WHY.zh in said
    assert "证据5" in said
