"""A call, its promise, the reminder and the next rung, in the real window on a real library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from e2e.shopper import Shopper, text_of
from keepproof.domain.evidence import EvidenceKind
from keepproof.settings import Settings
from keepproof.ui.dialogs.contact_dialog import ContactDialog
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.pages.next_tab import NextTab
from keepproof.ui.pages.today_page import TodayPage
from keepproof.ui.start import Start

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ANSWERS = {"claim_text": "标准档续航 40 分钟", "actual": "8 分 06 秒自动停机"}


@pytest.fixture(params=["zh_CN", "en"])
def shopper(
    request: pytest.FixtureRequest, qtbot: QtBot, start_window: Callable[[Settings], Start]
) -> Shopper:
    return Shopper(qtbot, start_window, str(request.param))


@pytest.fixture
def clock(shopper: Shopper) -> dict[str, datetime]:
    """Hold the time of the window, to be moved."""
    session = shopper.start.session
    time = {"now": session.now()}
    session.clock = lambda: time["now"]
    session.reminders.timer.setInterval(10)
    return time


def next_steps(shopper: Shopper) -> NextTab:
    shopper.start.window.pages.show_tab("next")
    tab = shopper.shown(NextTab)
    shopper.qtbot.waitUntil(lambda: tab.view is not None and bool(tab.view.rungs))
    shopper.settle()
    return tab


def call_platform(shopper: Shopper, tab: NextTab, clock: dict[str, datetime]) -> ContactDialog:
    """Wait a minute, talk three, write along, hang up."""
    shopper.click(tab.call.start_button)
    clock["now"] += timedelta(seconds=60)
    shopper.click(tab.call.answer_button)
    clock["now"] += timedelta(seconds=180)
    tab.call.notes.setPlainText("工号 37，说 48 小时内答复")
    shopper.click(tab.call.stop_button)
    dialog = shopper.shown(ContactDialog)
    shopper.qtbot.waitUntil(dialog.save_button.isEnabled)
    return dialog


def test_a_promise_made_on_the_phone_leads_to_the_next_rung(
    shopper: Shopper, clock: dict[str, datetime]
) -> None:
    order_id = shopper.log_order()
    complaint = shopper.complain()
    for question, words in ANSWERS.items():
        shopper.answer(complaint, question, words)
    shopper.settle()
    tab = next_steps(shopper)

    dialog = call_platform(shopper, tab, clock)
    fields = dialog.fields
    assert (fields.waited.text(), fields.talked.text()) == ("01:00", "03:00")
    fields.party.setCurrentIndex(fields.party.findData("platform"))
    fields.promise.setText("48 小时内答复")
    fields.outcome.setCurrentIndex(fields.outcome.findData("promised"))
    shopper.click(fields.soon[1])
    due = fields.form().due
    assert due is not None
    shopper.click(dialog.save_button)
    shopper.qtbot.waitUntil(lambda: bool(tab.view and tab.view.rows))
    shopper.settle()
    proof = [one.evidence.kind for one in shopper.filed(order_id)]
    assert EvidenceKind.CALL in proof

    shopper.start.window.show_place("today")
    today = shopper.shown(TodayPage)
    assert today.due.isHidden()
    clock["now"] = due + timedelta(minutes=1)
    shopper.qtbot.waitUntil(today.due.isVisible)
    assert "48 小时内答复" in today.due.text.text()
    shopper.qtbot.waitUntil(lambda: today.groups["now"].model.rowCount() == 1)

    shopper.click(today.due.look_button)
    shopper.qtbot.waitUntil(tab.promises.isVisible)
    tab.promises.settled.emit(tab.promises._shown[0].id, "broken")
    shopper.qtbot.waitUntil(tab.promises.isHidden)
    shopper.settle()
    now = [card for card in tab.ladder.cards if card.isVisible() and card.primary.isVisible()]
    assert len(now) == 1
    shopper.click(now[0].primary)
    text = shopper.shown(ComplaintTab)
    shopper.qtbot.waitUntil(lambda: text.text.complaint is not None)
    shopper.settle()
    assert text_of(text).channel == "12315"
    told = [one.text for one in text_of(text).statements if one.id.startswith("contact.")]
    assert len(told) == 1
    assert "48 小时内答复" in told[0]


def test_a_call_that_is_going_when_the_window_closes_is_not_lost(
    shopper: Shopper, clock: dict[str, datetime]
) -> None:
    shopper.log_order()
    shopper.start.window.pages.show_tab("next")
    tab = shopper.shown(NextTab)
    shopper.qtbot.waitUntil(lambda: tab.view is not None)
    shopper.click(tab.call.start_button)
    clock["now"] += timedelta(seconds=90)
    tab.call.notes.setPlainText("工号 37")
    shopper.reopen(remembering=True)
    tab = shopper.shown(NextTab)
    shopper.qtbot.waitUntil(lambda: tab.view is not None)
    assert tab.call.notes.toPlainText() == "工号 37"
    assert tab.call.clock.text() == "01:30"
    assert tab.call.log_button.isVisible()


def test_a_contact_is_logged_from_any_page_in_two_steps(shopper: Shopper) -> None:
    shopper.log_order()
    shopper.start.window.show_place("evidence")
    shopper.start.commands.actions["log_contact"].trigger()
    dialog = shopper.shown(ContactDialog)
    shopper.qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.fields.summary.setPlainText("属于正常现象")
    shopper.click(dialog.save_button)
    shopper.settle()
    assert [one.summary for one in shopper.ask(lambda library: library.contacts.all())] == [
        "属于正常现象"
    ]
