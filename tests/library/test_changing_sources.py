"""Files that change under the reader's hands."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from keepproof.library import copying
from keepproof.library.incoming import Incoming, Refused
from keepproof.library.library import Library
from keepproof.ticket import Ticket


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    path = tmp_path / "shot.png"
    path.write_bytes(b"x" * (2 * copying.CHUNK))
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def shrink(path: Path) -> None:
    os.truncate(path, copying.CHUNK + 1)


def rewrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"y")


@pytest.mark.parametrize("change", [grow, shrink, rewrite])
def test_a_file_that_changes_while_it_is_read_is_refused(
    library: Library, shot: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    real = copying.write

    def write(descriptor: int, data: memoryview) -> None:
        real(descriptor, data)
        change(shot)

    monkeypatch.setattr(copying, "write", write)
    (result,) = library.keep([Incoming(shot)], Ticket())
    assert isinstance(result, Refused)
    assert result.reason == "keep.changed_while_read"
    assert library.evidence.count() == 0
