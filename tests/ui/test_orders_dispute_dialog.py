from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.order import Order
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ui.dialogs.dispute_dialog import DisputeDialog
from keepproof.ui.dialogs.dispute_dialog_model import IssuesModel
from keepproof.ui.session import Session
from ui import order_library as make

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def model(book: Book) -> IssuesModel:
    made = IssuesModel(lambda group: f"group {group}", "zh")
    made.set_issues([*book.issues, *book.inquiries])
    return made


@pytest.fixture
def dialog(session: Session, do: Do, qtbot: QtBot) -> DisputeDialog:
    order: Order = do(make.log)
    made = DisputeDialog(session, order.id)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def codes(model: IssuesModel) -> list[str]:
    found = (model.issue_at(model.index(row)) for row in range(model.rowCount()))
    return [one.code for one in found if one is not None]


def test_the_model_keeps_qt_s_rules(model: IssuesModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    model.search("退款")
    model.search("")


def test_every_kind_is_offered(model: IssuesModel) -> None:
    assert len(codes(model)) == 25


@pytest.mark.parametrize(
    ("words", "code"),
    [("描述不符", "not_as_described"), ("材质", "not_as_described"), ("late", "late_shipment")],
)
def test_a_kind_is_found_by_its_names_and_the_platform_s_reasons(
    model: IssuesModel, words: str, code: str
) -> None:
    model.search(words)
    assert code in codes(model)
    assert len(codes(model)) < 25


def test_headings_cannot_be_chosen(model: IssuesModel) -> None:
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_nothing_starts_before_a_kind_is_chosen(dialog: DisputeDialog) -> None:
    assert dialog.start_button.isEnabled() is False


def test_a_search_chooses_the_first_match(dialog: DisputeDialog) -> None:
    dialog.search.setText("描述不符")
    assert dialog.model.issue_at(dialog.list.currentIndex()) is not None
    assert dialog.start_button.isEnabled()


def test_starting_opens_the_dispute(dialog: DisputeDialog, qtbot: QtBot) -> None:
    dialog.list.setCurrentIndex(dialog.model.index_of("not_as_described"))
    with qtbot.waitSignal(dialog.opened) as opened:
        dialog.start_button.click()
    assert opened.args is not None
    assert opened.args[0].issue == "not_as_described"


def test_the_detail_names_what_is_needed(dialog: DisputeDialog) -> None:
    dialog.list.setCurrentIndex(dialog.model.index_of("not_as_described"))
    bodies = [one.text() for one in dialog.detail._bodies]
    assert all(bodies)


def test_a_dispute_changes_its_kind(session: Session, do: Do, qtbot: QtBot) -> None:
    order = do(make.log)
    dispute = do(lambda library: make.dispute(library, order.id))
    dialog = DisputeDialog(session, order.id, dispute)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.list.currentIndex().isValid())
    dialog.list.setCurrentIndex(dialog.model.index_of("late_shipment"))
    with qtbot.waitSignal(dialog.opened) as opened:
        dialog.start()
    assert opened.args is not None
    assert (opened.args[0].id, opened.args[0].issue) == (dispute.id, "late_shipment")
