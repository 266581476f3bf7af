"""One line of text that gives way instead of widening the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget


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
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

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
        self.setToolTip(self.text() if shown != self.text() else "")
        option = QStyleOption()
        option.initFrom(self)
        align = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)  # type: ignore[attr-defined]  # the stubs leave out members
        self.style().drawItemText(
            painter, self.rect(), align, self.palette(), enabled, shown, self.foregroundRole()
        )
