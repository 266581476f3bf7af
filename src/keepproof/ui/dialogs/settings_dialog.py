"""What the user can choose; every choice counts at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from keepproof.services.call_cost import read_rate
from keepproof.settings import TEXT_SIZES
from keepproof.ui import theme
from keepproof.ui.dialogs.settings_dialog_watch import WatchSettings
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.field import Field
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.number_edit import NumberEdit
from keepproof.ui.widgets.quiet_combo import QuietCombo
from keepproof.ui.widgets.scroll_pane import ScrollPane


class SettingsDialog(QDialog):
    """Language, look, library, and the data for signed texts."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Build the dialog from the present settings."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.resize(room(self, 560, 620))
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self._column.setSpacing(theme.px(12))
        self._look()
        self._library()
        self._backups()
        self.watching = WatchSettings(self._session, self)
        self._column.addWidget(self.watching)
        self._reading()
        self._person()
        self._calls()
        self._column.addStretch(1)
        close = Button(self.tr("Close"), "primary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(20), theme.px(6), theme.px(20), theme.px(12))
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(inner, self), 1)
        layout.addLayout(foot)

    def _look(self) -> None:
        value = self._session.settings.value
        self._column.addWidget(Label(self.tr("Language and look"), "section", "text", self))
        system = self.tr("As the system")
        languages = [("system", system), ("zh_CN", "简体中文"), ("en", "English")]
        self.language = self._choice(
            self.tr("Language of the window"), languages, value.language, "language"
        )
        themes = [("system", system), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.theme = self._choice(self.tr("Colours"), themes, value.theme, "theme")
        sizes = [(str(one), f"{one} %") for one in TEXT_SIZES]
        self.text_size = self._choice(
            self.tr("Text size"), sizes, str(value.text_size), "text_size"
        )
        texts = [("zh", "中文"), ("en", "English")]
        self.complaints = self._choice(
            self.tr("Language of complaints"), texts, value.complaint_language, "complaint_language"
        )

    def _library(self) -> None:
        self._column.addWidget(Label(self.tr("Library"), "section", "text", self))
        self.folder = ElidedLabel(Qt.TextElideMode.ElideMiddle, str(self._session.folder), self)
        self.folder.set_look("body", "text2")
        self.folder.setAccessibleName(self.tr("Folder of the library"))
        self._column.addWidget(self.folder)
        hint = self.tr(
            "The library is not encrypted. Do not put it into a folder that a cloud service synchronises."
        )
        self._column.addWidget(Label(hint, "small", "text2", self))
        show = Button(self.tr("Show folder"), "secondary", parent=self)
        show.clicked.connect(self._show_folder)
        other = self.libraries_button = Button(self.tr("Libraries…"), "secondary", parent=self)
        other.clicked.connect(self.accept)
        other.clicked.connect(self._session.library_choice_requested)
        row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(other)
        row.addStretch(1)
        self._column.addLayout(row)

    def _backups(self) -> None:
        self._column.addWidget(Label(self.tr("Backup and restore"), "section", "text", self))
        self.back_up_button = Button(self.tr("Back up…"), "secondary", parent=self)
        self.restore_button = Button(self.tr("Restore from a backup…"), "secondary", parent=self)
        self.back_up_button.setEnabled(self._session.opened)
        row = QHBoxLayout()
        for button, signal in (
            (self.back_up_button, self._session.backup_requested),
            (self.restore_button, self._session.restore_requested),
        ):
            button.clicked.connect(self.accept)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self.backup_weeks = NumberEdit(self)
        self.backup_weeks.setRange(0, 52)
        self.backup_weeks.setSpecialValueText(self.tr("never"))
        self.backup_weeks.setValue(self._session.settings.value.backup_weeks)
        self.backup_weeks.valueChanged.connect(
            lambda weeks: self._session.settings.change(backup_weeks=weeks)
        )
        label = self.tr("Suggest a backup on Today after so many weeks with new evidence")
        self._column.addWidget(Field(label, self.backup_weeks, parent=self))

    def _reading(self) -> None:
        self._column.addWidget(Label(self.tr("Text in pictures"), "section", "text", self))
        self.read_pictures = QCheckBox(self.tr("Make the text in pictures searchable"), self)
        self.read_pictures.setChecked(self._session.settings.value.read_pictures)
        self.read_pictures.toggled.connect(
            lambda on: self._session.settings.change(read_pictures=on)
        )
        self._column.addWidget(self.read_pictures)
        hint = self.tr(
            "Read in the background, on this computer only. What is read helps you find things; it is never entered by itself."
        )
        if self._session.reading.lacking:
            hint = self._session.say("readers.packages_missing_here")
        self._column.addWidget(Label(hint, "small", "text2", self))

    def _person(self) -> None:
        self._column.addWidget(
            Label(
                self.tr("For signed texts (12315, consumer association)"), "section", "text", self
            )
        )
        hint = self.tr(
            "Used only in texts that need your name. It stays on this computer; what is empty is left out."
        )
        self._column.addWidget(Label(hint, "small", "text2", self))
        value = self._session.settings.value
        self.person_name = self._line(self.tr("Name"), value.person_name, "person_name")
        self.person_phone = self._line(self.tr("Phone"), value.person_phone, "person_phone")
        self.person_address = self._line(self.tr("Address"), value.person_address, "person_address")

    def _calls(self) -> None:
        value = self._session.settings.value
        self._column.addWidget(Label(self.tr("Calls and reminders"), "section", "text", self))
        hint = self.tr("Used to estimate what calls cost. Both stand in your phone plan.")
        self._column.addWidget(Label(hint, "small", "text2", self))
        self.call_rate = QLineEdit(value.call_rate, self)
        self.call_rate.setPlaceholderText("0.15")
        self.rate_field = Field(self.tr("Your rate, yuan per minute"), self.call_rate, parent=self)
        self.call_rate.editingFinished.connect(self._take_rate)
        self._column.addWidget(self.rate_field)
        self.call_included = NumberEdit(self)
        self.call_included.setRange(0, 99_999)
        self.call_included.setValue(value.call_included)
        self.call_included.valueChanged.connect(
            lambda minutes: self._session.settings.change(call_included=minutes)
        )
        label = self.tr("Minutes your plan includes each month")
        self._column.addWidget(Field(label, self.call_included, parent=self))
        self.tray = QCheckBox(self.tr("Also remind me with messages of the system"), self)
        self.tray.setChecked(value.tray)
        self.tray.toggled.connect(lambda on: self._session.settings.change(tray=on))
        self._column.addWidget(self.tray)

    def _take_rate(self) -> None:
        """Keep a rate that is an amount; another stays in the field with what is expected."""
        text = self.call_rate.text().strip()
        if text and read_rate(text) is None:
            words = self.tr("This is no amount. Write it like {example}.")
            self.rate_field.set_error(words.format(example="0.15"))
            return
        self.rate_field.set_error("")
        self._session.settings.change(call_rate=text)

    def _choice(
        self, label: str, options: Sequence[tuple[str, str]], chosen: str, name: str
    ) -> QuietCombo:
        box = QuietCombo(self)
        for id_, words in options:
            box.addItem(words, id_)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        number = name == "text_size"

        def change(_place: int) -> None:
            data = box.currentData()
            self._session.settings.change(**{name: int(data) if number else data})

        box.activated.connect(change)
        self._column.addWidget(Field(label, box, parent=self))
        return box

    def _line(self, label: str, text: str, name: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.editingFinished.connect(
            lambda: self._session.settings.change(**{name: line.text().strip()})
        )
        self._column.addWidget(Field(label, line, parent=self))
        return line

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.folder)))
