"""Find the files of resources/, wherever the program runs from."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Return resources/: beside the package when installed or frozen, else at the top of the checkout."""
    packaged = Path(__file__).parent / "resources"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "resources"


def path(*parts: str) -> Path:
    """Return the path of one resource."""
    return root().joinpath(*parts)


def text(*parts: str) -> str:
    """Read one text resource."""
    return path(*parts).read_text("utf-8")
