"""The window: side bar, places, drops, progress and status; it decides nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from keepproof.domain.changes import Changes
from keepproof.ui import drops, theme
from keepproof.ui.drops import DropTarget
from keepproof.ui.importing import Importing
from keepproof.ui.session import Session
from keepproof.ui.sidebar import SideBar
from keepproof.ui.widgets.drop_overlay import DropOverlay
from keepproof.ui.widgets.progress_card import ProgressCard
from keepproof.ui.window_pages import Pages

NARROW = 1180
STATUS_MS = 8000


class MainWindow(QMainWindow):
    """Assembles the places; `closed` says that the user is done."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        """Build the window around a session whose library may still be opening."""
        super().__init__()
        self._session = session
        self._wide = False
        self._history: list[str] = []
        self.setWindowTitle(self.tr("KeepProof"))
        self.setMinimumSize(960, 640)
        self.setAcceptDrops(True)
        self.importing = Importing(session, self)
        self.sidebar = SideBar(session, self)
        self.pages = Pages(session, self)
        self.stack = QStackedWidget(self)
        self.overlay = DropOverlay(self)
        self._cards: dict[object, ProgressCard] = {}
        self._tray = QVBoxLayout()
        self._status = QLabel(self)
        self._build()
        self._connect()
        self.resize(QSize(1280, 800))
        self._restore()

    def _build(self) -> None:
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        self._tray.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(6))
        column.addLayout(self._tray)
        row.addLayout(column, 1)
        self.setCentralWidget(content)
        self.statusBar().addWidget(self._status, 1)
        self.statusBar().setSizeGripEnabled(False)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._status.clear)

    def _connect(self) -> None:
        session = self._session
        session.place_requested.connect(self.show_place)
        session.order_requested.connect(self.show_order)
        session.evidence_requested.connect(self.show_evidence)
        session.unfiled_requested.connect(self.show_unfiled)
        session.wide_requested.connect(self.set_wide)
        session.status.connect(self.say)
        session.add_requested.connect(self.importing.choose_files)
        session.events.changed.connect(self._changed)
        operations = session.operations
        operations.busy.connect(self._begin)
        operations.progressed.connect(self._progress)
        operations.ended.connect(self._end)

    def show_place(self, place: str) -> None:
        """Show a place of the side bar."""
        page = self.pages.get(place)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        if self.stack.currentWidget() is not page:
            self._history.append(place)
            self.stack.setCurrentWidget(page)
        self.sidebar.show_place(place)
        self.set_wide(getattr(page, "wide_now", False))
        focus = getattr(page, "focus_first", None)
        if focus is not None:
            focus()

    def show_order(self, order_id: str, tab: str) -> None:
        """Show one order."""
        self.show_place("orders")
        self.pages.orders().show_order(order_id, tab)

    def show_evidence(self, evidence_id: str) -> None:
        """Show one piece of evidence in the viewer."""
        self.pages.open_viewer(evidence_id)

    def show_unfiled(self) -> None:
        """Show what is in no order yet."""
        self.show_place("evidence")
        self.pages.evidence().show_unfiled()

    def back(self) -> None:
        """Go to the place before."""
        if len(self._history) > 1:
            self._history.pop()
            self.show_place(self._history.pop())

    def set_wide(self, wide: bool) -> None:
        """Give the page the room of the side bar, or take it back."""
        self._wide = wide
        self.sidebar.set_rail(rail=wide or self.width() < theme.px(NARROW))

    def say(self, words: str) -> None:
        """Show a line of status for a while."""
        self._status.setText(words)
        self._status.setAccessibleName(words)
        self._quiet.start(STATUS_MS)

    def target(self) -> DropTarget:
        """Say where things dropped or pasted now would go."""
        page = self.stack.currentWidget()
        ask = getattr(page, "drop_target", None)
        target = ask() if ask is not None else None
        return target if isinstance(target, DropTarget) else DropTarget(None, "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say where dragged files will go."""
        self._hover(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Follow the pointer: a row of the list may be the target."""
        self._hover(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the overlay away."""
        self.overlay.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Copy what was dropped; it is never moved."""
        self.overlay.hide()
        target = self._target_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.CopyAction)
        if self.importing.take(event.mimeData(), target, "dropped"):
            event.accept()

    def _hover(self, event: QDragMoveEvent) -> None:
        if not drops.offers(event.mimeData()):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        target = self._target_at(event.position().toPoint())
        urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
        local = [one for one in urls if one.isLocalFile()]
        refused = bool(urls) and not local and not event.mimeData().hasImage()
        title, detail = self._drop_words(target, len(local) or 1)
        if refused:
            title, detail = (
                self.tr("This is only a link"),
                self.tr("Save the file or picture first, then drop it here"),
            )
        pane = QRect(self.stack.mapTo(self, QPoint(0, 0)), self.stack.size())
        self.overlay.show_over(pane, title, detail, accepted=not refused)

    def _drop_words(self, target: DropTarget, count: int) -> tuple[str, str]:
        title = self.tr("Release to keep these without an order for now")
        if target.order_id is not None:
            title = self.tr("Release to add to “{order}”").format(order=target.title)
        detail = self.tr("%n item(s), copied; the originals stay where they are", "", count)
        if target.order_id is not None and target.next_number is not None:
            last = target.next_number + count - 1
            numbers = (
                self.tr("numbers {first} to {last}") if count > 1 else self.tr("number {first}")
            )
            detail = f"{detail} · {numbers.format(first=target.next_number, last=last)}"
        return title, detail

    def _target_at(self, point: QPoint) -> DropTarget:
        page = self.stack.currentWidget()
        at = getattr(page, "drop_target_at", None)
        found = at(page.mapFrom(self, point)) if at is not None and page is not None else None
        return found if isinstance(found, DropTarget) else self.target()

    def _changed(self, changes: Changes) -> None:
        self.pages.changed(changes)

    def _begin(self, title: str, ticket: object) -> None:
        card = ProgressCard(title, self)
        card.cancelled.connect(ticket.cancel)  # type: ignore[attr-defined]  # a Ticket, sent as an object
        self._cards[ticket] = card
        self._tray.addWidget(card)
        card.hide()
        # Work that is over at once shows nothing.
        QTimer.singleShot(300, card, card.show)

    def _progress(self, ticket: object, done: int, total: int, what: str) -> None:
        if ticket in self._cards:
            self._cards[ticket].report(done, total, what)

    def _end(self, ticket: object) -> None:
        card = self._cards.pop(ticket, None)
        if card is not None:
            card.hide()
            card.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a rail where it is narrow."""
        super().resizeEvent(event)
        self.set_wide(self._wide)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and splitters, finish what is pending."""
        self.pages.leave()
        self._remember()
        super().closeEvent(event)
        self.closed.emit()

    def _splitters(self) -> list[QSplitter]:
        return [one for one in self.findChildren(QSplitter) if one.objectName()]

    def _remember(self) -> None:
        window = dict(self._session.settings.value.window)
        window["geometry"] = bytes(self.saveGeometry().toBase64().data()).decode()
        window["place"] = self.pages.name_of(self.stack.currentWidget())
        for one in self._splitters():
            window[one.objectName()] = bytes(one.saveState().toBase64().data()).decode()
        self._session.settings.change(window=window)

    def _restore(self) -> None:
        saved = self._session.settings.value.window.get("geometry", "")
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode()))
