"""Copy the time left from the platform's page."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from keepproof.knowledge.deadlines import Deadline
from keepproof.services.countdown_text import read_countdown
from keepproof.ui import labels_deadlines, theme
from keepproof.ui.labels_orders import facts_line
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.label import Label


class CountdownDialog(FormDialog):
    """One line that takes a length or a moment and says at once how it is understood; `noted` carries the moment."""

    noted = Signal(object)

    def __init__(
        self, deadline: Deadline, lang: str, zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        """Ask about one deadline, in the time zone of the platform."""
        super().__init__(parent)
        self._zone = zone
        self.setWindowTitle(self.tr("Time left on the page"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(440))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("2 d 3 h, 47:12:30, or 11-24 10:02"))
        self.line.setAccessibleName(self.tr("Time left on the page"))
        self.line.textChanged.connect(lambda _: self._look())
        self.understood = Label("", "small", "text2", self)
        self.save_button = Button(self.tr("Save"), "primary", parent=self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        hint = self.tr(
            "Write it as it stands there. From then on it comes before the general rule."
        )
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(deadline.label.of(lang), "title", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        layout.addWidget(self.line)
        layout.addWidget(self.understood)
        layout.addLayout(buttons)
        self._look()

    def save(self) -> None:
        """Give on what is understood."""
        due = self._read()
        if due is not None:
            self.noted.emit(due)
            self.accept()

    def _read(self) -> datetime | None:
        try:
            return read_countdown(self.line.text(), datetime.now().astimezone(), self._zone)
        except (ValueError, OverflowError):
            return None

    def _look(self) -> None:
        due = self._read()
        self.save_button.setEnabled(due is not None)
        if due is None:
            self.understood.setText(self.tr("A length of time or a date"))
            return
        local = due.astimezone(self._zone)
        left = labels_deadlines.TimeLeft().words(due, datetime.now().astimezone())
        until = self.tr("Until {at}").format(at=local.strftime("%Y-%m-%d %H:%M"))
        self.understood.setText(facts_line([until, left]))
