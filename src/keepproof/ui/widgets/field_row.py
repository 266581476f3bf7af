"""One row of a form: label, editor, a mark that says where its value came from, a line for what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from keepproof.ui import icons, theme, tips
from keepproof.ui.widgets.label import Label

# state of the row: icon, its tone, state of the editor in the style sheet
MARKS = {
    "read": ("check", "accent", ""),
    "missing": ("circle-dashed", "warn_text", "warn"),
    "error": ("warning-circle", "bad_text", "bad"),
    "odd": ("warning", "warn_text", "warn"),
}


class FieldRow(QWidget):
    """A labelled editor; `pointed` and `left` tell when pointer or keyboard come to it and leave it."""

    pointed = Signal(str)
    left = Signal(str)

    def __init__(
        self, name: str, label: str, editor: QWidget, parent: QWidget | None = None
    ) -> None:
        """Build the row; `name` is the field's name in forms and reads."""
        super().__init__(parent)
        self.name = name
        self.editor = editor
        self._state = ""
        self._example: str | None = None
        self._mark = QLabel(self)
        self._mark.setFixedWidth(theme.px(18))
        self._note = Label("", "caption", "text2", self)
        self._note.hide()
        self._label = QLabel(label, self)
        self._label.setFont(theme.font("small"))
        self._label.setMinimumWidth(theme.px(64))
        self._label.setBuddy(editor.focusProxy() or editor)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(editor, 0, 1)
        grid.addWidget(self._mark, 0, 2)
        grid.addWidget(self._note, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        line = self.focus_line()
        line.installEventFilter(self)
        if isinstance(line, QLineEdit):
            line.setAccessibleName(label)
        self._label.setFixedHeight(theme.px(30))

    def focus_line(self) -> QWidget:
        """Give the widget that takes the keyboard."""
        return self.editor.focusProxy() or self.editor

    def set_label_width(self, width: int) -> None:
        """Align the editors of several rows."""
        self._label.setFixedWidth(width)

    def label_width(self) -> int:
        """Give the width the label wants."""
        return self._label.sizeHint().width()

    def set_state(self, state: str, note: str = "") -> None:
        """Mark the row as read, missing, odd, error or "" (plain), with a sentence under the field."""
        self._state = state
        self._hint(missing=state == "missing")
        icon, tone, look = MARKS.get(state, ("", "", ""))
        line = self.focus_line()
        if line.property("state") != look:
            line.setProperty("state", look)
            line.style().unpolish(line)
            line.style().polish(line)
        if icon:
            edge = theme.px(16)
            self._mark.setPixmap(icons.pixmap(icon, tone, edge, self.devicePixelRatioF()))
        else:
            self._mark.clear()
        self._mark.setToolTip(tips.plain(note))
        color = {"error": "bad_text", "odd": "warn_text"}.get(state, "text2")
        self._note.set_color(color)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        line.setAccessibleDescription(note)

    def _hint(self, *, missing: bool) -> None:
        """Say in the empty field that nothing was found, in place of its example."""
        line = self.focus_line()
        if not isinstance(line, QLineEdit):
            return
        if self._example is None:
            self._example = line.placeholderText()
        wanted = self.tr("Not found; can be added later") if missing else self._example
        if not missing:
            self._example = None
        line.setPlaceholderText(wanted)

    def state(self) -> str:
        """Say how the row is marked."""
        return self._state

    def note(self) -> str:
        """Give the sentence under the field."""
        return self._note.text() if not self._note.isHidden() else ""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is here."""
        self.pointed.emit(self.name)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer left."""
        self.left.emit(self.name)
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the keyboard comes and goes."""
        if event.type() == QEvent.Type.FocusIn:
            self.pointed.emit(self.name)
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit(self.name)
        return super().eventFilter(watched, event)
