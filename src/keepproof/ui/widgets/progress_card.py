"""Work under way: what, how far, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.elided_label import ElidedLabel

FINE = 1000  # parts of a step the bar can show


class ProgressCard(Card):
    """A line, a bar and a link to cancel."""

    cancelled = Signal()
    appeared = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Build a card for one piece of work."""
        super().__init__(parent)
        self._title = title
        self._line = ElidedLabel(Qt.TextElideMode.ElideMiddle, title, self)
        self._line.setFont(theme.font("small"))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.cancel = Button(self.tr("Cancel"), "link", parent=self)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(12))
        layout.addLayout(row)
        layout.addWidget(self.bar)

    def appear_after(self, wait_ms: int) -> None:
        """Hide until then."""
        self.hide()
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self._appear)
        timer.start(wait_ms)

    def _appear(self) -> None:
        self.show()
        self.appeared.emit()

    def report(self, done: float, total: int, what: str) -> None:
        """Show how far it is; the bar follows a part of a step, the words count whole ones."""
        self.bar.setRange(0, max(total, 1) * FINE)
        self.bar.setValue(int(done * FINE))
        words = self.tr("{title} {done} / {total} · {what}")
        self._line.setText(words.format(title=self._title, done=int(done), total=total, what=what))
