"""Screenshots of a chat in the chat tab: shown as read from a picture, quoted only when compared with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fixtures.shots import LEFT, TALK, keep_shot, read_shot
from keepproof.domain.changes import Changes
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.quote import Quote
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.services.quote_messages import quotes_of
from keepproof.ui.pages.chat_tab import ChatTab
from keepproof.ui.session import Session
from ui import order_library as make
from ui.test_chat_tab import NONE, show, tick

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]


@pytest.fixture
def order(do: Do) -> Order:
    made: Order = do(make.log)
    return made


@pytest.fixture
def shot(do: Do, order: Order) -> FiledEvidence:
    do(lambda library: make.dispute(library, order.id))
    kept: FiledEvidence = do(lambda library: keep_shot(library, order.id, "聊天截图", *TALK))
    return kept


@pytest.fixture
def tab(session: Session, order: Order, shot: FiledEvidence, qtbot: QtBot) -> ChatTab:
    assert shot.number
    made = show(session, order, qtbot)
    qtbot.waitUntil(made.ready)
    return made


def quotes(do: Do, order: Order) -> tuple[Quote, ...]:
    def work(library: Library) -> Outcome[tuple[Quote, ...]]:
        dispute = library.disputes.of_order(order.id)[-1]
        return Outcome(quotes_of(library, dispute.id), NONE)

    found: tuple[Quote, ...] = do(work)
    return found


def read_again(do: Do, shot: FiledEvidence, words: str) -> None:
    def work(library: Library) -> Outcome[None]:
        read_shot(library, shot, *TALK[:2], (LEFT, words), TALK[3])
        return Outcome(None, Changes(readings=frozenset({shot.evidence.id})))

    do(work)


def notices(tab: ChatTab) -> list[str]:
    rows = [tab.model.row_at(tab.model.index(at)) for at in range(tab.model.rowCount())]
    return [row.words for row in rows if row is not None and row.kind == "notice"]


def test_it_says_that_the_words_were_read_and_counts_no_lines(tab: ChatTab) -> None:
    assert len(notices(tab)) == 1
    assert "截图里识别" in notices(tab)[0]
    row = tab.model.row_at(tab.model.index_of(1))
    assert row is not None
    assert tab.model.message(row).source == ""


def test_only_what_was_compared_is_quoted(
    tab: ChatTab, do: Do, order: Order, shot: FiledEvidence, qtbot: QtBot
) -> None:
    tick(tab, 1)
    assert tab.side.compared.isVisibleTo(tab.side)
    assert not tab.side.quote_button.isEnabled()
    assert not tab.side.excerpt_button.isEnabled()

    tab.side.compared.setChecked(True)
    qtbot.mouseClick(tab.side.quote_button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not tab.side.compared.isVisibleTo(tab.side))
    (one,) = quotes(do, order)
    assert (one.text, one.said_at) == ("亲，四十八小时内发货", "昨天 20:58")
    assert one.evidence_id == shot.evidence.id


def test_another_tick_asks_to_compare_again(tab: ChatTab) -> None:
    tick(tab, 1)
    tab.side.compared.setChecked(True)

    tick(tab, 2)

    assert not tab.side.compared.isChecked()
    assert not tab.side.quote_button.isEnabled()


def test_words_read_otherwise_untick_and_say_so_but_stay_quoted(
    tab: ChatTab, do: Do, order: Order, shot: FiledEvidence, qtbot: QtBot
) -> None:
    tick(tab, 1)
    tab.side.compared.setChecked(True)
    qtbot.mouseClick(tab.side.quote_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.side.compared.isVisibleTo(tab.side))

    read_again(do, shot, "亲，四十天内发货")

    qtbot.waitUntil(lambda: len(notices(tab)) > 1)
    assert "四十八小时" in notices(tab)[-1]
    assert tab.model.chosen() == []
    assert [(one.text, one.stale) for one in quotes(do, order)] == [("亲，四十八小时内发货", True)]


def test_a_picture_read_later_joins_the_chats(
    session: Session, order: Order, do: Do, qtbot: QtBot
) -> None:
    tab = show(session, order, qtbot)
    qtbot.waitUntil(session.operations.idle)
    assert tab.empty.isVisible()

    do(lambda library: keep_shot(library, order.id, "后来的", *TALK))

    qtbot.waitUntil(tab.list.isVisible)
