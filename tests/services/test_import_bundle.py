"""A bundle comes into another library as it left the first one, and nothing of it overwrites anything."""

from __future__ import annotations

import hashlib
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bundles import FOLDER, NUMBER, make, rewritten
from keepproof.composing.facts import Person
from keepproof.domain import bundle as form
from keepproof.domain.bundle import BundleRecord
from keepproof.domain.evidence import EvidenceKind, EvidenceTimes, FiledEvidence, SourcedTime
from keepproof.domain.order import Order
from keepproof.domain.redaction import copies
from keepproof.errors import CancelledError, KnownError
from keepproof.knowledge.book import Book
from keepproof.library import copying
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.services.bundle_contents import preset
from keepproof.services.check_bundle import check_bundle
from keepproof.services.export_bundle import BundleOrder, export_bundle
from keepproof.services.import_bundle import BundlePreview, Imported, compare, import_bundle
from keepproof.services.log_order import OrderForm, add_order
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]
AT = datetime(2026, 11, 15, 18, 45, tzinfo=UTC)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    """Open another, empty library."""
    with Library.open(tmp_path / "other") as opened:
        yield opened


@pytest.fixture
def sent(library: Library, book: Book, order: Order, keep: Keep, out: Path) -> Path:
    """Export an order with a described original, a redacted copy of it, and a chat."""
    shot = keep("订单页", EvidenceKind.ORDER_SHOT).evidence
    keep("聊天", EvidenceKind.CHAT)
    times = EvidenceTimes(
        imported=shot.times.imported,
        event=SourcedTime(AT, "stated"),
        content=SourcedTime(AT, "exif"),
    )
    library.evidence.replace(replace(shot, title="订单详情", note="我的备注", times=times))
    copy = add_content(
        library,
        b"covered",
        "c.png",
        order_id=order.id,
        kind=None,
        origin="redacted",
        ticket=Ticket(),
    ).value.kept[0]
    library.evidence.replace(replace(copy.evidence, derived_from=shot.id))
    choice = replace(preset("self"), catalogue=False)
    wanted = BundleOrder(order.id, choice, "zh", Person())
    export_bundle(library, book, wanted, out / "x.zip", None, Ticket())
    return out / "x.zip"


def look(library: Library, path: Path) -> BundlePreview:
    return compare(library, check_bundle(path, Ticket()), path.name)


def bring(library: Library, book: Book, path: Path) -> Imported:
    return import_bundle(library, book, path, None, Ticket()).value


def files(folder: Path) -> set[str]:
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}


def test_order_and_evidence_arrive_as_they_were(
    library: Library, other: Library, book: Book, order: Order, sent: Path
) -> None:
    done = bring(other, book, sent)
    assert (done.made, len(done.kept), done.filed, done.refused) == (True, 3, (), ())
    there = library.orders.get(order.id)
    assert [
        (done.order.number, done.order.platform, done.order.shop, done.order.items),
        (done.order.paid, done.order.moments),
    ] == [(there.number, there.platform, there.shop, there.items), (there.paid, there.moments)]
    pairs = zip(
        library.evidence.of_order(order.id), other.evidence.of_order(done.order.id), strict=True
    )
    for before, after in pairs:
        one, two = before.evidence, after.evidence
        assert (before.number, one.sha256, one.size) == (after.number, two.sha256, two.size)
        assert (one.title, one.note, one.kind) == (two.title, two.note, two.kind)
        assert (one.original_name, one.times.event, one.times.content) == (
            two.original_name,
            two.times.event,
            two.times.content,
        )
        path = other.original_path(two.sha256)
        assert path.read_bytes() == library.original_path(one.sha256).read_bytes()
    assert other.custody.check() is None


def test_the_custody_log_says_where_it_came_from(
    library: Library, other: Library, book: Book, order: Order, sent: Path
) -> None:
    done = bring(other, book, sent)
    seal = check_bundle(sent, Ticket()).seal
    head = library.custody.events(order.id)[-1].previous
    event = other.custody.events(done.order.id)[-1]
    assert (event.action, event.data["seal"], event.data["head"]) == ("bundle.imported", seal, head)
    first = other.custody.events(done.kept[0].evidence.id)
    (own,) = [one for one in first if one.action == "evidence.from_bundle"]
    imported = library.evidence.of_order(order.id)[0].evidence.times.imported
    assert imported is not None
    assert (own.data["head"], own.data["imported_first"]) == (head, imported.at.isoformat())


def test_a_redacted_copy_still_belongs_to_its_original(
    other: Library, book: Book, sent: Path
) -> None:
    done = bring(other, book, sent)
    filed = other.evidence.of_order(done.order.id)
    assert copies(filed) == {filed[0].evidence.id: filed[2]}


def test_looking_stores_nothing(other: Library, sent: Path) -> None:
    before = other.custody.head()
    found = look(other, sent)
    assert ([one.state for one in found.entries], found.order) == (["new"] * 3, None)
    assert (other.custody.head(), other.evidence.count()) == (before, 0)


def test_coming_home_changes_nothing(
    library: Library, book: Book, order: Order, sent: Path
) -> None:
    before = library.evidence.of_order(order.id)
    assert {one.state for one in look(library, sent).entries} == {"filed"}
    done = bring(library, book, sent)
    assert (done.made, done.kept, done.filed) == (False, (), ())
    assert library.evidence.of_order(order.id) == before


def test_a_known_order_is_joined_and_keeps_its_own_words(
    other: Library, book: Book, order: Order, sent: Path
) -> None:
    mine = add_order(
        other, OrderForm(number=order.number, platform="tmall", shop="我记的店名"), Ticket()
    ).value
    add_content(other, b"first", "a.txt", order_id=mine.id, kind=None, origin="x", ticket=Ticket())
    done = bring(other, book, sent)
    assert (done.made, other.orders.get(mine.id)) == (False, mine)
    # E1 was given away here: that item takes the next free number, the others keep theirs.
    assert sorted(one.number or 0 for one in done.kept) == [2, 3, 4]


def test_what_is_here_already_keeps_its_own_words(
    other: Library, book: Book, library: Library, order: Order, sent: Path
) -> None:
    add_content(
        other,
        "订单页".encode(),
        "mine.txt",
        order_id=None,
        kind=EvidenceKind.PAY_SHOT,
        origin="x",
        ticket=Ticket(),
    )
    done = bring(other, book, sent)
    (one,) = done.filed
    assert (one.number, one.evidence.original_name) == (1, "mine.txt")
    assert (one.evidence.title, one.evidence.kind) == ("", EvidenceKind.PAY_SHOT)


def test_undo_takes_all_of_it_back_and_redo_brings_it_again(
    other: Library, book: Book, sent: Path
) -> None:
    outcome = import_bundle(other, book, sent, None, Ticket())
    assert outcome.undo is not None
    back = outcome.undo(other)
    assert (other.orders.all(), other.evidence.count()) == ([], 0)
    assert back.undo is not None
    back.undo(other)
    (order,) = other.orders.all()
    assert [one.number for one in other.evidence.of_order(order.id)] == [1, 2, 3]


def test_a_changed_file_is_refused_and_the_rest_comes_in(
    other: Library, book: Book, sent: Path, out: Path
) -> None:
    path = rewritten(
        sent, out / "y.zip", lambda name, data: b"x" * len(data) if "E2_" in name else data
    )
    assert [one.state for one in look(other, path).entries] == ["new", "changed", "new"]
    done = bring(other, book, path)
    assert [one.number for one in done.kept] == [1, 3]
    assert [one.reason for one in done.refused] == ["bundle.changed"]
    assert list((other.folder / "incoming").iterdir()) == []


def test_a_record_that_disagrees_with_the_manifest_is_not_believed(
    other: Library, book: Book, tmp_path: Path
) -> None:
    def lie(record: BundleRecord) -> BundleRecord:
        return replace(record, items=(replace(record.items[0], sha256="0" * 64), record.items[1]))

    path = make(tmp_path, change=lie)
    assert [one.state for one in look(other, path).entries] == ["changed", "new"]
    done = bring(other, book, path)
    assert [one.number for one in done.kept] == [2]


def test_nothing_is_written_outside_the_library(
    other: Library, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def names(record: BundleRecord) -> BundleRecord:
        wild = ("../../../evil.png", "..\\..\\evil2.png")
        items = tuple(
            replace(one, original_name=name, title=name)
            for one, name in zip(record.items, wild, strict=True)
        )
        return replace(record, items=items)

    path = make(tmp_path, change=names)
    before = files(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = bring(other, book, path)
    new = files(tmp_path) - before
    assert {one.evidence.original_name for one in done.kept} == {"evil.png", "evil2.png"}
    assert all(one.startswith("other" + os.sep) for one in new)
    assert not [one for one in new if "evil" in one]


@pytest.mark.parametrize("bad", ["../evil", "/tmp/evil", "a\\..\\evil", "CON", "a:b"])
def test_a_zip_with_a_bad_path_is_refused_whole(
    other: Library, book: Book, tmp_path: Path, bad: str
) -> None:
    path = make(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(bad if bad[0] in "./" else f"{FOLDER}/{bad}", b"x")
    with pytest.raises(KnownError, match=r"bundle\.unsafe"):
        bring(other, book, path)
    assert (other.orders.all(), other.evidence.count()) == ([], 0)


def test_a_bag_without_a_record_is_not_imported(other: Library, book: Book, tmp_path: Path) -> None:
    path = rewritten(
        make(tmp_path), tmp_path / "y.zip", lambda name, data: None if name == form.RECORD else data
    )
    for attempt in (lambda: bring(other, book, path), lambda: look(other, path)):
        with pytest.raises(KnownError, match=r"bundle\.no_record"):
            attempt()


def test_values_that_cannot_be_true_are_left_out(
    other: Library, book: Book, tmp_path: Path
) -> None:
    def exaggerate(record: BundleRecord) -> BundleRecord:
        order = replace(
            record.order,
            platform="nowhere",
            shop="店\x00铺\u202e" + "长" * 9000,
            paid=form.Amount(10**30, "CNY"),
            freight=form.Amount(1, "<b>"),
            items=(form.BundledProduct("x", quantity=-5),),
            times={"paid": "0001-01-01T00:00:00+00:00", "signed": "2026-11-15T10:00:00", "x": "y"},
        )
        naive = SourcedTime(datetime(2026, 1, 1), "exif")  # noqa: DTZ001 - what is to be refused
        item = replace(record.items[0], kind="nonsense", times={"event": naive})
        return replace(record, order=order, items=(item, record.items[1]))

    done = bring(other, book, make(tmp_path, change=exaggerate))
    order = done.order
    assert (order.platform, order.paid, order.freight) == ("generic", None, None)
    assert (order.items[0].quantity, order.moments.known()) == (1, {})
    assert order.shop.startswith("店铺长")
    assert len(order.shop) <= 500
    assert done.kept[0].evidence.times.event is None


def test_whatever_is_spoiled_nothing_half_and_nothing_false_comes_in(
    other: Library, book: Book, tmp_path: Path
) -> None:
    contents = {f"data/originals/E{one}_a.png": bytes([one]) * 40 for one in (1, 2, 3)}
    whole = make(tmp_path, contents=contents).read_bytes()
    real = {hashlib.sha256(one).hexdigest() for one in contents.values()}
    chance, path = random.Random(11), tmp_path / "spoiled.zip"
    brought, codes = 0, set()
    for _ in range(150):
        spoiled = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        path.write_bytes(spoiled)
        try:
            outcome = import_bundle(other, book, path, None, Ticket())
        except KnownError as error:
            codes.add(error.code.partition(".")[0])
            continue
        brought += 1
        assert {one.evidence.sha256 for one in outcome.value.kept} <= real
        if outcome.undo is not None:
            outcome.undo(other)
    assert (20 < brought < 150, codes) == (True, {"bundle"})
    assert other.custody.check() is None
    assert list((other.folder / "incoming").iterdir()) == []
    assert {one.name for one in tmp_path.iterdir()} == {
        "other",
        "bundle.zip",
        "bundle.zip.in",
        "spoiled.zip",
    }


def test_a_full_disk_refuses_what_does_not_fit(
    other: Library, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "free_bytes", lambda _: 0)
    with pytest.raises(KnownError, match=r"bundle\.nothing_whole"):
        bring(other, book, make(tmp_path))
    assert (other.orders.all(), other.evidence.count()) == ([], 0)


def test_a_cancelled_import_is_taken_back(other: Library, book: Book, tmp_path: Path) -> None:
    contents = {f"data/originals/E{one}_a.png": bytes([one]) * 100 for one in range(1, 250)}
    path = make(tmp_path, contents=contents)

    def tell(done: float, total: int, what: str) -> None:
        ticket.cancel()

    ticket = Ticket(tell)
    with pytest.raises(CancelledError):
        import_bundle(other, book, path, None, ticket)
    assert (other.orders.all(), other.evidence.count()) == ([], 0)


def numbered(number: str) -> Callable[[BundleRecord], BundleRecord]:
    return lambda one: replace(one, order=replace(one.order, number=number))


def test_a_number_with_hidden_signs_is_that_of_one_order(
    other: Library, book: Book, tmp_path: Path
) -> None:
    hidden = make(tmp_path, change=numbered(f"\N{ZERO WIDTH SPACE}{NUMBER}\x1b"))
    assert bring(other, book, hidden).made
    assert look(other, hidden).order == other.orders.find(NUMBER)
    more = make(tmp_path, "b.zip", {"data/originals/E3_a.png": b"c"}, numbered(f"{NUMBER}\x1b"))
    assert not bring(other, book, more).made
    assert len(other.orders.all()) == 1


def test_a_number_of_hidden_signs_alone_is_none(other: Library, book: Book, tmp_path: Path) -> None:
    path = make(tmp_path, change=numbered("\N{ZERO WIDTH SPACE}"))
    with pytest.raises(KnownError, match=r"bundle\.no_record"):
        look(other, path)
    with pytest.raises(KnownError, match=r"bundle\.no_record"):
        bring(other, book, path)
    assert (other.orders.all(), other.evidence.count()) == ([], 0)


def test_evidence_that_cannot_be_filed_is_taken_back(
    other: Library, book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KnownError("library.disk_full")

    monkeypatch.setattr(other.orders, "add", full)
    with pytest.raises(KnownError, match=r"library\.disk_full"):
        bring(other, book, make(tmp_path))
    assert (other.orders.all(), other.evidence.count()) == ([], 0)
