"""Ask where a complaint or a catalogue is written to, as PDF, Word document or table."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from keepproof.ui.dialogs.export_text_dialog import file_stem


class ExportPaperDialog(QFileDialog):
    """The system's own file dialog; `chosen` carries the path."""

    chosen = Signal(str)

    def __init__(self, words: str, title: str, form: str, parent: QWidget | None = None) -> None:
        """Take what is written (for the title of the dialog), how the file may be called, and its form."""
        super().__init__(parent)
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
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.setDirectory(QStandardPaths.writableLocation(documents))
        self.selectFile(f"{file_stem(title)}.{form}")
        self.fileSelected.connect(self.chosen)
