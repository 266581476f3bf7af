"""All keys in one list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import actions, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.scroll_pane import ScrollPane


class ShortcutsDialog(QDialog):
    """The keys of the menus, and those that work inside lists and texts."""

    def __init__(self, parent: QWidget) -> None:
        """Build the list from the table of actions."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(theme.px(460), theme.px(560))
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(6))
        rows = [(spec.text, spec.keys) for spec in actions.specs() if spec.keys]
        for place, (words, keys) in enumerate([*rows, *self._inside()]):
            grid.addWidget(Label(words.replace("&", ""), "body", "text", inner), place, 0)
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(Label(shown, "body", "text2", inner), place, 1)
        grid.setColumnStretch(0, 1)
        close = Button(self.tr("Close"), "secondary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(ScrollPane(inner, self), 1)
        layout.addLayout(foot)
        close.setFocus()

    def _inside(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Open the chosen item"), "Return"),
            (self.tr("Rename the chosen item"), "F2"),
            (self.tr("Remove the chosen item"), "Del"),
            (self.tr("Show or hide the details of evidence"), "Ctrl+I"),
            (self.tr("Next sentence of the complaint"), "Alt+Down"),
            (self.tr("Previous sentence of the complaint"), "Alt+Up"),
        ]
