from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest

from keepproof.domain.evidence import EvidenceKind, FiledEvidence, SourcedTime
from keepproof.domain.order import Order
from keepproof.errors import CancelledError, KnownError
from keepproof.library import copying, keeping
from keepproof.library.incoming import Description, Incoming, Kept, Refused
from keepproof.library.library import Library
from keepproof.ticket import Ticket

Keep = Callable[..., FiledEvidence]


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    """Write a file of several chunks."""
    path = tmp_path / "shot.png"
    path.write_bytes(os.urandom(3 * copying.CHUNK + 17))
    return path


def one_of(library: Library, incoming: Incoming) -> Kept | Refused:
    (result,) = library.keep([incoming], Ticket())
    return result


def kept(library: Library, incoming: Incoming) -> FiledEvidence:
    result = one_of(library, incoming)
    assert isinstance(result, Kept)
    return result.filed


def refusal(library: Library, path: Path) -> str:
    result = one_of(library, Incoming(path))
    assert isinstance(result, Refused)
    return result.reason


def stored_files(library: Library) -> list[str]:
    folders = (library.folder / "originals", library.folder / "incoming")
    return sorted(one.name for top in folders for one in top.rglob("*") if one.is_file())


def test_bytes_are_kept_as_they_are(library: Library, shot: Path) -> None:
    item = kept(library, Incoming(shot)).evidence
    data = shot.read_bytes()
    assert (item.sha256, item.size) == (sha256(data).hexdigest(), len(data))
    assert library.original_path(item.sha256).read_bytes() == data


def test_an_original_is_read_only(library: Library, shot: Path) -> None:
    item = kept(library, Incoming(shot)).evidence
    assert stat.S_IMODE(library.original_path(item.sha256).stat().st_mode) == 0o444


def test_the_source_is_left_as_it_was(library: Library, shot: Path) -> None:
    os.utime(shot, ns=(10**18, 10**18 + 5))
    before = shot.stat()
    kept(library, Incoming(shot))
    after = shot.stat()
    marks = ("st_ino", "st_size", "st_mode", "st_mtime_ns", "st_atime_ns", "st_nlink")
    assert [getattr(after, one) for one in marks] == [getattr(before, one) for one in marks]


def test_times_come_with_their_sources(tmp_path: Path, shot: Path) -> None:
    now = datetime(2026, 11, 1, 18, 20, tzinfo=UTC)
    os.utime(shot, (1_700_000_000, 1_700_000_000))
    with Library.open(tmp_path / "l", now=lambda: now) as library:
        times = kept(library, Incoming(shot)).evidence.times
    assert times.file == SourcedTime(datetime.fromtimestamp(1_700_000_000, UTC), "file_system")
    assert times.imported == SourcedTime(now, "clock")
    assert (times.content, times.event) == (None, None)


def test_pasted_content_has_no_file_time(library: Library) -> None:
    item = kept(library, Incoming(Path("pasted.png"), data=b"x", origin="pasted")).evidence
    assert (item.times.file, item.original_name, item.origin) == (None, "pasted.png", "pasted")


def test_a_kind_chosen_by_the_user_wins(library: Library, shot: Path) -> None:
    def describe(path: Path, name: str) -> Description:
        return Description("image/png", EvidenceKind.CHAT)

    incoming = Incoming(shot, kind=EvidenceKind.UNBOX)
    (result,) = library.keep([incoming], Ticket(), describe)
    assert isinstance(result, Kept)
    item = result.filed.evidence
    assert (item.kind, item.kind_by_user, item.media_type) == (
        EvidenceKind.UNBOX,
        True,
        "image/png",
    )


@pytest.mark.parametrize("error", [OSError(5, "no"), KnownError("readers.odd")])
def test_what_nothing_can_describe_is_kept_all_the_same(
    library: Library, shot: Path, error: Exception
) -> None:
    def describe(path: Path, name: str) -> Description:
        raise error

    (result,) = library.keep([Incoming(shot)], Ticket(), describe)
    assert isinstance(result, Kept)
    assert result.filed.evidence.media_type == "application/octet-stream"


def test_numbers_follow_the_order_in_which_things_were_given(
    library: Library, order: Order
) -> None:
    sizes = [5_000_000, 1, 300_000, 7, 2_000_000, 9]
    things = [
        Incoming(Path(f"{n}"), data=bytes([n]) * size, order_id=order.id)
        for n, size in enumerate(sizes)
    ]
    results = list(library.keep(things, Ticket()))
    assert [one.filed.number for one in results if isinstance(one, Kept)] == [1, 2, 3, 4, 5, 6]
    assert [one.evidence.original_name for one in library.evidence.of_order(order.id)] == [
        str(n) for n in range(6)
    ]


def test_keeping_is_in_the_custody_log(library: Library, order: Order, shot: Path) -> None:
    item = kept(library, Incoming(shot, order_id=order.id, origin="dropped")).evidence
    (event,) = library.custody.events(item.id)
    assert (event.action, event.data) == (
        "evidence.kept",
        {
            "sha256": item.sha256,
            "size": item.size,
            "name": "shot.png",
            "origin": "dropped",
            "order": order.id,
            "number": 1,
        },
    )


def test_an_exact_copy_is_recognised(library: Library, shot: Path, tmp_path: Path) -> None:
    first = kept(library, Incoming(shot))
    copy = tmp_path / "copy.png"
    copy.write_bytes(shot.read_bytes())
    assert one_of(library, Incoming(copy)) == Kept(Incoming(copy), first, duplicate=True)


def test_an_exact_copy_is_stored_once(library: Library, shot: Path) -> None:
    item = kept(library, Incoming(shot)).evidence
    one_of(library, Incoming(shot))
    assert stored_files(library) == [item.sha256]


def test_copies_in_one_batch_are_recognised(library: Library) -> None:
    things = [Incoming(Path(name), data=b"same") for name in "abc"]
    results = [one for one in library.keep(things, Ticket()) if isinstance(one, Kept)]
    assert [one.duplicate for one in results] == [False, True, True]
    assert library.evidence.count() == 1


def test_a_copy_given_for_another_order_is_filed_there(
    library: Library, order: Order, other_order: Order, shot: Path
) -> None:
    kept(library, Incoming(shot, order_id=order.id))
    result = one_of(library, Incoming(shot, order_id=other_order.id))
    assert isinstance(result, Kept)
    assert (result.newly_filed, result.filed.order_id, result.filed.number) == (
        True,
        other_order.id,
        1,
    )


def test_a_copy_given_for_the_same_order_changes_nothing(
    library: Library, order: Order, shot: Path
) -> None:
    first = kept(library, Incoming(shot, order_id=order.id))
    head = library.custody.head()
    result = one_of(library, Incoming(shot, order_id=order.id))
    assert isinstance(result, Kept)
    assert (result.filed, result.newly_filed, library.custody.head()) == (first, False, head)


def test_what_was_deleted_can_be_added_anew(library: Library, shot: Path) -> None:
    first = kept(library, Incoming(shot)).evidence
    library.evidence.trash(first.id, "wrong picture")
    second = kept(library, Incoming(shot)).evidence
    assert (second.id != first.id, library.original_path(second.sha256).exists()) == (True, True)


def test_a_copy_heals_a_lost_original(library: Library, shot: Path) -> None:
    item = kept(library, Incoming(shot)).evidence
    library.original_path(item.sha256).unlink()
    one_of(library, Incoming(shot))
    assert library.original_path(item.sha256).read_bytes() == shot.read_bytes()


def test_a_copy_heals_a_damaged_original(library: Library, shot: Path) -> None:
    item = kept(library, Incoming(shot)).evidence
    path = library.original_path(item.sha256)
    path.chmod(0o600)
    path.write_bytes(b"damaged")
    library.evidence.set_fixity(item.id, "changed", datetime.now(UTC))
    one_of(library, Incoming(shot))
    assert path.read_bytes() == shot.read_bytes()
    assert library.evidence.get(item.id).fixity == "intact"


NAMES = [
    "中文 截图.png",
    "a\u202eb.png",
    "\udcff\udc80.png",
    "-rf *.png",
    "a'; DROP--.png",
    "\U0001f600",
]


@pytest.mark.parametrize("name", NAMES)
def test_naughty_file_names_are_kept_unchanged(library: Library, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    assert kept(library, Incoming(path)).evidence.original_name == name


NAUGHTY = ["\x00", "a\x00b", "\ud800", "\u202e\u2066", "x" * 1_000_000, "\ufeff", "Robert'); DROP"]


@pytest.mark.parametrize("text", NAUGHTY, ids=range(len(NAUGHTY)))
def test_naughty_notes_are_kept_unchanged(library: Library, keep_bytes: Keep, text: str) -> None:
    item = keep_bytes(b"1").evidence
    library.evidence.replace(replace(item, note=text, title=text, facts={text: text}))
    assert library.evidence.all()[0].evidence == library.evidence.get(item.id)
    assert library.evidence.get(item.id).note == text
    assert library.evidence.get(item.id).facts == {text: text}


def test_an_empty_file_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert refusal(library, tmp_path / "empty") == "keep.empty"


def test_empty_content_is_refused(library: Library) -> None:
    result = one_of(library, Incoming(Path("x"), data=b""))
    assert isinstance(result, Refused)
    assert result.reason == "keep.empty"


def test_a_vanished_file_is_refused(library: Library, tmp_path: Path) -> None:
    assert refusal(library, tmp_path / "gone") == "keep.vanished"


def test_a_folder_is_refused(library: Library, tmp_path: Path) -> None:
    assert refusal(library, tmp_path) == "keep.not_a_file"


def test_a_pipe_is_refused_without_waiting(library: Library, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(library, tmp_path / "pipe") == "keep.not_a_file"


def test_a_socket_is_refused(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the address of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        assert refusal(library, tmp_path / "s") == "keep.not_a_file"


def test_a_device_is_refused(library: Library) -> None:
    assert refusal(library, Path("/dev/zero")) == "keep.not_a_file"


def test_a_file_of_endless_size_is_refused(library: Library) -> None:
    assert refusal(library, Path("/proc/self/status")) == "keep.empty"


def test_a_link_put_in_place_of_a_file_of_a_folder_is_refused(
    library: Library, shot: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(shot)
    result = one_of(library, Incoming(tmp_path / "link", follow=False))
    assert isinstance(result, Refused)


def test_a_link_given_by_the_user_keeps_what_it_points_to(
    library: Library, shot: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.png").symlink_to(shot)
    assert kept(library, Incoming(tmp_path / "link.png")).evidence.size == shot.stat().st_size


def test_a_broken_link_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    assert refusal(library, tmp_path / "link") == "keep.vanished"


def test_a_circle_of_links_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refusal(library, tmp_path / "a") == "keep.link"


def test_a_name_no_file_can_have_is_refused(library: Library) -> None:
    assert refusal(library, Path("a\x00b")) == "keep.vanished"


def test_nothing_of_a_refused_file_stays(library: Library, tmp_path: Path) -> None:
    refusal(library, tmp_path)
    (tmp_path / "empty").touch()
    refusal(library, tmp_path / "empty")
    assert stored_files(library) == []


def test_a_refusal_does_not_stop_the_others(library: Library, shot: Path, tmp_path: Path) -> None:
    things = [Incoming(tmp_path / "gone"), Incoming(shot), Incoming(tmp_path)]
    results = list(library.keep(things, Ticket()))
    assert [type(one) for one in results] == [Refused, Kept, Refused]


def test_an_unknown_order_is_told_before_anything_is_kept(library: Library, shot: Path) -> None:
    with pytest.raises(KnownError) as caught:
        list(library.keep([Incoming(shot, order_id="nothing")], Ticket()))
    assert (caught.value.code, library.evidence.count()) == ("library.not_found", 0)


def test_nothing_is_kept_after_a_wish_to_stop(library: Library, shot: Path) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        list(library.keep([Incoming(shot)], ticket))
    assert stored_files(library) == []


def test_what_was_finished_before_a_wish_to_stop_stays(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "BATCH_SECONDS", 0.0)
    monkeypatch.setattr(keeping, "AHEAD", 1)
    ticket = Ticket()

    def things() -> Iterator[Incoming]:
        for n in range(10):
            if n == 5:
                ticket.cancel()
            yield Incoming(Path(str(n)), data=str(n).encode())

    with pytest.raises(CancelledError):
        list(library.keep(things(), ticket))
    assert 0 < library.evidence.count() <= 5


def test_a_wish_to_stop_is_heard_in_the_middle_of_a_file(
    library: Library, shot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = Ticket()
    written: list[int] = []
    real = copying.write

    def write(descriptor: int, data: memoryview) -> None:
        written.append(len(data))
        ticket.cancel()
        real(descriptor, data)

    monkeypatch.setattr(copying, "write", write)
    with pytest.raises(CancelledError):
        list(library.keep([Incoming(shot)], ticket))
    assert (len(written), stored_files(library)) == (1, [])


def test_results_nobody_waits_for_leave_nothing_half(library: Library) -> None:
    things = [Incoming(Path(str(n)), data=str(n).encode()) for n in range(50)]
    results = library.keep(things, Ticket())
    next(results)
    results.close()  # type: ignore[attr-defined]
    hashes = {one.evidence.sha256 for one in library.evidence.all()}
    assert set(stored_files(library)) == hashes


def test_progress_is_told(library: Library) -> None:
    steps: list[tuple[int, int, str]] = []
    things = [Incoming(Path(f"{n}.png"), data=str(n).encode()) for n in range(3)]
    list(library.keep(things, Ticket(lambda *step: steps.append(step))))
    assert steps[-1] == (3, 3, "2.png")


def test_the_progress_of_a_long_file_is_told(
    library: Library, shot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Event()
    steps: list[tuple[float, str]] = []
    real = copying.write

    def write(descriptor: int, data: memoryview) -> None:
        real(descriptor, data)
        told.wait(30)

    def step(done: float, total: int, what: str) -> None:
        steps.append((done, what))
        told.set()

    monkeypatch.setattr(copying, "write", write)
    monkeypatch.setattr(keeping, "PATIENCE", 0.01)
    list(library.keep([Incoming(shot)], Ticket(step)))
    assert steps[0][1].startswith("shot.png")
    assert 0 <= steps[0][0] <= 1
    assert steps[-1] == (1, "shot.png")


def test_the_part_of_a_long_file_that_is_copied_counts(
    library: Library, shot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = shot.stat().st_size
    half = [(size + 1) // 2, size // 2]
    told = Event()
    steps: list[float] = []
    real = copying.write
    monkeypatch.setattr(copying, "CHUNK", half[0])

    def write(descriptor: int, data: memoryview) -> None:
        real(descriptor, data)
        told.wait(30)

    def step(done: float, total: int, what: str) -> None:
        steps.append(done)
        told.set()

    monkeypatch.setattr(copying, "write", write)
    monkeypatch.setattr(keeping, "PATIENCE", 0.01)
    list(library.keep([Incoming(shot)], Ticket(step)))
    assert steps[0] == half[0] / size
    assert steps[-1] == 1


def test_each_batch_is_there_before_it_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "BATCH_SECONDS", 0.0)
    things = [Incoming(Path(str(n)), data=str(n).encode()) for n in range(20)]
    for n, one in enumerate(library.keep(things, Ticket()), start=1):
        assert isinstance(one, Kept)
        assert library.original_path(one.filed.evidence.sha256).exists()
        assert library.evidence.count() >= n


def test_a_file_that_is_enormous_is_refused_before_it_is_read(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "free_bytes", lambda folder: 10**9)
    monkeypatch.setattr(copying, "write", None)
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(4 * 2**30)
    result = one_of(library, Incoming(tmp_path / "huge"))
    assert result == Refused(
        tmp_path / "huge", "library.full", {"needed": 4 * 2**30, "free": 10**9}
    )


def test_where_batches_cannot_be_flushed_each_file_is(
    tmp_path: Path, shot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keepproof.library.syncing._has_syncfs", lambda: False)
    flushed: list[int] = []
    monkeypatch.setattr("keepproof.library.syncing.flush", flushed.append)
    with Library.open(tmp_path / "l") as library:
        item = kept(library, Incoming(shot)).evidence
        assert library.original_path(item.sha256).read_bytes() == shot.read_bytes()
    assert len(flushed) == 2  # the copy and the journal of its batch
