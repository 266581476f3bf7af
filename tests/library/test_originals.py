from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from keepproof.library.originals import Originals

HASH = "ab" * 32


@pytest.fixture
def originals(tmp_path: Path) -> Iterator[Originals]:
    opened = Originals(tmp_path)
    yield opened
    opened.close()


def test_an_original_stands_below_the_beginning_of_its_hash(originals: Originals) -> None:
    assert originals.path(HASH) == originals.root / "ab" / "ab" / HASH


@pytest.mark.parametrize(
    "name", ["", "..", "../" * 21 + "x", "AB" * 32, "ab" * 31, "ab" * 32 + "\n"]
)
def test_what_is_no_hash_has_no_place(originals: Originals, name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        originals.path(name)


def test_a_store_with_a_file_is_reachable(originals: Originals) -> None:
    originals.path(HASH).parent.mkdir(parents=True)
    assert originals.reachable()


def test_a_store_that_is_gone_is_not_reachable(originals: Originals) -> None:
    originals.root.rmdir()
    assert not originals.reachable()


def test_a_place_where_a_disk_was_mounted_is_not_reachable(originals: Originals) -> None:
    assert not originals.reachable()
