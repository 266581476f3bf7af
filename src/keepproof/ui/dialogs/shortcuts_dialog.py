"""All keys in one list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import actions, theme
from keepproof.ui.room import room
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.scroll_pane import ScrollPane


class ShortcutsDialog(QDialog):
    """The keys of the menus, and those that work inside lists and texts."""

    def __init__(self, parent: QWidget) -> None:
        """Build the list from the table of actions."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(room(self, 500, 600))
        inner = QWidget(self)
        self._grid = QGridLayout(inner)
        edge = theme.px(20)
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._grid.setVerticalSpacing(theme.px(5))
        self._grid.setColumnStretch(0, 1)
        for menu in actions.menus():
            rows = [(one.text, one.keys) for one in menu.actions if one.keys]
            self._add_group(_plain(menu.text), rows)
        self._add_group(self.tr("In lists and texts"), actions.inside())
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
        close.setFocus()

    def _add_group(self, title: str, rows: Iterable[tuple[str, str]]) -> None:
        head = BoldLabel(title, "small", "text2", self)
        head.setContentsMargins(0, theme.px(10) if self._grid.count() else 0, 0, 0)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)
        for words, keys in rows:
            place = self._grid.rowCount()
            self._grid.addWidget(Label(_plain(words), "body", "text", self), place, 0)
            shown = QKeySequence.listFromString(keys)[0]
            pill = Pill(shown.toString(QKeySequence.SequenceFormat.NativeText), "mute", self)
            self._grid.addWidget(pill, place, 1, Qt.AlignmentFlag.AlignRight)


def _plain(words: str) -> str:
    """Take the mnemonic out of the words of a menu: &File, 文件(&F)."""
    head, _, key = words.partition("(&")
    return (head if key else words.replace("&", "")).removesuffix("…")
