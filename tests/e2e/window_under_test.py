"""Start the real window and answer questions about it: a line of Python in, a line of JSON out."""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QPoint, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

from keepproof import app

NETWORK_FAMILIES = {2, 10}


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in NETWORK_FAMILIES:
        raise PermissionError("the window opens no network socket")


def rect(widget: QWidget) -> list[int]:
    """Give a widget's place on the screen: x, y, width, height."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    return [corner.x(), corner.y(), widget.width(), widget.height()]


def named(kind: str, name: str = "") -> QWidget:
    """Find a visible widget by class name and accessible name or text."""
    for widget in QApplication.allWidgets():
        if kind not in {one.__name__ for one in type(widget).__mro__} or not widget.isVisible():
            continue
        text = getattr(widget, "text", None)
        if not name or name in {
            widget.accessibleName(),
            widget.objectName(),
            text() if callable(text) else None,
        }:
            return widget
    raise LookupError(f"{kind} {name}")


def windows() -> list[str]:
    """List the titles of the visible windows."""
    return [one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()]


def _answer(line: str) -> str:
    scope: dict[str, Any] = {
        "app": QApplication.instance(),
        "rect": rect,
        "named": named,
        "windows": windows,
    }
    try:
        return json.dumps(
            {"value": eval(line, scope)}, default=str
        )  # the test asks about its own window
    except Exception as error:  # noqa: BLE001 - the test is told what went wrong
        return json.dumps({"error": repr(error)})


def _listen() -> QSocketNotifier:
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def read() -> None:
        line = sys.stdin.readline()
        if not line:
            notifier.setEnabled(False)
            return
        print(_answer(line.strip()), flush=True)

    notifier.activated.connect(read)
    return notifier


def main() -> int:
    sys.addaudithook(_watch)
    started = QApplication.exec

    def exec_() -> int:
        keep = _listen()
        print(json.dumps({"value": "ready"}), flush=True)
        status = started()
        keep.setEnabled(False)
        return status

    QApplication.exec = staticmethod(exec_)  # type: ignore[method-assign]
    return app.main([])


if __name__ == "__main__":
    sys.exit(main())
