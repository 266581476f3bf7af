"""Keep a phone number that was copied from the platform's own page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from keepproof.knowledge.official_number import OfficialNumber
from keepproof.knowledge.phone_cost import UNKNOWN, phone_costs
from keepproof.ui import theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.field_row import FieldRow
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice


class NumberDialog(QDialog):
    """Number, what for, where it stood; `stored` carries an OfficialNumber."""

    stored = Signal(object)

    def __init__(self, platform: str, lang: str, parent: QWidget | None = None) -> None:
        """Build an empty form for a platform."""
        super().__init__(parent)
        self._platform, self._lang = platform, lang
        self.setWindowTitle(self.tr("Add an official number"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(520))
        self.number = QLineEdit(self)
        self.topic = QLineEdit(self)
        self.topic.setPlaceholderText(self.tr("e.g. after-sales"))
        self.place = QLineEdit(self)
        self.place.setPlaceholderText(self.tr("e.g. app › Help › Phone"))
        self.cost = Label("", "small", "text2", self)
        self.number.textChanged.connect(self._look)
        self.place.textChanged.connect(self._look)
        self.save_button = Button(self.tr("Save"), "primary", parent=self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        self._look()
        self.number.setFocus()

    def save(self) -> None:
        """Give the number on."""
        self.stored.emit(
            OfficialNumber(
                self.number.text().strip(),
                self._platform,
                self.topic.text().strip(),
                self.place.text().strip(),
                date.today(),  # noqa: DTZ011 - the day where the user is
            )
        )
        self.accept()

    def _look(self) -> None:
        """Say what calling it costs, and let it be stored once number and place are there."""
        found = phone_costs().classify(self.number.text())
        sure = found.kind.id != UNKNOWN
        if sure:
            self.cost.setText(f"{found.kind.label.of(self._lang)}: {found.payer(self._lang)}")
        else:
            self.cost.setText(self.tr("Type the number as it stands on the page."))
        self.save_button.setEnabled(sure and bool(self.place.text().strip()))

    def _lay_out(self) -> None:
        warning = self.tr(
            "Copy it from the app or the official page yourself. Numbers from search results, "
            "text messages or callers may be those of impostors."
        )
        rows = [
            FieldRow("number", self.tr("Number"), self.number),
            FieldRow("topic", self.tr("What for"), self.topic),
            FieldRow("place", self.tr("Where it stands"), self.place),
        ]
        wide = max(row.label_width() for row in rows)
        cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self.windowTitle(), "title", "text", self))
        layout.addWidget(Notice("warn", warning, parent=self))
        for row in rows:
            row.set_label_width(wide)
            layout.addWidget(row)
        layout.addWidget(self.cost)
        layout.addLayout(buttons)
