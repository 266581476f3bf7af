"""Put the window together: the only place that knows all its parts."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from keepproof.paths import Paths, user_paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from keepproof.ui.start import Start

    ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

LOG_BYTES = 500_000
log = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> int:
    """Open the window; where there is no display, say so and run the example in the terminal."""
    del arguments
    if not _has_display():
        return _without_display()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - without a display Qt would end the process

    paths = user_paths()
    app = QApplication(["keepproof"])
    app.setApplicationName("keepproof")
    app.setDesktopFileName("org.keepproof.KeepProof")
    app.setStyle("Fusion")
    from keepproof.ui.start import Start  # noqa: PLC0415 - needs the application

    start = Start(app, paths)
    if start.handed_over():
        return 0
    sys.excepthook = _report_to(start)
    start.window.painted.connect(lambda: _log_to(paths))
    start.finished.connect(app.quit)
    start.show()
    status = QApplication.exec()
    start.close()
    return status


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _without_display() -> int:
    from keepproof.cli import main as command  # noqa: PLC0415 - the window must not wait for click
    from keepproof.cli.output import say  # noqa: PLC0415 - as above

    say(
        "没有找到显示器，改在终端里用自带的示例演示。",
        "There is no display, so the example runs in the terminal.",
    )
    return command(["demo"])


def _log_to(paths: Paths) -> None:
    """Write a log file; a folder that cannot be written costs the log, not the program."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - slow to load, not needed for the first paint

    root = logging.getLogger()
    if any(isinstance(one, RotatingFileHandler) for one in root.handlers):
        return
    try:
        paths.logs.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            paths.logs / "keepproof.log", maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def _report_to(start: Start) -> ExceptHook:
    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("unexpected error", exc_info=(kind, error, trace))
        start.show_bug(error)

    return hook
