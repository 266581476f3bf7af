from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.library import purging
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.ticket import Ticket

Keep = Callable[..., FiledEvidence]


def trash_of(library: Library) -> list[str]:
    return sorted(one.name for one in (library.folder / "trash").iterdir())


def test_deleting_needs_a_reason(library: Library, keep_bytes: Keep) -> None:
    with pytest.raises(KnownError) as caught:
        library.evidence.trash(keep_bytes(b"1").evidence.id, "  ")
    assert caught.value.code == "library.reason_missing"


def test_a_deleted_item_is_listed_as_such_only(
    library: Library, order: Order, keep_bytes: Keep
) -> None:
    kept = keep_bytes(b"1", order_id=order.id)
    library.evidence.trash(kept.evidence.id, "wrong picture")
    assert ([one.evidence.id for one in library.evidence.trashed()], library.evidence.all()) == (
        [kept.evidence.id],
        [],
    )


def test_deleted_bytes_go_to_the_trash(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.trash(kept.id, "wrong picture")
    assert trash_of(library) == [kept.sha256]
    assert not library.original_path(kept.sha256).exists()


def test_deleting_is_in_the_custody_log_with_its_reason(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.trash(kept.id, "wrong picture")
    last = library.custody.events(kept.id)[-1]
    assert (last.action, last.data["reason"]) == ("evidence.trashed", "wrong picture")


def test_deleting_twice_is_one_event(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.trash(kept.id, "wrong picture")
    head = library.custody.head()
    library.evidence.trash(kept.id, "again")
    assert library.custody.head() == head


def test_a_restored_item_is_as_it_was(library: Library, order: Order, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"bytes", order_id=order.id)
    library.evidence.trash(kept.evidence.id, "wrong picture")
    library.evidence.restore(kept.evidence.id)
    assert library.evidence.of_order(order.id) == [kept]
    assert library.original_path(kept.evidence.sha256).read_bytes() == b"bytes"


def test_bytes_that_another_item_needs_stay(library: Library, keep_bytes: Keep) -> None:
    first = keep_bytes(b"same").evidence
    library.evidence.trash(first.id, "wrong picture")
    second = keep_bytes(b"same").evidence
    library.evidence.restore(first.id)
    library.evidence.trash(second.id, "twice")
    assert library.original_path(first.sha256).read_bytes() == b"same"


def test_a_rolled_back_deletion_moves_nothing(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence

    def fail() -> None:
        with library.transaction():
            library.evidence.trash(kept.id, "wrong picture")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert library.original_path(kept.sha256).exists()


def test_what_was_taken_out_of_the_trash_folder_cannot_come_back(
    library: Library, keep_bytes: Keep
) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.trash(kept.id, "wrong picture")
    (library.folder / "trash" / kept.sha256).unlink()
    with pytest.raises(KnownError) as caught:
        library.evidence.restore(kept.id)
    assert caught.value.code == "library.gone_from_trash"


def test_a_cut_short_deletion_is_finished_at_the_next_start(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l") as library:
        sha256 = keep_one(library)
        library.evidence.trash(library.evidence.all()[0].evidence.id, "wrong picture")
        (library.folder / "trash" / sha256).rename(library.original_path(sha256))
    with Library.open(tmp_path / "l") as library:
        assert trash_of(library) == [sha256]


def test_a_cut_short_return_is_finished_at_the_next_start(tmp_path: Path) -> None:
    with Library.open(tmp_path / "l") as library:
        sha256 = keep_one(library)
        library.original_path(sha256).rename(library.folder / "trash" / sha256)
    with Library.open(tmp_path / "l") as library:
        assert library.original_path(sha256).read_bytes() == b"1"


def keep_one(library: Library) -> str:
    list(library.keep([Incoming(Path("a"), data=b"1")], Ticket()))
    return library.evidence.all()[0].evidence.sha256


DAY = timedelta(days=1)
START = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)


def at(folder: Path, days: float) -> Library:
    """Open a library so many days after the start."""
    return Library.open(folder, now=lambda: START + days * DAY)


def trashed(folder: Path) -> tuple[str, str]:
    """Keep one item and remove it on the first day; gives its id and hash."""
    with at(folder, 0) as library:
        sha256 = keep_one(library)
        id = library.evidence.all()[0].evidence.id
        library.evidence.trash(id, "wrong picture")
    return id, sha256


def test_the_trash_keeps_a_removed_file_for_its_term(tmp_path: Path) -> None:
    id, sha256 = trashed(tmp_path / "l")
    with at(tmp_path / "l", 29.9) as library:
        assert trash_of(library) == [sha256]
        library.evidence.restore(id)
        assert library.original_path(sha256).read_bytes() == b"1"


def test_after_its_term_a_removed_file_is_deleted_and_the_log_says_so(tmp_path: Path) -> None:
    id, sha256 = trashed(tmp_path / "l")
    with at(tmp_path / "l", 30) as library:
        assert trash_of(library) == []
        last = library.custody.events(id)[-1]
        assert (last.action, last.data) == ("evidence.purged", {"sha256": sha256, "days": 30})
        assert library.custody.check() is None
        with pytest.raises(KnownError) as caught:
            library.evidence.restore(id)
    assert caught.value.code == "library.gone_from_trash"


def test_it_is_said_once_that_a_file_was_deleted(tmp_path: Path) -> None:
    trashed(tmp_path / "l")
    with at(tmp_path / "l", 31) as library:
        head = library.custody.head()
    with at(tmp_path / "l", 32) as library:
        assert library.custody.head() == head


def test_the_term_begins_again_when_an_item_is_removed_again(tmp_path: Path) -> None:
    id, sha256 = trashed(tmp_path / "l")
    with at(tmp_path / "l", 20) as library:
        library.evidence.restore(id)
        library.evidence.trash(id, "again")
    with at(tmp_path / "l", 45) as library:
        assert trash_of(library) == [sha256]
    with at(tmp_path / "l", 50) as library:
        assert trash_of(library) == []


def test_bytes_another_item_needs_are_never_deleted(tmp_path: Path) -> None:
    _, sha256 = trashed(tmp_path / "l")
    with at(tmp_path / "l", 10) as library:
        keep_one(library)
        # As an interrupted removal would leave it: the same bytes in both places.
        copy = library.folder / "trash" / sha256
        copy.write_bytes(b"1")
    with at(tmp_path / "l", 60) as library:
        assert library.original_path(sha256).read_bytes() == b"1"
        assert copy.exists()


def test_the_last_removal_of_the_same_bytes_counts(tmp_path: Path) -> None:
    _, sha256 = trashed(tmp_path / "l")
    with at(tmp_path / "l", 25) as library:
        keep_one(library)
        library.evidence.trash(library.evidence.all()[0].evidence.id, "twice")
    with at(tmp_path / "l", 40) as library:
        assert trash_of(library) == [sha256]
    with at(tmp_path / "l", 55) as library:
        assert trash_of(library) == []


def test_what_no_item_names_stays_in_the_trash(tmp_path: Path) -> None:
    stray = "ab" * 32
    with at(tmp_path / "l", 0) as library:
        (library.folder / "trash" / stray).write_bytes(b"stray")
    with at(tmp_path / "l", 400) as library:
        assert trash_of(library) == [stray]


def test_a_clock_that_went_back_deletes_nothing(tmp_path: Path) -> None:
    _, sha256 = trashed(tmp_path / "l")
    with at(tmp_path / "l", -400) as library:
        assert trash_of(library) == [sha256]


def test_what_cannot_be_deleted_now_is_deleted_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id, sha256 = trashed(tmp_path / "l")

    def refuse(path: Path) -> None:
        raise PermissionError(13, "not now", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(purging, "drop", refuse)
        with at(tmp_path / "l", 31) as library:
            assert trash_of(library) == [sha256]
    with at(tmp_path / "l", 32) as library:
        assert trash_of(library) == []
        actions = [one.action for one in library.custody.events(id)]
    assert actions.count("evidence.purged") == 1
