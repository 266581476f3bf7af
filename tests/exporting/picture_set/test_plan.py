"""Which picture goes out as what."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keepproof.errors import KnownError
from keepproof.exporting.picture_set.plan import (
    MOST_ON_A_SHEET,
    USUAL_BYTES,
    LeftOut,
    PictureLimits,
    Source,
    parts_of,
    plan,
)


def source(number: int, name: str = "订单详情", width: int = 1080, height: int = 2160) -> Source:
    return Source(number, name, Path(f"/{number}"), width, height)


def names(sources: list[Source], count: int | None = None, lang: str = "zh") -> list[str]:
    return [one.file_name for one in plan(sources, [], PictureLimits(count), lang).uploads]


def test_files_are_named_by_number_and_title() -> None:
    assert names([source(1), source(12, "a/b:c*d")]) == ["E1_订单详情.jpg", "E12_a_b_c_d.jpg"]


@pytest.mark.parametrize("title", ["", "...", "\u202egpj.exe", "con", "x" * 5000, "🙂", "\x00\n"])
def test_any_title_makes_a_file_name(title: str) -> None:
    (name,) = names([source(3, title)])
    assert name.startswith("E3")
    assert name.endswith(".jpg")
    assert len(name.encode()) < 200
    assert name.isprintable()
    assert not set(name) & set('/\\:*?"<>|')


def test_a_long_screenshot_is_cut_and_its_parts_sort_in_order() -> None:
    made = names([source(1, height=30_000)])
    assert made == sorted(made)
    assert made[0] == "E1-01_订单详情.jpg"
    assert len(made) == 13


@pytest.mark.parametrize(
    ("width", "height", "wanted"),
    [
        (1080, 2400, 1),
        (1080, 3240, 1),
        (1080, 3241, 2),
        (1080, 20_000, 9),
        (4000, 3000, 1),
        (20_000, 1080, 1),
        (0, 0, 1),
        (1, 100_000, 60),
    ],
)
def test_only_what_is_long_is_cut(width: int, height: int, wanted: int) -> None:
    assert parts_of(width, height) == wanted


def test_what_fits_goes_out_one_by_one() -> None:
    assert len(names([source(1), source(2), source(3)], count=3)) == 3


def test_more_than_the_channel_takes_goes_on_sheets_in_order() -> None:
    made = plan([source(one) for one in range(1, 8)], [], PictureLimits(3), "zh")
    assert [one.numbers for one in made.uploads] == [(1, 2), (3, 4), (5, 6, 7)]
    assert [one.file_name for one in made.uploads] == [
        "合图1_E1_E2.jpg",
        "合图2_E3_E4.jpg",
        "合图3_E5_E6_E7.jpg",
    ]
    assert made.left_out == ()


def test_what_no_sheet_can_hold_readably_is_named() -> None:
    made = plan(
        [source(one, f"第{one}张") for one in range(1, MOST_ON_A_SHEET + 3)],
        [],
        PictureLimits(1),
        "zh",
    )
    assert len(made.uploads) == 1
    assert made.left_out == (
        LeftOut(7, "第7张", "pictures.count"),
        LeftOut(8, "第8张", "pictures.count"),
    )


def test_a_channel_that_takes_no_picture_gets_none() -> None:
    made = plan([source(1)], [], PictureLimits(0), "zh")
    assert made.uploads == ()
    assert [one.number for one in made.left_out] == [1]


@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 40_000)), max_size=30),
    st.one_of(st.none(), st.integers(0, 12)),
)
def test_nothing_is_lost_unnamed_and_no_limit_is_passed(
    sizes: list[tuple[int, int]], count: int | None
) -> None:
    sources = [source(at, f"t{at}", *size) for at, size in enumerate(sizes, 1)]
    made = plan(sources, [], PictureLimits(count), "en")
    tiles = [tile for one in made.uploads for tile in one.tiles]
    wanted = [
        (one.number, part)
        for one in sources
        for part in range(1, parts_of(one.width, one.height) + 1)
    ]
    shown = [(one.source.number, one.part) for one in tiles]
    assert shown == wanted[: len(shown)]
    missing = {number for number, _ in wanted[len(shown) :]}
    assert {one.number for one in made.left_out} == missing
    assert count is None or len(made.uploads) <= count
    assert len({one.file_name for one in made.uploads}) == len(made.uploads)
    assert all(len(one.tiles) <= MOST_ON_A_SHEET for one in made.uploads)


@pytest.mark.parametrize(
    ("formats", "suffix"),
    [((), ".jpg"), (("jpg", "png"), ".jpg"), (("PNG",), ".png"), (("JPEG",), ".jpg")],
)
def test_the_ending_is_one_the_channel_takes(formats: tuple[str, ...], suffix: str) -> None:
    assert PictureLimits(formats=formats).suffix == suffix


def test_a_channel_that_takes_neither_is_refused() -> None:
    with pytest.raises(KnownError, match=r"pictures\.no_format"):
        plan([source(1)], [], PictureLimits(formats=("gif",)), "zh")


def test_without_a_known_limit_our_own_figure_holds() -> None:
    assert PictureLimits().most_bytes == USUAL_BYTES
    assert PictureLimits(bytes=512_000).most_bytes == 512_000
