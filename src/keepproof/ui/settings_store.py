"""The user's settings while the window is open."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from keepproof import settings
from keepproof.settings import Settings

log = logging.getLogger(__name__)


class SettingsStore(QObject):
    """Holds `value`; `change` saves at once and tells `changed`."""

    changed = Signal()

    def __init__(self, path: Path) -> None:
        """Read the settings file."""
        super().__init__()
        self._path = path
        self.value: Settings = settings.load(path)

    def change(self, **values: Any) -> None:  # noqa: ANN401 - fields of Settings
        """Set some values and save; a full disk costs the memory of a choice, not the work."""
        after = replace(self.value, **values)
        if after == self.value:
            return
        self.value = after
        try:
            settings.save(after, self._path)
        except OSError as error:
            log.warning("settings not saved: %s", error)
        self.changed.emit()
