"""Tell the user what happened: one door for known errors, questions and bugs."""

from __future__ import annotations

import logging
import platform
import traceback
from collections.abc import Callable

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from keepproof import __version__

log = logging.getLogger(__name__)


def tell(parent: QWidget | None, words: str) -> QMessageBox:
    """Say one thing; the box does not stop the program."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(QCoreApplication.translate("Alerts", "KeepProof"))
    box.setText(words)
    box.addButton(QCoreApplication.translate("Alerts", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def ask(parent: QWidget | None, words: str, verb: str, then: Callable[[], object]) -> QMessageBox:
    """Ask before doing something; the default answer is not to."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("Alerts", "KeepProof"))
    box.setText(words)
    yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(
        QCoreApplication.translate("Alerts", "Cancel"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(no)
    box.buttonClicked.connect(lambda button: then() if button is yes else None)
    box.open()
    return box


def show_bug(parent: QWidget | None, error: BaseException) -> QMessageBox:
    """Show a bug with details to copy; the library is consistent, so work can go on."""
    details = bug_report(error)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Alerts", "Something went wrong in KeepProof"))
    box.setText(
        QCoreApplication.translate(
            "Alerts",
            "This is a mistake in the program, not yours. What was kept is safe; you can go on working.",
        )
    )
    box.setDetailedText(details)
    copy: QPushButton = box.addButton(
        QCoreApplication.translate("Alerts", "Copy details"), QMessageBox.ButtonRole.ActionRole
    )
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.addButton(QCoreApplication.translate("Alerts", "Close"), QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def bug_report(error: BaseException) -> str:
    """Write versions and the trace of an error."""
    trace = "".join(traceback.format_exception(error))
    return f"KeepProof {__version__}, PySide6 {qt_version}, Python {platform.python_version()}, {platform.platform()}\n\n{trace}"
