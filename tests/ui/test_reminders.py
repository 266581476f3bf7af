from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.services.log_contact import ContactForm, add_contact, settle
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.session import Session
from keepproof.ui.widgets.due_banner import DueBanner
from ui import order_library as make

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def clock(session: Session) -> dict[str, datetime]:
    """Hold the time of the session, to be moved."""
    time = {"now": session.now()}
    session.clock = lambda: time["now"]
    return time


@pytest.fixture
def due(do: Do, clock: dict[str, datetime]) -> datetime:
    """Log a promise that is due in three hours."""
    order: Order = do(make.log)
    at = clock["now"] + timedelta(hours=3)
    form = ContactForm(clock["now"], outcome="promised", promise="24 小时内退款", due=at)
    do(lambda library: add_contact(library, order.id, form, Ticket()))
    return at


@pytest.fixture
def watched(session: Session, due: datetime, qtbot: QtBot) -> Session:
    session.reminders.timer.setInterval(5)
    session.reminders.begin()
    qtbot.waitUntil(lambda: bool(session.reminders._ringing))
    return session


def test_a_promise_is_told_when_the_clock_reaches_it(
    watched: Session, clock: dict[str, datetime], due: datetime, qtbot: QtBot
) -> None:
    assert not watched.reminders.over
    with qtbot.waitSignals([watched.status, watched.reminders.came, watched.events.changed]):
        clock["now"] = due
    assert ["24 小时内退款" in watched.reminders.words(one) for one in watched.reminders.over] == [
        True
    ]


def test_it_is_told_once(
    watched: Session, clock: dict[str, datetime], due: datetime, qtbot: QtBot
) -> None:
    told: list[str] = []
    watched.status.connect(told.append)
    with qtbot.waitSignal(watched.reminders.came):
        clock["now"] = due
    clock["now"] = due - timedelta(hours=1)
    qtbot.waitUntil(lambda: not watched.reminders.over)
    clock["now"] = due
    qtbot.waitUntil(lambda: bool(watched.reminders.over))
    assert len(told) == 1


def test_the_banner_shows_it_until_it_is_let_go(
    watched: Session, clock: dict[str, datetime], due: datetime, qtbot: QtBot
) -> None:
    banner = DueBanner(watched)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    clock["now"] = due
    qtbot.waitUntil(lambda: not banner.isHidden())
    with qtbot.waitSignal(watched.order_requested) as asked:
        banner.look_button.click()
    assert asked.args[1] == "next"
    banner.dismiss_button.click()
    assert banner.isHidden()


def test_a_promise_that_is_settled_is_no_longer_shown(
    watched: Session, clock: dict[str, datetime], due: datetime, qtbot: QtBot, do: Do
) -> None:
    clock["now"] = due
    qtbot.waitUntil(lambda: bool(watched.reminders.over))
    promise = watched.reminders.over[0].commitment
    assert promise is not None
    do(lambda library: settle(library, promise.id, "kept", due, Ticket()))
    qtbot.waitUntil(lambda: not watched.reminders.over)


def test_what_is_due_in_a_library_is_told_when_it_opens(
    session: Session, clock: dict[str, datetime], due: datetime, qtbot: QtBot
) -> None:
    clock["now"] = due + timedelta(days=1)
    with qtbot.waitSignal(session.reminders.came):
        session.reminders.begin()
