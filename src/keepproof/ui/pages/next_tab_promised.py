"""Promises taken over from chats, below the contacts of the log."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from keepproof.services.next_page import NextView, PromisedRow
from keepproof.ui import labels_chat, labels_contacts, labels_orders, labels_tiles, theme
from keepproof.ui.models.chat_side_model import ChatSideModel, SideRow
from keepproof.ui.session import Session
from keepproof.ui.widgets.chat_side_delegate import ChatSideDelegate
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.whole_list import WholeList

TONES = {"kept": "ok", "broken": "warn", "open": "line"}


class PromisedPane(QWidget):
    """`settled` carries a promise's id and its state, `remove_asked` its id; hidden while there are none."""

    settled = Signal(str, str)
    remove_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty pane."""
        super().__init__(parent)
        self._session = session
        self._rows: tuple[PromisedRow, ...] = ()
        self.model = ChatSideModel(self)
        self.list = _Rows(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChatSideDelegate(self.list))
        self.list.setAccessibleName(self.tr("Promised in chats"))
        self.list.activated.connect(self._open)
        self.list.doubleClicked.connect(self._open)
        self.list.remove_asked.connect(self._remove)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(Label(self.tr("Promised in chats"), "body", "text2", self))
        layout.addWidget(self.list)
        self.hide()

    def set_view(self, view: NextView) -> None:
        """Show the promises of an order."""
        self._rows = view.promised
        self.model.set_rows([self._row(at, one, view) for at, one in enumerate(view.promised)])
        self.setVisible(bool(view.promised))

    def row_menu(self, index: QModelIndex) -> QMenu | None:
        """Build the menu of one promise; None where no row stands."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        menu = QMenu(self)
        proof = row.proof
        if proof is not None:
            menu.addAction(self.tr("Open the chat"), partial(self._open, index))
            menu.addSeparator()
        words = {
            "kept": self.tr("The promise was kept"),
            "broken": self.tr("The promise was not kept"),
            "open": self.tr("The promise is still open"),
        }
        for state, text in words.items():
            action = menu.addAction(text, partial(self.settled.emit, row.promise.id, state))
            action.setEnabled(row.promise.state != state)
        menu.addSeparator()
        menu.addAction(self.tr("Remove from the log"), partial(self._remove, index.row()))
        return menu

    def _row(self, at: int, row: PromisedRow, view: NextView) -> SideRow:
        one = row.promise
        state = labels_contacts.promise_state(one, view.now) or self.tr("open")
        number = row.proof.number if row.proof is not None else None
        where = labels_tiles.number_words(number) if number is not None else ""
        due = self.tr("by {due}").format(due=labels_orders.short_time(one.due)) if one.due else ""
        who = " ".join([labels_contacts.party(one.party), labels_orders.short_time(one.made_at)])
        place = labels_chat.place_words(one.place)
        detail = labels_orders.facts_line([each for each in (who, due, where, place) if each])
        tone = "bad" if one.overdue(view.now) else TONES[one.state]
        return SideRow(at, f"“{one.words}”".replace("\n", " "), detail, state, tone)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows[index.row()]
        if row.proof is not None:
            self._session.evidence_requested.emit(row.proof.evidence.id)

    def _remove(self, row: int) -> None:
        self.remove_asked.emit(self._rows[row].promise.id)

    def _show_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        menu = self.row_menu(index if index.isValid() else self.list.currentIndex())
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(point))


class _Rows(WholeList):
    """A list whose rows are removed with Delete."""

    remove_asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete; the rest is the list's own."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.remove_asked.emit(index.row())
            return
        super().keyPressEvent(event)
