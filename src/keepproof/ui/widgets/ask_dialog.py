"""Small questions with one field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.moment_edit import PLACEHOLDER, MomentEdit


class AskDialog(QDialog):
    """A title, one field and two buttons; `take` stores the answer, ValueError says it is none."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        hint: str,
        verb: str,
        editor: QWidget,
        take: Callable[[], None],
    ) -> None:
        """Build the dialog around an editor."""
        super().__init__(parent)
        self._take = take
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(400))
        self.problem = Label("", "caption", "bad_text", self)
        self.problem.hide()
        self.ok_button = Button(verb, "primary")
        self.ok_button.setDefault(True)
        cancel = Button(self.tr("Cancel"), "secondary")
        self.ok_button.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.ok_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(title, "section", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addWidget(editor)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        editor.setFocus()

    def accept(self) -> None:
        """Store the answer and close, or say what is expected."""
        try:
            self._take()
        except ValueError:
            words = self.tr("This is not a date and time. Write it like {example}.")
            self.problem.setText(words.format(example=PLACEHOLDER))
            self.problem.show()
            return
        super().accept()


def ask_text(
    parent: QWidget, title: str, hint: str, verb: str, take: Callable[[str], None], before: str = ""
) -> AskDialog:
    """Ask for a line of text."""
    line = QLineEdit(before)
    line.setAccessibleName(hint)
    line.selectAll()
    dialog = AskDialog(parent, title, hint, verb, line, lambda: take(line.text().strip()))
    dialog.open()
    return dialog


def ask_moment(
    parent: QWidget,
    title: str,
    verb: str,
    take: Callable[[datetime | None], None],
    before: datetime | None = None,
) -> AskDialog:
    """Ask for a date and time, which may be left empty."""
    editor = MomentEdit(title)
    editor.set_moment(before)
    hint = QCoreApplication.translate("AskDialog", "Empty means unknown; the other times stay")
    dialog = AskDialog(parent, title, hint, verb, editor, lambda: take(editor.moment()))
    dialog.open()
    return dialog
