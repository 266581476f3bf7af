"""Where the program keeps its things."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "KeepProof"
CATALOG = "keepproof.sqlite3"
"""The file by which a folder is known to be a library."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one user: library, settings, logs."""

    data: Path
    config: Path
    logs: Path

    @property
    def library(self) -> Path:
        """Return the folder of the default library."""
        return self.data / "library"

    @property
    def settings(self) -> Path:
        """Return the settings file."""
        return self.config / "settings.json"

    @property
    def knowledge(self) -> Path:
        """Return the folder of the user's own rules, which come before those of the program."""
        return self.config / "knowledge"


def user_paths() -> Paths:
    """Return this user's folders; KEEPPROOF_HOME puts all of them in one place (portable use, tests)."""
    home = os.environ.get("KEEPPROOF_HOME")
    if home:
        base = Path(home)
        return Paths(base / "data", base / "config", base / "logs")
    return Paths(
        Path(platformdirs.user_data_dir(APP, appauthor=False)),
        Path(platformdirs.user_config_dir(APP, appauthor=False)),
        Path(platformdirs.user_log_dir(APP, appauthor=False)),
    )
