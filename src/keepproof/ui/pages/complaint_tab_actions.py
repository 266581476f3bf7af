"""What is done with a complaint: copy and keep, export, reword, add proof, change the problem."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from keepproof.domain.complaint import Complaint
from keepproof.domain.dispute import MaskChoice, StatementEdit
from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.knowledge.issue_type import IssueType
from keepproof.services import close_dispute, compose_complaint, open_dispute
from keepproof.services.reword import choose_mask
from keepproof.ticket import Ticket
from keepproof.ui import labels_complaint
from keepproof.ui.dialogs.close_dispute_dialog import CloseDisputeDialog
from keepproof.ui.dialogs.export_text_dialog import ExportTextDialog
from keepproof.ui.dialogs.merchant_dialog import MerchantDialog
from keepproof.ui.dialogs.order_dialog import OrderDialog
from keepproof.ui.dialogs.settings_dialog import SettingsDialog
from keepproof.ui.dialogs.submission_dialog import SubmissionDialog
from keepproof.ui.document_export import DocumentExport
from keepproof.ui.pages.complaint_tab_draft import ComplaintDraft
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome

T = TypeVar("T")
PAPERS = ("pdf", "docx")


class ComplaintActions(QObject):
    """The verbs of the complaint page, on the draft it shows."""

    def __init__(self, session: Session, draft: ComplaintDraft, page: QWidget) -> None:
        """Work for one page."""
        super().__init__(page)
        self._session, self._draft, self._page = session, draft, page
        self.papers = DocumentExport(session, page)

    def copy(self, complaint: Complaint, message: int = -1) -> None:
        """Put the text, or one of its messages, on the clipboard and keep a frozen copy."""
        words = complaint.text if message < 0 else complaint.messages[message]
        QGuiApplication.clipboard().setText(words)
        count = complaint.counters.characters if message < 0 else len(words.replace("\n", ""))
        self._session.status.emit(labels_complaint.copied(count))
        self.freeze(complaint)

    def freeze(self, complaint: Complaint) -> None:
        """Keep a copy of what left the program, once a day for the same words."""
        facts, now = self._draft.facts, datetime.now().astimezone()
        if facts is None:
            return
        self._draft.flush()
        for one in self._draft.sent:
            same = (one.channel, one.text) == (complaint.channel, complaint.text)
            if same and one.at.astimezone().date() == now.date():
                return
        dispute = facts.dispute.id
        self._write(
            lambda library, ticket: compose_complaint.freeze(
                library, complaint, dispute, now, ticket
            )
        )

    def export(self, complaint: Complaint, form: str) -> None:
        """Ask for a file and write the text into it; as pdf and docx with the list of its evidence."""
        facts = self._draft.facts
        if facts is None:
            return
        if form == "pictures":
            self.papers.show_pictures(facts, complaint)
            return
        if form == "bundle":
            self._session.bundle_requested.emit(facts.order.id)
            return
        if form in PAPERS:
            self.papers.ask_complaint(facts, complaint, form, lambda: self.freeze(complaint))
            return
        title = f"{facts.order.title} · {facts.issue.label.of(complaint.lang)}"
        dialog = ExportTextDialog(
            self._session.settings, facts.order.title, form, self._page.window()
        )
        dialog.chosen.connect(lambda path: self.export_to(complaint, Path(path), form, title))
        dialog.open()

    def export_to(self, complaint: Complaint, path: Path, form: str, title: str) -> None:
        """Write the text into a file, and keep a frozen copy."""

        def written(file: Path) -> None:
            words = self.tr("Text written to {name}").format(name=file.name)
            self._session.status.emit(words)
            self.freeze(complaint)

        self._session.operations.pool(
            self,
            lambda _: compose_complaint.export_text(complaint, path, form, title),
            written,
            self.explain,
        )

    def show_history(self) -> None:
        """Show what was copied before, with its ticket numbers."""
        facts = self._draft.facts
        if facts is None or not self._draft.sent:
            return
        channels = self._session.book.channels(facts.order.platform)
        lang = self._session.lang
        names = {one.id: one.label.of(lang) for one in channels}
        SubmissionDialog(self._session, self._draft.sent, names, self._page.window()).open()

    def keep_edit(self, edit: StatementEdit) -> None:
        """Put the user's own words in place of a statement."""
        self._draft.flush()
        self._write(lambda library, ticket: compose_complaint.edit_statement(library, edit, ticket))

    def drop_edit(self, edit: StatementEdit) -> None:
        """Give a statement its generated words back."""
        self._draft.flush()
        self._write(
            lambda library, ticket: compose_complaint.restore_statement(library, edit, ticket)
        )

    def mask(self, channel: str, item: str, *, masked: bool) -> None:
        """Hide or show a private item in the texts of a channel."""
        facts = self._draft.facts
        if facts is None:
            return
        self._draft.flush()
        choice = MaskChoice(facts.dispute.id, channel, item, masked)
        self._write(lambda library, ticket: choose_mask(library, choice, ticket))

    def redact(self, place: str) -> None:
        """Open the editor of redacted copies on the evidence a warning names."""
        facts = self._draft.facts
        filed = facts.evidence if facts is not None else ()
        found = next((one for one in filed if place == f"evidence.{one.number}"), None)
        if found is not None:
            self._session.redact_requested.emit(found)

    def open_issue(self, issue: IssueType) -> None:
        """Record a problem with the order."""
        order = self._draft.order_id
        self._write(
            lambda library, ticket: open_dispute.open_dispute(library, order, issue, ticket)
        )

    def change_issue(self, issue: IssueType) -> None:
        """Give the problem another kind."""
        facts = self._draft.facts
        if facts is None:
            return
        self._draft.flush()
        dispute = facts.dispute.id
        self._write(
            lambda library, ticket: open_dispute.change_issue(library, dispute, issue, ticket)
        )

    def remove(self) -> None:
        """Delete the problem; undo brings it back."""
        facts = self._draft.facts
        if facts is None:
            return
        self._draft.flush()
        dispute = facts.dispute.id
        self._write(lambda library, ticket: open_dispute.remove_dispute(library, dispute, ticket))

    def close_or_reopen(self) -> None:
        """Ask how the dispute ended, or open a closed one again."""
        facts = self._draft.facts
        if facts is None:
            return
        self._draft.flush()
        dispute = facts.dispute
        if dispute.state != "open":
            self._write(
                lambda library, ticket: close_dispute.reopen_dispute(library, dispute.id, ticket)
            )
            return
        currency = facts.order.paid.currency if facts.order.paid else facts.platform.currency
        CloseDisputeDialog(self._session, dispute, currency, self._page.window()).open()

    def add(self, kind: EvidenceKind) -> None:
        """Ask for evidence of a kind."""
        self._session.add_requested.emit(self._draft.order_id, kind)

    def open_number(self, number: int) -> None:
        """Show a piece of evidence."""
        filed = self._draft.facts.evidence if self._draft.facts is not None else ()
        for one in filed:
            if one.number == number:
                self._session.evidence_requested.emit(one.evidence.id)

    def go_to(self, place: str) -> bool:
        """Open what holds a fact outside this page; False when it is on the page."""
        area, _, name = place.partition(".")
        facts, window = self._draft.facts, self._page.window()
        if facts is None or not name:
            return False
        if area == "person":
            SettingsDialog(self._session, window).open()
        elif area == "merchant":
            MerchantDialog(self._session, facts.merchant, window).open()
        elif area == "order":
            dialog = OrderDialog(self._session, window, facts.order)
            dialog.open()
            dialog.focus_field(name)
        elif area == "evidence" and name.isdecimal():
            self.open_number(int(name))
        else:
            return False
        return True

    def explain(self, error: KnownError) -> None:
        """Say what went wrong."""
        self._session.status.emit(self._session.explain(error))

    def _write(self, work: Callable[[Library, Ticket], Outcome[T]]) -> None:
        self._session.operations.write(self, work, None, self.explain)
