"""What came of a piece of work, as notices that the next one takes away."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.notice import Notice


class NoticeList(QWidget):
    """Empty until something is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty list."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self.notices: list[Notice] = []

    def say(self, tone: str, words: str, detail: str = "") -> None:
        """Add a notice in a tone: info, ok, warn or bad."""
        notice = Notice(tone, words, detail, parent=self)
        self.notices.append(notice)
        self._column.addWidget(notice)

    def clear(self) -> None:
        """Take all away."""
        for notice in self.notices:
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.notices.clear()

    def words(self) -> str:
        """Give what the notices say."""
        return "\n".join(one.text.text() for one in self.notices)
