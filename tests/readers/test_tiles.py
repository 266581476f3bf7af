from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from keepproof.readers.tiles import Quad, Tile, bounds, cut, joined

OVERLAP = 128


def quad(left: float, top: float, right: float, bottom: float) -> Quad:
    return (left, top), (right, top), (right, bottom), (left, bottom)


def swapped(one: Quad) -> Quad:
    left, top, right, bottom = bounds(one)
    return quad(top, left, bottom, right)


def seen(one: Quad, tile: Tile) -> Quad | None:
    """Say what a detector sees of a line in one tile."""
    left, top, right, bottom = bounds(one)
    top, bottom = max(top, tile.start), min(bottom, tile.end)
    return quad(left, top, right, bottom) if bottom - top >= 3 else None


@given(length=st.integers(1, 60_000), tile=st.integers(300, 4000))
def test_tiles_cover_everything_and_overlap(length: int, tile: int) -> None:
    tiles = cut(length, tile, OVERLAP)
    assert (tiles[0].start, tiles[-1].end) == (0, length)
    assert all(one.end - one.start <= tile + 1 for one in tiles)
    assert all(one.end - other.start >= OVERLAP - 1 for one, other in pairwise(tiles))


@st.composite
def columns(draw: st.DrawFn) -> list[Quad]:
    """Draw lines below each other, each lower than the overlap, some side by side."""
    lines: list[Quad] = []
    at = 0
    for _ in range(draw(st.integers(1, 60))):
        at += draw(st.integers(2, 60))
        height = draw(st.integers(10, 100))
        lines.append(quad(10, at, draw(st.integers(60, 300)), at + height))
        if draw(st.booleans()):
            lines.append(quad(400, at, draw(st.integers(460, 700)), at + height))
        at += height
    return lines


@given(lines=columns(), jitter=st.integers(0, 2))
def test_no_line_is_lost_or_doubled_at_a_seam(lines: list[Quad], jitter: int) -> None:
    length = int(max(bounds(one)[3] for one in lines)) + 20
    parts = []
    for place, tile in enumerate(cut(length, 600, OVERLAP)):
        found = [one for line in lines if (one := seen(line, tile)) is not None]
        shift = jitter * (place % 2)  # two looks at one line never agree to the pixel
        parts.append((tile, [quad(a, b + shift, c, d) for a, b, c, d in map(bounds, found)]))
    whole = sorted(bounds(one) for one in joined(parts, tall=True))
    wanted = sorted(bounds(one) for one in lines)
    assert len(whole) == len(wanted)
    assert all(
        abs(a - b) <= 2
        for one, other in zip(whole, wanted, strict=True)
        for a, b in zip(one, other, strict=True)
    )


@given(ends=st.lists(st.tuples(st.integers(0, 3000), st.integers(40, 2900)), max_size=12))
def test_a_line_across_side_by_side_tiles_is_one_line(ends: list[tuple[int, int]]) -> None:
    lines = [
        quad(start, 60 * row, start + width, 60 * row + 40)
        for row, (start, width) in enumerate(ends)
    ]
    parts = []
    for tile in cut(6000, 1500, OVERLAP):
        found = (seen(swapped(line), tile) for line in lines)
        parts.append((tile, [swapped(one) for one in found if one is not None]))
    assert sorted(map(bounds, joined(parts, tall=False))) == sorted(map(bounds, lines))


def test_a_title_taller_than_the_overlap_is_put_together() -> None:
    first, second = Tile(0, 600), Tile(472, 1072)
    title = quad(20, 400, 900, 700)
    parts = [(tile, [one]) for tile in (first, second) if (one := seen(title, tile))]
    assert [bounds(one) for one in joined(parts, tall=True)] == [(20, 400, 900, 700)]


def test_a_sliver_of_a_line_at_a_seam_is_no_line_of_its_own() -> None:
    first, second = Tile(0, 600), Tile(472, 1072)
    whole, sliver = quad(10, 463, 60, 475), quad(10, 474, 60, 477)
    assert joined([(first, [whole]), (second, [sliver])], tall=True) == [whole]
