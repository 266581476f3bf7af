from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from keepproof.domain.evidence import (
    Evidence,
    EvidenceKind,
    EvidenceTimes,
    FiledEvidence,
    SourcedTime,
)
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.library.library import Library

Keep = Callable[..., FiledEvidence]
AT = datetime(2026, 11, 1, 18, 20, tzinfo=UTC)
FULL = Evidence(
    id="full",
    sha256="ab" * 32,
    size=12,
    media_type="image/png",
    original_name="付款.png",
    kind=EvidenceKind.PAY_SHOT,
    kind_by_user=True,
    title="付款截图",
    note="note",
    times=EvidenceTimes(
        SourcedTime(AT, "file_system"),
        SourcedTime(AT + timedelta(seconds=1), "exif"),
        SourcedTime(AT + timedelta(seconds=2), "clock"),
        SourcedTime(AT + timedelta(seconds=3), "stated"),
    ),
    origin="dropped",
    derived_from="other",
    fixity="changed",
    checked_at=AT,
    odd="readers.odd",
    facts={"width": "1080"},
)


def test_evidence_comes_back_whole(library: Library) -> None:
    library.evidence.insert(FULL)
    assert library.evidence.get("full") == FULL


def test_an_item_in_two_orders_is_listed_twice(
    library: Library, order: Order, other_order: Order, keep_bytes: Keep
) -> None:
    kept = keep_bytes(b"1", order_id=order.id).evidence
    library.evidence.file(kept.id, other_order.id)
    assert [(one.evidence.id, one.order_id) for one in library.evidence.all()] == [
        (kept.id, order.id),
        (kept.id, other_order.id),
    ]


def test_an_item_in_no_order_is_listed_once(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1")
    assert library.evidence.all() == [kept]


def test_only_what_is_in_no_order_is_unfiled(
    library: Library, order: Order, keep_bytes: Keep
) -> None:
    keep_bytes(b"1", order_id=order.id)
    loose = keep_bytes(b"2")
    assert library.evidence.unfiled() == [loose]


def test_the_evidence_of_an_order_comes_by_number(
    library: Library, order: Order, keep_bytes: Keep
) -> None:
    kept = [keep_bytes(bytes([n]), order_id=order.id) for n in range(12)]
    library.evidence.unfile(kept[0].evidence.id, order.id)
    library.evidence.refile(kept[0].evidence.id, order.id, 1)
    assert library.evidence.of_order(order.id) == kept


def test_a_hash_is_found_by_its_beginning(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    assert library.evidence.by_hash(kept.sha256[:8].upper()) == [kept]


@pytest.mark.parametrize("prefix", ["", "  ", "xyz", "%", "' OR 1=1 --"])
def test_what_is_no_hash_finds_nothing(library: Library, keep_bytes: Keep, prefix: str) -> None:
    keep_bytes(b"1")
    assert library.evidence.by_hash(prefix) == []


def test_a_deleted_item_is_not_found_by_its_hash(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.trash(kept.id, "wrong picture")
    assert library.evidence.by_hash(kept.sha256) == []


def test_only_kept_items_are_counted(library: Library, keep_bytes: Keep) -> None:
    keep_bytes(b"1")
    library.evidence.trash(keep_bytes(b"2").evidence.id, "wrong picture")
    assert library.evidence.count() == 1


def test_what_is_said_about_an_item_can_change(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    changed = replace(kept, title="t", note="n", kind=EvidenceKind.CHAT, kind_by_user=True)
    library.evidence.replace(changed)
    assert library.evidence.get(kept.id) == changed


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "0" * 64},
        {"size": 7},
        {"original_name": "other.png"},
        {"origin": "example"},
        {"state": "trashed"},
        {"fixity": "missing"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_was_fixed_at_import_cannot_change(
    library: Library, keep_bytes: Keep, change: dict[str, str]
) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.replace(replace(kept, **change))  # type: ignore[arg-type]
    assert library.evidence.get(kept.id) == kept


def test_a_changed_description_is_in_the_custody_log(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.replace(replace(kept, note="n"))
    last = library.custody.events(kept.id)[-1]
    assert (last.action, last.data) == ("evidence.described", {"fields": ["note"]})


def test_what_was_read_out_of_an_item_is_no_event(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    head = library.custody.head()
    library.evidence.replace(replace(kept, facts={"width": "1"}, odd="readers.odd"))
    assert library.custody.head() == head


def test_the_result_of_a_check_is_noted(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.set_fixity(kept.id, "changed", AT)
    assert library.evidence.get(kept.id) == replace(kept, fixity="changed", checked_at=AT)


def test_a_change_of_fixity_is_in_the_custody_log(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    for state in ("intact", "missing", "missing"):
        library.evidence.set_fixity(kept.id, state, AT)
    events = library.custody.events(kept.id)[1:]
    assert [one.data for one in events] == [{"found": "missing", "before": "intact"}]


def test_only_a_check_of_everything_is_the_last_check(library: Library, keep_bytes: Keep) -> None:
    kept = keep_bytes(b"1").evidence
    library.evidence.set_fixity(kept.id, "intact", AT)
    assert library.evidence.last_check() is None
    event = library.custody.record("library.verified", "library", checked=1)
    assert library.evidence.last_check() == datetime.fromisoformat(event.at)


def test_nothing_was_checked_in_a_new_library(library: Library, keep_bytes: Keep) -> None:
    keep_bytes(b"1")
    assert library.evidence.last_check() is None


def test_items_that_are_not_intact_are_counted(library: Library, keep_bytes: Keep) -> None:
    keep_bytes(b"1")
    library.evidence.set_fixity(keep_bytes(b"2").evidence.id, "missing", AT)
    assert library.evidence.broken_count() == 1


def test_an_unknown_item_is_told(library: Library) -> None:
    with pytest.raises(KnownError) as caught:
        library.evidence.get("nothing")
    assert caught.value.code == "library.not_found"
