"""Say what went wrong: choose one kind of problem, and see what it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from keepproof.domain.dispute import Dispute
from keepproof.knowledge.issue_type import IssueType
from keepproof.services.open_dispute import change_issue, open_dispute
from keepproof.ui import labels_issues, theme
from keepproof.ui.dialogs.dispute_dialog_delegate import IssueDelegate
from keepproof.ui.dialogs.dispute_dialog_detail import IssueDetail
from keepproof.ui.dialogs.dispute_dialog_model import IssuesModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


class DisputeDialog(QDialog):
    """Open a dispute on an order, or give one another kind; `opened` carries the dispute."""

    opened = Signal(object)

    def __init__(
        self,
        session: Session,
        order_id: str,
        dispute: Dispute | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog for an order, or for a dispute that changes its kind."""
        super().__init__(parent)
        self._session = session
        self._order_id = order_id
        self._dispute = dispute
        self.setWindowTitle(self.tr("What went wrong?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = IssuesModel(labels_issues.issue_group, session.lang, self)
        self.search = SearchField(self.tr("Describe it in a word: late, broken, refund"), self)
        self.search.textChanged.connect(self._search)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(IssueDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(self.tr("Kinds of problems"))
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.doubleClicked.connect(lambda _: self.start())
        self.detail = IssueDetail(session, self)
        verb = self.tr("Use this kind") if dispute is not None else self.tr("Start")
        self.start_button = Button(verb, "primary")
        self.start_button.setDefault(True)
        self.start_button.setEnabled(False)
        self.start_button.clicked.connect(self.start)
        self._lay_out()
        book = session.book
        session.operations.pool(self, lambda _: [*book.issues, *book.inquiries], self._fill)
        self.search.setFocus()

    def start(self) -> None:
        """Open the dispute with the chosen kind."""
        issue = self.model.issue_at(self.list.currentIndex())
        if issue is None:
            return
        dispute, order_id = self._dispute, self._order_id

        def work(library: Library, ticket: Ticket) -> Outcome[Dispute]:
            if dispute is not None:
                return change_issue(library, dispute.id, issue, ticket)
            return open_dispute(library, order_id, issue, ticket)

        self.start_button.setEnabled(False)
        self._session.operations.write(self, work, self._stored)

    def _stored(self, dispute: Dispute) -> None:
        self.opened.emit(dispute)
        self.accept()

    def _fill(self, issues: list[IssueType]) -> None:
        self.model.set_issues(issues)
        known = self.model.index_of(self._dispute.issue) if self._dispute is not None else None
        if known is not None and known.isValid():
            self.list.setCurrentIndex(known)

    def _search(self, words: str) -> None:
        self.model.search(words)
        self.list.setCurrentIndex(self.model.first() if words.strip() else QModelIndex())

    def _show(self, index: QModelIndex) -> None:
        issue = self.model.issue_at(index)
        self.detail.set_issue(issue)
        self.start_button.setEnabled(issue is not None)

    def _lay_out(self) -> None:
        cancel = Button(self.tr("Cancel"), "secondary")
        cancel.clicked.connect(self.reject)
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(20))
        columns.addLayout(left, 4)
        columns.addWidget(self.detail, 5)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.start_button)
        hint = self.tr("Choose the kind that fits best; it decides what is asked and needed.")
        layout = QVBoxLayout(self)
        edge = theme.px(24)
        layout.setContentsMargins(edge, theme.px(20), edge, theme.px(20))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self.tr("What went wrong?"), "title", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addLayout(columns, 1)
        layout.addLayout(buttons)
        self.resize(theme.px(800), theme.px(560))
