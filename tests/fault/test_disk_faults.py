"""A disk that is full, fails, or is taken away: a clear reason, nothing lost, nothing half."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from io import FileIO
from pathlib import Path

import pytest

import keepproof
from keepproof.errors import KnownError
from keepproof.library import copying, keeping
from keepproof.library.catalog import FILE
from keepproof.library.incoming import Incoming, Kept, Refused
from keepproof.library.library import Library
from keepproof.library.originals import Originals
from keepproof.library.syncing import Syncer
from keepproof.messages import say
from keepproof.ticket import Ticket

COUNT = 12


@pytest.fixture
def things() -> list[Incoming]:
    return [Incoming(Path(f"{n}.png"), data=str(n).encode() * 100) for n in range(COUNT)]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Place things four at a time."""
    monkeypatch.setattr(keeping, "BATCH_ITEMS", 4)
    monkeypatch.setattr(keeping, "BATCH_SECONDS", 60.0)


def failing(
    code: int, real: Callable[..., object], *, after: int, times: int = 10**9
) -> Callable[..., object]:
    """Make a function that works so often and then fails so often."""
    calls = iter(range(10**9))

    def call(*arguments: object, **named: object) -> object:
        if after <= next(calls) < after + times:
            raise OSError(code, os.strerror(code))
        return real(*arguments, **named)

    return call


def reasons(results: list[Kept | Refused]) -> list[str]:
    """Say what became of each, after making sure that every reason can be worded."""
    for one in results:
        if isinstance(one, Refused):
            assert say(one.reason, "zh", one.data) != say(one.reason, "en", one.data)
    return [one.reason if isinstance(one, Refused) else "kept" for one in results]


def check(library: Library, kept: int) -> None:
    """Make sure that so many are kept whole and nothing else stands anywhere."""
    items = [one.evidence for one in library.evidence.all()]
    stored = {one.name for one in (library.folder / "originals").rglob("*") if one.is_file()}
    assert len(items) == kept
    assert stored == {one.sha256 for one in items}
    assert list((library.folder / "incoming").iterdir()) == []
    assert library.custody.check() is None


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "library.full"),
        (errno.EDQUOT, "library.full"),
        (errno.EIO, "library.disk_error"),
        (errno.EROFS, "library.no_permission"),
    ],
)
def test_a_copy_that_cannot_be_written_is_refused(
    library: Library,
    things: list[Incoming],
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    reason: str,
) -> None:
    monkeypatch.setattr(copying, "WORKERS", 1)
    monkeypatch.setattr(copying, "write", failing(code, copying.write, after=6))
    results = list(library.keep(things, Ticket()))
    assert reasons(results) == ["kept"] * 6 + [reason] * 6
    check(library, 6)


def test_one_write_that_fails_costs_one_item(
    library: Library, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "WORKERS", 1)
    monkeypatch.setattr(copying, "write", failing(errno.EIO, copying.write, after=5, times=1))
    results = list(library.keep(things, Ticket()))
    assert reasons(results) == ["kept"] * 5 + ["library.disk_error"] + ["kept"] * 6
    check(library, 11)


def test_a_source_that_cannot_be_read_is_refused(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing(FileIO):
        def readinto(self, buffer: object, /) -> int:
            raise OSError(errno.EIO, "Input/output error")

    (tmp_path / "bad.png").write_bytes(b"x")
    monkeypatch.setattr(copying, "FileIO", Failing)
    assert reasons(list(library.keep([Incoming(tmp_path / "bad.png")], Ticket()))) == [
        "keep.source_error"
    ]
    check(library, 0)


def test_a_network_drive_that_no_longer_answers_is_told(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "far.png").write_bytes(b"x")
    monkeypatch.setattr(copying, "_marks", failing(errno.ETIMEDOUT, copying._marks, after=1))
    assert reasons(list(library.keep([Incoming(tmp_path / "far.png")], Ticket()))) == [
        "keep.source_error"
    ]
    check(library, 0)


@pytest.mark.parametrize("call", [0, 1, 2, 3])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_a_batch_that_cannot_be_made_safe_is_not_kept(
    library: Library,
    things: list[Incoming],
    monkeypatch: pytest.MonkeyPatch,
    call: int,
    code: int,
) -> None:
    """Each batch is flushed twice: its bytes, then its names."""
    reason = "library.full" if code == errno.ENOSPC else "library.disk_error"
    monkeypatch.setattr(Syncer, "batch", failing(code, Syncer.batch, after=call))
    kept = 4 * (call // 2)
    results = list(library.keep(things, Ticket()))
    assert reasons(results) == ["kept"] * kept + [reason] * (COUNT - kept)
    check(library, kept)


def test_a_batch_that_can_be_placed_only_in_part_is_not_kept(
    library: Library, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Originals, "place", failing(errno.EIO, Originals.place, after=6))
    results = list(library.keep(things, Ticket()))
    assert reasons(results) == ["kept"] * 4 + ["library.disk_error"] * 8
    check(library, 4)


def test_a_catalogue_that_cannot_grow_keeps_nothing_half(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = library._catalog.row("PRAGMA page_count")
    assert pages is not None
    library._catalog.rows(f"PRAGMA max_page_count = {pages[0] + 2}")
    names = ["x" * 250 + str(n) for n in range(40)]
    things = [Incoming(Path(name), data=name.encode()) for name in names]
    results = reasons(list(library.keep(things, Ticket())))
    kept = results.count("kept")
    assert kept < 40
    assert results == ["kept"] * kept + ["library.full"] * (40 - kept)
    check(library, kept)


def test_a_commit_that_may_have_happened_is_decided_at_the_next_start(
    tmp_path: Path, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path / "l") as library:
        rows = library._catalog.rows

        def fail(sql: str, parameters: Iterable[object] = ()) -> list[tuple[object, ...]]:
            if sql == "COMMIT":
                raise KnownError("library.disk_error", folder="", detail="")
            return rows(sql, parameters)

        monkeypatch.setattr(library._catalog, "rows", fail)
        assert set(reasons(list(library.keep(things, Ticket())))) == {"library.disk_error"}
        assert any(one.is_file() for one in (library.folder / "originals").rglob("*"))
    with Library.open(tmp_path / "l") as library:
        check(library, 0)


def test_after_a_full_disk_the_same_things_can_be_kept(
    library: Library, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(copying, "write", failing(errno.ENOSPC, copying.write, after=3))
        list(library.keep(things, Ticket()))
    list(library.keep(things, Ticket()))
    check(library, COUNT)


def test_what_was_kept_before_a_fault_is_no_part_of_it(
    library: Library, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of a kept item in a batch that fails must not take the kept bytes away with it."""
    list(library.keep(things[:2], Ticket()))
    monkeypatch.setattr(Syncer, "batch", failing(errno.EIO, Syncer.batch, after=1))
    list(library.keep(things, Ticket()))
    check(library, 2)


def test_a_healing_copy_that_fails_takes_nothing_away(
    library: Library, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    list(library.keep(things[:1], Ticket()))
    item = library.evidence.all()[0].evidence
    library.original_path(item.sha256).unlink()
    monkeypatch.setattr(Syncer, "batch", failing(errno.EIO, Syncer.batch, after=1))
    list(library.keep(things[:1], Ticket()))
    assert library.original_path(item.sha256).exists()


def test_a_folder_that_is_taken_away_is_told(
    library: Library, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    (library.folder / "incoming").rename(library.folder / "elsewhere")
    results = list(library.keep(things, Ticket()))
    assert set(reasons(results)) == {"library.disk_error"}


def test_deleting_on_a_failing_disk_keeps_the_bytes_somewhere(
    library: Library, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    list(library.keep(things[:1], Ticket()))
    item = library.evidence.all()[0].evidence
    monkeypatch.setattr(Path, "replace", failing(errno.EIO, Path.replace, after=0))
    library.evidence.trash(item.id, "wrong picture")
    assert library.original_path(item.sha256).exists()


def test_bringing_back_on_a_failing_disk_is_told_and_changes_nothing(
    library: Library, things: list[Incoming], monkeypatch: pytest.MonkeyPatch
) -> None:
    list(library.keep(things[:1], Ticket()))
    item = library.evidence.all()[0].evidence
    library.evidence.trash(item.id, "wrong picture")
    monkeypatch.setattr(Path, "replace", failing(errno.EIO, Path.replace, after=0))
    with pytest.raises(KnownError) as caught:
        library.evidence.restore(item.id)
    assert caught.value.code == "library.disk_error"
    assert library.evidence.get(item.id).state == "trashed"


LIMITED = """
import resource, sys
from pathlib import Path
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.messages import say
from keepproof.ticket import Ticket
with Library.open(Path(sys.argv[1])) as library:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    things = [Incoming(Path(name), data=b"x" * size) for name, size in (("a", 900_000), ("b", 1_100_000))]
    for one in library.keep(things, Ticket()):
        print(type(one).__name__, getattr(one, "reason", ""))
"""


def test_a_limit_of_the_system_on_file_sizes_is_a_full_disk(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path / "library")],
        env={**os.environ, "PYTHONPATH": str(Path(keepproof.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["Kept ", "Refused library.full"]


@pytest.fixture
def damaged(tmp_path: Path, things: list[Incoming]) -> Path:
    """Make a library, and open it again with a page of the evidence overwritten."""
    folder = tmp_path / "damaged"
    with Library.open(folder) as library:
        list(library.keep([Incoming(Path("big"), data=b"1"), *things], Ticket()))
        row = library._catalog.row("SELECT rootpage FROM sqlite_schema WHERE name = 'evidence'")
        assert row is not None
        page = row[0]
    with (folder / FILE).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    return folder


def test_a_damaged_listing_is_told_and_originals_stay(
    damaged: Path, things: list[Incoming]
) -> None:
    with pytest.raises(KnownError) as caught, Library.open(damaged) as library:
        library.evidence.all()
    assert caught.value.code == "library.damaged"
    stored = [one for one in (damaged / "originals").rglob("*") if one.is_file()]
    assert len(stored) == COUNT + 1
