"""Widgets side by side that scroll sideways where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from keepproof.ui import theme


class ScrollRow(QScrollArea):
    """As high as its widgets, with a bar under them only when it is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty row."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self._high = 0

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets in place of the former ones."""
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for one in widgets:
            row.addWidget(one)
        row.addStretch(1)
        self._high = max((one.sizeHint().height() for one in widgets), default=0)
        self.setWidget(inner)
        # Taking a widget makes it paint the ground of the window.
        inner.setAutoFillBackground(False)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be as high as the widgets and the bar under them."""
        return QSize(theme.px(200), self._high + self.horizontalScrollBar().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Take whatever width there is."""
        return QSize(theme.px(120), self.sizeHint().height())
