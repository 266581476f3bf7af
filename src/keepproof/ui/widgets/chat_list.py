"""The messages of a chat: scrolled, searched, ticked, and each speaker's role changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from keepproof.domain.chat import ChatMessage
from keepproof.ui import labels_chat, labels_orders, theme, tips
from keepproof.ui.models.chat_model import ChatModel
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.chat_delegate import ChatDelegate, Places

BATCH = 1000
TICKABLE = Qt.ItemFlag.ItemIsUserCheckable
AGAIN_MS = 20


class ChatList(QListView):
    """Bubbles over a model; Shift chooses several, Space ticks and Ctrl+C copies them, the menu key opens the menu.

    `role_asked` carries the sender and the role to give, None for the guess; `promise_asked` a Promise to log.
    """

    role_asked = Signal(str, object)
    promise_asked = Signal(object)

    def __init__(self, model: ChatModel, parent: QWidget | None = None) -> None:
        """Build the list over its model."""
        super().__init__(parent)
        self._model = model
        self._delegate = ChatDelegate(model, self)
        self._wanted = -1
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        # A hundred thousand rows are laid out a few at a time, so that the window never waits for them.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Messages"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._current = -1
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go)
        theme.changed().connect(self.doItemsLayout)

    def mark(self, words: str) -> None:
        """Mark the places where words stand."""
        self._delegate.found = words
        self.viewport().update()

    def go_to(self, message: int) -> None:
        """Show a message in the middle and put the keyboard on it; waits until its place is known."""
        self._wanted = message
        self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space, copy with Ctrl+C; the rest is the list's own."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self._toggle_chosen(index)
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self._chosen(index))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick in the column of ticks, change the role on the face."""
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        places = self._places(index)
        if places is None:
            return
        if point.x() < places.tick.right() + theme.px(10):
            self._toggle(index)
        elif places.face.contains(point):
            message = self._model.message_at(index)
            if message is not None and message.sender:
                self._popup(self.role_menu(message), places.face.bottomLeft())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        places = self._places(self.indexAt(point))
        hand = places is not None and (
            point.x() < places.tick.right() + theme.px(10) or places.face.contains(point)
        )
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the messages; say that they are coming while the place of the last one is not known."""
        super().paintEvent(event)
        count = self._model.rowCount()
        last = self._model.index(count - 1)
        if count and self.visualRect(last).height() <= 0:
            painter = QPainter(self.viewport())
            words = self.tr("Laying out the messages…")
            rect, centre = self.viewport().rect(), painting.CENTRE
            painting.text(painter, rect, words, theme.font("body"), theme.color("text2"), centre)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the messages to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def role_menu(self, message: ChatMessage, parent: QWidget | None = None) -> QMenu:
        """Build the menu of a speaker: the roles, and back to the guess."""
        menu = QMenu(parent or self)
        menu.setToolTipsVisible(True)
        words = self.tr("All messages of “{name}” are from").format(name=message.sender)
        title = menu.addAction(words.replace("&", "&&"))
        title.setToolTip(tips.plain(words))
        title.setEnabled(False)
        for role in labels_chat.CHOICES:
            action = menu.addAction(labels_chat.role_name(role))
            action.setCheckable(True)
            action.setChecked(message.role is role)
            action.triggered.connect(
                lambda _=False, one=role: self.role_asked.emit(message.sender, one)
            )
        menu.addSeparator()
        guess = menu.addAction(self.tr("As the program guesses"))
        guess.triggered.connect(lambda: self.role_asked.emit(message.sender, None))
        return menu

    def message_menu(self, index: QModelIndex) -> QMenu | None:
        """Build the menu of a message: tick, copy, who speaks; None where another row stands."""
        message = self._model.message_at(index)
        if message is None:
            return None
        menu = QMenu(self)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            words = self.tr("Do not quote") if ticked else self.tr("Quote")
            menu.addAction(words, lambda: self._toggle(index))
        chosen = self._chosen(index)
        copy = self.tr("Copy with time and place")
        several = self.tr("Copy %n message(s) with time and place", "", len(chosen))
        menu.addAction(several if len(chosen) > 1 else copy, lambda: self._copy(chosen))
        row = self._model.row_at(index)
        for one in self._model.promises(row) if row is not None else ():
            if one.said is not None and not one.claim:
                words = labels_orders.shortened(one.words)
                text = self.tr("Add to contact log: {words}").format(words=words)
                menu.addAction(text.replace("&", "&&"), partial(self.promise_asked.emit, one))
        if message.sender:
            roles = self.role_menu(message, menu)
            roles.setTitle(self.tr("Who speaks"))
            menu.addMenu(roles)
        return menu

    def _remember(self) -> None:
        row = self._model.row_at(self.currentIndex())
        self._current = row.at if row is not None and row.kind == "message" else -1

    def _restore(self) -> None:
        """Leave the keyboard on its message when all rows come anew."""
        index = self._model.index_of(self._current)
        if index.isValid():
            change = QItemSelectionModel.SelectionFlag.Select
            self.selectionModel().setCurrentIndex(index, change)

    def _show_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        menu = self.message_menu(index if index.isValid() else self.currentIndex())
        if menu is not None:
            self._popup(menu, point)

    def _popup(self, menu: QMenu, point: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(point))

    def _toggle(self, index: QModelIndex) -> None:
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        self._model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _toggle_chosen(self, index: QModelIndex) -> None:
        """Tick all that is chosen; untick it where all of it is ticked."""
        chosen = [row for row in self._chosen_rows(index) if self._model.flags(row) & TICKABLE]
        states = {one.data(Qt.ItemDataRole.CheckStateRole) for one in chosen}
        self._model.tick(chosen, ticked=states != {Qt.CheckState.Checked})

    def _chosen_rows(self, index: QModelIndex) -> list[QModelIndex]:
        """List the chosen rows in their order; only the one at an index where that is not among them."""
        rows = sorted(self.selectedIndexes(), key=QModelIndex.row)
        return rows if index in rows else [index]

    def _chosen(self, index: QModelIndex) -> list[ChatMessage]:
        found = (self._model.message_at(one) for one in self._chosen_rows(index))
        return [one for one in found if one is not None]

    def _copy(self, messages: Sequence[ChatMessage]) -> None:
        """Put messages on the clipboard, each below its time, its sender and its place."""
        parts = [
            f"{' '.join(one for one in (said.time, said.sender, said.source) if one)}\n{said.text}"
            for said in messages
        ]
        if parts:
            QGuiApplication.clipboard().setText("\n\n".join(parts))

    def _places(self, index: QModelIndex) -> Places | None:
        row = self._model.row_at(index)
        if row is None or row.kind != "message":
            return None
        return self._delegate.places(self.visualRect(index), row)

    def _go(self) -> None:
        """Scroll to the wanted message as soon as the layout has reached it."""
        index = self._model.index_of(self._wanted)
        if self._wanted < 0 or not index.isValid():
            self._wanted = -1
            return
        if self.visualRect(index).height() <= 0:
            self._later.start(AGAIN_MS)
            return
        self._wanted = -1
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
