"""How many pictures still wait to be read, and the way to pause that."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from keepproof.ui import theme, tips
from keepproof.ui.background_reading import BackgroundReading
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label


class ReadingStatus(QWidget):
    """A few quiet words and a link; not there when nothing waits."""

    def __init__(self, reading: BackgroundReading, parent: QWidget | None = None) -> None:
        """Follow the reading."""
        super().__init__(parent)
        self._reading = reading
        self.words = Label("", "caption", "text3", self)
        self.words.setWordWrap(False)
        self.button = Button("", "link", parent=self)
        self.button.clicked.connect(self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self.button)
        self._dress()
        theme.changed().connect(self._dress)
        reading.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        count = self._reading.waiting
        self.setVisible(count > 0)
        if not count:
            return
        if self._reading.paused:
            words = self.tr("Paused · text of %n picture(s) not read yet", "", count)
            link, hint = self.tr("Continue"), self.tr("Go on reading the text in pictures")
        else:
            words = self.tr("Text of %n picture(s) still to be read", "", count)
            link, hint = self.tr("Pause"), self.tr("Pause reading the text in pictures")
        self.words.setText(words)
        self.button.setText(link)
        self.button.setAccessibleName(hint)
        self.button.setToolTip(tips.plain(hint))

    def _dress(self) -> None:
        """Stay as low as the line it stands in."""
        self.button.setFont(theme.font("caption"))
        self.button.setStyleSheet("min-height: 0")
        self.button.setFixedHeight(round(QFontMetrics(theme.font("caption")).lineSpacing() * 1.4))

    def _turn(self) -> None:
        self._reading.pause(paused=not self._reading.paused)
