"""The pasted text of an order page, with the words each field was read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.order import Order, ReadField
from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.label import Label

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.add_evidence import AddReport
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

PAUSE_MS = 200


class PastedText(QWidget):
    """Take pasted text; `settled` fires when it stops changing, `show_words` lights up what was read."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty pane."""
        super().__init__(parent)
        self._reads: tuple[ReadField, ...] = ()
        self.edit = QPlainTextEdit(self)
        self.edit.setPlaceholderText(self.tr("Select all on the order page, copy, and paste here"))
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("Pasted text"))
        self.keep = QCheckBox(self.tr("Keep this text as evidence"), self)
        self.keep.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(Label(self.tr("Pasted text"), "small", "text2", self))
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.keep)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.settled.emit(self.text()))
        self.edit.textChanged.connect(self._pause.start)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """Give the text as it stands."""
        return self.edit.toPlainText()

    def set_reads(self, reads: Sequence[ReadField]) -> None:
        """Remember which words each field was read from."""
        self._reads = tuple(reads)
        self.edit.setExtraSelections([])

    def show_words(self, name: str) -> None:
        """Light up the words a field was read from; "" takes the light away."""
        selections = []
        wanted = [one for one in self._reads if row_of(one.name) == name]
        for read in wanted:
            cursor = self._find(read)
            if cursor is not None:
                selection = QTextEdit.ExtraSelection()
                light = QTextCharFormat()
                light.setBackground(theme.color("mark"))
                light.setForeground(theme.color("text"))
                selection.format = light
                selection.cursor = cursor
                selections.append(selection)
        self.edit.setExtraSelections(selections)
        if selections:
            self._reveal(selections[0].cursor)

    def _find(self, read: ReadField) -> QTextCursor | None:
        document = self.edit.document()
        block = document.findBlockByNumber(max(0, read.line - 1))
        if not block.isValid() or not read.words:
            return None
        exact = QTextDocument.FindFlag.FindCaseSensitively
        cursor = document.find(read.words, block.position(), exact)
        return None if cursor.isNull() else cursor

    def _reveal(self, cursor: QTextCursor) -> None:
        """Scroll so that the words are seen, leaving the caret where the user put it."""
        inside = self.edit.viewport().rect().contains(self.edit.cursorRect(cursor))
        if not inside:
            bar = self.edit.verticalScrollBar()
            bar.setValue(max(0, cursor.blockNumber() - 2))


def row_of(name: str) -> str:
    """Name the row of the form that shows what was read: all parts of items stand in one."""
    return "items" if name.startswith("item.") else name


def keep_as_evidence(session: Session, text: str, order: Order) -> None:
    """Keep the pasted text with its order, just as it was pasted."""
    name = QCoreApplication.translate("PastedText", "Order page {number}.txt")
    file_name = name.format(number=order.number)

    def work(library: Library, ticket: Ticket) -> Outcome[AddReport]:
        from keepproof.services.add_evidence import (  # noqa: PLC0415 - brings the readers along, which the window does not need to start
            add_content,
        )

        return add_content(
            library,
            text.encode("utf-8", "replace"),
            file_name,
            order_id=order.id,
            kind=EvidenceKind.ORDER_SHOT,
            origin="pasted",
            ticket=ticket,
        )

    def told(report: AddReport) -> None:
        for one in report.refused:
            session.status.emit(session.say(one.reason, one.data))

    session.operations.write(session, work, told)
