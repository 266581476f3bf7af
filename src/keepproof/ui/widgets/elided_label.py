"""One line of text that gives way instead of widening the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from keepproof.ui import theme, tips


class ElidedLabel(QLabel):
    """Shows as much of its text as there is room for; the whole text is in the tool tip then."""

    def __init__(
        self,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Build a label that elides at one place."""
        super().__init__(text, parent)
        self._mode = mode
        self._look: tuple[str, str] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed().connect(self._dress)

    def set_look(self, role: str, color: str) -> None:
        """Take the font of a role and the colour of a token, and follow the look of the window."""
        self._look = (role, color)
        self._dress()

    def minimumSizeHint(self) -> QSize:
        """Need hardly any width."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance("…"), metrics.lineSpacing())

    def sizeHint(self) -> QSize:
        """Want room for the whole text."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        del event
        painter = QPainter(self)
        shown = QFontMetrics(self.font()).elidedText(self.text(), self._mode, self.width())
        self.setToolTip(tips.plain(self.text()) if shown != self.text() else "")
        align = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), align, shown)

    def _dress(self) -> None:
        if self._look is None:
            return
        role, color = self._look
        self.setFont(theme.font(role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(color))
        self.setPalette(palette)
