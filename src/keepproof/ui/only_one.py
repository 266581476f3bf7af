"""One window a user: a second start brings the first to the front."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE_MS = 300


class OnlyOne(QObject):
    """Talks over a local pipe named after the user's settings folder; nothing touches the network."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        """Name the pipe."""
        super().__init__(parent)
        self._marker = folder / "running"
        self._name = (
            "keepproof-" + f"{zlib.crc32(str(folder).encode(errors='surrogateescape')):08x}"
        )
        self._server: QLocalServer | None = None

    def call(self) -> bool:
        """Ask a running window to come to the front; False when there is none."""
        if not self._marker.exists():
            return False  # the usual start does not load the network library
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only when another may run

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """Wait for others to call."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        if self._server.listen(self._name):
            self._marker.parent.mkdir(parents=True, exist_ok=True)
            self._marker.touch()

    def leave(self) -> None:
        """Listen no longer."""
        if self._server is not None:
            self._server.close()
            self._marker.unlink(missing_ok=True)
            self._server = None

    def _greet(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.deleteLater()
        self.called.emit()
