from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from keepproof.domain.evidence import Evidence, EvidenceTimes, FiledEvidence, SourcedTime
from keepproof.domain.reading import ReadLine
from keepproof.domain.redaction import (
    Box,
    Grid,
    as_text,
    copies,
    filled,
    from_edges,
    from_text,
    part_of,
    without_copies,
)

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
SIZE = st.integers(1, 400)
PLACE = st.integers(-50, 450)
BOXES = st.builds(from_edges, PLACE, PLACE, PLACE, PLACE)


def item(id: str, *, of: str | None = None, minutes: int = 0, number: int = 1) -> FiledEvidence:
    times = EvidenceTimes(imported=SourcedTime(NOW + timedelta(minutes=minutes), "clock"))
    origin = "redacted" if of else "dropped"
    one = Evidence(id, "0" * 64, 1, "image/png", f"{id}.png", origin=origin, derived_from=of)
    return FiledEvidence(replace(one, times=times), "order", number)


@given(BOXES, SIZE, SIZE)
def test_what_lies_in_the_picture_is_inside_it_and_inside_the_box(
    box: Box, width: int, height: int
) -> None:
    part = box.within(width, height)
    columns = set(range(box.left, box.right)) & set(range(width))
    rows = set(range(box.top, box.bottom)) & set(range(height))
    if part is None:
        assert not (columns and rows)
    else:
        assert set(range(part.left, part.right)) == columns
        assert set(range(part.top, part.bottom)) == rows


@given(BOXES, SIZE, SIZE, st.integers(1, 16), st.integers(0, 15), st.integers(0, 15))
def test_a_box_grows_to_the_lines_of_a_grid_and_never_shrinks(
    box: Box, width: int, height: int, step: int, x: int, y: int
) -> None:
    part = box.within(width, height)
    if part is None:
        return
    grown = part.grown(Grid(step, x, y), width, height)
    assert grown.left <= part.left
    assert grown.top <= part.top
    assert grown.right >= part.right
    assert grown.bottom >= part.bottom
    assert grown.left == 0 or (grown.left - x) % step == 0
    assert grown.top == 0 or (grown.top - y) % step == 0
    assert grown.right == width or (grown.right - x) % step == 0
    assert grown.bottom == height or (grown.bottom - y) % step == 0
    assert part.left - grown.left < step
    assert grown.bottom - part.bottom < step


@given(st.lists(st.builds(Box, SIZE, SIZE, SIZE, SIZE)))
def test_boxes_written_are_read_again(boxes: list[Box]) -> None:
    assert from_text(as_text(boxes)) == tuple(boxes)


@given(st.text())
def test_no_text_stops_the_reading_of_boxes(text: str) -> None:
    assert all(one.width > 0 and one.height > 0 for one in from_text(text))


def test_the_newest_whole_copy_stands_in() -> None:
    original = item("a")
    old, new = item("b", of="a", minutes=1), item("c", of="a", minutes=2)
    broken = item("d", of="a", minutes=3)
    broken = replace(broken, evidence=replace(broken.evidence, fixity="changed"))
    assert copies([new, broken, original, old])["a"] is new


def test_a_copy_beside_its_original_is_no_proof_of_its_own() -> None:
    original, copy, alone = item("a"), item("b", of="a"), item("c", of="gone")
    assert without_copies([original, copy, alone]) == (original, alone)


def test_a_part_of_a_line_is_cut_by_the_width_of_its_letters() -> None:
    # as a usual font places it: the number begins after three wide letters and a narrow blank
    line = ReadLine("林女士 13800000042", (100, 200, 473, 240))
    box = part_of(line, 4, 15)
    assert box is not None
    assert 100 + 129 - 40 < box.left <= 100 + 129
    assert box.right >= 473
    assert box.top < 200
    assert box.bottom > 240


def test_of_a_line_written_downwards_all_is_covered() -> None:
    box = part_of(ReadLine("林女士 138", (10, 10, 40, 300)), 0, 2)
    assert box is not None
    assert box.edges[0] < 10
    assert box.edges[2] > 40
    assert box.bottom > 300


def test_a_line_without_a_place_has_no_box() -> None:
    assert part_of(ReadLine("138"), 0, 3) is None


@given(
    st.text(min_size=1, max_size=30),
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(1, 900),
    st.integers(1, 90),
)
def test_a_part_lies_around_its_line(text: str, one: int, other: int, wide: int, high: int) -> None:
    start, end = min(one, other, len(text)), min(max(one, other), len(text))
    line = ReadLine(text, (50, 60, 50 + wide, 60 + high))
    box = part_of(line, start, end)
    assert box is not None
    margin = round(min(wide, high) * 0.15) + 1
    assert box.left >= 50 - margin
    assert box.right <= 50 + wide + margin
    assert box.top == 60 - margin
    assert box.bottom == 60 + high + margin


def test_boxes_outside_are_none_and_twice_the_same_is_one() -> None:
    same = Box(1, 1, 2, 2)
    assert filled([same, same, Box(90, 90, 5, 5)], (10, 10)) == (same,)
    assert filled([same], (10, 10), [Grid(8)]) == (Box(0, 0, 8, 8),)
