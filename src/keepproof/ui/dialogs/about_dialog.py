"""What this program is, its version and its licence."""

from __future__ import annotations

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof import __version__
from keepproof.ui import icons, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label


class AboutDialog(QDialog):
    """Name, version, promise, limits and licence."""

    def __init__(self, parent: QWidget) -> None:
        """Build the dialog."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About KeepProof"))
        self.setFixedWidth(theme.px(460))
        mark = QLabel(self)
        mark.setPixmap(icons.app_icon().pixmap(theme.px(48), theme.px(48)))
        names = QVBoxLayout()
        names.addWidget(Label(self.tr("KeepProof"), "title", "text", self))
        versions = f"{__version__} · PySide6 {qt_version} · Python {platform.python_version()}"
        names.addWidget(Label(versions, "small", "text2", self))
        head = QHBoxLayout()
        head.setSpacing(theme.px(14))
        head.addWidget(mark)
        head.addLayout(names, 1)
        layout = QVBoxLayout(self)
        edge = theme.px(24)
        layout.setContentsMargins(edge, edge, edge, theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addLayout(head)
        for words in self._words():
            layout.addWidget(Label(words, "body", "text2", self))
        close = Button(self.tr("Close"), "secondary", parent=self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout.addLayout(foot)
        self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        close.setFocus()

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr("Everything stays on this computer. Nothing is sent anywhere by itself."),
            self.tr(
                "“Unchanged since import” means byte for byte as imported. It does not say whether the content is "
                "true, and it does not replace a notary or a trusted timestamp."
            ),
            self.tr(
                "KeepProof gives general information, not legal advice. What the platform's page says comes first."
            ),
            self.tr(
                "Free software under the GNU General Public License, version 3 or later. Icons: Phosphor (MIT)."
            ),
        )
