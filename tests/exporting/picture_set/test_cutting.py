"""Long screenshots in parts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from keepproof.exporting.picture_set.cutting import cut, part_of


def chat(bubbles: list[tuple[int, int]], width: int = 540, height: int = 4000) -> Image.Image:
    """Draw bubbles with lines of text at these rows, nothing between them."""
    image = Image.new("RGB", (width, height), "#ededed")
    draw = ImageDraw.Draw(image)
    for top, bottom in bubbles:
        draw.rectangle((40, top, width - 40, bottom), "white")
        for row in range(top + 10, bottom - 5, 20):
            draw.line((60, row, width - 80, row), "black", 4)
    return image


def test_no_bubble_is_cut_through() -> None:
    bubbles = [(top, top + 150) for top in range(20, 3900, 190)]
    rows = cut(chat(bubbles), 3)
    assert (rows[0][0], rows[-1][1]) == (0, 4000)
    for top, bottom in bubbles:
        assert any(first <= top and bottom <= last for first, last in rows)


def test_where_nothing_is_quiet_the_parts_overlap_by_more_than_a_line() -> None:
    noise = Image.effect_noise((400, 4000), 200).convert("RGB")
    rows = cut(noise, 3)
    assert all(before[1] - after[0] >= 80 for before, after in pairwise(rows))


def test_a_part_is_the_rows_of_the_picture() -> None:
    image = chat([(top, top + 150) for top in range(20, 3900, 190)])
    (first, last) = cut(image, 3)[1]
    assert part_of(image, 2, 3).tobytes() == image.crop((0, first, 540, last)).tobytes()


def test_a_picture_of_one_part_stays_as_it_is() -> None:
    image = chat([])
    assert part_of(image, 1, 1) is image


@settings(max_examples=40)
@given(
    st.integers(1, 40),
    st.integers(1, 900),
    st.integers(1, 60),
    st.lists(st.integers(0, 899), max_size=12),
)
def test_every_row_is_on_some_part(width: int, height: int, parts: int, marks: list[int]) -> None:
    image = Image.new("RGB", (width, height), "white")
    for row in marks:
        if row < height:
            image.putpixel((width - 1, row), (0, 0, 0))
    rows = cut(image, parts)
    assert rows[0][0] == 0
    assert rows[-1][1] == height
    for (start, end), (after, _) in zip(rows, [*rows[1:], (height, height)], strict=True):
        assert start < end
        assert start <= after <= end
