"""Compile the translations into the wheel, so that nobody edits or commits compiled files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Run packaging/translations.py before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch calls it so
        """Build the .qm files beside their sources; git ignores them, the wheel carries them."""
        script = Path(self.root) / "packaging" / "translations.py"
        subprocess.run([sys.executable, str(script), "release"], check=True)
        build_data["artifacts"].append("resources/i18n/*.qm")
