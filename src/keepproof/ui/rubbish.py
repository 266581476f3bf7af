"""Python's rubbish, collected on the window's thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 1000
# A look at everything that lives is noticeable in a large library, so it comes every two minutes.
FULL = 120


class Rubbish(QObject):
    """Collects while it lives, in place of Python.

    Python collects on whatever thread happens to make an object. A widget in a reference cycle would be deleted
    on a worker's thread, which ends the whole program.
    """

    _living = 0

    def __init__(self, parent: QObject) -> None:
        """Take the collecting over."""
        super().__init__(parent)
        gc.disable()
        Rubbish._living += 1
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what has gathered."""
        gc.collect(2 if gc.get_count()[2] >= FULL else 1)

    def stop(self) -> None:
        """Give the collecting back, once there are no other threads; may be called twice."""
        if self._timer.isActive():
            self._timer.stop()
            Rubbish._living -= 1
            if not Rubbish._living:
                gc.enable()
