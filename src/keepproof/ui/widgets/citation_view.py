"""What one statement rests on: its evidence with pictures, times and integrity, or the user's own word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from keepproof.domain.complaint import Statement
from keepproof.domain.evidence import FiledEvidence
from keepproof.ui import icons, labels_complaint, labels_orders, labels_tiles, theme, tips
from keepproof.ui.session import Session
from keepproof.ui.widgets import painting
from keepproof.ui.widgets.buttons import Button, entered
from keepproof.ui.widgets.flow_layout import FlowLayout
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.text_places import own_word

# width, height and picture of an item: small in the popover, large in the column beside the text
SMALL, LARGE = (250, 84, 62), (408, 216, 150)
MOST = 6


class CitedItem(QAbstractButton):
    """One piece of evidence as a button: picture, number, time, name, kind."""

    def __init__(
        self,
        session: Session,
        filed: FiledEvidence,
        parent: QWidget | None = None,
        *,
        large: bool = False,
    ) -> None:
        """Build the button of one filed piece."""
        super().__init__(parent)
        self._session = session
        self._filed = filed
        self._wide, self._high, self._picture = LARGE if large else SMALL
        self._kind = session.book.kind(filed.evidence.kind).label.of(session.lang)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said = labels_tiles.tile_sentence(filed, session.book, session.lang)
        self.setAccessibleName(said)
        self.setToolTip(tips.plain(said))
        session.thumbnails.ready.connect(self._picture_came)

    def sizeHint(self) -> QSize:
        """Take one place in the row."""
        return QSize(theme.px(self._wide), theme.px(self._high))

    def _picture_came(self, _id: str) -> None:
        # A method, not a lambda: Qt lets go of it together with the widget.
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter too."""
        if not entered(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint picture and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            ring = QPen(theme.color("accent"), 2)
            painting.edge(painter, self.rect(), theme.px(6), ring)
        evidence = self._filed.evidence
        frame = QRect(2, 2, theme.px(self._picture), self.height() - 4)
        pixmap = self._session.thumbnails.pixmap(evidence, frame.size(), self.devicePixelRatioF())
        top = evidence.media_type.startswith("image/")
        painting.picture(painter, frame, pixmap, "file-text", top=top)
        self._paint_words(painter, frame.right() + theme.px(9))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        right = self.width() - theme.px(4)
        words = labels_tiles.number_words(self._filed.number or 0)
        high, wide = painting.pill_height(), painting.pill_width(words) + 1
        painting.pill(painter, QRect(left, 2, wide, high), words, "solid")
        caption, body = theme.font("caption"), theme.font("body", bold=True)
        time = QRect(left + wide + theme.px(6), 2, right - left - wide - theme.px(6), high)
        quiet = theme.color("text2")
        painting.text(painter, time, labels_tiles.tile_time(self._filed), caption, quiet)
        line = QFontMetrics(body).lineSpacing()
        name = QRect(left, high + theme.px(6), right - left, line)
        name_words = self._filed.evidence.name
        painting.text(
            painter, name, name_words, body, theme.color("text"), elide=Qt.TextElideMode.ElideMiddle
        )
        kind = QRect(left, name.bottom() + theme.px(1), right - left, line)
        broken = labels_tiles.broken_words(self._filed.evidence)
        tone = theme.color("bad_text") if broken else quiet
        painting.text(painter, kind, broken or self._kind, caption, tone)


class CitationView(QWidget):
    """The evidence of a statement; `opened` carries a number, `edit_asked` and `restore_asked` its id."""

    opened = Signal(int)
    edit_asked = Signal(str)
    restore_asked = Signal(str)

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, large: bool = False
    ) -> None:
        """Build an empty view; `large` shows the pictures as large as a column allows."""
        super().__init__(parent)
        self._session = session
        self._large = large
        self._statement = ""
        self._items: list[QWidget] = []
        self._title = Label("", "section" if large else "small", "text", self)
        self._detail = Label("", "small", "text2", self)
        self._flow = FlowLayout(None, theme.px(8))
        self._icon = QLabel(self)
        self._state = Label("", "small", "text2", self)
        self._edit = Button(self.tr("Reword"), "link", parent=self)
        self._restore = Button(self.tr("Generated wording"), "link", parent=self)
        self._edit.clicked.connect(lambda: self.edit_asked.emit(self._statement))
        self._restore.clicked.connect(lambda: self.restore_asked.emit(self._statement))
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(6))
        foot.addWidget(self._icon)
        foot.addWidget(self._state, 1)
        foot.addWidget(self._restore)
        foot.addWidget(self._edit)
        self._keys = Label(self.tr("Enter opens it"), "caption", "text2", self)
        self._keys.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._keys)
        layout = QVBoxLayout(self)
        edge = theme.px(14)
        layout.setContentsMargins(edge, theme.px(10), edge, theme.px(8))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addLayout(self._flow)
        layout.addWidget(self._detail)
        layout.addLayout(foot)
        self.set_nothing()

    def set_nothing(self) -> None:
        """Say what will be shown here."""
        self._statement = ""
        self._clear()
        self._title.setText(self.tr("Point at a sentence to see what it rests on"))
        self._state.setText("")
        for part in (self._detail, self._keys, self._icon, self._restore, self._edit):
            part.hide()

    def set_statement(
        self, statement: Statement, filed: Sequence[FiledEvidence], facts: Sequence[str]
    ) -> None:
        """Show what a statement rests on; `facts` are the labels of the answers in it."""
        self._statement = statement.id
        cited = [one for one in filed if one.number in statement.citations]
        self._clear()
        for one in cited[:MOST]:
            item = CitedItem(self._session, one, self, large=self._large)
            item.clicked.connect(lambda _=False, number=one.number: self.opened.emit(number))
            self._flow.addWidget(item)
            item.show()
            self._items.append(item)
        self._word(statement, cited, facts)

    def _clear(self) -> None:
        for old in self._items:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._items = []

    def _word(
        self, statement: Statement, cited: Sequence[FiledEvidence], facts: Sequence[str]
    ) -> None:
        if cited:
            title = self.tr("This sentence rests on %n piece(s) of evidence", "", len(cited))
        elif own_word(statement):
            title = self.tr("Your own statement; no evidence is cited for it")
        else:
            title = self.tr("This sentence is part of every text")
        lines = []
        if len(cited) > MOST:
            lines.append(self.tr("and %n more", "", len(cited) - MOST))
        if facts:
            named = labels_orders.listed(list(facts))
            lines.append(self.tr("From the facts: {facts}").format(facts=named))
        outdated = statement.stale and statement.edited
        if outdated:
            lines.append(self.tr("You reworded it; the facts have changed since"))
        elif statement.stale:
            lines.append(self.tr("The picture is read otherwise now; compare the words with it"))
        elif statement.edited:
            lines.append(self.tr("Reworded by you"))
        self._title.setText(title)
        self._detail.setText("\n".join(lines))
        self._detail.setVisible(bool(lines))
        self._restore.setVisible(statement.edited)
        self._keys.setVisible(bool(cited))
        self._edit.show()
        self._edit.setText(self.tr("Compare") if outdated else self.tr("Reword"))
        words, tone, icon = "", "", ""
        if cited:
            words, tone, icon = labels_complaint.together([one.evidence for one in cited])
        self._state.setText(words)
        self._state.set_color("bad_text" if tone == "bad" else "text2")
        edge = theme.px(16)
        ink = "bad_text" if tone == "bad" else "accent"
        self._icon.setVisible(bool(icon))
        if icon:
            self._icon.setPixmap(icons.pixmap(icon, ink, edge, self.devicePixelRatioF()))
        self.setAccessibleName(title)
