"""Boxes are drawn, moved, ticked and taken back; a list of suggestions follows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from keepproof.domain.redaction import Box, Grid
from keepproof.services.redact_suggestions import Suggestion
from keepproof.ui.models.suggestions_model import CHECK, SuggestionsModel
from keepproof.ui.redaction_boxes import LEAST, RedactionBoxes

SIZE = (200, 100)
PHONE = Suggestion("phone", "138****0042", Box(10, 10, 60, 12))
NAME = Suggestion("name", "林**", Box(100, 10, 30, 12))
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def boxes(qapp: QApplication) -> RedactionBoxes:
    made = RedactionBoxes()
    made.begin(SIZE, (), ())
    made.set_suggestions((PHONE, NAME))
    return made


def ids(boxes: RedactionBoxes) -> list[int]:
    return [one.id for one in boxes.marks]


def test_a_box_drawn_is_chosen_and_stays_in_the_picture(boxes: RedactionBoxes) -> None:
    boxes.add(Box(-20, 90, 50, 50))
    assert boxes.boxes == (Box(0, 90, 30, 10),)
    assert boxes.current == ids(boxes)[0]
    boxes.add(Box(500, 500, 5, 5))
    assert len(boxes.marks) == 1


def test_a_tick_covers_a_suggestion_and_takes_it_away_again(boxes: RedactionBoxes) -> None:
    boxes.tick(0, on=True)
    boxes.tick(0, on=True)
    assert (boxes.boxes, boxes.ticked(0), boxes.ticked(1)) == ((PHONE.box,), True, False)
    boxes.tick(0, on=False)
    assert boxes.boxes == ()


def test_a_ticked_box_that_was_moved_is_still_ticked(boxes: RedactionBoxes) -> None:
    boxes.tick(0, on=True)
    boxes.put(ids(boxes)[0], Box(20, 20, 60, 12))
    assert boxes.ticked(0)
    boxes.remove(ids(boxes)[0])
    assert not boxes.ticked(0)


def test_all_are_covered_in_one_step(boxes: RedactionBoxes) -> None:
    boxes.tick(1, on=True)
    boxes.tick_all()
    assert set(boxes.boxes) == {PHONE.box, NAME.box}
    boxes.undo()
    assert boxes.boxes == (NAME.box,)


def test_boxes_of_an_earlier_copy_belong_to_their_suggestions(boxes: RedactionBoxes) -> None:
    boxes.begin(SIZE, (), [PHONE.box, Box(1, 1, 9, 9), Box(900, 1, 9, 9)])
    boxes.set_suggestions((NAME, PHONE))
    assert boxes.boxes == (PHONE.box, Box(1, 1, 9, 9))
    assert (boxes.ticked(0), boxes.ticked(1)) == (False, True)
    assert not boxes.unsaved


def test_keys_held_down_are_one_step(boxes: RedactionBoxes) -> None:
    boxes.add(Box(10, 10, 20, 20))
    (id,) = ids(boxes)
    for left in (11, 12, 13):
        boxes.put(id, Box(left, 10, 20, 20), "move")
    boxes.put(id, Box(13, 10, 25, 20), "resize")
    boxes.undo()
    assert boxes.boxes == (Box(13, 10, 20, 20),)
    boxes.undo()
    assert boxes.boxes == (Box(10, 10, 20, 20),)
    boxes.redo()
    assert boxes.boxes == (Box(13, 10, 20, 20),)


def test_a_box_moved_out_is_held_and_one_drawn_out_is_cut(boxes: RedactionBoxes) -> None:
    boxes.add(Box(10, 10, 20, 20))
    (id,) = ids(boxes)
    boxes.put(id, Box(195, -7, 20, 20))
    assert boxes.boxes == (Box(180, 0, 20, 20),)
    boxes.put(id, Box(180, 0, 90, 20))
    assert boxes.boxes == (Box(180, 0, 20, 20),)
    boxes.put(id, Box(180, 0, 0, 20))
    assert boxes.boxes == (Box(180, 0, LEAST, 20),)


def test_the_keyboard_goes_through_boxes_as_one_reads(boxes: RedactionBoxes) -> None:
    for box in (Box(90, 50, 9, 9), Box(10, 50, 9, 9), Box(50, 10, 9, 9)):
        boxes.add(box)
    low_right, low_left, top = ids(boxes)
    boxes.choose(None)
    seen = []
    while boxes.step(1):
        seen.append(boxes.current)
    assert seen == [top, low_left, low_right]
    assert boxes.current is None
    assert boxes.step(-1)
    assert boxes.current == low_right


def test_a_cover_is_shown_as_it_will_be(boxes: RedactionBoxes) -> None:
    boxes.begin(SIZE, (Grid(8),), [Box(10, 10, 4, 4)])
    assert boxes.covers(boxes.marks[0]) == Box(8, 8, 8, 8)


def test_only_a_difference_is_unsaved(boxes: RedactionBoxes) -> None:
    boxes.add(Box(1, 1, 9, 9))
    assert boxes.unsaved
    boxes.set_saved()
    boxes.add(Box(50, 1, 9, 9))
    boxes.undo()
    assert not boxes.unsaved


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.builds(Box, *[st.integers(-20, 220)] * 2, *[st.integers(1, 90)] * 2)),
        st.tuples(st.just("tick"), st.integers(0, 1)),
        st.tuples(st.just("untick"), st.integers(0, 1)),
        st.tuples(st.just("all"), st.none()),
        st.tuples(st.just("put"), st.builds(Box, *[st.integers(-20, 220)] * 2, *[st.integers(0, 300)] * 2)),
        st.tuples(st.just("remove"), st.none()),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(STEPS)
def test_every_step_can_be_taken_back_and_done_again(
    qapp: QApplication, steps: list[tuple[str, Any]]
) -> None:
    boxes = RedactionBoxes()
    boxes.begin(SIZE, (), ())
    boxes.set_suggestions((PHONE, NAME))
    states = [boxes.marks]
    runs: dict[str, Callable[..., None]] = {
        "add": boxes.add,
        "tick": lambda at: boxes.tick(at, on=True),
        "untick": lambda at: boxes.tick(at, on=False),
        "all": lambda _: boxes.tick_all(),
        "put": lambda box: boxes.put(ids(boxes)[-1], box) if boxes.marks else None,
        "remove": lambda _: boxes.remove(ids(boxes)[0]) if boxes.marks else None,
    }
    for name, value in steps:
        runs[name](value)
        if boxes.marks != states[-1]:
            states.append(boxes.marks)
    for box in boxes.boxes:
        assert box.within(*SIZE) == box
    for state in reversed(states[:-1]):
        boxes.undo()
        assert boxes.marks == state
    assert not boxes.can_undo
    for state in states[1:]:
        boxes.redo()
        assert boxes.marks == state
    assert not boxes.can_redo


@pytest.fixture
def model(boxes: RedactionBoxes, qtmodeltester: ModelTester) -> SuggestionsModel:
    made = SuggestionsModel(boxes)
    qtmodeltester.check(made)
    return made


def test_the_list_shows_veiled_words_and_ticks(
    boxes: RedactionBoxes, model: SuggestionsModel
) -> None:
    first = model.index(0)
    assert first.data() == "Phone number\n138****0042"
    assert first.data(CHECK) == OFF
    assert model.setData(first, ON, CHECK)
    assert boxes.ticked(0)
    assert first.data(CHECK) == ON
    assert "Covered" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    boxes.undo()
    assert first.data(CHECK) == OFF


def test_the_list_follows_other_suggestions(boxes: RedactionBoxes, model: SuggestionsModel) -> None:
    boxes.set_suggestions((NAME,))
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Name\n林**"]
    assert model.data(model.index(5)) is None
    assert not model.setData(model.index(0), ON)
