"""A list of options in a page that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets import combo_rows

WIDEST = 460


class QuietCombo(QComboBox):
    """Gives way in narrow columns, and leaves the wheel to the page: scrolling must not change an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty list."""
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo_rows.dress(self)

    def showPopup(self) -> None:
        """Open the list as wide as its longest words, within reason."""
        view = self.view()
        wide = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(min(wide + theme.px(12), theme.px(WIDEST)))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
