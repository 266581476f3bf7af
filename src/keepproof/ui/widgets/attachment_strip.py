"""The pictures a form wants with the text, in the order they are numbered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from keepproof.domain.complaint import Limits
from keepproof.domain.evidence import FiledEvidence
from keepproof.ui import labels_evidence, labels_orders, labels_tiles, theme, tips
from keepproof.ui.session import Session
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.buttons import Button, entered
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.scroll_row import ScrollRow

WIDE, PICTURE = 84, 64


class AttachedPicture(QAbstractButton):
    """One picture as a button: thumbnail, number, size; too large for the form is said in red."""

    def __init__(
        self, session: Session, filed: FiledEvidence, limit: int | None, parent: QWidget
    ) -> None:
        """Build the button of one filed picture."""
        super().__init__(parent)
        self._session, self._filed = session, filed
        self._large = limit is not None and filed.evidence.size > limit
        self._size = labels_evidence.size_words(filed.evidence).rpartition("· ")[2]
        said = labels_tiles.tile_sentence(filed, session.book, session.lang)
        self.setAccessibleName(labels_orders.listed([said, self._size]))
        self.setToolTip(tips.plain(self.accessibleName()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        session.thumbnails.ready.connect(self._picture_came)

    def sizeHint(self) -> QSize:
        """Take a picture and one line."""
        line = QFontMetrics(theme.font("caption")).lineSpacing()
        return QSize(theme.px(WIDE), theme.px(PICTURE) + line + theme.px(6))

    def _picture_came(self, _id: str) -> None:
        # A method, not a lambda: Qt lets go of it together with the widget.
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter too."""
        if not entered(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint picture, number and size."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRect(2, 2, self.width() - 4, theme.px(PICTURE) - 4)
        evidence = self._filed.evidence
        pixmap = self._session.thumbnails.pixmap(evidence, frame.size(), self.devicePixelRatioF())
        painting.picture(painter, frame, pixmap, "image", top=True)
        if self.hasFocus():
            painting.edge(painter, frame, theme.px(6), QPen(theme.color("accent"), 2))
        words = f"E{self._filed.number}"
        pill = QRect(frame.left() + theme.px(4), frame.top() + theme.px(4), 0, 0)
        pill.setSize(QSize(painting.pill_width(words) + 1, painting.pill_height()))
        painting.pill(painter, pill, words, "solid")
        line = QRect(2, theme.px(PICTURE), self.width() - 4, self.height() - theme.px(PICTURE))
        ink = theme.color("bad_text" if self._large else "text2")
        painting.text(painter, line, self._size, theme.font("caption"), ink)


class AttachmentStrip(Card):
    """A card over the pictures; `opened` carries the number of the one pressed, `fit_asked` wants copies that fit."""

    opened = Signal(int)
    fit_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty card."""
        super().__init__(parent)
        self._session = session
        self._shown: tuple[FiledEvidence, ...] = ()
        self._limit: int | None = None
        self._title = Label("", "body", "text", self)
        self._title.setFont(theme.font("body", bold=True))
        self._title.setWordWrap(False)
        self._hint = Label("", "small", "text2", self)
        self._row = ScrollRow(self)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        self.fit_button = Button(self.tr("Make copies that fit…"), "link", parent=self)
        self.fit_button.clicked.connect(self.fit_asked)
        head.addWidget(self.fit_button)
        layout = QVBoxLayout(self)
        edge = theme.px(12)
        layout.setContentsMargins(edge, theme.px(8), edge, theme.px(8))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self._row)
        self.hide()

    def set_pictures(self, filed: Sequence[FiledEvidence], limits: Limits) -> None:
        """Show these pictures, and what the form takes of them."""
        shown = tuple(filed)
        self._title.setText(self.tr("%n picture(s) to attach", "", len(shown)))
        self._hint.setText(self._words(limits))
        if shown != self._shown or limits.picture_bytes != self._limit:
            self._shown, self._limit = shown, limits.picture_bytes
            self._row.set_widgets([self._picture(one) for one in shown])
        self.setVisible(bool(shown))

    def _picture(self, filed: FiledEvidence) -> AttachedPicture:
        picture = AttachedPicture(self._session, filed, self._limit, self)
        number = filed.number or 0
        picture.clicked.connect(lambda: self.opened.emit(number))
        return picture

    def _words(self, limits: Limits) -> str:
        parts = [self.tr("Attach them in this order")]
        if limits.pictures is not None:
            parts.append(self.tr("at most {count}").format(count=limits.pictures))
        if limits.picture_bytes is not None:
            size = f"{limits.picture_bytes // 1024:,} KB"
            parts.append(self.tr("each up to {size}").format(size=size))
        if limits.formats:
            parts.append(" / ".join(one.upper() for one in limits.formats))
        return labels_orders.facts_line(parts)
