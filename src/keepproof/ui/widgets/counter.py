"""How much of a limit a text takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from keepproof.ui import theme

CLOSE = 0.9


class Counter(QWidget):
    """Says 143 / 200 characters over a bar; amber near the limit, red and bold over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty counter."""
        super().__init__(parent)
        self._value, self._limit, self._unit = 0, 0, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, value: int, limit: int | None, unit: str) -> None:
        """Show a value, and its limit where there is one."""
        self._value, self._limit, self._unit = value, limit or 0, unit
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Say the value and the limit."""
        limit = f" / {self._limit:,}" if self._limit else ""
        return f"{self._value:,}{limit} {self._unit}"

    def over(self) -> bool:
        """Say whether the limit is passed."""
        return bool(self._limit) and self._value > self._limit

    def sizeHint(self) -> QSize:
        """Be as wide as the words in bold."""
        metrics = QFontMetrics(theme.font("small", bold=True))
        wide = metrics.horizontalAdvance(self.words())
        return QSize(max(wide, theme.px(96)), metrics.lineSpacing() + theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and bar."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = self._value / self._limit if self._limit else 0.0
        bar, ink = "accent", "text2"
        if self.over():
            bar, ink = "bad_mark", "bad_text"
        elif share > CLOSE:
            bar, ink = "warn_mark", "warn_text"
        painter.setFont(theme.font("small", bold=self.over()))
        painter.setPen(theme.color(ink))
        top = self.rect().adjusted(0, 0, 0, -theme.px(6))
        painter.drawText(
            top, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.words()
        )
        if not self._limit:
            return
        high = theme.px(4)
        track = QRectF(0, self.height() - high, self.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("neutral"))
        painter.drawRoundedRect(track, high / 2, high / 2)
        track.setWidth(track.width() * min(share, 1.0))
        painter.setBrush(theme.color(bar))
        painter.drawRoundedRect(track, high / 2, high / 2)
