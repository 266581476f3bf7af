"""Reminders as messages of the system, where it has a tray and the user wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from keepproof.ui import icons

if TYPE_CHECKING:
    from keepproof.services.reminders import Reminder
    from keepproof.ui.main_window import MainWindow
    from keepproof.ui.session import Session


class Tray(QObject):
    """An icon beside the clock of the system, there only while the setting is on; a click opens the order."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        """Follow the setting."""
        super().__init__(window)
        self._session, self._window = session, window
        self._order_id = ""
        self.icon: QSystemTrayIcon | None = None
        session.settings.changed.connect(self._follow)
        session.reminders.came.connect(self._tell)
        self._follow()

    def _follow(self) -> None:
        wanted = self._session.settings.value.tray and QSystemTrayIcon.isSystemTrayAvailable()
        if wanted and self.icon is None:
            self.icon = QSystemTrayIcon(icons.app_icon(), self)
            self.icon.setToolTip(self.tr("KeepProof"))
            self.icon.messageClicked.connect(self._open)
            self.icon.activated.connect(self._open)
            self.icon.show()
        elif not wanted and self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None

    def _tell(self, due: tuple[Reminder, ...]) -> None:
        if self.icon is None:
            return
        self._order_id = due[0].order.id
        words = "\n".join(self._session.reminders.words(one) for one in due[:3])
        self.icon.showMessage(self.tr("KeepProof"), words, icons.app_icon())

    def _open(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        if self._order_id:
            self._session.order_requested.emit(self._order_id, "next")
