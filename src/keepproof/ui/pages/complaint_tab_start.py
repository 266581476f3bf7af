"""The complaint of an order without a problem: choose what went wrong, one click opens it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from keepproof.knowledge.issue_type import IssueType
from keepproof.ui import labels_issues, theme
from keepproof.ui.dialogs.dispute_dialog_detail import IssueDetail
from keepproof.ui.dialogs.dispute_dialog_model import IssuesModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.issue_delegate import IssueDelegate
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.search_field import SearchField


class IssueList(QListView):
    """Kinds of problems; a click or Enter takes one, the pointer and the arrows only look."""

    taken = Signal(QModelIndex)

    def __init__(self, model: IssuesModel, parent: QWidget | None = None) -> None:
        """Build the list over its model."""
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(IssueDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self.taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class StartPane(QWidget):
    """Search, list, and what the kind under the pointer takes; `chosen` carries an issue type."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page; the kinds are read out of sight."""
        super().__init__(parent)
        self._session = session
        self._filled = False
        self.model = IssuesModel(labels_issues.issue_group, session.lang, self)
        self.search = SearchField(self.tr("Describe it in a word: late, broken, refund"), self)
        self.search.textChanged.connect(self._search)
        self.list = IssueList(self.model, self)
        self.list.setAccessibleName(self.tr("Kinds of problems"))
        self.list.taken.connect(self._take)
        self.list.entered.connect(self._show)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._show(now))
        self.search.returnPressed.connect(lambda: self._take(self.list.currentIndex()))
        self.detail = IssueDetail(session, self)
        self._lay_out()

    def prepare(self) -> None:
        """Read the kinds of problems, once."""
        if not self._filled:
            self._filled = True
            book = self._session.book
            self._session.operations.pool(
                self, lambda _: [*book.issues, *book.inquiries], self.model.set_issues
            )

    def focus_first(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus()

    def _take(self, index: QModelIndex) -> None:
        issue = self.model.issue_at(index)
        if issue is not None:
            self.setEnabled(False)
            self.chosen.emit(issue)

    def _search(self, words: str) -> None:
        self.model.search(words)
        self.list.setCurrentIndex(self.model.first() if words.strip() else QModelIndex())

    def _show(self, index: QModelIndex) -> None:
        issue: IssueType | None = self.model.issue_at(index)
        if issue is not None:
            self.detail.set_issue(issue)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(20))
        columns.addLayout(left, 4)
        columns.addWidget(self.detail, 5)
        hint = self.tr(
            "Choose the kind that fits best; the complaint is then written from a few answers."
        )
        layout = QVBoxLayout(self)
        edge = theme.px(24)
        layout.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        layout.setSpacing(theme.px(8))
        layout.addWidget(Label(self.tr("What went wrong?"), "title", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addLayout(columns, 1)
