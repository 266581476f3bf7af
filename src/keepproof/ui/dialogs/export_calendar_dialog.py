"""Ask where the deadlines of an order are written to as a calendar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from keepproof.ui import last_folder
from keepproof.ui.dialogs.export_text_dialog import file_stem
from keepproof.ui.settings_store import SettingsStore


class ExportCalendarDialog(QFileDialog):
    """The system's own file dialog; `chosen` carries the path."""

    chosen = Signal(str)

    def __init__(self, settings: SettingsStore, title: str, parent: QWidget | None = None) -> None:
        """Suggest a name made of the order's title."""
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export deadlines to a calendar"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(self.tr("Calendar (*.ics)"))
        self.setDefaultSuffix("ics")
        self.setDirectory(last_folder.recall(settings, last_folder.WRITTEN))
        self.selectFile(f"{file_stem(title)}.ics")
        self.fileSelected.connect(self._take)

    def _take(self, path: str) -> None:
        last_folder.remember(self._settings, last_folder.WRITTEN, Path(path).parent)
        self.chosen.emit(path)
