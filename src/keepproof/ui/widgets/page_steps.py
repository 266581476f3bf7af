"""Step through the pages of a document or a picture of several."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.buttons import IconButton
from keepproof.ui.widgets.label import Label


class PageSteps(QWidget):
    """Two buttons and the number of the page between them; hidden where there is one page."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it for no pages."""
        super().__init__(parent)
        self._page, self._pages = 0, 1
        self.before = IconButton("caret-up", self.tr("Page before"), self)
        self.after = IconButton("caret-down", self.tr("Page after"), self)
        self._words = Label("", "caption", "text2", self)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for widget in (self.before, self._words, self.after):
            row.addWidget(widget)
        self.show_pages(1)

    def show_pages(self, pages: int) -> None:
        """Start at the first of so many pages."""
        self._page, self._pages = 0, max(1, pages)
        self.setVisible(self._pages > 1)
        self._say()

    def page(self) -> int:
        """Give the page that is shown, from 0."""
        return self._page

    def step(self, by: int) -> None:
        """Go to another page, where there is one."""
        page = self._page + by
        if 0 <= page < self._pages:
            self._page = page
            self._say()
            self.stepped.emit(page)

    def _say(self) -> None:
        words = self.tr("Page {page} of {pages}")
        self._words.setText(words.format(page=self._page + 1, pages=self._pages))
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < self._pages)
