"""Ask where the deadlines of an order are written to as a calendar."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from keepproof.ui.dialogs.export_text_dialog import file_stem


class ExportCalendarDialog(QFileDialog):
    """The system's own file dialog; `chosen` carries the path."""

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Suggest a name made of the order's title."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export deadlines to a calendar"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(self.tr("Calendar (*.ics)"))
        self.setDefaultSuffix("ics")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.setDirectory(QStandardPaths.writableLocation(documents))
        self.selectFile(f"{file_stem(title)}.ics")
        self.fileSelected.connect(self.chosen)
