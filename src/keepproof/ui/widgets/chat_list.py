"""The messages of a chat: scrolled, searched, ticked, and each speaker's role changed in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from keepproof.domain.chat import ChatMessage
from keepproof.ui import labels_chat, theme, tips
from keepproof.ui.models.chat_model import ChatModel
from keepproof.ui.widgets.chat_delegate import ChatDelegate, Places

BATCH = 300
AGAIN_MS = 20


class ChatList(QListView):
    """Bubbles over a model; Space ticks, the menu key opens what a click on the face does.

    `role_asked` carries the sender and the role to give, None for the guess.
    """

    role_asked = Signal(str, object)

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
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Messages"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
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
            self._toggle(index)
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self._model.message_at(index))
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
        menu.addAction(self.tr("Copy with time and place"), lambda: self._copy(message))
        if message.sender:
            roles = self.role_menu(message, menu)
            roles.setTitle(self.tr("Who speaks"))
            menu.addMenu(roles)
        return menu

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

    def _copy(self, message: ChatMessage | None) -> None:
        if message is not None:
            head = f"{message.time} {message.sender} {message.source}".strip()
            QGuiApplication.clipboard().setText(f"{head}\n{message.text}")

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
