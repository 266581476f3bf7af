"""Complaints and catalogues as documents, asked for in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Order
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.open_dispute import open_dispute
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui.alerts import Alert
from keepproof.ui.dialogs.export_paper_dialog import ExportPaperDialog
from keepproof.ui.pages.complaint_tab import ComplaintTab
from keepproof.ui.pages.order_overview_evidence import EvidenceCard
from keepproof.ui.pages.order_page import OrderPage
from keepproof.ui.session import Session
from ui.complaint_desk import sent, with_order, with_proof

Do = Callable[..., Any]


@pytest.fixture
def order(do: Do, book: Book) -> str:
    order_id = with_order(do)
    with_proof(do, order_id, "chat", EvidenceKind.CHAT)
    issue = book.issue("not_as_described")
    do(lambda library: open_dispute(library, order_id, issue, Ticket()))
    return order_id


@pytest.fixture
def tab(qtbot: QtBot, session: Session, order: str) -> ComplaintTab:
    made = ComplaintTab(session)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.ready):
        made.set_order(order)
    return made


@pytest.fixture
def card(qtbot: QtBot, session: Session, order: str) -> EvidenceCard:
    page = OrderPage(session)
    qtbot.addWidget(page)
    page.set_order(order)
    qtbot.waitUntil(session.operations.idle)
    found = page.findChild(EvidenceCard)
    assert isinstance(found, EvidenceCard)
    return found


def dialog_of(page: ComplaintTab | EvidenceCard) -> ExportPaperDialog:
    dialog = page.window().findChild(ExportPaperDialog)
    assert isinstance(dialog, ExportPaperDialog)
    return dialog


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_complaint_is_written_and_a_copy_kept(
    qtbot: QtBot, session: Session, tab: ComplaintTab, tmp_path: Path, form: str
) -> None:
    [action] = [
        one
        for one in tab.text.copy_bar.export.menu().actions()
        if {"pdf": "(PDF)", "docx": "(Word)"}[form] in one.text()
    ]
    action.trigger()
    dialog = dialog_of(tab)
    path = tmp_path / f"a.{form}"
    with qtbot.waitSignal(session.status) as said:
        dialog.chosen.emit(str(path))
    dialog.close()
    assert f"a.{form}" in str(said.args)
    assert path.read_bytes()[:2] in {b"%P", b"PK"}
    facts = tab.draft.facts
    assert facts is not None
    qtbot.waitUntil(lambda: len(tab.draft.sent) == 1)
    assert len(sent(qtbot, session, facts.dispute.id)) == 1


@pytest.mark.parametrize("form", ["(PDF)", "(Word)", "(table)"])
def test_a_catalogue_is_written(
    qtbot: QtBot, session: Session, card: EvidenceCard, tmp_path: Path, form: str
) -> None:
    entries = card.export_button.menu().actions()
    next(one for one in entries if "catalogue" in one.text() and form in one.text()).trigger()
    dialog = dialog_of(card)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    path = tmp_path / f"list.{dialog.defaultSuffix()}"
    with qtbot.waitSignal(session.status) as said:
        dialog.chosen.emit(str(path))
    dialog.close()
    assert path.stat().st_size > 100
    assert "1 piece" in str(said.args)


def test_what_is_broken_is_told(
    qtbot: QtBot, session: Session, card: EvidenceCard, order: str, do: Do, tmp_path: Path
) -> None:
    def lose(library: Library) -> Outcome[Order]:
        item = library.evidence.of_order(order)[0].evidence
        path = library.original_path(item.sha256)
        path.chmod(0o644)
        path.write_bytes(b"other")
        return Outcome(library.orders.get(order), Changes())

    found: Order = do(lose)
    card.papers.write_catalogue(found, tmp_path / "list.csv", "csv")
    qtbot.waitUntil(lambda: card.window().findChild(Alert) is not None)
    alert = card.window().findChild(Alert)
    assert isinstance(alert, Alert)
    assert "1" in alert.words.text()
    alert.close()


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, card: EvidenceCard, order: str, do: Do, tmp_path: Path
) -> None:
    found: Order = do(lambda library: Outcome(library.orders.get(order), Changes()))
    card.papers.write_catalogue(found, tmp_path / "no" / "list.csv", "csv")
    qtbot.waitUntil(lambda: card.window().findChild(Alert) is not None)
    alert = card.window().findChild(Alert)
    assert isinstance(alert, Alert)
    alert.close()


def test_an_order_without_evidence_offers_no_catalogue(
    qtbot: QtBot, session: Session, do: Do
) -> None:
    page = OrderPage(session)
    qtbot.addWidget(page)
    page.set_order(with_order(do))
    qtbot.waitUntil(session.operations.idle)
    card = page.findChild(EvidenceCard)
    assert isinstance(card, EvidenceCard)
    assert card.export_button.isHidden()
