from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence
from keepproof.domain.order import Order
from keepproof.errors import CancelledError, KnownError
from keepproof.library.catalog import FILE
from keepproof.library.library import Library
from keepproof.services import verify_library
from keepproof.services.verify_library import VerifyReport, verify
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]


@pytest.fixture
def items(order: Order, keep: Keep) -> list[Evidence]:
    return [keep(f"text {n}", EvidenceKind.CHAT).evidence for n in range(4)]


def checked(library: Library) -> VerifyReport:
    return verify(library, Ticket()).value


def flip(library: Library, item: Evidence) -> None:
    path = library.original_path(item.sha256)
    data = bytearray(path.read_bytes())
    data[0] ^= 1
    path.chmod(0o600)
    path.write_bytes(data)


def test_an_untouched_library_is_intact(library: Library, items: list[Evidence]) -> None:
    assert checked(library) == VerifyReport(4, 4, (), (), (), "reachable", "intact")


def test_an_empty_library_is_intact(library: Library) -> None:
    assert checked(library) == VerifyReport(0, 0, (), (), (), "reachable", "intact")


def test_each_kind_of_damage_is_told_apart(
    library: Library, items: list[Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: Path, flags: int) -> int:
        if path == library.original_path(items[2].sha256):
            raise PermissionError(13, "Permission denied")
        return real(path, flags)

    monkeypatch.setattr("keepproof.library.fixity.os.open", refuse)
    library.original_path(items[0].sha256).unlink()
    flip(library, items[1])
    report = checked(library)
    found = (report.missing, report.changed, report.unreadable)
    assert [[one.evidence.id for one in some] for some in found] == [
        [items[0].id],
        [items[1].id],
        [items[2].id],
    ]
    assert (report.checked, report.intact) == (4, 1)


def test_damage_is_noted_on_the_item(library: Library, items: list[Evidence]) -> None:
    flip(library, items[1])
    checked(library)
    states = [library.evidence.get(one.id).fixity for one in items]
    assert states == ["intact", "changed", "intact", "intact"]


def test_nothing_is_removed_or_repaired(library: Library, items: list[Evidence]) -> None:
    flip(library, items[1])
    damaged = library.original_path(items[1].sha256).read_bytes()
    checked(library)
    assert library.original_path(items[1].sha256).read_bytes() == damaged
    assert library.evidence.count() == 4


def test_all_originals_missing_are_missing(library: Library, items: list[Evidence]) -> None:
    for one in items:
        library.original_path(one.sha256).unlink()
    report = checked(library)
    assert (len(report.missing), report.store) == (4, "reachable")


def gone(folder: Path) -> None:
    folder.rename(folder.with_name("unplugged"))


def unmounted(folder: Path) -> None:
    gone(folder)
    folder.mkdir()


@pytest.mark.parametrize("lose", [gone, unmounted])
def test_a_store_that_cannot_be_reached_says_nothing_about_its_items(
    library: Library, items: list[Evidence], lose: Callable[[Path], None]
) -> None:
    lose(library.folder / "originals")
    assert checked(library) == VerifyReport(0, 0, (), (), (), "unreachable", "intact")
    assert {library.evidence.get(one.id).fixity for one in items} == {"intact"}
    assert library.evidence.last_check() is None


def test_a_store_that_vanishes_meanwhile_says_nothing_either(
    library: Library, items: list[Evidence]
) -> None:
    def lose(*_: object) -> None:
        shutil.rmtree(library.folder / "originals", ignore_errors=True)

    library.original_path(items[0].sha256).unlink()
    report = verify(library, Ticket(lose)).value
    assert (report.store, report.missing) == ("unreachable", ())
    assert {library.evidence.get(one.id).fixity for one in items} == {"intact"}


def test_one_item_in_two_orders_is_checked_once(
    library: Library, items: list[Evidence], order: Order
) -> None:
    library.original_path(items[0].sha256).unlink()
    assert [one.number for one in checked(library).missing] == [1]


def test_deleted_items_are_not_looked_for(library: Library, items: list[Evidence]) -> None:
    library.evidence.trash(items[0].id, "加错")
    assert checked(library).checked == 3


def test_the_check_is_dated(library: Library, items: list[Evidence]) -> None:
    checked(library)
    assert library.evidence.last_check() is not None


def test_the_check_is_in_the_custody_log(library: Library, items: list[Evidence]) -> None:
    flip(library, items[1])
    checked(library)
    (event,) = library.custody.events("library")
    assert event.data == {"checked": 4, "intact": 3, "changed": 1}


def test_a_broken_custody_log_is_told(library: Library, items: list[Evidence]) -> None:
    other = apsw.Connection(str(library.folder / FILE))
    other.execute("DROP TRIGGER custody_never_changes")
    other.execute("UPDATE custody SET at = '2020' WHERE sequence = 2")
    other.close()
    assert checked(library).chain == "broken at 2"


def test_a_damaged_catalogue_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library._catalog, "rows", lambda sql: [("row 1 missing from index",)])
    with pytest.raises(KnownError) as caught:
        checked(library)
    assert caught.value.code == "library.damaged"


def test_progress_is_told(library: Library, items: list[Evidence]) -> None:
    steps: list[tuple[int, int, str]] = []
    verify(library, Ticket(lambda *step: steps.append(step)))
    assert [step[:2] for step in steps] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_what_was_checked_before_a_wish_to_stop_is_noted(
    library: Library, items: list[Evidence]
) -> None:
    ticket = Ticket(lambda done, total, what: ticket.cancel() if done == 2 else None)
    with pytest.raises(CancelledError):
        verify(library, ticket)
    dated = [one for one in items if library.evidence.get(one.id).checked_at is not None]
    assert 2 <= len(dated) <= 4


def test_an_item_found_again_is_intact_again(
    library: Library, items: list[Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = library.original_path(items[0].sha256)
    path.rename(path.with_name("aside"))
    checked(library)
    path.with_name("aside").rename(path)
    checked(library)
    assert library.evidence.get(items[0].id).fixity == "intact"


def test_notes_are_taken_while_it_runs(
    library: Library, items: list[Evidence], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify_library, "NOTE_SECONDS", 0.0)
    assert checked(library).intact == 4
