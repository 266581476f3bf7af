"""Search everything that is kept, from anywhere in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QStackedWidget, QVBoxLayout, QWidget

from keepproof.domain.search import Hits
from keepproof.errors import KnownError
from keepproof.ticket import Ticket
from keepproof.ui import labels_search, theme
from keepproof.ui.models.search_model import SearchModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.empty_state import EmptyState
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.search_delegate import SearchDelegate
from keepproof.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from keepproof.library.library import Library

SIZE = (720, 540)
PAUSE_MS = 90  # between the last key and the look: fast typing asks once
AGAIN_MS = 250  # until the next look while things are still being read
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SearchDialog(QDialog):
    """A line to type into and what was found below it; nothing of it is remembered.

    `chosen` tells the result (domain.search.Hit) to be opened.
    """

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget, words: str = "") -> None:
        """Build the dialog; words given are looked for at once."""
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._ticket = Ticket()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("search")
        self.setWindowTitle(self.tr("Search everything"))
        self.resize(room(self, *SIZE))
        self.field = SearchField(self.tr("Orders, evidence, words in chats and pictures"), self)
        self.model = SearchModel(
            labels_search.group_name, lambda hit: labels_search.sentence(hit, session.lang), self
        )
        self.list = self._make_list()
        self.note = Label("", "small", "text2", self)
        self.empty = EmptyState("magnifying-glass", "", "", [], self)
        self._views = QStackedWidget(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)
        self._lay_out()
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._open_current)
        self.field.installEventFilter(self)
        session.events.changed.connect(self._changed)
        self._explain()
        self.field.setText(words)

    def _make_list(self) -> QListView:
        made = QListView(self)
        made.setModel(self.model)
        made.setItemDelegate(
            SearchDelegate(lambda hit: labels_search.place(hit, self._session.lang), made)
        )
        made.setAccessibleName(self.tr("Found"))
        made.setMouseTracking(True)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setFrameShape(QListView.Shape.NoFrame)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.activated.connect(self._open)
        made.clicked.connect(self._open)
        return made

    def _lay_out(self) -> None:
        self._views.addWidget(self.empty)
        self._views.addWidget(self.list)
        layout = QVBoxLayout(self)
        edge = theme.px(14)
        layout.setContentsMargins(edge, edge, edge, theme.px(10))
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.field)
        layout.addWidget(self._views, 1)
        layout.addWidget(self.note)
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the results while the keyboard stays in the line."""
        key = event.key() if isinstance(event, QKeyEvent) else 0
        if key in _MOVES and event.type() == QEvent.Type.KeyPress and self.model.rowCount():
            self._move(Qt.Key(key))
            return True
        return super().eventFilter(watched, event)

    def _move(self, key: Qt.Key) -> None:
        page = max(1, self.list.height() // max(1, self.list.sizeHintForRow(0)))
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page}
        last = self.model.rowCount() - 1
        row = self.list.currentIndex().row() + steps.get(key, page)
        self.list.setCurrentIndex(self.model.index(min(max(row, 0), last)))

    def _typed(self, words: str) -> None:
        if words.strip():
            self._wait(PAUSE_MS)
        else:
            self._asked += 1
            self._pause.stop()
            self._explain()

    def _changed(self) -> None:
        # A method, not a lambda: Qt lets go of it with the dialog.
        self._wait(AGAIN_MS)

    def _wait(self, pause: int) -> None:
        if self.field.text().strip():
            self._pause.start(pause)

    def _look(self) -> None:
        from keepproof.services.search import search  # noqa: PLC0415 - not before the first word

        words, book = self.field.text(), self._session.book
        self._asked += 1
        asked = self._asked

        def load(library: Library, ticket: Ticket) -> Hits:
            ticket.check()
            return search(library, words, book)

        # Looks that still wait behind a long one are not taken any more.
        self._ticket.cancel()
        self._ticket = self._session.operations.read(
            self,
            load,
            lambda hits: self._show(hits) if asked == self._asked else None,
            lambda error: self._refuse(error) if asked == self._asked else None,
        )

    def _show(self, hits: Hits) -> None:
        before = self.model.hit_at(self.list.currentIndex())
        self.model.set_hits(hits.hits)
        rows = [self.model.index(row) for row in range(self.model.rowCount())]
        same = (row for row in rows if before and _key(self.model, row) == (before.type, before.id))
        if rows:
            self.list.setCurrentIndex(next(same, rows[0]))
            self._views.setCurrentWidget(self.list)
        else:
            self.empty.set_words(
                self.tr("Nothing found"),
                self.tr("Try fewer or shorter words: one character is enough."),
            )
            self._views.setCurrentWidget(self.empty)
        self._say(hits)
        if hits.pending:
            self._wait(AGAIN_MS)

    def _say(self, hits: Hits) -> None:
        if hits.pending:
            words = self.tr("%n item(s) are still being read; more may be found", "", hits.pending)
        elif hits.more:
            words = self.tr("There is more. Another word narrows it down.")
        elif hits.hits:
            words = self.tr("↑ ↓ choose · Enter open · Esc close")
        else:
            words = ""
        self.note.setText(words)

    def _refuse(self, error: KnownError) -> None:
        self._clear(self.tr("This cannot be looked for yet"), self._session.explain(error))

    def _explain(self) -> None:
        """Say what can be found and how, while nothing is asked."""
        what = self.tr(
            "Orders, sellers, evidence, contacts and sent texts, and every word read in chats, documents and pictures."
            " One character, a part of an order number or the pinyin initials of a shop are enough."
        )
        how = self.tr(
            "“word for word”   -without\nkind:chat   order:166318   date:2026-11   after:2026-11-01"
        )
        self._clear(self.tr("Find everything again"), f"{what}\n\n{how}")

    def _clear(self, title: str, text: str) -> None:
        self.model.set_hits(())
        self.empty.set_words(title, text)
        self._views.setCurrentWidget(self.empty)
        self.note.setText("")

    def _open_current(self) -> None:
        self._open(self.list.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        hit = self.model.hit_at(index)
        if hit is not None:
            self.accept()
            self.chosen.emit(hit)


def _key(model: SearchModel, index: QModelIndex) -> tuple[str, str]:
    hit = model.hit_at(index)
    return ("", "") if hit is None else (hit.type, hit.id)
