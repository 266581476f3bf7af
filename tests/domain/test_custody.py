from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.custody import GENESIS, CustodyEvent, canonical, first_break, seal


def chain(count: int) -> list[CustodyEvent]:
    events: list[CustodyEvent] = []
    previous = GENESIS
    for sequence in range(1, count + 1):
        bare = CustodyEvent(
            sequence,
            "2026-11-22T10:00:00+08:00",
            "kept",
            f"id{sequence}",
            {"size": sequence},
            previous,
        )
        sealed = replace(bare, hash=seal(bare))
        events.append(sealed)
        previous = sealed.hash
    return events


def test_an_unbroken_chain_has_no_break() -> None:
    assert first_break(chain(5)) is None
    assert first_break([]) is None


@given(st.integers(0, 5), st.sampled_from(["at", "action", "subject"]))
def test_an_edited_entry_is_found(index: int, field: str) -> None:
    events = chain(6)
    events[index] = replace(events[index], **{field: "other"})  # type: ignore[arg-type]
    assert first_break(events) == index + 1


@given(st.integers(0, 4))
def test_a_removed_entry_is_found(index: int) -> None:
    events = chain(6)
    del events[index]
    assert first_break(events) == index + 1


def test_swapped_entries_are_found() -> None:
    events = chain(4)
    events[1], events[2] = events[2], events[1]
    assert first_break(events) == 2


def test_canonical_form_does_not_depend_on_the_order_of_keys() -> None:
    one = CustodyEvent(1, "t", "a", "s", {"b": 1, "a": 2})
    other = CustodyEvent(1, "t", "a", "s", {"a": 2, "b": 1})
    assert canonical(one) == canonical(other)


def test_odd_file_names_can_be_sealed() -> None:
    assert len(seal(CustodyEvent(1, "t", "a", "s", {"name": "\udcff.png"}))) == 64
