from __future__ import annotations

from pathlib import Path

import pytest

from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services.known_libraries import (
    MOST,
    KnownLibrary,
    cleaned,
    expect_place,
    forget,
    look,
    remember,
)


def test_the_last_one_opened_comes_first_and_each_stands_once() -> None:
    assert remember(["/a", "/b"], Path("/b")) == ["/b", "/a"]
    assert remember([], Path("/a")) == ["/a"]


def test_only_so_many_are_remembered() -> None:
    folders = [f"/{n}" for n in range(30)]
    assert remember(folders, Path("/new")) == ["/new", *folders[: MOST - 1]]


def test_one_is_forgotten_and_its_folder_stays(tmp_path: Path) -> None:
    assert forget(["/a", str(tmp_path)], tmp_path) == ["/a"]
    assert tmp_path.exists()


def test_what_is_no_folder_in_the_settings_is_passed_over() -> None:
    assert cleaned(["/a", 5, "", None, "/b"]) == ["/a", "/b"]


def test_it_is_known_which_are_there(tmp_path: Path) -> None:
    with Library.open(tmp_path / "one"):
        pass
    found = look([str(tmp_path / "one"), str(tmp_path / "gone"), "bad \0 name"])
    assert found[:2] == (
        KnownLibrary(tmp_path / "one", missing=False),
        KnownLibrary(tmp_path / "gone", missing=True),
    )
    assert found[2].missing


def test_a_place_holds_a_library_or_one_may_be_made_there(tmp_path: Path) -> None:
    with Library.open(tmp_path / "one"):
        pass
    (tmp_path / "empty").mkdir()
    assert expect_place(tmp_path / "one")
    assert not expect_place(tmp_path / "empty")
    assert not expect_place(tmp_path / "new")


def test_a_folder_with_other_things_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").touch()
    with pytest.raises(KnownError) as caught:
        expect_place(tmp_path)
    assert caught.value.code == "library.folder_in_use"
