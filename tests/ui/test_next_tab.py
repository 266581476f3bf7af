from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from keepproof.domain.contact import Contact
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.services.log_contact import ContactForm, add_contact
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.alerts import Alert
from keepproof.ui.dialogs.call_card_dialog import CallCardDialog
from keepproof.ui.dialogs.contact_dialog import ContactDialog
from keepproof.ui.pages.next_tab import NextTab
from keepproof.ui.session import Session
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
Log = Callable[..., Contact]


@pytest.fixture
def clock(session: Session) -> dict[str, datetime]:
    """Hold the time of the session, to be moved."""
    time = {"now": session.now()}
    session.clock = lambda: time["now"]
    return time


@pytest.fixture
def order(do: Do, clock: dict[str, datetime]) -> Order:
    made: Order = do(make.log)
    do(lambda library: make.dispute(library, made.id, answered=True))
    return made


@pytest.fixture
def log(do: Do, order: Order, clock: dict[str, datetime]) -> Log:
    """Give a function that logs a contact of two hours ago."""

    def run(**changes: Any) -> Contact:
        form = replace(ContactForm(clock["now"] - timedelta(hours=2)), **changes)
        made: Contact = do(lambda library: add_contact(library, order.id, form, Ticket()))
        return made

    return run


@pytest.fixture
def tab(session: Session, order: Order, qtbot: QtBot) -> NextTab:
    made = NextTab(session)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.set_order(order.id)
    return made


def states(tab: NextTab) -> list[str]:
    return [card.state.text() for card in tab.ladder.cards if not card.isHidden()]


def dialog_of(tab: NextTab, qtbot: QtBot) -> ContactDialog:
    qtbot.waitUntil(lambda: bool(tab.findChildren(ContactDialog)))
    dialog = tab.findChildren(ContactDialog)[-1]
    qtbot.waitUntil(dialog.save_button.isEnabled)
    return dialog


def test_the_first_rung_is_the_step_now(tab: NextTab) -> None:
    first = tab.ladder.cards[0]
    assert (first.name.text(), first.state.text()) == ("商家旺旺", "Now")
    assert first.primary.isVisible()
    assert states(tab).count("Now") == 1


def test_a_logged_contact_moves_the_ladder_by_itself(tab: NextTab, log: Log, qtbot: QtBot) -> None:
    log(summary="属于正常现象", outcome="unsatisfied")
    qtbot.waitUntil(lambda: states(tab)[0].startswith("Done"))
    assert states(tab)[1] == "Now"
    assert "属于正常现象" in tab.ladder.cards[0].detail.text()
    assert tab.log.table.model().rowCount() == 1


def test_the_text_of_a_rung_is_asked_for(tab: NextTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.text_asked) as asked:
        tab.ladder.press(0)
    assert asked.args == ["merchant_chat"]


def test_passing_over_rungs_is_asked_about_gently(tab: NextTab, qtbot: QtBot) -> None:
    place = [one.channel.id for one in tab.view.rungs].index("12315") if tab.view else 0
    tab.ladder.press(place)
    alert = tab.findChild(Alert)
    assert alert is not None
    assert "商家旺旺" in alert.words.text()
    with qtbot.waitSignal(tab.text_asked) as asked:
        alert.accept()
    assert asked.args == ["12315"]


def test_a_way_without_a_text_logs_a_contact_on_it(tab: NextTab, log: Log, qtbot: QtBot) -> None:
    log(outcome="no_answer")
    qtbot.waitUntil(lambda: states(tab)[1] == "Now")
    tab.ladder.press(1)
    dialog = dialog_of(tab, qtbot)
    chosen = (dialog.fields.party.currentData(), dialog.fields.channel.currentData())
    assert chosen == ("platform", "robot")
    dialog.close()


def test_a_contact_is_logged_in_the_dialog(tab: NextTab, qtbot: QtBot, do: Do) -> None:
    tab.log.log_button.click()
    dialog = dialog_of(tab, qtbot)
    dialog.fields.summary.setPlainText("属于正常现象")
    dialog.fields.promise.setFocus()
    QTest.keyClicks(dialog.fields.promise, "48h")
    dialog.fields.soon[1].click()
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save_button.click()
    contact = saved.args[0]
    qtbot.waitUntil(lambda: tab.log.table.model().rowCount() == 1)
    promises = tab.view.course.commitments if tab.view else ()
    assert (contact.channel, contact.outcome) == ("merchant_chat", "promised")
    assert [one.due for one in promises] == [contact.at + timedelta(hours=48)]


def test_a_contact_is_changed_removed_and_brought_back(
    tab: NextTab, log: Log, session: Session, qtbot: QtBot
) -> None:
    contact = log(summary="first")
    qtbot.waitUntil(lambda: tab.log.table.model().rowCount() == 1)
    tab.log.table.choose(contact.id)
    QTest.keyClick(tab.log.table, Qt.Key.Key_Return)
    dialog = dialog_of(tab, qtbot)
    dialog.fields.summary.setPlainText("second")
    dialog.save_button.click()
    model = tab.log.table.model()
    qtbot.waitUntil(lambda: model.index(0, 3).data() == "second")
    tab.log.table.choose(contact.id)
    QTest.keyClick(tab.log.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    session.undo()
    qtbot.waitUntil(lambda: model.rowCount() == 1)


def test_a_promise_that_becomes_due_asks_whether_it_was_kept(
    tab: NextTab, log: Log, clock: dict[str, datetime], qtbot: QtBot
) -> None:
    due = clock["now"] + timedelta(hours=3)
    log(outcome="promised", promise="48 小时答复", due=due)
    qtbot.waitUntil(lambda: "48 小时答复" in tab.ladder.cards[0].detail.text())
    assert tab.promises.isHidden()
    clock["now"] = due
    tab.refresh()
    qtbot.waitUntil(tab.promises.isVisible)
    tab.promises.settled.emit(tab.promises._shown[0].id, "broken")
    qtbot.waitUntil(tab.promises.isHidden)
    qtbot.waitUntil(lambda: states(tab)[1] == "Now")


def test_the_menu_of_a_contact_settles_its_promise(tab: NextTab, log: Log, qtbot: QtBot) -> None:
    log(outcome="promised", promise="x", notes="记下", channel="call")
    qtbot.waitUntil(lambda: tab.log.table.model().rowCount() == 1)
    row = tab.view.rows[0] if tab.view else None
    assert row is not None
    menu = tab.log.row_menu(row)
    words = {one.text(): one for one in menu.actions() if one.text()}
    assert not words["The promise is still open"].isEnabled()
    assert "Open its evidence" in words
    words["The promise was kept"].trigger()
    qtbot.waitUntil(lambda: bool(tab.view and tab.view.rows[0].promises[0].state == "kept"))


def test_the_call_card_is_read_from_the_complaint(tab: NextTab) -> None:
    lines = tab.call.lines
    assert lines["number"].text() == "2690 1834 5572 0166 318"
    assert lines["problem"].text().startswith("页面写")
    assert lines["demand"].text().startswith("退货退款")


def test_the_call_card_is_shown_in_letters_to_be_read_from_afar(tab: NextTab, qtbot: QtBot) -> None:
    tab.call.large_button.click()
    large = tab.window().findChild(CallCardDialog)
    assert isinstance(large, CallCardDialog)
    assert large.lines[0].text() == tab.call.lines["number"].text()
    assert large.lines[0].font().pointSizeF() > tab.call.lines["number"].font().pointSizeF() * 1.3
    with qtbot.waitSignal(large.destroyed):
        large.close()


def test_a_call_is_timed_stopped_and_logged_with_its_notes(
    tab: NextTab, session: Session, clock: dict[str, datetime], qtbot: QtBot, order: Order
) -> None:
    tab.call.start_button.click()
    clock["now"] += timedelta(seconds=65)
    tab.call.answer_button.click()
    clock["now"] += timedelta(seconds=190)
    tab.call.notes.setPlainText("工号 37")
    tab.call.asks["ticket"].setChecked(True)
    assert tab.call.clock.text() == "04:15"
    tab.call.stop_button.click()
    dialog = dialog_of(tab, qtbot)
    assert (dialog.fields.waited.text(), dialog.fields.talked.text()) == ("01:05", "03:10")
    assert dialog.fields.notes.toPlainText() == "工号 37"
    with qtbot.waitSignal(dialog.saved):
        dialog.save_button.click()
    qtbot.waitUntil(lambda: bool(tab.view and tab.view.rows and tab.view.rows[0].proof))
    proof = tab.view.rows[0].proof if tab.view else None
    assert proof is not None
    assert proof.evidence.kind is EvidenceKind.CALL
    assert session.calls.draft(order.id).blank
    assert tab.call.notes.toPlainText() == ""


def test_the_clock_goes_on_while_another_order_is_looked_at(
    tab: NextTab, session: Session, clock: dict[str, datetime], do: Do, qtbot: QtBot, order: Order
) -> None:
    other: Order = do(lambda library: make.log(library, "2690183455720166319", "Y2"))
    tab.call.start_button.click()
    tab.call.notes.setPlainText("工号 37")
    with qtbot.waitSignal(tab.ready):
        tab.set_order(other.id)
    assert (tab.call.notes.toPlainText(), tab.call.clock.text()) == ("", "00:00")
    clock["now"] += timedelta(seconds=30)
    with qtbot.waitSignal(tab.ready):
        tab.set_order(order.id)
    assert (tab.call.notes.toPlainText(), tab.call.clock.text()) == ("工号 37", "00:30")
    session.calls.stop(order.id)


def test_the_cost_is_shown_at_the_rate_of_the_settings(
    tab: NextTab, session: Session, clock: dict[str, datetime], qtbot: QtBot
) -> None:
    assert "without your rate" in tab.call.state.text()
    session.settings.change(call_rate="0.15")
    tab.call.start_button.click()
    clock["now"] += timedelta(seconds=61)
    session.calls.ticked.emit()
    assert "¥0.30" in tab.call.state.text()
    session.settings.change(call_included=10)
    session.calls.ticked.emit()
    assert "in your plan" in tab.call.state.text()
    session.calls.stop(session.calls.running)


def test_without_a_problem_a_complaint_is_offered(session: Session, do: Do, qtbot: QtBot) -> None:
    plain: Order = do(make.log)
    made = NextTab(session)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.set_order(plain.id)
    with qtbot.waitSignal(made.issue_asked):
        made.ladder.start_button.click()
    assert made.ladder.cards == []
