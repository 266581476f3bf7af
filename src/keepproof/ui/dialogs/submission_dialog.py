"""What was copied for whom and when, with the ticket numbers the other side gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from keepproof.domain.dispute import Submission
from keepproof.services.compose_complaint import set_ticket
from keepproof.ui import labels_complaint, theme
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.two_line_delegate import TwoLineDelegate

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


class SubmissionDialog(QDialog):
    """The frozen copies of one dispute, newest first; they are shown, never changed."""

    def __init__(
        self,
        session: Session,
        sent: Sequence[Submission],
        channels: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """List the copies; `channels` names their channels."""
        super().__init__(parent)
        self._session = session
        self._sent = list(sent)
        self._channels = channels
        self.setWindowTitle(self.tr("Copied texts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Copied texts"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("The text as it was copied"))
        self.number = QLineEdit(self)
        self.number.setAccessibleName(self.tr("Ticket number"))
        self.number.setPlaceholderText(self.tr("The number the other side gave"))
        self.number.editingFinished.connect(self.save)
        self.again = Button(self.tr("Copy again"), "secondary", "copy")
        self.again.clicked.connect(self._copy)
        self.list.currentRowChanged.connect(self._show)
        self._lay_out()
        for one in self._sent:
            self.list.addItem(self._line(one))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def save(self) -> None:
        """Note the ticket number of the copy shown."""
        place = self.list.currentRow()
        number = self.number.text().strip()
        if not 0 <= place < len(self._sent) or number == self._sent[place].ticket:
            return
        submission = self._sent[place]

        def work(library: Library, ticket: Ticket) -> Outcome[Submission]:
            return set_ticket(library, submission, number, ticket)

        self._session.operations.write(self, work, lambda after: self._stored(place, after))

    def done(self, result: int) -> None:
        """Store what was typed before closing."""
        self.save()
        super().done(result)

    def _stored(self, place: int, after: Submission) -> None:
        self._sent[place] = after
        item = self.list.item(place)
        if item is not None:
            item.setText(self._line(after))

    def _line(self, one: Submission) -> str:
        channel = self._channels.get(one.channel, one.channel)
        line = labels_complaint.sent_line(one, channel)
        return f"{line}\n{one.ticket}" if one.ticket else line

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._sent):
            return
        self.words.setPlainText(self._sent[place].text)
        self.number.setText(self._sent[place].ticket)

    def _copy(self) -> None:
        words = self.words.toPlainText()
        QGuiApplication.clipboard().setText(words)
        self._session.status.emit(labels_complaint.copied(len(words.replace("\n", ""))))

    def _lay_out(self) -> None:
        label = Label(self.tr("Ticket number"), "small", "text2", self)
        label.setBuddy(self.number)
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        right.addWidget(self.words, 1)
        right.addWidget(label)
        right.addWidget(self.number)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(16))
        columns.addWidget(self.list, 2)
        columns.addLayout(right, 5)
        close = Button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.again)
        buttons.addWidget(close)
        hint = self.tr("These are the words exactly as they were copied; they do not change.")
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self.tr("Copied texts"), "title", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addLayout(columns, 1)
        layout.addLayout(buttons)
        self.resize(room(self, 780, 520))
