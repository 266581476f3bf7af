from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.services import import_bills
from keepproof.services.import_orders import Entry, Imported
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.outcome import Outcome
from keepproof.services.read_bills import BillFile, ReadBills
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.bill_dialog import BillDialog
from keepproof.ui.session import Session
from keepproof.ui.widgets.notice import Notice
from ui.bill_files import NUMBERS, known, write

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(session: Session, do: Do, qtbot: QtBot, tmp_path: Path) -> BillDialog:
    """Show a bill of which one order is known, with another amount."""
    form = OrderForm(NUMBERS[0], "tmall", "澄屿家电旗舰店", paid=Money(500))
    do(lambda library: add_order(library, form, Ticket()))
    made = BillDialog(session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    path = write(tmp_path)
    made.read([BillFile(path, path.name)])
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def ask(session: Session, qtbot: QtBot, look: Callable[[Library], Any]) -> Any:
    found: list[Any] = []
    session.operations.read(session, lambda library, _: look(library), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def proof(library: Library) -> list[EvidenceKind]:
    order = library.orders.find(NUMBERS[1])
    assert order is not None
    return [one.evidence.kind for one in library.evidence.of_order(order.id)]


def test_it_says_what_it_is_and_how_much_is_in_it(dialog: BillDialog) -> None:
    assert "账单" in dialog.title.text() or "bill" in dialog.title.text()
    assert "4" in dialog.title.text()
    assert "3" in dialog.add_button.text()


def test_what_is_ticked_is_added_and_the_bill_filed_under_it(
    dialog: BillDialog, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.add_button, LEFT)
    assert ask(session, qtbot, known) == sorted(NUMBERS)
    assert ask(session, qtbot, proof) == [EvidenceKind.PAY_SHOT]


def test_undo_takes_the_whole_import_back(
    dialog: BillDialog, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.add_button, LEFT)
    session.undo()
    qtbot.waitUntil(session.operations.idle)
    assert ask(session, qtbot, known) == [NUMBERS[0]]
    assert ask(session, qtbot, lambda library: library.evidence.all()) == []


def test_without_the_tick_no_evidence_is_made(
    dialog: BillDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.attach.setChecked(False)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.add_button, LEFT)
    assert ask(session, qtbot, lambda library: library.evidence.all()) == []


def test_a_conflict_shows_both_values_and_nothing_is_overwritten(
    dialog: BillDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.segment.set_current("conflict")
    dialog.segment.chosen.emit("conflict")
    dialog.table.choose_first()
    assert "¥5.00" in dialog.detail.text.text()
    assert "¥1,299.00" in dialog.detail.text.text()
    assert dialog.detail.open_button.isVisible()
    qtbot.mouseClick(dialog.all_button, LEFT)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.add_button, LEFT)
    order: Order = ask(session, qtbot, lambda library: library.orders.find(NUMBERS[0]))
    assert order.paid == Money(500)
    assert order.moments.paid is not None


def test_the_known_order_is_one_click_away(
    dialog: BillDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.segment.chosen.emit("conflict")
    dialog.table.choose_first()
    with qtbot.waitSignal(session.order_requested):
        qtbot.mouseClick(dialog.detail.open_button, LEFT)


def test_all_and_none_mean_what_is_shown(dialog: BillDialog, qtbot: QtBot) -> None:
    dialog.search.setText("抽纸")
    qtbot.mouseClick(dialog.none_button, LEFT)
    assert {one.form.number for one in dialog.model.ticked()} == {NUMBERS[1], NUMBERS[3]}
    dialog.search.setText("")
    qtbot.mouseClick(dialog.none_button, LEFT)
    assert (dialog.model.ticked(), dialog.add_button.isEnabled()) == ([], False)
    qtbot.mouseClick(dialog.new_button, LEFT)
    assert len(dialog.model.ticked()) == 3


def test_space_ticks_the_chosen_rows(dialog: BillDialog, qtbot: QtBot) -> None:
    dialog.table.selectAll()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.model.ticked()) == 5
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.ticked() == []


def test_an_order_logged_meanwhile_is_known_and_the_ticks_stay(
    dialog: BillDialog, do: Do, qtbot: QtBot
) -> None:
    dialog.model.tick(range(dialog.model.rowCount()), ticked=False)
    do(lambda library: add_order(library, OrderForm(NUMBERS[3], "tmall"), Ticket()))
    qtbot.waitUntil(lambda: dialog.model.counts()["known"] == 1)
    assert dialog.model.ticked() == []


def test_cancelling_the_dialog_adds_nothing(
    dialog: BillDialog, session: Session, qtbot: QtBot
) -> None:
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    assert ask(session, qtbot, known) == [NUMBERS[0]]


def test_a_file_that_is_no_bill_is_told(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    made = BillDialog(session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    path = write(tmp_path, "您好\n", "chat.txt")
    made.read([BillFile(path, path.name)])
    qtbot.waitUntil(lambda: made.model.rowCount() == 1)
    assert made.model.counts()["refused"] == 1
    assert not made.add_button.isEnabled()


def test_an_import_shows_how_far_it_is_and_stopping_it_leaves_nothing(
    dialog: BillDialog, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = threading.Event()

    def slow(
        library: Library, entries: Sequence[Entry], read: ReadBills, ticket: Ticket, *, attach: bool
    ) -> Outcome[Imported]:
        ticket.step(1, 3, "second")
        stopped.wait(20)
        return import_ticked(library, entries, read, ticket, attach=attach)

    import_ticked = import_bills.import_ticked
    monkeypatch.setattr(import_bills, "import_ticked", slow)
    qtbot.mouseClick(dialog.add_button, LEFT)
    qtbot.waitUntil(lambda: (dialog.bar.value(), dialog.bar.maximum()) == (1, 3))
    assert dialog.bar.isVisible()
    assert not dialog.add_button.isEnabled()
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    stopped.set()
    qtbot.waitUntil(session.operations.idle)
    assert ask(session, qtbot, known) == [NUMBERS[0]]
    assert ask(session, qtbot, lambda library: library.evidence.all()) == []


def test_a_failed_import_says_why_and_can_be_tried_again(
    dialog: BillDialog, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "alipay.csv"
    content = path.read_bytes()
    path.unlink()
    qtbot.mouseClick(dialog.add_button, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(Notice)))
    path.write_bytes(content)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.add_button, LEFT)
    assert ask(session, qtbot, known) == sorted(NUMBERS)
