"""A labelled field: label above, editor, one line for what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.ui import theme, tips
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.pill import Pill


class Field(QWidget):
    """The label is the editor's buddy; an error line names what is expected and what is there."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        hint: str = "",
        *,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Build a field around an editor."""
        super().__init__(parent)
        self.editor = editor
        self.required = required
        self._label = QLabel(label, self)
        self._label.setFont(theme.font("small"))
        self._label.setBuddy(editor)
        self._label.setWordWrap(True)
        if not editor.accessibleName():
            editor.setAccessibleName(label)
        self._mark = Pill("", "warn", self)
        self._mark.hide()
        self._error = Label("", "caption", "bad_text", self)
        self._error.hide()
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self._label, 1)
        head.addWidget(self._mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(head)
        layout.addWidget(editor)
        layout.addWidget(self._error)
        if hint:
            editor.setToolTip(tips.plain(hint))

    def set_error(self, text: str) -> None:
        """Say what is wrong, or nothing."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._set_state("bad" if text else "")

    def set_mark(self, text: str) -> None:
        """Mark the field as still open, or not."""
        self._mark.setText(text)
        self._mark.setVisible(bool(text))
        if not self._error.isVisible():
            self._set_state("warn" if text else "")

    def _set_state(self, state: str) -> None:
        if self.editor.property("state") == state:
            return
        self.editor.setProperty("state", state)
        # A property in a style sheet counts only after the style looked again.
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
