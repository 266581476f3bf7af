"""An order with a problem and some proof, and the page that shows it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.book import Book
from keepproof.services.open_dispute import open_dispute
from keepproof.ticket import Ticket
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.session import Session
from ui.complaint_desk import Do, with_order, with_proof


@pytest.fixture
def order(do: Do, book: Book) -> str:
    """Make an order with a dispute, a listing page and a chat."""
    order_id = with_order(do)
    with_proof(do, order_id, "listing", EvidenceKind.SNAPSHOT)
    with_proof(do, order_id, "chat", EvidenceKind.CHAT)
    issue = book.issue("not_as_described")
    do(lambda library: open_dispute(library, order_id, issue, Ticket()))
    return order_id


@pytest.fixture
def tab(qtbot: QtBot, session: Session, order: str) -> ComplaintTab:
    made = ComplaintTab(session)
    qtbot.addWidget(made)
    made.resize(1240, 720)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.set_order(order)
    return made
