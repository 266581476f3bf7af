"""Guide what is dragged over the window: say where it will go, or why not, and take it when it is let go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from keepproof.domain.evidence import number_label
from keepproof.ui import drops, labels_orders
from keepproof.ui.drops import DropTarget, Offer
from keepproof.ui.importing import Importing
from keepproof.ui.session import Session
from keepproof.ui.widgets.drop_overlay import DropOverlay
from keepproof.ui.window_pages import Pages

ICONS = {
    "picture": "image",
    "video": "video-camera",
    "audio": "microphone",
    "text": "chat-text",
    "folder": "folder-open",
}
DRAGS = {QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop}


class DropGuide(QObject):
    """Answers the drag events of one window; only text over a text field is left to the field."""

    def __init__(
        self, session: Session, window: QWidget, pages: Pages, importing: Importing
    ) -> None:
        """Serve one window."""
        super().__init__(window)
        self._session, self._window = session, window
        self._pages, self._importing = pages, importing
        self.overlay = DropOverlay(window)
        self._watched: QWindow | None = None

    def watch(self) -> None:
        """See drags before the fields in the window do: those would take files as text."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take over the drags of the whole window."""
        if event.type() not in DRAGS:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.DragLeave:
            self.leave()
            return False
        if not isinstance(event, QDropEvent) or self._is_for_a_field(event):
            self.leave()
            return False
        if event.type() == QEvent.Type.Drop:
            self.drop(event)
        elif isinstance(event, QDragMoveEvent):
            self.move(event)
        return True

    def move(self, event: QDragMoveEvent) -> None:
        """Say where things will go, or why not; the pointer may be over a row of a list."""
        if not drops.offers(event.mimeData()) or self._blocked():
            self.leave()
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        offer = drops.offer(event.mimeData())
        if offer.refusal:
            self._pages.mark_target("")
            self._show(self._refusal(offer.refusal), (), accepted=False)
            return
        target = self._pages.drop_target(event.position().toPoint())
        self._pages.mark_target(target.order_id or "")
        icons = [ICONS.get(group, "file") for group, count in offer.counts for _ in range(count)]
        self._show(self._words(target, offer), icons, accepted=True)

    def leave(self) -> None:
        """Take the overlay away."""
        self.overlay.hide()
        self._pages.mark_target("")

    def drop(self, event: QDropEvent) -> None:
        """Copy what was let go; it is never moved."""
        self.leave()
        if self._blocked():
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        offer = drops.offer(event.mimeData())
        if offer.refusal:
            self._session.status.emit(" ".join(self._refusal(offer.refusal)))
            return
        target = self._pages.drop_target(event.position().toPoint())
        self._importing.take(event.mimeData(), target, "dropped")

    def _blocked(self) -> bool:
        return QApplication.activeModalWidget() is not None or not self._pages.opened

    def _is_for_a_field(self, event: QDropEvent) -> bool:
        under = self._window.childAt(event.position().toPoint())
        if isinstance(under, QWidget) and not isinstance(under, QLineEdit):
            under = under.parentWidget() or under  # a text edit's viewport
        fields = QLineEdit | QTextEdit | QPlainTextEdit
        writable = isinstance(under, fields) and under.isEnabled() and not under.isReadOnly()
        return writable and drops.is_plain_text(event.mimeData())

    def _show(self, lines: list[str], icons: list[str] | tuple[()], *, accepted: bool) -> None:
        pane = self._pages.drop_pane()
        rect = QRect(pane.mapTo(self._window, QPoint(0, 0)), pane.size())
        self.overlay.show_over(rect, lines, icons, accepted=accepted)

    def _words(self, target: DropTarget, offer: Offer) -> list[str]:
        title = self.tr("Release to keep them; choose an order later")
        if target.order_id is not None:
            title = self.tr("Release to add to “{order}”").format(order=target.title)
        parts = [labels_orders.listed([self._count(group, n) for group, n in offer.counts])]
        if target.order_id is not None and target.next_number is not None:
            parts.append(self._numbers(target.next_number, offer.files))
        hint = self.tr("The originals stay where they are; Esc cancels")
        if target.order_id is not None:
            hint = self.tr(
                "The originals stay where they are; Esc cancels; drag to the list at the left for another order"
            )
        return [title, labels_orders.facts_line(parts), hint]

    def _numbers(self, first: int, count: int | None) -> str:
        start = number_label(first, self._session.lang)
        if count is None:
            return self.tr("numbered from {first}").format(first=start)
        if count == 1:
            return self.tr("becomes {first}").format(first=start)
        last = number_label(first + count - 1, self._session.lang)
        return self.tr("become {first} to {last}").format(first=start, last=last)

    def _count(self, group: str, count: int) -> str:
        words = {
            "picture": self.tr("%n picture(s)", "", count),
            "video": self.tr("%n video(s)", "", count),
            "audio": self.tr("%n recording(s)", "", count),
            "text": self.tr("%n text(s)", "", count),
            "document": self.tr("%n document(s)", "", count),
            "folder": self.tr("%n folder(s)", "", count),
        }
        return words.get(group) or self.tr("%n other file(s)", "", count)

    def _refusal(self, code: str) -> list[str]:
        if code == "link":
            return [
                self.tr("This is only a link; nothing is fetched from the network"),
                self.tr("Save the picture or page as a file first, then drop that file here"),
            ]
        if code == "empty_folder":
            return [
                self.tr("There is no file in this folder"),
                self.tr("Check whether it is the right one"),
            ]
        return [self.tr("There is nothing here that can be kept")]
