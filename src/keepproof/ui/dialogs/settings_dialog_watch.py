"""The folder that is watched for new screenshots."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.label import Label


class WatchSettings(QWidget):
    """Off until a folder is chosen; keeping by itself is a choice of its own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the section from the present settings."""
        super().__init__(parent)
        self._settings, self._library = session.settings, session.folder
        self.watch = QCheckBox(self.tr("Watch a folder for new screenshots"), self)
        self.folder = ElidedLabel(Qt.TextElideMode.ElideMiddle, "", self)
        self.folder.set_look("body", "text2")
        self.folder.setAccessibleName(self.tr("Watched folder"))
        self.choose_button = Button(self.tr("Choose…"), "secondary", parent=self)
        self.keep = QCheckBox(self.tr("Keep them at once, in no order yet"), self)
        self.problem = Label("", "small", "bad_text", self)
        hint = self.tr(
            "New pictures and recordings are offered for filing. They are copied, never moved or deleted; nothing is kept unless you say so."
        )
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(self.tr("New screenshots"), "section", "text", self))
        column.addWidget(self.watch)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(self.keep)
        column.addWidget(Label(hint, "small", "text2", self))
        self.problem.hide()
        self._show()
        self.watch.clicked.connect(self._switch)
        self.keep.clicked.connect(lambda on: self._settings.change(watch_keep=on))
        self.choose_button.clicked.connect(self._choose)

    def take(self, folder: str) -> None:
        """Watch a folder, unless it is one of the library's own."""
        inside = Path(folder).resolve().is_relative_to(self._library.resolve())
        self.problem.setVisible(inside)
        if inside:
            self.problem.setText(self.tr("This is the library's own folder. Choose another one."))
        else:
            self._settings.change(watch_folder=folder)
        self._show()

    def _switch(self, on: bool) -> None:
        if on:
            self._choose()
        else:
            self._settings.change(watch_folder="", watch_keep=False)
        self._show()

    def _show(self) -> None:
        value = self._settings.value
        on = bool(value.watch_folder)
        self.watch.setChecked(on)
        self.folder.setText(value.watch_folder)
        self.folder.setVisible(on)
        self.choose_button.setVisible(on)
        self.keep.setChecked(value.watch_keep)
        self.keep.setEnabled(on)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the folder with your screenshots"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setDirectory(self._settings.value.watch_folder or _usual())
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _usual() -> str:
    """Give the folder where most systems put screenshots."""
    places = QStandardPaths.StandardLocation
    pictures = Path(QStandardPaths.writableLocation(places.PicturesLocation))
    shots = pictures / "Screenshots"
    return str(shots if shots.is_dir() else pictures)
