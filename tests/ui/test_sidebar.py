from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.session import Session
from keepproof.ui.sidebar import SideBar
from keepproof.ui.work_tray import WorkTray
from ui import order_library as make

# The offscreen platform says so of every window and means no harm.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> SideBar:
    made = SideBar(session)
    qtbot.addWidget(made)
    return made


def counted(bar: SideBar, qtbot: QtBot) -> SideBar:
    with qtbot.waitSignal(bar.counted):
        bar.refresh()
    return bar


def test_nothing_kept_is_said_as_such(bar: SideBar, qtbot: QtBot) -> None:
    assert counted(bar, qtbot).integrity.text() == "No evidence yet"


def test_what_was_never_checked_is_not_called_unchanged(
    bar: SideBar, order: Order, do: Do, qtbot: QtBot
) -> None:
    do(lambda library: make.keep(library, order.id, EvidenceKind.CHAT))
    assert counted(bar, qtbot).integrity.text() == "1 item(s) kept"


def test_a_check_is_told_with_its_time(bar: SideBar, order: Order, do: Do, qtbot: QtBot) -> None:
    kept: FiledEvidence = do(lambda library: make.keep(library, order.id, EvidenceKind.CHAT))

    def check(library: Library) -> Outcome[None]:
        library.evidence.note_checks([(kept.evidence.id, "intact")], library.now())
        library.custody.record("library.verified", "library", checked=1)
        return Outcome(None, Changes())

    do(check)
    counted(bar, qtbot)
    assert bar.integrity.text() == "1 unchanged since import"
    assert "Last checked 20" in bar.integrity.toolTip()


def test_what_is_gone_is_told(bar: SideBar, order: Order, do: Do, qtbot: QtBot) -> None:
    kept: FiledEvidence = do(lambda library: make.keep(library, order.id, EvidenceKind.CHAT))

    def lose(library: Library) -> Outcome[None]:
        library.evidence.note_checks([(kept.evidence.id, "missing")], library.now())
        return Outcome(None, Changes())

    do(lose)
    assert counted(bar, qtbot).integrity.text() == "1 item(s) missing or different"


def test_open_disputes_are_listed_with_their_state(
    bar: SideBar, order: Order, do: Do, qtbot: QtBot, session: Session
) -> None:
    do(lambda library: make.dispute(library, order.id))
    counted(bar, qtbot)
    row = bar.disputes[0]
    assert row.accessibleName().startswith("X1 无线吸尘器 ")
    with qtbot.waitSignal(session.order_requested) as asked:
        row.click()
    assert asked.args == [order.id, "overview"]


def test_the_integrity_line_asks_for_a_check(bar: SideBar, qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.verify_requested):
        bar.integrity.click()


@pytest.fixture
def tray(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> WorkTray:
    monkeypatch.setattr("keepproof.ui.work_tray.SHOWN_AFTER_MS", 0)
    made = WorkTray(session.operations)
    qtbot.addWidget(made)
    return made


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    tray: WorkTray, session: Session, qtbot: QtBot
) -> None:
    go = threading.Event()

    def work(library: Library, ticket: Ticket) -> Outcome[None]:
        ticket.step(5, 8, "VID_20261115.mp4")
        go.wait(10)
        while True:
            ticket.check()

    session.operations.write(session, work, progress="Importing")
    card = tray.cards()[0]
    qtbot.waitUntil(lambda: card.bar.value() > 0 and card.isVisible())
    assert card.bar.value() / card.bar.maximum() == pytest.approx(5 / 8)
    with qtbot.waitSignal(session.operations.ended):
        card.cancel.click()
        go.set()
    assert (tray.cards(), tray.isVisible()) == ([], False)


def test_short_work_shows_nothing(
    tray: WorkTray, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keepproof.ui.work_tray.SHOWN_AFTER_MS", 60_000)
    with qtbot.waitSignal(session.operations.ended):
        session.operations.write(
            session, lambda library, _: Outcome(None, Changes()), progress="Importing"
        )
    assert not tray.isVisible()


def test_words_read_in_the_background_count_nothing_again(
    bar: SideBar, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(session.operations, "read", lambda *work: asked.append(work))
    session.events.changed.emit(Changes(readings=frozenset({"x"})))
    assert not asked
    session.events.changed.emit(Changes(orders=frozenset({"x"})))
    assert asked
