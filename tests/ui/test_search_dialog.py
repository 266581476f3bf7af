from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.reading import Reading
from keepproof.library.library import Library
from keepproof.paths import user_paths
from keepproof.services.add_evidence import add_content
from keepproof.services.outcome import Outcome
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui import theme
from keepproof.ui.dialogs.search_dialog import SearchDialog
from keepproof.ui.indexing import Indexing
from keepproof.ui.pages.chat_tab import ChatTab
from keepproof.ui.session import Session
from keepproof.ui.start import Start
from keepproof.ui.widgets.search_delegate import shifted
from ui import order_library as make

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(session: Session, window: QWidget, qtbot: QtBot) -> SearchDialog:
    made = SearchDialog(session, window)  # goes with its parent, or when it is closed
    made.open()
    qtbot.waitExposed(made)
    return made


def shown(dialog: SearchDialog) -> list[str]:
    return [str(dialog.model.index(row).data()) for row in range(dialog.model.rowCount())]


def test_before_anything_is_asked_it_says_what_can_be_found(dialog: SearchDialog) -> None:
    assert dialog.empty.isVisible()
    assert (dialog.model.rowCount(), dialog.note.text()) == (0, "")


def test_results_come_while_typing_and_the_first_is_chosen(
    dialog: SearchDialog, order: Order, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.field, order.number[-6:])
    qtbot.waitUntil(lambda: shown(dialog) == [order.title])
    assert (dialog.list.isVisible(), dialog.list.currentIndex().row()) == (True, 0)


def test_arrows_choose_and_enter_opens(dialog: SearchDialog, order: Order, qtbot: QtBot) -> None:
    dialog.field.setText(order.shop)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(dialog.field, key)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert chosen.args[0].type == "merchant"
    assert not dialog.isVisible()


def test_a_closed_search_hears_of_no_change(dialog: SearchDialog, do: Do, qtbot: QtBot) -> None:
    dialog.field.setText("退款")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    with qtbot.captureExceptions() as exceptions:
        do(make.log)
    assert exceptions == []


def test_a_stale_answer_is_dropped(dialog: SearchDialog, order: Order, qtbot: QtBot) -> None:
    dialog.field.setText(order.number)
    dialog._look()
    dialog.field.clear()
    qtbot.waitUntil(dialog._session.operations.idle)
    assert (dialog.model.rowCount(), dialog.empty.isVisible()) == (0, True)


def test_nothing_found_and_nothing_to_look_for_are_said(dialog: SearchDialog, qtbot: QtBot) -> None:
    dialog.field.setText("没有这个词")
    qtbot.waitUntil(lambda: dialog.empty._title.text() == "Nothing found")
    dialog.field.setText("-退款")
    qtbot.waitUntil(lambda: dialog.empty._title.text() == "This cannot be looked for yet")
    assert "退款 -运费" in dialog.empty._text.text()


def test_what_is_read_meanwhile_joins_the_results(
    dialog: SearchDialog, order: Order, do: Do, qtbot: QtBot
) -> None:
    kept: FiledEvidence = do(lambda library: make.keep(library, order.id, EvidenceKind.PHOTO))
    dialog.field.setText("包裹破损")
    qtbot.waitUntil(lambda: dialog.empty._title.text() == "Nothing found")

    def read(library: Library) -> Outcome[None]:
        library.readings.put(Reading(kept.evidence.sha256, "picture", "包裹破损"))
        return Outcome(None, Changes(evidence=frozenset({kept.evidence.id})))

    do(read)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)


def test_what_changes_after_it_was_closed_is_none_of_its_business(
    dialog: SearchDialog, do: Do, qtbot: QtBot
) -> None:
    dialog.field.setText("吸尘器")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    with qtbot.captureExceptions() as caught:
        do(make.log)
    assert caught == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_found_words_are_marked(
    look: str, qapp: QApplication, dialog: SearchDialog, order: Order, qtbot: QtBot
) -> None:
    theme.apply(qapp, look, 100)
    dialog.field.setText(order.title[:2])
    qtbot.waitUntil(lambda: dialog.model.rowCount() >= 1)
    picture = QPixmap(dialog.list.viewport().size())
    dialog.list.viewport().render(picture)
    image = picture.toImage()
    colors = {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width(), 2)
        for y in range(min(image.height(), 90))
    }
    assert theme.color("mark").name() in colors


def test_a_long_text_begins_shortly_before_its_first_mark(qtbot: QtBot) -> None:
    metrics = QFontMetrics(theme.font("body"))
    words, ranges = shifted("字" * 300 + "退款", ((300, 302),), metrics, 200)
    assert (words, words[slice(*ranges[0])]) == ("…字字字字字字退款", "退款")


def test_the_index_follows_when_it_is_calm(
    session: Session, do: Do, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keepproof.ui.indexing.CALM_MS", 0)
    indexing = Indexing(session, session)
    do(make.log)
    left: list[int] = []

    def ask() -> bool:
        session.operations.read(session, lambda library, _: library.search.pending(), left.append)
        return left[-1:] == [0]

    qtbot.waitUntil(ask)
    indexing.deleteLater()


@pytest.fixture
def logged(own_home: Path) -> tuple[Order, FiledEvidence]:
    """Log an order with a photo that has a note, before the window opens."""
    with Library.open(user_paths().library) as library:
        order = make.log(library).value
        kept = make.keep(library, order.id, EvidenceKind.PHOTO).value
        library.evidence.replace(replace(kept.evidence, note="左边有裂缝"))
    return order, kept


def ask(start: Start, words: str, qtbot: QtBot, *, down: int = 0) -> None:
    """Press Ctrl+K, type and open the first result."""
    start.commands.actions["search"].trigger()
    (dialog,) = (one for one in start.window.findChildren(SearchDialog) if one.isVisible())
    dialog.field.setText(words)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > down)
    for _ in range(down):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(start.session.operations.idle)


def test_a_result_leads_to_its_place(
    start_window: Callable[..., Start], qtbot: QtBot, logged: tuple[Order, FiledEvidence]
) -> None:
    order, kept = logged
    start = start_window(Settings(language="en"))
    pages = start.window.pages
    ask(start, order.number[-6:], qtbot)
    assert (pages.place(), pages.orders().detail.order_id) == ("orders", order.id)
    start.session.place_requested.emit("today")
    ask(start, order.shop, qtbot, down=1)
    qtbot.waitUntil(lambda: pages.orders().pane.search.text() == order.shop)
    ask(start, "裂缝", qtbot)
    qtbot.waitUntil(lambda: pages.place() == "evidence" and bool(pages.evidence().grid.chosen()))
    assert pages.evidence().grid.chosen()[0].evidence.id == kept.evidence.id


def test_words_of_a_chat_lead_to_the_chat_and_are_marked_there(
    start_window: Callable[..., Start], qtbot: QtBot, logged: tuple[Order, FiledEvidence]
) -> None:
    order, _ = logged
    with Library.open(user_paths().library) as library:
        lines = "澄屿家电旗舰店:小七 2026-11-16 9:15:55\n亲，明天给您补发\n"
        kept = add_content(
            library,
            lines.encode(),
            "旺旺.txt",
            order_id=order.id,
            kind=EvidenceKind.CHAT,
            origin="pasted",
            ticket=Ticket(),
        ).value.kept[0]
        library.readings.put(Reading(kept.evidence.sha256, "text", lines))
    start = start_window(Settings(language="en"))
    ask(start, "補發", qtbot)
    detail = start.window.pages.orders().detail
    qtbot.waitUntil(lambda: detail.tab == "chat")
    (chat,) = detail.findChildren(ChatTab)
    qtbot.waitUntil(chat.ready)
    qtbot.waitUntil(lambda: chat.head.search.text() == "补发")
