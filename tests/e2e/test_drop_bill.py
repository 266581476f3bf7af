"""A bill dropped on the window becomes orders: three rows ticked, three orders exist."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from e2e.shopper import LEFT, Shopper
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.settings import Settings
from keepproof.ui.dialogs.bill_dialog import BillDialog
from keepproof.ui.dialogs.bill_dialog_table import BillTable
from keepproof.ui.start import Start
from keepproof.ui.widgets.buttons import Button
from ui.bill_files import BILL, HEAD, NUMBERS, known, write


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


def preview(shopper: Shopper, path: Path) -> BillDialog:
    """Drop a file, and wait for its preview."""
    shopper.drop(path)
    dialog = shopper.shown(BillDialog)
    shopper.qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    shopper.settle()
    return dialog


def click_tick(table: BillTable, row: int) -> None:
    """Click the box of a row with the mouse."""
    index = table.filter.index(row, 0)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = table.style().subElementRect(
        QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table
    )
    QTest.mouseClick(table.viewport(), LEFT, pos=box.center())


def test_three_ticked_rows_of_a_dropped_bill_become_three_orders(
    shopper: Shopper, tmp_path: Path
) -> None:
    dialog = preview(shopper, write(tmp_path, BILL))
    assert not dialog.isModal()
    shopper.click(dialog.none_button)
    for row in range(3):
        click_tick(dialog.table, row)
    assert len(dialog.model.ticked()) == 3
    shopper.click(dialog.add_button)
    shopper.settle()
    assert shopper.ask(known) == sorted(NUMBERS[1:])
    for order in shopper.ask(lambda library: library.orders.all()):
        assert [one.evidence.kind for one in shopper.filed(order.id)] == [EvidenceKind.PAY_SHOT]


def test_the_bill_is_kept_once_and_undo_leaves_only_it(shopper: Shopper, tmp_path: Path) -> None:
    dialog = preview(shopper, write(tmp_path, BILL))
    shopper.click(dialog.add_button)
    shopper.settle()
    assert len(shopper.ask(known)) == len(NUMBERS)
    shopper.start.session.undo()
    shopper.settle()
    assert shopper.ask(known) == []
    assert len(shopper.ask(lambda library: library.evidence.unfiled())) == 1


def test_the_keyboard_alone_imports_a_row(shopper: Shopper, tmp_path: Path) -> None:
    dialog = preview(shopper, write(tmp_path, BILL))
    dialog.activateWindow()
    QTest.keyClick(dialog.none_button, Qt.Key.Key_Space)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    QTest.keyClick(dialog.add_button, Qt.Key.Key_Space)
    shopper.settle()
    assert shopper.ask(known) == [NUMBERS[3]]


def test_what_is_no_bill_opens_no_preview(shopper: Shopper, tmp_path: Path) -> None:
    shopper.drop(write(tmp_path, "a,b,c,d\n1,2,3,4\n", "table.csv"))
    shopper.drop(write(tmp_path, HEAD, "empty.csv"))
    shopper.settle()
    assert shopper.start.window.findChildren(BillDialog) == []


def test_a_bill_that_says_otherwise_is_settled_in_the_order(
    shopper: Shopper, tmp_path: Path
) -> None:
    dialog = preview(shopper, write(tmp_path, BILL))
    dialog.attach.setChecked(False)
    shopper.click(dialog.add_button)
    shopper.settle()
    other = BILL.replace("1299.00", "1199.00", 1)
    dialog = preview(shopper, write(tmp_path, other, "later.csv"))
    assert dialog.model.counts()["conflict"] == 1
    shopper.click(dialog.none_button)
    dialog.segment.chosen.emit("conflict")
    shopper.click(dialog.all_button)
    shopper.click(dialog.add_button)
    shopper.settle()
    order = shopper.ask(lambda library: library.orders.find(NUMBERS[0]))
    assert order is not None
    assert order.paid == Money(129900)
    shopper.start.window.show_order(order.id, "overview")
    differences = shopper.start.window.pages.orders().detail.overview.differences
    shopper.qtbot.waitUntil(lambda: len(differences.rows()) == 1)
    shopper.click(differences.rows()[0].take)
    shopper.qtbot.waitUntil(differences.isHidden)
    assert shopper.ask(lambda library: library.orders.get(order.id)).paid == Money(119900)


def test_a_chosen_bill_is_kept_when_orders_are_made_of_it(shopper: Shopper, tmp_path: Path) -> None:
    importing = shopper.start.window.importing
    assert importing is not None
    importing.bills.show_chosen([str(write(tmp_path, BILL))])
    dialog = shopper.shown(BillDialog)
    shopper.qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    assert shopper.ask(lambda library: library.evidence.all()) == []
    shopper.click(dialog.add_button)
    shopper.settle()
    filed = shopper.ask(lambda library: library.evidence.all())
    assert len(filed) == len(NUMBERS)
    assert len({one.evidence.sha256 for one in filed}) == 1
    shopper.start.session.undo()
    shopper.settle()
    assert shopper.ask(lambda library: library.evidence.all()) == []


def test_closing_the_window_closes_the_preview(shopper: Shopper, tmp_path: Path) -> None:
    dialog = preview(shopper, write(tmp_path, BILL))
    shopper.start.window.close()
    assert not dialog.isVisible()


def test_menu_and_empty_orders_page_ask_for_a_bill(shopper: Shopper) -> None:
    session, window = shopper.start.session, shopper.start.window
    assert window.importing is not None
    session.bills_requested.disconnect(window.importing.bills.choose)
    with shopper.qtbot.waitSignal(session.bills_requested):
        shopper.start.commands.actions["import_bills"].trigger()
    window.show_place("orders")
    shopper.settle()
    buttons = window.pages.orders().pane.no_orders.findChildren(Button)
    with shopper.qtbot.waitSignal(session.bills_requested):
        shopper.click(buttons[-1])
