from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from keepproof.domain.dispute import Dispute, Ending
from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.services.close_dispute import close_dispute
from keepproof.services.merchant_history import merchant_history
from keepproof.ticket import Ticket
from keepproof.ui.dialogs.close_dispute_dialog import CloseDisputeDialog
from keepproof.ui.models.cases_model import CASE_ROLE, CasesModel
from keepproof.ui.models.evidence_model import SORT_ROLE
from keepproof.ui.models.figures_model import FiguresModel
from keepproof.ui.pages.order_overview_seller import SellerCard
from keepproof.ui.pages.overview_page import OverviewPage
from keepproof.ui.session import Session
from keepproof.ui.widgets.chart_figures import FigureRow, Figures, hover
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[..., Any]
FIGURES = Figures(
    "店铺",
    ("进行中", "已结束"),
    (FigureRow("澄屿", (1.0, 2.0), ("1", "2")), FigureRow("拾木", (0.0, 1.0), ("0", "1"))),
)


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def dispute(do: Do, order: Order) -> Dispute:
    made: Dispute = do(lambda library: make.dispute(library, order.id))
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> OverviewPage:
    made = OverviewPage(session)
    qtbot.addWidget(made)
    qtbot.waitUntil(session.operations.idle)
    return made


def test_without_a_dispute_the_page_says_what_will_stand_here(page: OverviewPage) -> None:
    assert not page.blank.isHidden()


def test_figures_follow_the_library(
    qtbot: QtBot, page: OverviewPage, do: Do, dispute: Dispute
) -> None:
    qtbot.waitUntil(lambda: page.cards["at_stake"].figure.text() == "¥1,299.00")
    ending = Ending("partly", None, Money(90000), 4)
    do(lambda library: close_dispute(library, dispute.id, ending, Ticket()))
    qtbot.waitUntil(lambda: page.cards["recovered"].figure.text() == "¥900.00")
    assert page.charts["outcomes"].model.as_text().splitlines()[1] == "Solved in part\t1"


def test_a_chart_can_be_read_as_a_table_and_copied(
    qtbot: QtBot, page: OverviewPage, dispute: Dispute, qapp: QApplication
) -> None:
    chart = page.charts["issues"]
    qtbot.waitUntil(lambda: chart.model.rowCount() == 1)
    chart.view.setCurrentIndex(1)
    assert (chart.chart.isHidden(), chart.table.isHidden()) == (True, False)
    chart.copy.click()
    assert qapp.clipboard().text() == "Kind of problem\tOpen\tClosed\n与商品描述不符\t1\t0"


def test_a_chart_is_told_to_screen_readers(page: OverviewPage) -> None:
    chart = page.charts["merchants"].chart
    chart.set_figures(FIGURES)
    assert "拾木: 进行中 0, 已结束 1" in chart.accessibleDescription()


def test_the_table_of_a_chart_is_a_sound_model(qtbot: QtBot) -> None:
    model = FiguresModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_figures(FIGURES)
    assert model.index(0, 2).data(SORT_ROLE) == 2.0
    assert model.headerData(1, Qt.Orientation.Horizontal) == "进行中"


def test_the_name_of_a_shop_is_no_markup_in_a_tool_tip() -> None:
    figures = Figures("店铺", ("进行中",), (FigureRow("<img src=x>", (1.0,), ("1",)),))
    assert "<img" not in hover(figures, 0)


def closing(qtbot: QtBot, session: Session, dispute: Dispute) -> CloseDisputeDialog:
    dialog = CloseDisputeDialog(session, dispute, "CNY")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    return dialog


def test_closing_needs_an_outcome(qtbot: QtBot, session: Session, dispute: Dispute) -> None:
    dialog = closing(qtbot, session, dispute)
    assert not dialog.save_button.isEnabled()
    dialog.options["unsolved"].click()
    assert dialog.save_button.isEnabled()


def test_what_was_asked_for_is_suggested_only_where_all_was_solved(
    qtbot: QtBot, session: Session, dispute: Dispute
) -> None:
    dialog = closing(qtbot, session, dispute)
    dialog.options["solved"].click()
    solved = dialog.money.text()
    dialog.options["partly"].click()
    assert (solved, dialog.money.text()) == ("1299.00", "")


def test_an_impossible_amount_is_said_and_nothing_stored(
    qtbot: QtBot, session: Session, dispute: Dispute
) -> None:
    dialog = closing(qtbot, session, dispute)
    dialog.options["partly"].click()
    dialog.money.setText("much")
    dialog.save()
    assert not dialog._wrong.isHidden()
    assert session.operations.idle()


def test_closing_stores_everything_and_can_be_undone(
    qtbot: QtBot, session: Session, dispute: Dispute
) -> None:
    dialog = closing(qtbot, session, dispute)
    dialog.options["partly"].click()
    dialog.money.setText("900")
    dialog.rating.set_current("4")
    dialog.note.setPlainText("运费没有退")
    with qtbot.waitSignal(dialog.closed):
        dialog.save()
    found: list[Dispute] = []
    session.operations.read(
        dialog, lambda library, _: library.disputes.get(dispute.id), found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    ending = found[0].ending
    assert ending is not None
    assert (ending.outcome, ending.recovered, ending.rating) == ("partly", Money(90000), 4)
    session.undo()
    qtbot.waitUntil(session.operations.idle)
    session.operations.read(
        dialog, lambda library, _: library.disputes.get(dispute.id), found.append
    )
    qtbot.waitUntil(lambda: len(found) == 2)
    assert found[1] == dispute


def test_earlier_disputes_with_a_shop_are_listed_with_their_outcome(
    qtbot: QtBot, session: Session, do: Do, order: Order, dispute: Dispute
) -> None:
    other = do(lambda library: make.log(library, "2690183455720160001", title="恒温调奶壶"))
    earlier = do(lambda library: make.dispute(library, other.id))
    do(lambda library: close_dispute(library, earlier.id, Ending("solved"), Ticket()))
    card = SellerCard(session)
    qtbot.addWidget(card)
    card._order_id, card._merchant_id = order.id, order.merchant_id
    card.refresh()
    qtbot.waitUntil(lambda: card.model.rowCount() == 1)
    words = str(card.model.index(0).data())
    assert "Solved as I asked" in words
    with qtbot.waitSignal(card.order_asked) as asked:
        card._open(card.model.index(0))
    assert asked.args == [other.id]


def test_cases_are_a_sound_model(
    qtbot: QtBot, session: Session, do: Do, order: Order, dispute: Dispute
) -> None:
    model = CasesModel(session.book, "zh")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    found: list[Any] = []
    session.operations.read(
        model, lambda library, _: merchant_history(library, order.merchant_id), found.append
    )
    qtbot.waitUntil(lambda: bool(found))
    model.set_cases(found[0].cases)
    assert model.index(0).data(CASE_ROLE).dispute == dispute
    assert "In progress" in str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
