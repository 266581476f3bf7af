from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading, ReadLine
from keepproof.library.library import Library
from keepproof.readers.rows import text_of
from keepproof.services.add_evidence import add_content
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.session import Session
from keepproof.ui.widgets.read_hints import ReadHints
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


def line(text: str, top: int) -> ReadLine:
    return ReadLine(text, (40, top, 40 + 40 * len(text), top + 44))


def keep(do: Do, order_id: str | None, *lines: ReadLine, kind: str = "") -> FiledEvidence:
    """Keep an item in which these lines were read."""

    def work(library: Library) -> Outcome[FiledEvidence]:
        kept = add_content(
            library,
            text_of(lines).encode(),
            "截图.txt",
            order_id=order_id,
            kind=None,
            origin="pasted",
            ticket=Ticket(),
        ).value.kept[0]
        library.readings.put(
            Reading(
                kept.evidence.sha256,
                "picture",
                text_of(lines),
                lines,
                kind,
                at=AT,
                facts={"width": "1080"},
            )
        )
        return Outcome(kept, Changes(evidence=frozenset({kept.evidence.id})))

    kept: FiledEvidence = do(work)
    return kept


@pytest.fixture
def hints(session: Session, qtbot: QtBot) -> ReadHints:
    made = ReadHints(session)
    qtbot.addWidget(made)
    return made


def show(hints: ReadHints, filed: FiledEvidence, qtbot: QtBot) -> dict[str, QPushButton]:
    """Show an item; give its buttons by their words or their accessible names."""
    with qtbot.waitSignal(hints.shown):
        hints.show_item(filed)
    return buttons(hints)


def buttons(hints: ReadHints) -> dict[str, QPushButton]:
    if hints._body is None:
        return {}
    found = hints._body.findChildren(QPushButton)
    return {one.accessibleName() or one.text(): one for one in found}


def order_now(do: Do, order: Order) -> Order:
    found: Order = do(lambda library: Outcome(library.orders.get(order.id), Changes()))
    return found


def test_nothing_read_shows_nothing(hints: ReadHints, do: Do, qtbot: QtBot) -> None:
    assert show(hints, keep(do, None, line("随便一句", 100)), qtbot) == {}
    assert hints.isHidden()


def test_a_value_shows_its_place_when_pressed(hints: ReadHints, do: Do, qtbot: QtBot) -> None:
    number = line("订单编号：2690183455720166319", 100)
    shown = show(hints, keep(do, None, number), qtbot)
    with qtbot.waitSignal(hints.marked) as marked:
        shown["Order number: 2690183455720166319"].click()
    assert marked.args == [(number.box,), 1080]


def test_nothing_is_entered_unless_asked_for(
    hints: ReadHints, do: Do, order: Order, qtbot: QtBot
) -> None:
    lines = (line(f"订单编号：{order.number}", 100), line("运费：¥8.00", 200))
    filed = keep(do, order.id, *lines)
    shown = show(hints, filed, qtbot)
    assert order_now(do, order).freight == order.freight
    with qtbot.waitSignal(hints.shown):
        shown["Enter in the order"].click()
    freight = order_now(do, order).freight
    assert freight is not None
    assert freight.plain() == "8.00"
    assert "Enter in the order" not in buttons(hints)


def test_what_would_be_replaced_is_shown_beside(
    hints: ReadHints, do: Do, order: Order, qtbot: QtBot
) -> None:
    filed = keep(do, order.id, line("实付款：¥3.90", 100))
    shown = show(hints, filed, qtbot)
    assert order.paid is not None
    said = [one.text() for one in hints.findChildren(QLabel)]
    assert f"The order says {order.paid.shown()}" in said
    assert "Enter in the order" not in shown
    with qtbot.waitSignal(hints.shown):
        shown["Put this in its place"].click()
    paid = order_now(do, order).paid
    assert paid is not None
    assert paid.plain() == "3.90"


def test_after_a_value_was_taken_over_the_keyboard_stays_with_the_hints(
    hints: ReadHints, do: Do, order: Order, qtbot: QtBot
) -> None:
    hints.show()
    qtbot.waitExposed(hints)
    filed = keep(do, order.id, line("实付款：¥3.90", 100), line("运费：¥8.00", 200))
    freight = show(hints, filed, qtbot)["Enter in the order"]
    freight.setFocus()
    with qtbot.waitSignal(hints.shown):
        qtbot.keyClick(freight, Qt.Key.Key_Space)
    focused = hints.focusWidget()
    assert focused is not None
    assert focused in buttons(hints).values()


def test_the_kind_can_be_set(hints: ReadHints, do: Do, qtbot: QtBot, session: Session) -> None:
    other = keep(do, None, line("加入购物车", 100), kind="listing")
    shown = show(hints, other, qtbot)
    with qtbot.waitSignal(session.events.changed):
        shown["Set this kind"].click()
    kind = do(lambda library: Outcome(library.evidence.get(other.evidence.id).kind, Changes()))
    assert kind is EvidenceKind.SNAPSHOT


def test_an_item_goes_into_the_order_whose_number_was_read(
    hints: ReadHints, do: Do, order: Order, qtbot: QtBot, session: Session
) -> None:
    filed = keep(do, None, line(f"订单编号：{order.number}", 100))
    shown = show(hints, filed, qtbot)
    with qtbot.waitSignal(session.events.changed):
        shown["File in this order"].click()
    ids = do(
        lambda library: Outcome(
            [one.evidence.id for one in library.evidence.of_order(order.id)], Changes()
        )
    )
    assert filed.evidence.id in ids


def test_what_the_order_says_already_has_no_button(
    hints: ReadHints, do: Do, order: Order, qtbot: QtBot
) -> None:
    filed = keep(do, order.id, line(f"订单编号：{order.number}", 100))
    shown = show(hints, filed, qtbot)
    assert list(shown) == [f"Order number: {order.number}"]


def test_it_shows_what_was_just_read(
    hints: ReadHints, do: Do, qtbot: QtBot, session: Session
) -> None:
    filed = keep(do, None, line("随便一句", 100))
    assert show(hints, filed, qtbot) == {}
    number = line("订单编号：2690183455720166319", 100)

    def work(library: Library) -> Outcome[None]:
        sha = filed.evidence.sha256
        library.readings.put(Reading(sha, "picture", number.text, (number,), at=AT))
        return Outcome(None, Changes(readings=frozenset({filed.evidence.id})))

    with qtbot.waitSignal(hints.shown):
        do(work)
    assert "Order number: 2690183455720166319" in buttons(hints)
