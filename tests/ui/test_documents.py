"""Documents, mails and saved pages in the window: looked at page by page, read plainly, named in the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fixtures.documents import MAIL, PAGE, pdf
from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence, SourcedTime
from keepproof.library.library import Library
from keepproof.services.add_evidence import AddReport, add_content
from keepproof.services.attachments import Attached
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket
from keepproof.ui import labels_documents, labels_evidence
from keepproof.ui.dialogs.report_dialog import ReportDialog
from keepproof.ui.dialogs.viewer_dialog import ViewerDialog
from keepproof.ui.session import Session
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.page_steps import PageSteps

Do = Callable[[Callable[[Library], Outcome[Any]]], Any]
FILES = {"a.pdf": pdf(["电子发票", "第二页"]), "b.eml": MAIL, "c.html": PAGE.encode()}


def item(media_type: str = "image/png", number: int | None = None, **facts: str) -> FiledEvidence:
    evidence = Evidence("e1", "0" * 64, 10, media_type, "a.bin", EvidenceKind.OTHER, facts=facts)
    return FiledEvidence(evidence, "o1" if number else None, number)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1000, 700)
    return widget


@pytest.fixture
def kept(do: Do, session: Session) -> dict[str, FiledEvidence]:
    """Keep one file of each kind, looked at in the sandbox."""

    def work(library: Library) -> Outcome[list[FiledEvidence]]:
        changes = Changes()
        for name, data in FILES.items():
            changes |= add_content(
                library,
                data,
                name,
                order_id=None,
                kind=None,
                origin="dropped",
                ticket=Ticket(),
                sandbox=session.sandbox,
            ).changes
        return Outcome(library.evidence.all(), changes)

    return {one.evidence.original_name: one for one in do(work)}


@pytest.fixture
def view(
    qtbot: QtBot, session: Session, parent: QWidget, kept: dict[str, FiledEvidence]
) -> Callable[[str], ViewerDialog]:
    def open_on(name: str) -> ViewerDialog:
        dialog = ViewerDialog(session, list(kept.values()), kept[name], parent)
        dialog.open()
        return dialog

    return open_on


def closed(qtbot: QtBot, session: Session, dialog: ViewerDialog) -> None:
    dialog.close()
    qtbot.waitUntil(session.operations.idle)


def test_a_pdf_is_shown_page_by_page_and_as_text(
    qtbot: QtBot, session: Session, view: Callable[[str], ViewerDialog]
) -> None:
    dialog = view("a.pdf")
    qtbot.waitUntil(lambda: dialog.picture.isVisible() and dialog.other.isVisible())
    first = dialog.picture._item.pixmap().toImage()
    assert dialog.pages.isVisible()
    dialog.pages.after.click()
    qtbot.waitUntil(lambda: dialog.picture._item.pixmap().toImage() != first)
    dialog.other.click()
    assert dialog.text.isVisible()
    assert dialog.text.toPlainText() == "电子发票\n第二页"
    dialog.other.click()
    assert dialog.picture.isVisible()
    closed(qtbot, session, dialog)


def test_a_mail_is_shown_with_its_heads(
    qtbot: QtBot, session: Session, view: Callable[[str], ViewerDialog]
) -> None:
    dialog = view("b.eml")
    qtbot.waitUntil(lambda: "已退款" in dialog.text.toPlainText())
    assert dialog.text.toPlainText().startswith("From: 小店 <shop@example.com>\n")
    assert not dialog.other.isVisible()
    closed(qtbot, session, dialog)


def test_a_page_is_shown_as_words_and_never_rendered(
    qtbot: QtBot, session: Session, view: Callable[[str], ViewerDialog]
) -> None:
    dialog = view("c.html")
    qtbot.waitUntil(lambda: "全新 正品" in dialog.text.toPlainText())
    assert "run" not in dialog.text.toPlainText()
    assert dialog.text.document().toPlainText() == dialog.text.toPlainText()
    closed(qtbot, session, dialog)


def test_steps_stay_within_the_pages(qtbot: QtBot) -> None:
    steps = PageSteps()
    qtbot.addWidget(steps)
    steps.show_pages(2)
    told: list[int] = []
    steps.stepped.connect(told.append)
    for by in (-1, 1, 1, -1):
        steps.step(by)
    assert told == [1, 0]
    assert (steps.before.isEnabled(), steps.after.isEnabled()) == (False, True)


def test_one_page_has_no_steps(qtbot: QtBot) -> None:
    steps = PageSteps()
    qtbot.addWidget(steps)
    steps.show()
    steps.show_pages(1)
    assert not steps.isVisible()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [("0.4", "0:00"), ("67.2", "1:07"), ("3723", "1:02:03"), ("", ""), ("x", "")],
)
def test_lengths(seconds: str, words: str) -> None:
    assert labels_documents.length_words({"duration_s": seconds}) == words


@pytest.mark.parametrize(
    ("filed", "rows"),
    [
        (item("image/gif", frames="12"), [("Frames", "12")]),
        (item("image/tiff", frames="3"), [("Pages", "3")]),
        (item("image/png", frames="1"), []),
        (item("application/pdf", pages="2", scanned="yes"), [("Pages", "2, without text (scanned)")]),
        (item("message/rfc822", subject="订单", attachments="a.pdf"), [("Subject", "订单"), ("Attachments", "a.pdf")]),
        (item("text/html", title="X1", address="https://a"), [("Title", "X1"), ("Saved from", "https://a")]),
        (item("audio/mp4", duration_s="61", title="通话"), [("Title", "通话"), ("Length", "1:01")]),
    ],
)  # fmt: skip
def test_a_file_tells_of_itself(filed: FiledEvidence, rows: list[tuple[str, str]]) -> None:
    assert labels_documents.fact_rows(filed.evidence) == rows


@pytest.mark.parametrize("source", ["document", "mail", "page", "video"])
def test_every_source_of_a_time_has_its_words(source: str, session: Session) -> None:
    from datetime import UTC, datetime

    assert labels_evidence._source(SourcedTime(datetime.now(UTC), source)) != source


def test_the_report_names_what_hung_on_a_mail(session: Session, parent: QWidget) -> None:
    attached = Attached(item("message/rfc822", 1), (item(number=2), item(number=3)))
    dialog = ReportDialog(session, AddReport(attached=(attached,)), parent)
    assert dialog.rows == [("info", "a.bin", "2 attachment(s) kept beside the mail: Ev. 2, Ev. 3")]


def test_a_written_page_shows_ink_on_white(session: Session) -> None:
    image = painting.written_page("订单 退款", 160).toImage()
    colours = {image.pixelColor(x, y).lightness() for x in range(160) for y in range(160)}
    assert QColor(image.pixelColor(159, 159)) == QColor("white")
    assert min(colours) < 120


def test_the_tile_of_a_text_shows_its_words(
    qtbot: QtBot, session: Session, kept: dict[str, FiledEvidence], tmp_path: Path
) -> None:
    from PySide6.QtCore import QSize

    mail = kept["b.eml"].evidence
    with qtbot.waitSignal(session.thumbnails.ready):
        session.thumbnails.pixmap(mail, QSize(100, 80), 1.0)
    made = session.thumbnails.pixmap(mail, QSize(100, 80), 1.0)
    assert made is not None
    assert made.size() == QSize(160, 160)
