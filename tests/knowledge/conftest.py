from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write knowledge files by name and give their folder."""

    def write(**files: str) -> Path:
        (tmp_path / "issues").mkdir(exist_ok=True)
        for name, text in files.items():
            shared = name in {"common", "platforms", "channels", "rules", "kinds"}
            place = tmp_path if shared else tmp_path / "issues"
            (place / f"{name}.toml").write_text(text, "utf-8")
        return tmp_path

    return write
