from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from keepproof.library import sources
from keepproof.library.incoming import Refused


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Name the library's folder, beside the sources."""
    (tmp_path / "library").mkdir()
    return tmp_path / "library"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    return tmp_path / "source"


def files(found: list[tuple[Path, bool] | Refused]) -> list[str]:
    return [one[0].name for one in found if not isinstance(one, Refused)]


def left_out(found: list[tuple[Path, bool] | Refused]) -> dict[str, str]:
    return {one.path.name: one.reason for one in found if isinstance(one, Refused)}


def test_a_file_is_found_as_it_was_given(folder: Path, own: Path) -> None:
    (folder / "a.png").touch()
    assert list(sources.find([folder / "a.png"], own)) == [(folder / "a.png", True)]


def test_folders_are_searched_all_the_way_down(folder: Path, own: Path) -> None:
    (folder / "x" / "y").mkdir(parents=True)
    (folder / "x" / "y" / "deep.png").touch()
    (folder / "top.png").touch()
    assert files(list(sources.find([folder], own))) == ["top.png", "deep.png"]


def test_names_are_sorted_as_people_count(folder: Path, own: Path) -> None:
    for name in ("IMG_10.png", "IMG_2.png", "img_1.png", "IMG_02.png", "a²", "页12", "页2"):
        (folder / name).touch()
    assert files(list(sources.find([folder], own))) == [
        "a²",
        "img_1.png",
        "IMG_02.png",
        "IMG_2.png",
        "IMG_10.png",
        "页2",
        "页12",
    ]


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "desktop.ini", "._photo.jpg"])
def test_junk_is_named_and_left(folder: Path, own: Path, name: str) -> None:
    (folder / name).touch()
    assert left_out(list(sources.find([folder], own))) == {name: "keep.junk"}


def test_junk_is_left_even_when_given_by_itself(folder: Path, own: Path) -> None:
    (folder / "Thumbs.db").touch()
    assert left_out(list(sources.find([folder / "Thumbs.db"], own))) == {"Thumbs.db": "keep.junk"}


def test_other_hidden_files_are_evidence_like_any(folder: Path, own: Path) -> None:
    (folder / ".hidden.png").touch()
    assert files(list(sources.find([folder], own))) == [".hidden.png"]


def test_a_folder_in_disguise_is_a_folder(folder: Path, own: Path) -> None:
    (folder / "photo.jpg").mkdir()
    (folder / "photo.jpg" / "inside.png").touch()
    assert files(list(sources.find([folder], own))) == ["inside.png"]


def test_an_empty_folder_is_named(folder: Path, own: Path) -> None:
    assert left_out(list(sources.find([folder], own))) == {"source": "keep.empty_folder"}


def test_links_inside_folders_are_not_followed(folder: Path, own: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").touch()
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "loop").symlink_to(folder)
    assert left_out(list(sources.find([folder], own))) == {"link": "keep.link", "loop": "keep.link"}


def test_a_link_given_by_the_user_is_followed(folder: Path, own: Path, tmp_path: Path) -> None:
    (tmp_path / "real.png").touch()
    (folder / "link.png").symlink_to(tmp_path / "real.png")
    assert files(list(sources.find([folder / "link.png"], own))) == ["link.png"]


def test_the_library_does_not_swallow_itself(folder: Path, own: Path, tmp_path: Path) -> None:
    (own / "originals").mkdir()
    (own / "originals" / "x").touch()
    found = list(sources.find([own, own / "originals" / "x", tmp_path], own))
    assert files(found) == []
    assert left_out(found) == {
        "library": "keep.inside_library",
        "x": "keep.inside_library",
        "source": "keep.empty_folder",
    }


def test_a_folder_that_may_not_be_read_is_named(
    folder: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("keepproof.library.sources.os.scandir", refuse)
    assert left_out(list(sources.find([folder], own))) == {"source": "keep.unreadable"}


def test_a_vanished_path_is_left_to_the_copying(folder: Path, own: Path) -> None:
    assert files(list(sources.find([folder / "gone"], own))) == ["gone"]


@pytest.fixture
def deep(folder: Path) -> Iterator[Path]:
    """Nest folders deeper than Python may call, and clear them away, for which pytest would have to."""
    path = folder.joinpath(*"d" * 1200, "f")
    here = Path.cwd()
    for part in ("/", *path.parts[1:-1]):
        Path(part).mkdir(exist_ok=True)
        os.chdir(part)
    path.touch()
    os.chdir(here)
    yield path
    path.unlink()
    for parent in path.parents[:1200]:
        parent.rmdir()


def test_folders_deeper_than_calls_may_be_are_searched(folder: Path, own: Path, deep: Path) -> None:
    assert list(sources.find([folder], own)) == [(deep, False)]
