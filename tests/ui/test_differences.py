from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading
from keepproof.library.library import Library
from keepproof.services import contradictions, views
from keepproof.services.add_evidence import add_content
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.pages.order_overview import OrderOverview
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.difference_panel import DifferencePanel
from keepproof.ui.widgets.label import Label
from ui import order_library
from ui.complaint_desk import text_of
from ui.order_library import NUMBER

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
LEFT = Qt.MouseButton.LeftButton
PAGE = f"订单编号：{NUMBER}\n实付款 ￥1,199.00\n付款时间：2026-11-11 09:00:00\n运费 ￥5.00\n"


def page(library: Library, order_id: str, text: str = PAGE) -> Outcome[str]:
    """Keep an order page under an order, and take it as read."""
    done = add_content(
        library,
        text.encode(),
        "page.txt",
        order_id=order_id,
        kind=EvidenceKind.ORDER_SHOT,
        origin="pasted",
        ticket=Ticket(),
    )
    item = done.value.kept[0].evidence
    library.readings.put(Reading(item.sha256, "text", text))
    return Outcome(item.id, done.changes)


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(order_library.log)
    return made


@pytest.fixture
def evidence(do: Do, order: Order) -> str:
    return str(do(lambda library: page(library, order.id)))


@pytest.fixture
def panel(session: Session, qtbot: QtBot, order: Order, evidence: str) -> DifferencePanel:
    made = DifferencePanel(session, 3)
    qtbot.addWidget(made)
    made.set_order(order.id)
    qtbot.waitUntil(lambda: len(made.rows()) == 2)
    return made


def stored(session: Session, qtbot: QtBot, order_id: str) -> Order:
    found: list[Order] = []
    session.operations.read(session, lambda library, _: library.orders.get(order_id), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_both_values_and_their_sources_are_shown(panel: DifferencePanel) -> None:
    first = panel.rows()[0]
    for words in ("¥1,299.00", "¥1,199.00", "证据1", "2"):
        assert words in first.text.text()
    assert first.accessibleName() == first.text.text()


def test_the_exact_words_are_quoted_only_where_they_say_more(
    session: Session, qtbot: QtBot, do: Do, order: Order
) -> None:
    text = f"订单编号：{NUMBER}\n实付款 ￥1,199.00\n付款时间：2026年11月11日 09:00\n"
    do(lambda library: page(library, order.id, text))
    made = DifferencePanel(session, 3)
    qtbot.addWidget(made)
    made.set_order(order.id)
    qtbot.waitUntil(lambda: len(made.rows()) == 2)
    quoted = [
        [
            one.text()
            for one in row.findChildren(Label)
            if "原文" in one.text() or "says" in one.text()
        ]
        for row in made.rows()
    ]
    assert quoted[0] == []
    assert "2026年11月11日" in quoted[1][0]


def test_one_click_takes_a_value_over_and_undo_takes_it_back(
    panel: DifferencePanel, session: Session, qtbot: QtBot, order: Order
) -> None:
    qtbot.mouseClick(panel.rows()[0].take, LEFT)
    qtbot.waitUntil(lambda: len(panel.rows()) == 1)
    assert stored(session, qtbot, order.id).paid == Money(119900)
    session.undo()
    qtbot.waitUntil(lambda: len(panel.rows()) == 2)
    assert stored(session, qtbot, order.id).paid == Money(129900)


def test_one_click_dismisses_and_undo_shows_it_again(
    panel: DifferencePanel, session: Session, qtbot: QtBot, order: Order
) -> None:
    qtbot.mouseClick(panel.rows()[1].leave, LEFT)
    qtbot.waitUntil(lambda: len(panel.rows()) == 1)
    assert stored(session, qtbot, order.id) == order
    session.undo()
    qtbot.waitUntil(lambda: len(panel.rows()) == 2)


def test_the_evidence_is_one_click_away(
    panel: DifferencePanel, session: Session, qtbot: QtBot, evidence: str
) -> None:
    with qtbot.waitSignal(session.evidence_requested) as asked:
        qtbot.mouseClick(panel.rows()[0].look, LEFT)
    assert asked.args == [evidence]


def test_what_is_read_later_is_noticed(
    session: Session, qtbot: QtBot, do: Do, order: Order
) -> None:
    made = DifferencePanel(session, 3)
    qtbot.addWidget(made)
    made.set_order(order.id)
    qtbot.waitUntil(session.operations.idle)
    assert made.isHidden()
    do(lambda library: page(library, order.id))
    qtbot.waitUntil(lambda: len(made.rows()) == 2)


def test_where_there_is_no_room_they_are_counted_and_open_on_request(
    panel: DifferencePanel, qtbot: QtBot
) -> None:
    panel.set_tight(tight=True)
    assert panel.rows() == []
    assert not panel.isHidden()
    panel.show()
    (more,) = [one for one in panel.findChildren(Button) if one.isVisible()]
    qtbot.mouseClick(more, LEFT)
    assert len(panel.rows()) == 2


def test_an_order_that_is_gone_leaves_an_empty_panel(
    session: Session, qtbot: QtBot, panel: DifferencePanel
) -> None:
    panel.set_order("nobody")
    qtbot.waitUntil(session.operations.idle)
    assert panel.isHidden()


def test_the_overview_of_an_order_shows_them(
    session: Session, qtbot: QtBot, order: Order, evidence: str
) -> None:
    overview = OrderOverview(session)
    qtbot.addWidget(overview)
    seen: list[views.OrderView] = []
    session.operations.read(
        session, lambda library, _: views.order_page(library, order.id, session.book), seen.append
    )
    qtbot.waitUntil(lambda: bool(seen))
    overview.set_view(seen[0])
    qtbot.waitUntil(lambda: len(overview.differences.rows()) == 2)


def test_the_complaint_shows_them_before_it_is_copied_and_follows_the_value(
    session: Session, qtbot: QtBot, do: Do, order: Order, evidence: str
) -> None:
    do(lambda library: order_library_dispute(library, order.id))
    tab = ComplaintTab(session)
    qtbot.addWidget(tab)
    tab.resize(1240, 900)
    tab.show()
    with qtbot.waitSignal(tab.ready):
        tab.set_order(order.id)
    qtbot.waitUntil(lambda: len(tab.text.differences.rows()) == 1)
    tab.text.differences.rows()[0].take.click()
    qtbot.waitUntil(lambda: "1199" in text_of(tab).replace(",", ""))


def order_library_dispute(library: Library, order_id: str) -> Outcome[Any]:
    made = order_library.dispute(library, order_id, answered=True)
    assert contradictions.gather(library, order_id).said
    return made
