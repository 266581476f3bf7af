"""What a library is called."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from keepproof.paths import Paths


def name(folder: Path, paths: Paths) -> str:
    """Call a library by its folder, and the one in the usual place “My library”."""
    if folder == paths.library:
        return QCoreApplication.translate("LibraryNames", "My library")
    return folder.name or str(folder)
