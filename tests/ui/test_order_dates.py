from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from keepproof.domain.claim import ClaimEvent
from keepproof.domain.dispute import Dispute
from keepproof.domain.order import Moments, Order
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.services.record_claim import record_event
from keepproof.services.views import OrderView, order_page
from keepproof.ticket import Ticket
from keepproof.ui import labels_deadlines, labels_orders
from keepproof.ui.dialogs.claim_event_dialog import ClaimEventDialog
from keepproof.ui.dialogs.countdown_dialog import CountdownDialog
from keepproof.ui.models.care_model import CareModel
from keepproof.ui.models.deadlines_model import DEADLINE_ROLE, STATE_ROLE, DeadlinesModel
from keepproof.ui.pages.order_overview_dates import DatesRow
from keepproof.ui.session import Session
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[..., Any]
CHINA = ZoneInfo("Asia/Shanghai")


def came(library: Library, order: Order) -> Outcome[None]:
    """Let the parcel of an order have come two days ago."""
    now = library.now()
    moments = Moments(
        paid=now - timedelta(days=6),
        shipped=now - timedelta(days=5),
        signed=now - timedelta(days=2),
    )
    library.orders.replace(replace(order, moments=moments))
    return Outcome(None, make.log(library, "2690183455720169999").changes)


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    do(lambda library: came(library, made))
    return made


@pytest.fixture
def dispute(do: Do, order: Order) -> Dispute:
    made: Dispute = do(lambda library: make.dispute(library, order.id))
    return made


@pytest.fixture
def show(qtbot: QtBot, session: Session, order: Order) -> Callable[[], DatesRow]:
    row = DatesRow(session)
    qtbot.addWidget(row)

    def again() -> DatesRow:
        found: list[OrderView] = []
        book = session.book
        session.operations.read(
            row, lambda library, _: order_page(library, order.id, book), found.append
        )
        qtbot.waitUntil(lambda: bool(found))
        row.set_view(found[0])
        qtbot.waitUntil(session.operations.idle)
        return row

    return again


def rows(row: DatesRow) -> dict[str, Any]:
    model = row.deadlines.model
    found = [model.index(at).data(DEADLINE_ROLE) for at in range(model.rowCount())]
    return {one.id: one for one in found}


def test_a_parcel_that_came_has_deadlines_and_things_to_check(show: Callable[[], DatesRow]) -> None:
    row = show()
    assert "seven_day_window" in rows(row)
    assert row.care.model.rowCount() == 4
    assert not row.care.more.isHidden()


def test_more_is_shown_when_asked(show: Callable[[], DatesRow]) -> None:
    row = show()
    row.care.more.click()
    assert row.care.model.rowCount() > 4
    assert row.care.more.isHidden()


def test_without_a_dispute_nothing_can_be_recorded(show: Callable[[], DatesRow]) -> None:
    row = show()
    assert row.deadlines.record_button.isHidden()


def test_what_is_ticked_is_stored(
    qtbot: QtBot, show: Callable[[], DatesRow], session: Session
) -> None:
    row = show()
    model = row.care.model
    first = model.index(0)
    prompt = str(first.data())
    assert model.setData(first, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    qtbot.waitUntil(session.operations.idle)
    row = show()
    row.care.more.click()
    ticked = [
        str(model.index(at).data())
        for at in range(model.rowCount())
        if model.index(at).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    ]
    assert any(prompt.split("\n", maxsplit=1)[0] in one for one in ticked)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_keyboard_ticks_and_stays_where_it_was(
    qtbot: QtBot, show: Callable[[], DatesRow], session: Session, key: Qt.Key
) -> None:
    row = show()
    row.show()
    care = row.care.list
    care.setFocus()
    qtbot.waitUntil(care.hasFocus)
    care.setCurrentIndex(row.care.model.index(1, 0))
    with qtbot.waitSignal(row.care.model.ticked) as ticked:
        qtbot.keyClick(care, key)
    assert ticked.args[1] is True
    qtbot.waitUntil(session.operations.idle)
    show()
    assert care.currentIndex().row() == 1


def test_the_countdown_of_the_page_comes_before_the_rule_until_it_is_forgotten(
    qtbot: QtBot, show: Callable[[], DatesRow], session: Session, dispute: Dispute, do: Do
) -> None:
    at = datetime.now(UTC) - timedelta(hours=20)
    event = ClaimEvent("", dispute.id, "applied", at, "return", "received")
    do(lambda library: record_event(library, event, Ticket()))
    row = show()
    rule = rows(row)["seller_answers"]
    row.deadlines.copy_countdown(rule)
    dialog = row.window().findChild(CountdownDialog)
    assert isinstance(dialog, CountdownDialog)
    dialog.line.setText("1天23小时")
    dialog.save()
    qtbot.waitUntil(session.operations.idle)
    page = rows(show())["seller_answers"]
    assert (page.origin, page.due > rule.due) == ("page", True)
    row.deadlines.forget_countdown(page)
    qtbot.waitUntil(session.operations.idle)
    assert rows(show())["seller_answers"].due == rule.due


def test_what_happened_is_recorded_from_the_dialog(
    qtbot: QtBot, show: Callable[[], DatesRow], session: Session, dispute: Dispute
) -> None:
    dialog = ClaimEventDialog(session, dispute.id, CHINA)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.claims.setCurrentIndex(dialog.claims.findData("return"))
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()
    assert "seller_answers" in rows(show())


def test_a_moment_that_cannot_be_is_said(qtbot: QtBot, session: Session, dispute: Dispute) -> None:
    dialog = ClaimEventDialog(session, dispute.id, CHINA)
    qtbot.addWidget(dialog)
    dialog.at.line.setText("when it rained")
    dialog.at.line.textEdited.emit("when it rained")
    dialog.save()
    assert not dialog._wrong.isHidden()
    dialog.at.set_moment(datetime.now(CHINA) + timedelta(days=3))
    dialog.save()
    before = dialog._wrong.text()
    qtbot.waitUntil(lambda: dialog._wrong.text() != before)
    assert dialog.save_button.isEnabled()


def test_only_a_request_is_asked_what_it_asks_for(
    qtbot: QtBot, session: Session, dispute: Dispute
) -> None:
    dialog = ClaimEventDialog(session, dispute.id, CHINA)
    qtbot.addWidget(dialog)
    dialog.kinds.setCurrentIndex(dialog.kinds.findData("refused"))
    assert dialog._rows["claim"].isHidden()


def test_the_models_are_sound(show: Callable[[], DatesRow], session: Session) -> None:
    for model in (DeadlinesModel("zh"), CareModel("zh")):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = show()
    index = row.deadlines.model.index(0)
    words, tone = index.data(STATE_ROLE)
    assert words
    assert tone in {"ok", "warn", "bad", "mute"}
    assert words in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(days=3), "3 day(s) left"),
        (timedelta(hours=47, minutes=59), "47 hour(s) left"),
        (timedelta(minutes=59), "59 minute(s) left"),
        (-timedelta(hours=2), "over for 2 hour(s)"),
    ],
)
def test_time_left_is_told_in_the_unit_that_says_enough(left: timedelta, words: str) -> None:
    now = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    assert labels_deadlines.TimeLeft().words(now + left, now) == words


def test_a_deadline_keeps_its_hour_in_another_year() -> None:
    at = datetime(datetime.now(UTC).year + 1, 1, 3, 10, 2, tzinfo=UTC)
    assert labels_orders.due_time(at).endswith("01-03 10:02")
    assert labels_orders.due_time(at).startswith(str(at.year))
