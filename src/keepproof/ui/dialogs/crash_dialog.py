"""A mistake of the program, with details to copy."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from keepproof import __version__
from keepproof.ui import theme
from keepproof.ui.room import room
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label


class CrashDialog(QDialog):
    """Says that it is not the user's fault, that nothing kept is touched, and what could help."""

    def __init__(self, error: BaseException, logs: Path, parent: QWidget | None) -> None:
        """Build the dialog."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong in KeepProof"))
        self.resize(room(self, 600, 440))
        self.details = QPlainTextEdit(bug_report(error), self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.copy = Button(self.tr("Copy details"), "secondary", "copy", self)
        self.copy.clicked.connect(self._copy)
        show = Button(self.tr("Show log"), "ghost", "folder-open", self)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(logs))))
        close = Button(self.tr("Go on"), "primary", parent=self)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(14))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self.windowTitle(), "title", "text", self))
        layout.addWidget(
            Label(
                self.tr(
                    "This is a mistake in the program, not yours. What is kept was not changed; you can go on working. If it "
                    "happens again, start the program anew."
                ),
                "body",
                "text2",
                self,
            )
        )
        layout.addWidget(self.details, 1)
        foot = QHBoxLayout()
        for button in (self.copy, show):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        layout.addLayout(foot)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(self.tr("Copied"))


def bug_report(error: BaseException) -> str:
    """Write versions and the trace of an error; no content of the library is in it by intention."""
    versions = (
        f"KeepProof {__version__}, PySide6 {qt_version}, Python {platform.python_version()}, "
        f"{platform.platform()}"
    )
    return f"{versions}\n\n{''.join(traceback.format_exception(error))}"
