from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from keepproof.domain.money import Money
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ui.alerts import Alert
from keepproof.ui.dialogs.contact_dialog import ContactDialog
from keepproof.ui.session import Session
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
Open = Callable[[str], ContactDialog]


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def open_dialog(session: Session, qtbot: QtBot) -> Open:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def run(order_id: str = "") -> ContactDialog:
        dialog = ContactDialog(session, parent, order_id)
        dialog.open()
        qtbot.waitUntil(session.operations.idle)
        return dialog

    return run


@pytest.fixture
def dialog(open_dialog: Open, order: Order) -> ContactDialog:
    return open_dialog(order.id)


def choose(dialog: ContactDialog, name: str, value: str) -> None:
    box = getattr(dialog.fields, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def error_of(dialog: ContactDialog, name: str) -> str:
    return dialog.fields.fields[name]._error.text()


def test_it_begins_with_the_seller_by_chat_just_now(
    dialog: ContactDialog, session: Session
) -> None:
    form = dialog.fields.form()
    assert (form.party, form.channel, form.outcome) == ("merchant", "merchant_chat", "answered")
    assert abs(session.now() - form.at) < timedelta(minutes=1)


def test_the_party_brings_its_usual_way_and_the_way_its_party(dialog: ContactDialog) -> None:
    choose(dialog, "party", "platform")
    assert dialog.fields.channel.currentData() == "platform_chat"
    choose(dialog, "channel", "merchant_chat")
    assert dialog.fields.party.currentData() == "merchant"


def test_number_and_lengths_are_asked_of_calls_only(dialog: ContactDialog) -> None:
    assert dialog.fields.fields["number"].isHidden()
    choose(dialog, "channel", "call")
    assert dialog.fields.fields["number"].isVisible()
    assert dialog.fields.party.currentData() == "merchant"


def test_a_call_shows_what_it_costs_and_keeps_it(
    dialog: ContactDialog, session: Session, qtbot: QtBot
) -> None:
    session.settings.change(call_rate="0.15")
    choose(dialog, "channel", "call")
    dialog.fields.number.setText("95188")
    dialog.fields.talked.setText("3:10")
    assert "¥0.60" in dialog.fields.cost.text()
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    assert saved.args[0].cost == Money(60)


@pytest.mark.parametrize(
    ("field", "words"), [("at", "gestern"), ("due", "bald"), ("waited", "lange"), ("talked", "x")]
)
def test_what_makes_no_sense_is_said_at_its_field(
    dialog: ContactDialog, field: str, words: str
) -> None:
    choose(dialog, "channel", "call")
    edit = getattr(dialog.fields, field)
    line = getattr(edit, "line", edit)
    line.setText(words)
    line.textEdited.emit(words)
    dialog.save()
    assert error_of(dialog, field)
    assert dialog.isVisible()


def test_a_time_to_come_is_refused_at_its_field(dialog: ContactDialog, session: Session) -> None:
    dialog.fields.at.set_moment(session.now() + timedelta(days=2))
    dialog.save()
    assert error_of(dialog, "at")


def test_a_promise_without_words_is_refused_at_its_field(dialog: ContactDialog) -> None:
    choose(dialog, "outcome", "promised")
    dialog.save()
    assert error_of(dialog, "promise")


def test_a_due_date_without_a_year_lies_ahead(dialog: ContactDialog, session: Session) -> None:
    day = session.now() + timedelta(days=3)
    dialog.fields.due.line.setText(f"{day:%m-%d} 18:00")
    dialog.fields.due.line.textEdited.emit("")
    due = dialog.fields.form().due
    assert due is not None
    assert due.date() == day.date()


def test_untouched_it_closes_without_a_word(dialog: ContactDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        dialog.reject()


def test_what_was_typed_is_let_go_only_when_asked(dialog: ContactDialog, qtbot: QtBot) -> None:
    dialog.fields.summary.setPlainText("x")
    dialog.reject()
    alert = dialog.findChild(Alert)
    assert dialog.isVisible()
    assert alert is not None
    with qtbot.waitSignal(dialog.rejected):
        alert.accept()


def test_without_an_order_it_asks_which_disputed_ones_first(
    open_dialog: Open, do: Do, order: Order
) -> None:
    other: Order = do(lambda library: make.log(library, "2690183455720166319", "Y2"))
    do(lambda library: make.dispute(library, other.id))
    dialog = open_dialog("")
    assert dialog.order_field.isVisible()
    assert [dialog.order.itemData(row) for row in range(2)] == [other.id, order.id]
    dialog.close()


def test_without_any_order_nothing_can_be_saved(open_dialog: Open) -> None:
    dialog = open_dialog("")
    assert not dialog.save_button.isEnabled()
    assert "order first" in dialog.problem.text()
    dialog.close()
