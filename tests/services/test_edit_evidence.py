from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence, SourcedTime
from keepproof.domain.order import Order
from keepproof.errors import KnownError
from keepproof.library.library import Library
from keepproof.services import edit_evidence
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

Keep = Callable[[str, EvidenceKind], FiledEvidence]
AT = datetime(2026, 11, 1, 18, 20, tzinfo=UTC)


@pytest.fixture
def item(order: Order, keep: Keep) -> Evidence:
    return keep("全新", EvidenceKind.CHAT).evidence


@pytest.fixture
def second(item: Evidence, keep: Keep) -> Evidence:
    return keep("别的", EvidenceKind.CHAT).evidence


Step = Callable[[Library, Evidence, Order], Outcome[None]]
STEPS: dict[str, Step] = {
    "kind": lambda library, item, _: edit_evidence.change_kind(
        library, item.id, EvidenceKind.CALL, Ticket()
    ),
    "rename": lambda library, item, _: edit_evidence.rename(library, item.id, "新名", Ticket()),
    "note": lambda library, item, _: edit_evidence.set_note(library, item.id, "备注", Ticket()),
    "time": lambda library, item, _: edit_evidence.set_event_time(library, item.id, AT, Ticket()),
    "unfile": lambda library, item, order: edit_evidence.unfile(
        library, item.id, order.id, Ticket()
    ),
    "remove": lambda library, item, _: edit_evidence.remove(library, item.id, "加错", Ticket()),
}


def state(library: Library) -> object:
    return library.evidence.all(), library.evidence.trashed()


@pytest.mark.parametrize("name", STEPS)
def test_undo_brings_back_the_former_state(
    library: Library, order: Order, item: Evidence, name: str
) -> None:
    before = state(library)
    outcome = STEPS[name](library, item, order)
    assert state(library) != before
    assert outcome.undo is not None
    outcome.undo(library)
    assert state(library) == before


@pytest.mark.parametrize("name", STEPS)
def test_redo_brings_back_the_later_state(
    library: Library, order: Order, item: Evidence, name: str
) -> None:
    outcome = STEPS[name](library, item, order)
    after = state(library)
    assert outcome.undo is not None
    undone = outcome.undo(library)
    assert undone.undo is not None
    undone.undo(library)
    assert state(library) == after


@pytest.mark.parametrize("name", STEPS)
def test_the_changes_name_the_item_and_its_order(
    library: Library, order: Order, item: Evidence, name: str
) -> None:
    changes = STEPS[name](library, item, order).changes
    assert changes == Changes(evidence=frozenset({item.id}), orders=frozenset({order.id}))


def test_a_kind_set_by_the_user_says_so(library: Library, item: Evidence) -> None:
    edit_evidence.change_kind(library, item.id, EvidenceKind.CALL, Ticket())
    assert library.evidence.get(item.id).kind_by_user


def test_a_stated_time_says_so_and_touches_no_other(library: Library, item: Evidence) -> None:
    edit_evidence.set_event_time(library, item.id, AT, Ticket())
    times = library.evidence.get(item.id).times
    assert (times.event, times.imported) == (SourcedTime(AT, "stated"), item.times.imported)


def test_a_stated_time_can_be_unknown_again(library: Library, item: Evidence) -> None:
    edit_evidence.set_event_time(library, item.id, AT, Ticket())
    edit_evidence.set_event_time(library, item.id, None, Ticket())
    assert library.evidence.get(item.id).times.event is None


def test_undo_leaves_what_was_found_out_meanwhile(library: Library, item: Evidence) -> None:
    outcome = edit_evidence.rename(library, item.id, "新名", Ticket())
    library.evidence.set_fixity(item.id, "changed", AT)
    edit_evidence.set_note(library, item.id, "备注", Ticket())
    assert outcome.undo is not None
    outcome.undo(library)
    now = library.evidence.get(item.id)
    assert (now.title, now.note, now.fixity) == ("", "备注", "changed")


def test_several_items_are_one_step(library: Library, item: Evidence, second: Evidence) -> None:
    before = state(library)
    outcome = edit_evidence.remove(library, [item.id, second.id], "加错", Ticket())
    assert library.evidence.all() == []
    assert outcome.undo is not None
    outcome.undo(library)
    assert state(library) == before


def test_filing_gives_a_number_and_undo_takes_it(
    library: Library, order: Order, item: Evidence
) -> None:
    edit_evidence.unfile(library, item.id, order.id, Ticket())
    outcome = edit_evidence.file_under(library, item.id, order.id, Ticket())
    assert [one.number for one in library.evidence.of_order(order.id)] == [1]
    assert outcome.undo is not None
    outcome.undo(library)
    assert library.evidence.of_order(order.id) == []


def test_filing_where_it_stands_already_changes_nothing(
    library: Library, order: Order, item: Evidence
) -> None:
    outcome = edit_evidence.file_under(library, item.id, order.id, Ticket())
    assert not outcome.changes


def test_undo_of_filing_leaves_what_stood_there_before(
    library: Library, order: Order, item: Evidence, second: Evidence
) -> None:
    edit_evidence.unfile(library, second.id, order.id, Ticket())
    outcome = edit_evidence.file_under(library, [item.id, second.id], order.id, Ticket())
    assert outcome.undo is not None
    outcome.undo(library)
    assert [one.evidence.id for one in library.evidence.of_order(order.id)] == [item.id]


def test_filing_in_an_unknown_order_is_told(library: Library, item: Evidence) -> None:
    with pytest.raises(KnownError) as caught:
        edit_evidence.file_under(library, item.id, "nothing", Ticket())
    assert caught.value.code == "library.not_found"


def test_removing_without_a_reason_is_told_and_removes_nothing(
    library: Library, item: Evidence
) -> None:
    with pytest.raises(KnownError) as caught:
        edit_evidence.remove(library, item.id, " ", Ticket())
    assert (caught.value.code, library.evidence.count()) == ("library.reason_missing", 1)


def test_one_unknown_item_undoes_the_whole_step(library: Library, item: Evidence) -> None:
    before = state(library)
    with pytest.raises(KnownError):
        edit_evidence.rename(library, [item.id, "nothing"], "新名", Ticket())
    assert state(library) == before


def test_a_restored_item_can_be_removed_again(library: Library, item: Evidence) -> None:
    edit_evidence.remove(library, item.id, "加错", Ticket())
    outcome = edit_evidence.restore(library, item.id, Ticket())
    assert outcome.undo is not None
    outcome.undo(library)
    assert [one.evidence.id for one in library.evidence.trashed()] == [item.id]


@pytest.fixture
def other(library: Library, form: OrderForm) -> Order:
    return add_order(library, replace(form, number="2690183455720166319"), Ticket()).value


def placed(library: Library, *orders: Order) -> list[list[tuple[str, int | None]]]:
    return [
        [(one.evidence.id, one.number) for one in library.evidence.of_order(order.id)]
        for order in orders
    ]


def test_moving_takes_each_item_out_of_its_own_order(
    library: Library, order: Order, item: Evidence, second: Evidence, other: Order, form: OrderForm
) -> None:
    edit_evidence.move(library, [(second.id, order.id)], other.id, Ticket())
    third = add_order(library, replace(form, number="2690183455720166320"), Ticket()).value
    places = [(item.id, order.id), (second.id, other.id)]
    edit_evidence.move(library, places, third.id, Ticket())
    assert placed(library, order, other, third) == [[], [], [(item.id, 1), (second.id, 2)]]


def test_what_stands_in_the_order_moved_to_stays_there(
    library: Library, order: Order, item: Evidence
) -> None:
    edit_evidence.move(library, [(item.id, order.id)], order.id, Ticket())
    assert placed(library, order) == [[(item.id, 1)]]


def test_moving_is_one_step_to_take_back_and_to_do_again(
    library: Library, order: Order, item: Evidence, second: Evidence, other: Order
) -> None:
    before = placed(library, order, other)
    places = [(item.id, order.id), (second.id, order.id)]
    outcome = edit_evidence.move(library, places, other.id, Ticket())
    after = placed(library, order, other)
    assert outcome.undo is not None
    undone = outcome.undo(library)
    assert placed(library, order, other) == before
    assert undone.undo is not None
    undone.undo(library)
    assert placed(library, order, other) == after


def test_taking_out_serves_items_of_several_orders(
    library: Library, order: Order, item: Evidence, second: Evidence, other: Order
) -> None:
    edit_evidence.move(library, [(second.id, order.id)], other.id, Ticket())
    places = [(item.id, order.id), (second.id, other.id)]
    edit_evidence.unfile_all(library, places, Ticket())
    assert placed(library, order, other) == [[], []]
