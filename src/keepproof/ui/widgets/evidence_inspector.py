"""Everything known of one piece of evidence: picture, integrity, four times, fingerprint."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.services.redact_picture import can_redact
from keepproof.ui import labels_documents, labels_evidence, labels_tiles, theme, tips
from keepproof.ui.session import Session
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.copy_links import CopyLinks
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.read_hints import ReadHints
from keepproof.ui.widgets.scroll_pane import ScrollPane
from keepproof.ui.widgets.timeline_delegate import media_icon

Mark = tuple[int, int, int, int]


class Preview(QWidget):
    """The picture of an item, whole, on a quiet ground."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty preview."""
        super().__init__(parent)
        self._session = session
        self._filed: FiledEvidence | None = None
        self._marks: tuple[Mark, ...] = ()
        self._marks_width = 0
        self.setFixedHeight(theme.px(268))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.thumbnails.ready.connect(self._picture_came)

    def show_item(self, filed: FiledEvidence) -> None:
        """Show one item."""
        self._filed = filed
        self._marks = ()
        self.setAccessibleName(filed.evidence.name)
        self.update()

    def mark(self, boxes: Sequence[Mark], width: int) -> None:
        """Mark places in the picture; boxes are in pixels of a picture of this width."""
        self._marks, self._marks_width = tuple(boxes), width
        self.update()

    def _picture_came(self, _id: str) -> None:
        # A method, not a lambda: Qt lets go of it together with the widget.
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or the icon of what it is."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painting.rounded(painter, self.rect(), theme.px(10), theme.color("sunken"))
        if self._filed is None:
            return
        edge = theme.px(10)
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        item = self._filed.evidence
        pixmap = self._session.thumbnails.pixmap(item, room.size(), self.devicePixelRatioF())
        if pixmap is None or pixmap.isNull():
            painting.icon(painter, room.center(), media_icon(item.media_type), "text3", 32)
            return
        size = (pixmap.size() / pixmap.devicePixelRatio()).scaled(
            room.size(), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
        painter.drawPixmap(place, pixmap)
        if self._marks_width:
            painter.setPen(QPen(theme.color("accent"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setClipRect(place)
            for left, top, right, bottom in self._marks:
                # a tall picture is cut off below, so its width alone tells the scale
                scale = place.width() / self._marks_width
                near = QRectF(left * scale, top * scale, (right - left) * scale, 0)
                near.setHeight((bottom - top) * scale)
                edge = theme.px(3)
                painter.drawRect(
                    near.translated(place.topLeft()).adjusted(-edge, -edge, edge, edge)
                )


class EvidenceInspector(QWidget):
    """A column about the chosen item; what is pressed is told by signals."""

    open_asked = Signal(object)
    verify_asked = Signal()
    order_asked = Signal(str)
    file_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty column."""
        super().__init__(parent)
        self._session = session
        self._filed: FiledEvidence | None = None
        self.preview = Preview(session, self)
        self._number = Pill("", "solid", self)
        self._name = ElidedLabel(Qt.TextElideMode.ElideMiddle, "", self)
        self._name.setFont(theme.font("body", bold=True))
        self.hints = ReadHints(session, self)
        self.hints.marked.connect(self.preview.mark)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        self.open_button = Button(self.tr("Open original"), "secondary")
        self.open_button.clicked.connect(lambda: self.open_asked.emit(self._filed))
        self.file_button = Button(self.tr("File under an order"), "secondary")
        self.file_button.clicked.connect(self.file_asked)
        self.copy_links = CopyLinks(self)
        self.redact_button = Button(self.tr("Redacted copy…"), "secondary", "eye-slash")
        self.redact_button.clicked.connect(self._redact)
        self._build()
        self.clear()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._number)
        head.addWidget(self._name, 1)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        edge = theme.px(18)
        column.setContentsMargins(edge, theme.px(16), edge, theme.px(12))
        column.setSpacing(theme.px(10))
        column.addWidget(self.preview)
        column.addLayout(head)
        column.addWidget(self.redact_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.copy_links)
        column.addWidget(self.hints)
        column.addLayout(self._rows)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, theme.px(8), edge, theme.px(14))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.open_button, 1)
        foot.addWidget(self.file_button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollPane(inner, parent=self), 1)
        layout.addLayout(foot)

    def sizeHint(self) -> QSize:
        """Ask for the width of the design."""
        return QSize(theme.px(316), theme.px(600))

    def clear(self) -> None:
        """Show nothing."""
        self._say(
            self.tr("Choose an item to see where it came from and its four times"), unfiled=False
        )

    def show_many(self, filed: Sequence[FiledEvidence]) -> None:
        """Say how many items are chosen, and what can be done with all of them."""
        unfiled = all(one.order_id is None for one in filed)
        self._say(self.tr("%n item(s) chosen", "", len(filed)), unfiled=unfiled)

    def _say(self, words: str, *, unfiled: bool) -> None:
        self._filed = None
        self._empty()
        self.hints.clear()
        self.preview.hide()
        self._number.hide()
        self.open_button.hide()
        self.redact_button.hide()
        self.copy_links.hide()
        self.file_button.setVisible(unfiled)
        self._name.setText("")
        self._rows.addWidget(Label(words, "body", "text3", self))

    def show_item(self, filed: FiledEvidence, order: Order | None) -> None:
        """Show one item as it stands in one order."""
        self._filed = filed
        item = filed.evidence
        self.preview.show()
        self.preview.show_item(filed)
        self.hints.show_item(filed)
        self.open_button.show()
        self.redact_button.setVisible(can_redact(item))
        self.redact_button.setEnabled(item.fixity != "missing")
        self.open_button.setEnabled(item.fixity != "missing")
        self.file_button.setVisible(filed.order_id is None)
        self._number.setVisible(filed.number is not None)
        if filed.number is not None:
            self._number.setText(labels_tiles.number_words(filed.number))
        self._name.setText(item.original_name)
        self._empty()
        self._rows.addWidget(self._integrity(filed))
        if item.odd:
            self._rows.addWidget(Notice("info", self._session.say(item.odd), parent=self))
        self._rows.addWidget(Label(self.tr("Four times, each kept apart"), "small", "text2", self))
        self._rows.addWidget(self._times(filed))
        self._rows.addWidget(self._facts(filed))
        if order is not None:
            link = Button(order.title.replace("&", "&&"), "link")  # "&" would mark a key
            link.setToolTip(self.tr("Open the order"))
            link.clicked.connect(lambda: self.order_asked.emit(order.id))
            self._rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _redact(self) -> None:
        self._session.redact_requested.emit(self._filed)

    def _integrity(self, filed: FiledEvidence) -> QWidget:
        words, tone, _icon = labels_evidence.fixity_words(filed.evidence)
        detail = labels_evidence.checked_words(filed.evidence.checked_at)
        notice = Notice(tone, words, detail, self.tr("Check"), self)
        notice.link_clicked.connect(self.verify_asked)
        return notice

    def _times(self, filed: FiledEvidence) -> QWidget:
        rows: list[tuple[str, str, str, bool]] = [
            (name, at, source, False)
            for name, at, source in labels_evidence.time_rows(filed.evidence.times)
        ]
        return self._grid(rows)

    def _facts(self, filed: FiledEvidence) -> QWidget:
        item = filed.evidence
        kind = self._session.book.kind(item.kind).label.of(self._session.lang)
        rows = [
            (self.tr("Kind"), kind, "", False),
            (self.tr("Came"), labels_evidence.origin_words(item.origin), "", False),
            (self.tr("Size"), labels_evidence.size_words(item), "", False),
            (self.tr("SHA-256"), labels_evidence.print_words(item.sha256), "", True),
        ]
        rows += [(name, value, "", False) for name, value in labels_documents.fact_rows(item)]
        if item.note:
            rows.append((self.tr("Note"), item.note, "", False))
        return self._grid(rows, item.sha256)

    def _grid(self, rows: list[tuple[str, str, str, bool]], whole: str = "") -> QWidget:
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        place = 0
        for name, value, below, fixed in rows:
            grid.addWidget(Label(name, "small", "text3", box), place, 0, Qt.AlignmentFlag.AlignTop)
            cell = Label(value, "small", "text", box)
            cell.setAccessibleName(f"{name}: {value}")
            if fixed:
                cell.setFont(_fixed_font())
                cell.setToolTip(tips.plain(whole))
            grid.addWidget(cell, place, 1)
            place += 1
            if below:
                grid.addWidget(Label(below, "caption", "text3", box), place, 1)
                place += 1
        return box

    def _empty(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _fixed_font() -> QFont:
    """Give digits of one width, so that fingerprints stand under each other."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(theme.font("small").pixelSize())
    return font
