"""Look at evidence closely, one item after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from keepproof.services.redact_picture import can_redact
from keepproof.ticket import Ticket
from keepproof.ui import labels_documents, labels_evidence, labels_tiles, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.empty_state import EmptyState
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.page_steps import PageSteps
from keepproof.ui.widgets.picture_view import PictureView
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.zoom_view import STEP

LARGEST_EDGE = 8000
TEXT_LIMIT = 200_000
# both a page to look at and words to read
WRITTEN = frozenset({"application/pdf"})


@dataclass(frozen=True, slots=True)
class _Content:
    """What can be shown of an item: a picture's file, a text, both of a PDF, or neither."""

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
        self.picture.setAccessibleName(self.tr("The picture"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text of the file"))
        self._empty = EmptyState("file", "", "", [], self)
        self.pages = PageSteps(self)
        self.pages.stepped.connect(lambda _page: self._read(self._take_page))
        self.other = Button("", "secondary", "file-text", self)
        self.other.clicked.connect(self._turn_over)
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
        self.redact_button = Button(self.tr("Redacted copy…"), "secondary", "eye-slash")
        self.redact_button.clicked.connect(self._redact)
        self.picture.zoomed.connect(lambda scale: self._zoom.setText(f"{scale:.0%}"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._meta)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._number)
        head.addLayout(names, 1)
        tools = (self._zoom, farther, fit, nearer, self.pages, self.other)
        for widget in (*tools, self.previous, self.next, self.redact_button, folder):
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
        self.redact_button.setVisible(can_redact(item))
        self._say("hourglass", self.tr("Opening"), item.original_name)
        self.pages.show_pages(labels_documents.page_count(item))
        self.other.hide()
        self._read(self._take)

    def _read(self, take: Callable[[_Content], None]) -> None:
        """Ask for the page that is to be shown; what comes after the user went on is left."""
        filed, page = self.current(), self.pages.page()
        item = filed.evidence
        previews, path = self._session.previews, self._original(filed)

        def read(ticket: Ticket) -> _Content:
            del ticket
            picture = previews.picture(path, item, LARGEST_EDGE, page)
            if picture is not None and (page or item.media_type not in WRITTEN):
                return _Content(picture)
            return _Content(picture, previews.text_preview(path, item.media_type, TEXT_LIMIT))

        def come(found: _Content) -> None:
            if filed is self.current() and page == self.pages.page():
                take(found)

        self._session.operations.pool(self, read, come)

    def _take_page(self, content: _Content) -> None:
        pixmap = QPixmap(str(content.picture)) if content.picture else QPixmap()
        if not pixmap.isNull():
            self.picture.show_picture(pixmap)

    def _take(self, content: _Content) -> None:
        pixmap = QPixmap(str(content.picture)) if content.picture else QPixmap()
        if content.text is not None:
            self.text.setPlainText(content.text)
            self.text.setFont(theme.font("reading"))
            self.text.setTabStopDistance(
                4.0 * QFontMetrics(self.text.font()).horizontalAdvance("0")
            )
        if not pixmap.isNull():
            self.picture.show_picture(pixmap)
            self.other.setVisible(bool(content.text))
            self._turn_to(self.picture)
        elif content.text is not None:
            self._turn_to(self.text)
        else:
            filed = self.current()
            odd = filed.evidence.odd
            why = (
                self._session.say(odd) if odd else self.tr("Another program can open the original")
            )
            self._say("file", self.tr("Kept; no preview"), why)

    def _turn_over(self) -> None:
        """Show the words of a page instead of the page, or the other way round."""
        drawn = self._stack.currentWidget() is self.picture
        self._turn_to(self.text if drawn else self.picture)

    def _turn_to(self, shown: QWidget) -> None:
        drawn = shown is self.picture
        self._stack.setCurrentWidget(shown)
        for tool in self._tools:
            tool.setVisible(drawn)
        self.other.setText(self.tr("As text") if drawn else self.tr("As picture"))
        shown.setFocus()

    def _say(self, icon: str, title: str, text: str) -> None:
        self._empty.set_icon(icon)
        self._empty.set_words(title, text)
        self._stack.setCurrentWidget(self._empty)
        for tool in self._tools:
            tool.hide()
        self.other.hide()

    def _original(self, filed: FiledEvidence) -> Path:
        return original(self._session.folder, filed.evidence.sha256)

    def _redact(self) -> None:
        self._session.redact_requested.emit(self.current())

    def _open_original(self) -> None:
        """Show the folder: the original has no ending, so another program asks what it is."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._original(self.current()).parent)))
