"""Where a library is restored to: a new folder, or the place of the one that is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from keepproof.services.restore import Place
from keepproof.ui import theme
from keepproof.ui.labels_backups import BackupWords
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label


class RestorePlace(QWidget):
    """Suggests a new folder; what is open now is never lost either way."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the choice."""
        super().__init__(parent)
        self.elsewhere = QRadioButton(self.tr("Into a new folder, and open it"), self)
        self.folder = QLineEdit(self._suggested(session), self)
        self.folder_button = Button(self.tr("Choose…"), "secondary", parent=self)
        self.instead = QRadioButton(self.tr("In place of the library that is open now"), self)
        self.here = Label("", "small", "text2", self)
        self.settings_box = QCheckBox(
            self.tr("Also fill my data for texts and my own rules where they are empty here"), self
        )
        self.settings_box.setChecked(True)
        self.elsewhere.setChecked(True)
        self.folder.setAccessibleName(self.tr("Folder to restore to"))
        self.folder_button.clicked.connect(self._choose)
        self.elsewhere.toggled.connect(self.folder.setEnabled)
        self.elsewhere.toggled.connect(self.folder_button.setEnabled)
        self._lay_out()

    def chosen(self) -> Path | None:
        """Give the new folder, or None where there is none or the open library is replaced."""
        text = self.folder.text().strip()
        return Path(text).absolute() if text and self.elsewhere.isChecked() else None

    def show_here(self, place: Place) -> None:
        """Say what stands at the place of the open library, which may be no library any longer."""
        kept = self.tr("It is kept beside the new one under another name: {folder}")
        words = [kept.format(folder=place.folder)]
        if place.contents is not None:
            words.append(BackupWords().contents(place.contents))
        self.here.setText("\n".join(words))
        self.instead.setEnabled(place.state == "library")
        self.here.setVisible(place.state == "library")

    def _suggested(self, session: Session) -> str:
        """Name a folder beside the library that is open."""
        name = self.tr("restored-{day}").format(day=f"{session.now():%Y-%m-%d}")
        folder = session.folder.with_name(f"{session.folder.name}-{name}")
        tries = [folder, *(folder.with_name(f"{folder.name}-{n}") for n in range(2, 100))]
        return str(next((one for one in tries if not one.exists()), folder))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a new or empty folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(str(Path(self.folder.text()).parent))
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(24), 0, 0, 0)
        row.addWidget(self.folder, 1)
        row.addWidget(self.folder_button)
        under = QHBoxLayout()
        under.setContentsMargins(theme.px(24), 0, 0, 0)
        under.addWidget(self.here)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(Label(self.tr("Where to"), "small", "text2", self))
        column.addWidget(self.elsewhere)
        column.addLayout(row)
        column.addWidget(self.instead)
        column.addLayout(under)
        column.addSpacing(theme.px(6))
        column.addWidget(self.settings_box)
