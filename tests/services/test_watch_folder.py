"""New screenshots are found once they are finished, and offered once."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.services.watch_folder import Look, Seen, look


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "shots").mkdir()
    return tmp_path / "shots"


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    return Seen(tmp_path / "config" / "watched.json")


def looked(folder: Path) -> Look:
    found = look(folder)
    assert found is not None
    return found


def test_pictures_and_recordings_are_listed(folder: Path) -> None:
    for name in ("a.png", "b.JPG", "c.heic", "d.mp4", "e.txt", "f.pdf", "none"):
        (folder / name).write_bytes(b"x")
    assert looked(folder).files.keys() == {"a.png", "b.JPG", "c.heic", "d.mp4"}


@pytest.mark.parametrize("name", [".hidden.png", "~lock.png", "x.png.part", "x.png.crdownload"])
def test_hidden_and_partial_files_are_not_listed(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"x")
    assert not looked(folder).files


def test_a_download_under_its_final_name_waits_for_its_other_half(folder: Path) -> None:
    (folder / "x.png").write_bytes(b"x")
    (folder / "x.png.part").write_bytes(b"x")
    assert not looked(folder).files
    (folder / "x.png.part").unlink()
    assert looked(folder).files.keys() == {"x.png"}


def test_empty_files_folders_links_and_what_lies_deeper_are_not_listed(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "empty.png").touch()
    (folder / "deeper.png").mkdir()
    (folder / "deeper.png" / "x.png").write_bytes(b"x")
    (tmp_path / "real.png").write_bytes(b"x")
    (folder / "link.png").symlink_to(tmp_path / "real.png")
    os.mkfifo(folder / "pipe.png")
    assert not looked(folder).files


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert look(tmp_path / "gone") is None
    assert look(tmp_path / "file") is None
    assert look(Path("bad \0 name")) is None


def test_what_looks_the_same_twice_is_finished(folder: Path, seen: Seen) -> None:
    seen.settle(looked(folder))
    (folder / "a.png").write_bytes(b"half")
    first = looked(folder)
    assert seen.fresh(None, first) == ([], True)
    (folder / "a.png").write_bytes(b"half and more")
    second = looked(folder)
    assert seen.fresh(first, second) == ([], True)
    assert seen.fresh(second, looked(folder)) == (["a.png"], False)


def test_the_oldest_comes_first(folder: Path, seen: Seen) -> None:
    for number, name in enumerate(("c.png", "a.png", "b.png")):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, ns=(number, number))
    now = looked(folder)
    assert seen.fresh(now, now) == (["c.png", "a.png", "b.png"], False)


def test_what_was_decided_on_is_not_offered_again(folder: Path, tmp_path: Path, seen: Seen) -> None:
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(b"x")
    now = looked(folder)
    seen.settle(now, ["a.png"])
    assert seen.fresh(now, now) == (["b.png"], False)
    again = Seen(tmp_path / "config" / "watched.json")
    assert again.knows(folder)
    assert again.fresh(now, now) == (["b.png"], False)


def test_another_picture_under_a_known_name_is_new(folder: Path, seen: Seen) -> None:
    (folder / "a.png").write_bytes(b"x")
    seen.settle(looked(folder))
    (folder / "a.png").write_bytes(b"another")
    now = looked(folder)
    assert seen.fresh(now, now)[0] == ["a.png"]


def test_what_is_gone_is_forgotten(folder: Path, tmp_path: Path, seen: Seen) -> None:
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(b"x")
    seen.settle(looked(folder))
    (folder / "a.png").unlink()
    seen.settle(looked(folder))
    stored = json.loads((tmp_path / "config" / "watched.json").read_text())
    assert stored[str(folder)].keys() == {"b.png"}


def test_an_empty_folder_in_place_of_a_stick_forgets_nothing(folder: Path, seen: Seen) -> None:
    (folder / "a.png").write_bytes(b"x")
    before = looked(folder)
    seen.settle(before)
    (folder / "a.png").unlink()
    seen.settle(looked(folder))
    assert seen.fresh(before, before) == ([], False)


def test_two_folders_do_not_mix(folder: Path, tmp_path: Path, seen: Seen) -> None:
    seen.settle(looked(folder))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.png").write_bytes(b"x")
    other = looked(tmp_path / "other")
    assert not seen.knows(tmp_path / "other")
    assert seen.fresh(looked(folder), other) == ([], True)


def test_a_name_that_is_no_text_is_remembered(folder: Path, tmp_path: Path, seen: Seen) -> None:
    (folder / "odd \udcff.png").write_bytes(b"x")
    now = looked(folder)
    seen.settle(now)
    assert Seen(tmp_path / "config" / "watched.json").fresh(now, now) == ([], False)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"/x": 5}', b'{"/x": {"a.png": [1]}}', b"\xff"]
)
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "watched.json").write_bytes(data)
    seen = Seen(tmp_path / "watched.json")
    found = Look(Path("/x"), {"a.png": (1, 2)})
    assert seen.fresh(found, found) == (["a.png"], False)


def test_a_memory_that_cannot_be_written_is_told(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "config").write_text("a file is in the way")
    with pytest.raises(OSError, match=r".*"):
        Seen(tmp_path / "config" / "watched.json").settle(looked(folder))


def test_looking_changes_nothing(folder: Path) -> None:
    (folder / "a.png").write_bytes(b"x")
    (folder / "a.png").chmod(0o400)
    before = (folder / "a.png").stat()
    looked(folder)
    after = (folder / "a.png").stat()
    assert (stat.S_IMODE(after.st_mode), after.st_mtime_ns, after.st_atime_ns) == (
        stat.S_IMODE(before.st_mode),
        before.st_mtime_ns,
        before.st_atime_ns,
    )


NAMES = st.dictionaries(
    st.text(min_size=1, max_size=5), st.tuples(st.integers(1, 9), st.integers(0, 9)), max_size=6
)


@given(NAMES, NAMES)
def test_a_settled_look_offers_nothing_and_a_fresh_name_was_there_twice(
    before: dict[str, tuple[int, int]], now: dict[str, tuple[int, int]]
) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        seen = Seen(Path(place) / "watched.json")
        first, second = Look(Path("/x"), before), Look(Path("/x"), now)
        names, writing = seen.fresh(first, second)
        assert all(before.get(name) == now[name] for name in names)
        assert writing == (len(names) < len(now))
        seen.settle(second)
        assert seen.fresh(second, second) == ([], False)
