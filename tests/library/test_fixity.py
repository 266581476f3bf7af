from __future__ import annotations

import os
from collections.abc import Callable
from io import FileIO
from pathlib import Path

import pytest

from keepproof import kept_file
from keepproof.domain.evidence import Evidence, FiledEvidence
from keepproof.errors import CancelledError
from keepproof.library.library import Library
from keepproof.ticket import Ticket

Keep = Callable[..., FiledEvidence]
DATA = bytes(range(256)) * 5000


@pytest.fixture
def item(keep_bytes: Keep) -> Evidence:
    return keep_bytes(DATA).evidence


@pytest.fixture
def original(library: Library, item: Evidence) -> Path:
    path = library.original_path(item.sha256)
    path.chmod(0o600)
    return path


def found(library: Library, item: Evidence) -> str:
    ((_, state),) = library.reader(Ticket()).check([(item.sha256, item.size)])
    return state


def test_an_untouched_original_is_intact(library: Library, item: Evidence) -> None:
    assert found(library, item) == "intact"


@pytest.mark.parametrize("place", [0, len(DATA) // 2, len(DATA) - 1])
def test_one_flipped_bit_is_found(
    library: Library, item: Evidence, original: Path, place: int
) -> None:
    with original.open("r+b") as file:
        file.seek(place)
        file.write(bytes([DATA[place] ^ 1]))
    assert found(library, item) == "changed"


def test_a_truncated_original_is_changed(library: Library, item: Evidence, original: Path) -> None:
    os.truncate(original, len(DATA) - 1)
    assert found(library, item) == "changed"


def test_a_grown_original_is_changed(library: Library, item: Evidence, original: Path) -> None:
    with original.open("ab") as file:
        file.write(b"x")
    assert found(library, item) == "changed"


def test_a_missing_original_is_missing(library: Library, item: Evidence, original: Path) -> None:
    original.unlink()
    assert found(library, item) == "missing"


def test_a_missing_folder_means_missing(library: Library, item: Evidence, original: Path) -> None:
    original.unlink()
    original.parent.rmdir()
    assert found(library, item) == "missing"


def link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("put", [link, folder, pipe])
def test_another_thing_in_its_place_is_changed(
    library: Library, item: Evidence, original: Path, put: Callable[[Path], None]
) -> None:
    put(original)
    assert found(library, item) == "changed"


def test_what_the_disk_cannot_read_is_unreadable(
    library: Library, item: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(FileIO):
        def readinto(self, buffer: object, /) -> int:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(kept_file, "FileIO", Failing)
    assert found(library, item) == "unreadable"


def test_what_may_not_be_read_is_unreadable(
    library: Library, item: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("keepproof.kept_file.os.open", refuse)
    assert found(library, item) == "unreadable"


def test_results_come_in_the_order_asked(library: Library, keep_bytes: Keep) -> None:
    items = [keep_bytes(bytes([n]) * (300 - n)).evidence for n in range(200)]
    wanted = [(one.sha256, one.size) for one in items]
    results = library.reader(Ticket()).check(wanted)
    assert [sha256 for sha256, _ in results] == [sha256 for sha256, _ in wanted]


def test_a_wish_to_stop_is_heard(library: Library, item: Evidence) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        list(library.reader(ticket).check([(item.sha256, item.size)]))
