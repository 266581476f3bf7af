from __future__ import annotations

import errno
from pathlib import Path

import pytest

from keepproof.errors import KnownError
from keepproof.exporting.writing import export_whole


def test_a_file_of_that_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(b"old and longer")
    assert export_whole(path, b"new") == path
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"export\.failed"):
        export_whole(tmp_path / "nowhere" / "a.ics", b"")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "export.full"),
        (errno.EFBIG, "export.too_large"),
        (errno.EIO, "export.failed"),
    ],
)
def test_a_disk_that_does_not_take_it_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(b"old")

    def refuse(_: int) -> None:
        raise OSError(number, "")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(KnownError) as caught:
        export_whole(path, b"new")
    assert caught.value.code == code
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_goes_out_into_a_library_over_what_it_keeps(tmp_path: Path) -> None:
    (tmp_path / "keepproof.sqlite3").touch()
    original = tmp_path / "originals" / "ab" / "ab12"
    original.parent.mkdir(parents=True)
    original.write_bytes(b"kept")
    with pytest.raises(KnownError, match=r"export\.inside_library"):
        export_whole(original, b"other")
    assert original.read_bytes() == b"kept"
    assert list(original.parent.iterdir()) == [original]
