from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from keepproof import kept_file


def found(path: Path) -> str:
    try:
        with kept_file.opened(path) as file:
            return file.read().decode()
    except OSError as error:
        return kept_file.trouble(error)


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"bytes")
    assert found(tmp_path / "a") == "bytes"


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert found(tmp_path / "b") == found(tmp_path / "a" / "b") == "missing"


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folder")
def test_another_thing_at_its_place_is_a_change_and_leaves_nothing_open(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    before = os.dup(0)
    os.close(before)
    assert found(tmp_path / "folder") == found(tmp_path / "link") == "changed"
    after = os.dup(0)
    os.close(after)
    assert after == before


def test_a_disk_that_fails_is_unreadable() -> None:
    assert kept_file.trouble(OSError(errno.EIO, "")) == "unreadable"
