"""Tell the user one thing, or ask one thing, without stopping the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.ui import icons, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label


class Alert(QDialog):
    """Icon, words, and one or two buttons; the default is never to do something."""

    def __init__(
        self, parent: QWidget | None, icon: str, tone: str, words: str, close: str
    ) -> None:
        """Build an alert with its closing button."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QCoreApplication.translate("Alerts", "KeepProof"))
        self.setFixedWidth(theme.px(440))
        mark = QLabel(self)
        mark.setPixmap(icons.pixmap(icon, tone, theme.px(28), self.devicePixelRatioF()))
        self.words = Label(words, "body", "text", self)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(theme.px(14))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(8))
        self.foot.addStretch(1)
        self.close_button = Button(close, "secondary", parent=self)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        self.foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, theme.px(14))
        layout.setSpacing(theme.px(16))
        layout.addLayout(row)
        layout.addLayout(self.foot)
        self.setAccessibleDescription(words)
        self.close_button.setFocus()


def tell(parent: QWidget | None, words: str) -> Alert:
    """Say what happened and what to do."""
    close = QCoreApplication.translate("Alerts", "Close")
    alert = Alert(parent, "warning-circle", "bad_text", words, close)
    alert.open()
    return alert


def note(parent: QWidget | None, words: str) -> Alert:
    """Say something that went well and should be remembered."""
    close = QCoreApplication.translate("Alerts", "Close")
    alert = Alert(parent, "info", "text2", words, close)
    alert.open()
    return alert


def ask(parent: QWidget | None, words: str, verb: str, then: Callable[[], object]) -> Alert:
    """Ask before doing something; the default answer is not to."""
    cancel = QCoreApplication.translate("Alerts", "Cancel")
    alert = Alert(parent, "question", "text2", words, cancel)
    yes = Button(verb, "primary", parent=alert)
    yes.clicked.connect(alert.accept)
    alert.foot.addWidget(yes)
    alert.accepted.connect(then)
    alert.open()
    return alert
