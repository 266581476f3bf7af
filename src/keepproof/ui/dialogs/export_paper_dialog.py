"""Ask where a complaint or a catalogue is written to, as PDF, Word document or table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from keepproof.ui import last_folder
from keepproof.ui.dialogs.export_text_dialog import file_stem
from keepproof.ui.settings_store import SettingsStore


class ExportPaperDialog(QFileDialog):
    """The system's own file dialog; `chosen` carries the path."""

    chosen = Signal(str)

    def __init__(
        self,
        settings: SettingsStore,
        words: str,
        title: str,
        form: str,
        parent: QWidget | None = None,
    ) -> None:
        """Take what is written (for the title of the dialog), how the file may be called, and its form."""
        super().__init__(parent)
        self._settings = settings
        names = {
            "pdf": self.tr("PDF document (*.pdf)"),
            "docx": self.tr("Word document (*.docx)"),
            "csv": self.tr("Table (*.csv)"),
        }
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(names[form])
        self.setDefaultSuffix(form)
        self.setDirectory(last_folder.recall(settings, last_folder.WRITTEN))
        self.selectFile(f"{file_stem(title)}.{form}")
        self.fileSelected.connect(self._take)

    def _take(self, path: str) -> None:
        last_folder.remember(self._settings, last_folder.WRITTEN, Path(path).parent)
        self.chosen.emit(path)
