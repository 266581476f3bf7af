"""Look at evidence closely, one item after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetrics, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from keepproof.domain.evidence import FiledEvidence
from keepproof.services.previews import original
from keepproof.ticket import Ticket
from keepproof.ui import labels_evidence, labels_tiles, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.empty_state import EmptyState
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.picture_view import STEP, PictureView
from keepproof.ui.widgets.pill import Pill

LARGEST_EDGE = 8000
TEXT_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class _Content:
    """What can be shown of an item: a picture's file, a text, or neither."""

    picture: Path | None = None
    text: str | None = None


class ViewerDialog(QDialog):
    """A large view with zoom; left and right walk through the items."""

    def __init__(
        self,
        session: Session,
        items: Sequence[FiledEvidence],
        first: FiledEvidence,
        parent: QWidget,
    ) -> None:
        """Open on one of several items."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._items = list(items)
        self._place = self._items.index(first)
        self.picture = PictureView(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the file"))
        self._empty = EmptyState("file", "", "", [], self)
        self._stack = QStackedWidget(self)
        for one in (self.picture, self.text, self._empty):
            self._stack.addWidget(one)
        self._number = Pill("", "solid", self)
        self._name = ElidedLabel(Qt.TextElideMode.ElideMiddle, "", self)
        self._name.setFont(theme.font("body", bold=True))
        self._meta = Label("", "caption", "text2", self)
        self._zoom = Label("", "caption", "text2", self)
        self._build()
        self.resize(self.sizeHint())
        self._show()

    def _build(self) -> None:
        self.previous = IconButton("caret-left", self.tr("Previous"))
        self.next = IconButton("caret-right", self.tr("Next"))
        nearer = IconButton("magnifying-glass-plus", self.tr("Zoom in"))
        farther = IconButton("magnifying-glass-minus", self.tr("Zoom out"))
        fit = IconButton("corners-out", self.tr("Fit"))
        folder = Button(self.tr("Open original"), "secondary")
        self.previous.clicked.connect(lambda: self.walk(-1))
        self.next.clicked.connect(lambda: self.walk(1))
        nearer.clicked.connect(lambda: self.picture.zoom_by(STEP))
        farther.clicked.connect(lambda: self.picture.zoom_by(1 / STEP))
        fit.clicked.connect(self.picture.fit)
        folder.clicked.connect(self._open_original)
        self.picture.zoomed.connect(lambda scale: self._zoom.setText(f"{scale:.0%}"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._meta)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._number)
        head.addLayout(names, 1)
        for widget in (self._zoom, farther, fit, nearer, self.previous, self.next, folder):
            head.addWidget(widget)
        self._tools = (self._zoom, farther, fit, nearer)
        layout = QVBoxLayout(self)
        edge = theme.px(12)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        for key, step in (("Alt+Left", -1), ("Alt+Right", 1), ("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda step=step: self.walk(step))

    def sizeHint(self) -> QSize:
        """Fill most of the window behind."""
        parent = self.parentWidget()
        behind = parent.size() if parent else QSize(1000, 700)
        return QSize(round(behind.width() * 0.9), round(behind.height() * 0.9))

    def walk(self, step: int) -> None:
        """Go to another item."""
        place = self._place + step
        if 0 <= place < len(self._items):
            self._place = place
            self._show()

    def current(self) -> FiledEvidence:
        """Give the item that is shown."""
        return self._items[self._place]

    def _show(self) -> None:
        filed = self.current()
        item = filed.evidence
        self.setWindowTitle(item.name)
        self._number.setVisible(filed.number is not None)
        if filed.number is not None:
            self._number.setText(labels_tiles.number_words(filed.number))
        self._name.setText(item.name)
        words, _tone, _icon = labels_evidence.fixity_words(item)
        self._meta.setText(f"{words} · {labels_evidence.size_words(item)}")
        self.previous.setEnabled(self._place > 0)
        self.next.setEnabled(self._place + 1 < len(self._items))
        self._say("hourglass", self.tr("Opening"), item.original_name)
        previews, path = self._session.previews, self._original(filed)

        def read(ticket: Ticket) -> _Content:
            del ticket
            picture = previews.picture(path, item, LARGEST_EDGE)
            if picture is not None:
                return _Content(picture)
            return _Content(text=previews.text_preview(path, item.media_type, TEXT_LIMIT))

        self._session.operations.pool(self, read, lambda found: self._take(filed, found))

    def _take(self, filed: FiledEvidence, content: _Content) -> None:
        if filed is not self.current():
            return
        pixmap = QPixmap(str(content.picture)) if content.picture else QPixmap()
        for tool in self._tools:
            tool.setVisible(not pixmap.isNull())
        if not pixmap.isNull():
            self._stack.setCurrentWidget(self.picture)
            self.picture.show_picture(pixmap)
            self.picture.setFocus()
        elif content.text is not None:
            self.text.setPlainText(content.text)
            self.text.setFont(theme.font("reading"))
            self.text.setTabStopDistance(
                4.0 * QFontMetrics(self.text.font()).horizontalAdvance("0")
            )
            self._stack.setCurrentWidget(self.text)
            self.text.setFocus()
        else:
            odd = filed.evidence.odd
            why = (
                self._session.say(odd) if odd else self.tr("Another program can open the original")
            )
            self._say("file", self.tr("Kept; no preview"), why)

    def _say(self, icon: str, title: str, text: str) -> None:
        self._empty.set_icon(icon)
        self._empty.set_words(title, text)
        self._stack.setCurrentWidget(self._empty)
        for tool in self._tools:
            tool.hide()

    def _original(self, filed: FiledEvidence) -> Path:
        return original(self._session.folder, filed.evidence.sha256)

    def _open_original(self) -> None:
        """Show the folder: the original has no ending, so another program asks what it is."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._original(self.current()).parent)))
