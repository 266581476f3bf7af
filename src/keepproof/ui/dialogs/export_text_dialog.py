"""Ask where the text of a complaint is written to."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from keepproof.ui import last_folder
from keepproof.ui.settings_store import SettingsStore

LONGEST = 60


class ExportTextDialog(QFileDialog):
    """The system's own file dialog; `chosen` carries the path."""

    chosen = Signal(str)

    def __init__(
        self, settings: SettingsStore, title: str, form: str, parent: QWidget | None = None
    ) -> None:
        """Suggest a name made of the order's title."""
        super().__init__(parent)
        self._settings = settings
        names = {"txt": self.tr("Plain text (*.txt)"), "md": self.tr("Markdown (*.md)")}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export the text of the complaint"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(names[form])
        self.setDefaultSuffix(form)
        self.setDirectory(last_folder.recall(settings, last_folder.WRITTEN))
        self.selectFile(f"{file_stem(title)}.{form}")
        self.fileSelected.connect(self._take)

    def _take(self, path: str) -> None:
        last_folder.remember(self._settings, last_folder.WRITTEN, Path(path).parent)
        self.chosen.emit(path)


def file_stem(untrusted_title: str) -> str:
    """Make a file name of a title: nothing any file system refuses, not too long."""
    plain = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]+', " ", untrusted_title)
    return " ".join(plain.split())[:LONGEST].strip(" .") or "complaint"
