"""Render every page and dialog, in Chinese and English, light and dark, for people to look at.

Usage: python packaging/screens.py FOLDER [SIZE …]; each size is WIDTHxHEIGHT, 1280x800 and 1024x700 if none is given.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication
from screens_library import fill
from screens_pages import dialogs, pages
from screens_studio import LANGUAGES, Look, Studio

from keepproof.paths import Paths

SIZES = ("1280x800", "1024x700")
THEMES = ("light", "dark")


def looks(sizes: list[str]) -> Iterator[Look]:
    """List every way to render."""
    for size in sizes:
        width, height = (int(one) for one in size.split("x"))
        for lang in LANGUAGES:
            for theme in THEMES:
                yield Look(lang, theme, width, height)


def render(look: Look, folder: Path) -> None:
    """Render everything in one look."""
    app = QApplication(["keepproof"])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as temporary:
        for name, steps in (("empty", ()), ("filled", (pages, dialogs))):
            home = Path(temporary) / name
            if steps:
                fill(home, look.lang)
            studio = Studio(app, Paths(home / "data", home / "config", home / "logs"), look, folder)
            if not steps:
                studio.shoot("welcome")
            for step in steps:
                step(studio)
            studio.window.close()
            studio.start.close()


def main(arguments: list[str]) -> int:
    """Render every look into a folder, each in a process of its own: Qt keeps its translators and fonts."""
    if arguments[:1] == ["--one"]:
        lang, theme, width, height, folder = arguments[1:]
        render(Look(lang, theme, int(width), int(height)), Path(folder))
        return 0
    folder = arguments[0] if arguments else "screens"
    for look in looks(arguments[1:] or list(SIZES)):
        words = [look.lang, look.theme, str(look.width), str(look.height), folder]
        subprocess.run([sys.executable, __file__, "--one", *words], check=True)
        sys.stdout.write(f"{look.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
