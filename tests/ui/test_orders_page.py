from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ui.models.orders_model import SEARCH_PROPERTY
from keepproof.ui.pages.orders_page import OrdersPage
from keepproof.ui.session import Session
from ui import order_library as make

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def orders(do: Do) -> list[Order]:
    titles = ("X1 无线吸尘器", "橡木床头柜", "奇异果")
    return [
        do(lambda library, at=at, title=title: make.log(library, f"26901834557201{at:05d}", title))  # type: ignore[misc]  # bound now
        for at, title in enumerate(titles)
    ]


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> OrdersPage:
    made = OrdersPage(session)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(session.operations.idle)
    return made


@pytest.fixture
def filled(orders: list[Order], page: OrdersPage, qtbot: QtBot) -> OrdersPage:
    qtbot.waitUntil(lambda: bool(page.detail.order_id))
    return page


def numbers(page: OrdersPage) -> list[str]:
    rows = page.pane.list.rows
    found = (rows.row_at(rows.index(place)) for place in range(rows.rowCount()))
    return [row.order.number[-1] for row in found if row is not None]


def test_an_empty_library_says_how_to_begin(
    page: OrdersPage, session: Session, qtbot: QtBot
) -> None:
    assert page.pane.stack.currentWidget() is page.pane.no_orders


def test_the_newest_order_is_shown_first(filled: OrdersPage, orders: list[Order]) -> None:
    assert (numbers(filled), filled.detail.order_id) == (["2", "1", "0"], orders[2].id)


def test_a_search_without_a_match_offers_all_orders(filled: OrdersPage) -> None:
    filled.pane.search.setText("没有这样的订单")
    assert filled.pane.stack.currentWidget() is filled.pane.no_match


def test_searching_keeps_the_order_beside_the_list(
    filled: OrdersPage, orders: list[Order], qtbot: QtBot
) -> None:
    filled.pane.search.setText("吸尘")
    assert (numbers(filled), filled.detail.order_id) == (["0"], orders[2].id)


def test_the_arrow_keys_choose(filled: OrdersPage, orders: list[Order], qtbot: QtBot) -> None:
    qtbot.keyClick(filled.pane.list, Qt.Key.Key_Down)
    assert filled.detail.order_id == orders[1].id


def test_delete_removes_and_the_next_order_is_shown(
    filled: OrdersPage, orders: list[Order], qtbot: QtBot
) -> None:
    qtbot.keyClick(filled.pane.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: numbers(filled) == ["1", "0"])
    qtbot.waitUntil(lambda: filled.detail.order_id == orders[1].id)


def test_an_order_asked_for_before_the_list_is_loaded_is_shown(
    session: Session, orders: list[Order], qtbot: QtBot
) -> None:
    page = OrdersPage(session)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.detail.shown):
        page.show_order(orders[0].id)
    qtbot.waitUntil(lambda: bool(numbers(page)))
    row = page.pane.list.row()
    assert row is not None
    assert (row.order.id, page.detail.order_id) == (orders[0].id, orders[0].id)


def test_an_order_of_another_segment_is_found(
    filled: OrdersPage, orders: list[Order], qtbot: QtBot
) -> None:
    filled.pane.segment.set_current("archived")
    filled.pane._apply()
    filled.show_order(orders[0].id)
    assert filled.pane.segment.current() == "all"


def test_new_evidence_counts_in_the_list(
    filled: OrdersPage, orders: list[Order], do: Do, qtbot: QtBot
) -> None:
    do(lambda library: make.keep(library, orders[2].id, EvidenceKind.CHAT))

    def count() -> int:
        row = filled.pane.list.row()
        return row.evidence_count if row is not None else 0

    qtbot.waitUntil(lambda: count() == 1)


def test_the_segments_say_how_many(filled: OrdersPage) -> None:
    texts = [filled.pane.segment.tabText(place) for place in range(3)]
    assert texts == ["Open 3", "All 3", "Archived"]


def test_a_row_under_the_pointer_takes_the_drop(
    filled: OrdersPage, orders: list[Order], qtbot: QtBot
) -> None:
    rows = filled.pane.list
    middle = rows.visualRect(rows.rows.index(1)).center()
    point = rows.viewport().mapTo(filled, middle)
    target = filled.drop_target_at(point)
    assert target is not None
    assert target.order_id == orders[1].id


def test_elsewhere_the_order_shown_takes_the_drop(
    filled: OrdersPage, orders: list[Order], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: filled.drop_target() is not None)
    target = filled.drop_target_at(QPoint(900, 500))
    assert target is not None
    assert target.order_id == orders[2].id


def test_a_wide_tab_takes_the_room_of_the_list(filled: OrdersPage) -> None:
    filled.show_tab("complaint")
    assert (filled.pane.isHidden(), filled.wide_now) == (True, True)
    filled.focus_search()
    assert filled.pane.isHidden() is False


def test_words_of_another_page_are_searched(
    session: Session, orders: list[Order], qtbot: QtBot
) -> None:
    session.setProperty(SEARCH_PROPERTY, "床头柜")
    page = OrdersPage(session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: numbers(page) == ["1"])


def test_the_menu_of_a_row_archives(filled: OrdersPage, qtbot: QtBot) -> None:
    row = filled.pane.list.row()
    assert row is not None
    menu = filled.row_menu(row)
    next(one for one in menu.actions() if one.text() == "Archive").trigger()
    qtbot.waitUntil(lambda: numbers(filled) == ["1", "0"])
    menu.deleteLater()


def test_the_sorting_is_chosen_from_a_menu(filled: OrdersPage, qtbot: QtBot) -> None:
    menu = filled.pane.sort_menu()
    next(one for one in menu.actions() if one.data() == "title").trigger()
    assert numbers(filled) == ["0", "2", "1"]
    menu.deleteLater()
