from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from keepproof.domain.order import Moments, Order
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ui.alerts import Alert
from keepproof.ui.calendar_export import CalendarExport
from keepproof.ui.dialogs.export_calendar_dialog import ExportCalendarDialog
from keepproof.ui.pages.order_overview_dates import DeadlinesCard
from keepproof.ui.pages.order_page import OrderPage
from keepproof.ui.session import Session
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[..., Any]


def signed_yesterday(library: Library) -> Outcome[Order]:
    """Log an order whose seven days run."""
    done = make.log(library)
    now = library.now()
    moments = Moments(paid=now - timedelta(days=4), signed=now - timedelta(days=1))
    library.orders.replace(replace(done.value, moments=moments))
    return replace(done, value=library.orders.get(done.value.id))


@pytest.fixture
def page(qtbot: QtBot, session: Session, do: Do) -> OrderPage:
    order: Order = do(signed_yesterday)
    page = OrderPage(session)
    qtbot.addWidget(page)
    page.set_order(order.id)
    qtbot.waitUntil(session.operations.idle)
    return page


def dialog_of(page: OrderPage) -> ExportCalendarDialog:
    dialog = page.findChild(ExportCalendarDialog)
    assert isinstance(dialog, ExportCalendarDialog)
    return dialog


def test_the_menu_of_the_order_writes_its_dates(
    qtbot: QtBot, page: OrderPage, session: Session, tmp_path: Path
) -> None:
    menu = page.head.menu()
    [action] = [one for one in menu.actions() if "calendar" in one.text()]
    action.trigger()
    dialog = dialog_of(page)
    with qtbot.waitSignal(session.status) as said:
        dialog.chosen.emit(str(tmp_path / "dates.ics"))
    written = (tmp_path / "dates.ics").read_text("utf-8")
    assert written.count("BEGIN:VEVENT") >= 1
    assert said.args == [f"{written.count('BEGIN:VEVENT')} date(s) written to dates.ics"]
    dialog.close()


def test_the_card_of_the_deadlines_offers_it_too(qtbot: QtBot, page: OrderPage) -> None:
    card = page.findChild(DeadlinesCard)
    assert isinstance(card, DeadlinesCard)
    qtbot.waitUntil(lambda: not card.export_button.isHidden())
    card.export_button.click()
    dialog_of(page).close()


def test_an_order_without_dates_is_told(
    qtbot: QtBot, session: Session, do: Do, page: OrderPage, tmp_path: Path
) -> None:
    bare: Order = do(lambda library: make.log(library, "2690183455720169999", "没有时间的订单"))
    do(lambda library: undated(library, bare))
    CalendarExport(session, page).write(bare, tmp_path / "none.ics")
    qtbot.waitUntil(lambda: page.findChild(Alert) is not None)
    assert not (tmp_path / "none.ics").exists()


def undated(library: Library, order: Order) -> Outcome[None]:
    library.orders.replace(replace(order, moments=Moments()))
    return Outcome(None, make.log(library, "2690183455720168888").changes)
