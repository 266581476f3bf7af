"""One of a few: a row of choices on a quiet track."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from keepproof.ui import theme


class Choices(QTabBar):
    """A tab bar of named choices: Qt's own keyboard and screen-reader behaviour, painted by us."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty bar."""
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentChanged.connect(self._tell)
        theme.changed().connect(self._relayout)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these choices (id, words), keeping the one that is chosen where it is still there."""
        before = self.current()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        while self.count():
            self.removeTab(0)
        for id_, words in options:
            self.setTabData(self.addTab(words), id_)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.set_current(before or (options[0][0] if options else ""))
        self._relayout()

    def set_words(self, id_: str, words: str) -> None:
        """Change the words of one choice."""
        for place in range(self.count()):
            if self.tabData(place) == id_:
                self.setTabText(place, words)
        self.updateGeometry()

    def current(self) -> str:
        """Give the id of the chosen one."""
        return str(self.tabData(self.currentIndex()) or "")

    def set_current(self, id_: str) -> None:
        """Choose one without telling."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        for place in range(self.count()):
            if self.tabData(place) == id_:
                self.setCurrentIndex(place)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.update()

    def _tell(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(str(self.tabData(place)))

    def _relayout(self) -> None:
        # A tab bar lays out again only when its font changes.
        self.setFont(theme.font("small"))
        self.updateGeometry()
        self.update()


class Segment(Choices):
    """Choices on a track, the chosen one raised."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty segment."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, index: int) -> QSize:
        """Be as wide as the bold words."""
        metrics = QFontMetrics(theme.font("small", bold=True))
        return QSize(
            metrics.horizontalAdvance(self.tabText(index)) + theme.px(24),
            round(metrics.lineSpacing() * 1.6),
        )

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never be cut."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, chosen part and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("neutral"))
        radius = theme.px(7)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        for place in range(self.count()):
            self._paint_choice(painter, place, self.tabRect(place))

    def _paint_choice(self, painter: QPainter, place: int, rect: QRect) -> None:
        chosen = place == self.currentIndex()
        inner = QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5)
        if chosen:
            focused = self.hasFocus()
            painter.setPen(
                QPen(theme.color("accent"), 2) if focused else QPen(theme.color("border"), 1)
            )
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(inner, theme.px(5), theme.px(5))
        painter.setFont(theme.font("small", bold=chosen))
        painter.setPen(theme.color("text" if chosen else "text2"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self.tabText(place))
