from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from keepproof.domain.evidence import EvidenceKind, SourcedTime
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import AddReport, add_content, add_paths
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Fill a folder with two texts, a copy of one, an empty file and junk."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "1 聊天记录.txt").write_text("卖家：全新的\n", "utf-8")
    (folder / "2 物流.txt").write_text("已签收\n", "utf-8")
    (folder / "3 copy.txt").write_text("卖家：全新的\n", "utf-8")
    (folder / "4 empty.txt").touch()
    (folder / "Thumbs.db").write_bytes(b"x")
    return folder


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(workers=1) as opened:
        yield opened


def add(
    library: Library, path: Path, order: Order | None = None, kind: EvidenceKind | None = None
) -> Outcome[AddReport]:
    order_id = None if order is None else order.id
    return add_paths(
        library, [path], order_id=order_id, kind=kind, origin="dropped", ticket=Ticket()
    )


def state(library: Library) -> object:
    """Say all that a user sees of the evidence, and what stands in the store."""
    return (
        library.evidence.all(),
        sorted(one.name for one in (library.folder / "originals").rglob("*") if one.is_file()),
    )


def test_each_thing_is_reported_as_what_became_of_it(
    library: Library, order: Order, source: Path
) -> None:
    report = add(library, source, order).value
    assert [one.evidence.original_name for one in report.kept] == ["1 聊天记录.txt", "2 物流.txt"]
    assert [(one.path.name, one.of.number) for one in report.duplicates] == [("3 copy.txt", 1)]
    assert {one.path.name: one.reason for one in report.refused} == {
        "4 empty.txt": "keep.empty",
        "Thumbs.db": "keep.junk",
    }


def test_a_duplicate_that_stands_in_an_order_names_it(
    library: Library, order: Order, source: Path
) -> None:
    inside = add(library, source / "1 聊天记录.txt", order)
    again = add(library, source / "3 copy.txt")
    assert [one.order for one in inside.value.duplicates] == []
    assert [(one.of.number, one.order) for one in again.value.duplicates] == [(1, order.title)]


def test_what_is_kept_stands_in_the_order(library: Library, order: Order, source: Path) -> None:
    report = add(library, source, order).value
    assert tuple(library.evidence.of_order(order.id)) == report.kept


def test_type_and_kind_come_from_the_content(library: Library, source: Path) -> None:
    first = add(library, source).value.kept[0].evidence
    assert (first.media_type, first.kind) == ("text/plain", EvidenceKind.CHAT)


def test_the_kind_chosen_by_the_user_wins(library: Library, source: Path) -> None:
    kinds = {one.evidence.kind for one in add(library, source, kind=EvidenceKind.CALL).value.kept}
    assert kinds == {EvidenceKind.CALL}


def test_the_changes_name_items_and_order(library: Library, order: Order, source: Path) -> None:
    outcome = add(library, source, order)
    assert outcome.changes.orders == {order.id}
    assert outcome.changes.evidence == {one.evidence.id for one in outcome.value.kept}


def test_pasted_content_is_kept(library: Library, order: Order) -> None:
    report = add_content(
        library, b"hi", "paste.txt", order_id=order.id, kind=None, origin="pasted", ticket=Ticket()
    ).value
    assert [(one.number, one.evidence.origin) for one in report.kept] == [(1, "pasted")]


def test_an_unknown_order_is_told_before_anything_is_kept(library: Library, source: Path) -> None:
    with pytest.raises(KnownError) as caught:
        add_paths(
            library, [source], order_id="nothing", kind=None, origin="dropped", ticket=Ticket()
        )
    assert (caught.value.code, library.evidence.count()) == ("library.not_found", 0)


def test_a_cancelled_run_says_so(library: Library, source: Path) -> None:
    ticket = Ticket()
    ticket.cancel()
    report = add_paths(
        library, [source], order_id=None, kind=None, origin="dropped", ticket=ticket
    ).value
    assert (report.cancelled, report.kept) == (True, ())


def test_undo_leaves_the_library_as_it_was(library: Library, order: Order, source: Path) -> None:
    before = state(library)
    outcome = add(library, source, order)
    assert outcome.undo is not None
    outcome.undo(library)
    assert state(library) == before


def test_redo_brings_everything_back(library: Library, order: Order, source: Path) -> None:
    outcome = add(library, source, order)
    after = state(library)
    assert outcome.undo is not None
    undone = outcome.undo(library)
    assert undone.undo is not None
    undone.undo(library)
    assert state(library) == after


def test_undo_frees_the_numbers(library: Library, order: Order, source: Path) -> None:
    outcome = add(library, source, order)
    assert outcome.undo is not None
    outcome.undo(library)
    assert library.evidence.next_number(order.id) == 1


def test_undo_is_in_the_custody_log(library: Library, source: Path) -> None:
    outcome = add(library, source)
    assert outcome.undo is not None
    outcome.undo(library)
    actions = [one.action for one in library.custody.events(outcome.value.kept[0].evidence.id)]
    assert actions == ["evidence.kept", "evidence.trashed"]


def test_undo_takes_a_copy_out_of_the_order_but_keeps_it(
    library: Library, order: Order, source: Path
) -> None:
    add(library, source)
    before = state(library)
    outcome = add(library, source, order)
    assert [one.newly_filed for one in outcome.value.duplicates] == [True, True, False]
    assert outcome.undo is not None
    outcome.undo(library)
    assert state(library) == before


def test_what_changed_nothing_has_no_undo(library: Library, source: Path) -> None:
    assert add(library, source / "4 empty.txt").undo is None


def test_a_frozen_number_survives_undo(library: Library, order: Order, source: Path) -> None:
    outcome = add(library, source, order)
    library.evidence.freeze(order.id, [1])
    assert outcome.undo is not None
    outcome.undo(library)
    assert library.evidence.next_number(order.id) == 2


def test_pictures_are_looked_at_in_the_sandbox(
    library: Library, tmp_path: Path, sandbox: Sandbox
) -> None:
    from PIL import Image

    picture = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:11:01 18:20:00"
    Image.new("RGB", (40, 30)).save(picture, exif=exif)
    report = add_paths(
        library,
        [picture],
        order_id=None,
        kind=None,
        origin="dropped",
        ticket=Ticket(),
        sandbox=sandbox,
    ).value
    item = library.evidence.get(report.kept[0].evidence.id)
    assert (item.facts["width"], item.facts["height"]) == ("40", "30")
    assert isinstance(item.times.content, SourcedTime)
    assert item.times.content.source == "exif"


def test_an_odd_picture_is_kept_and_named(
    library: Library, tmp_path: Path, sandbox: Sandbox
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + b"garbage" * 100)
    report = add_paths(
        library,
        [broken],
        order_id=None,
        kind=None,
        origin="dropped",
        ticket=Ticket(),
        sandbox=sandbox,
    ).value
    assert [one.path for one in report.odd] == [broken]
    assert report.kept[0].evidence.odd == report.odd[0].reason


def test_what_is_kept_is_told_when_it_cannot_be_looked_at(
    library: Library, source: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KnownError("library.full")

    monkeypatch.setattr(library.evidence, "replace", fail)
    outcome = add_paths(
        library,
        [source],
        order_id=None,
        kind=None,
        origin="dropped",
        ticket=Ticket(),
        sandbox=sandbox,
    )
    assert (len(outcome.value.kept), len(outcome.changes.evidence)) == (2, 2)
