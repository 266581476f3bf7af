"""The call card large, to be read from where the phone is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.scroll_pane import ScrollPane


class CallCardDialog(QDialog):
    """Shows what to say in the size of page titles; it stays open beside the window, so that one can write along."""

    def __init__(self, rows: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Show these rows: what each is, and its words; rows without words are left out."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Call card"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        inner = QWidget(self)
        grid = QGridLayout(inner)
        edge = theme.px(24)
        grid.setContentsMargins(edge, edge, edge, edge)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(18))
        grid.setColumnStretch(1, 1)
        self.lines: list[Label] = []
        for place, (head, words) in enumerate((head, one) for head, one in rows.items() if one):
            line = Label(words, "page", "text", inner)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(head, "section", "text2", inner), place, 0, top)
            grid.addWidget(line, place, 1)
            self.lines.append(line)
        grid.setRowStretch(grid.rowCount(), 1)
        close = Button(self.tr("Close"), "primary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(edge, 0, edge, theme.px(14))
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(inner, self), 1)
        layout.addLayout(foot)
        self.resize(theme.px(820), theme.px(620))
        close.setFocus()
