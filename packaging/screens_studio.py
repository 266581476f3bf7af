"""One window on one library, and the camera before it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from keepproof import settings
from keepproof.paths import Paths
from keepproof.settings import Settings
from keepproof.ui.main_window import MainWindow
from keepproof.ui.start import Start

LANGUAGES = {"zh": "zh_CN", "en": "en"}
LONGEST_S = 20.0


@dataclass(frozen=True)
class Look:
    """One way to render: language, colours, size of the window."""

    lang: str
    theme: str
    width: int
    height: int

    @property
    def name(self) -> str:
        """Name the files of this look."""
        return f"{self.lang}-{self.theme}-{self.width}"


class Studio:
    """One window on one library, and the camera before it."""

    def __init__(self, app: QApplication, paths: Paths, look: Look, folder: Path) -> None:
        """Open the window in a look."""
        self._app, self._look, self._folder = app, look, folder
        chosen = Settings(
            language=LANGUAGES[look.lang], theme=look.theme, complaint_language=look.lang
        )
        settings.save(chosen, paths.settings)
        self.start = Start(app, paths)
        self.start.show()
        self.window.resize(look.width, look.height)
        self.settle()

    @property
    def window(self) -> MainWindow:
        """Give the window."""
        return self.start.window

    def settle(self) -> None:
        """Wait until nothing is under way and every picture has come."""
        end = time.monotonic() + LONGEST_S
        quiet = 0
        while quiet < 12 and time.monotonic() < end:
            self._app.processEvents()
            quiet = quiet + 1 if self.start.session.operations.idle() else 0
            time.sleep(0.02)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture of the window, or of a dialog."""
        self.settle()
        path = self._folder / name / f"{self._look.name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        (widget or self.window).grab().save(str(path))

    def dialog(self, name: str, make: Callable[[], QDialog]) -> None:
        """Take a picture of a dialog and close it."""
        dialog = make()
        dialog.open()
        self.shoot(name, dialog)
        dialog.close()
        self.settle()
