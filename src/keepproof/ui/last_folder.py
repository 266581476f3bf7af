"""Where the system's file dialogs begin: where the user was last for the same purpose, else in her documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from keepproof.ui.settings_store import SettingsStore

PREFIX = "folder "
# Texts, documents, calendars, hash lists: what is written for others goes to one place.
WRITTEN = "written"


def recall(settings: SettingsStore, purpose: str, otherwise: str = "") -> str:
    """Give the folder of a purpose; `otherwise` when there is none yet, the documents when that is gone too."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    tries = (settings.value.window.get(PREFIX + purpose, ""), otherwise)
    return next((one for one in tries if one and Path(one).is_dir()), documents)


def remember(settings: SettingsStore, purpose: str, folder: Path) -> None:
    """Begin there the next time, also after the window was closed."""
    settings.change(window=settings.value.window | {PREFIX + purpose: str(folder)})
