"""Short ways to read a document that a test writes down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from keepproof.readers.documents import reader
from keepproof.readers.reading import Found

Reading = Callable[..., Found]


@pytest.fixture
def written(tmp_path: Path) -> Callable[[bytes], Path]:
    """Write a file as it is kept: without an ending."""

    def write(data: bytes) -> Path:
        path = tmp_path / "kept"
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def reading(written: Callable[[bytes], Path]) -> Reading:
    """Read bytes as a document of a type."""

    def read(data: bytes | str, media_type: str) -> Found:
        path = written(data.encode() if isinstance(data, str) else data)
        return reader.read(path, "name", media_type)

    return read
