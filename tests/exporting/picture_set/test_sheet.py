"""Captions and sheets."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from keepproof.exporting.documents.fonts import FontFile, caption_font
from keepproof.exporting.picture_set.sheet import CELL, Captioned, captioned, lay

COLOURS = ("#ff0000", "#00ff00", "#0000ff", "#ffff00", "#ff00ff", "#00ffff")


@pytest.fixture(scope="module")
def font() -> FontFile:
    found = caption_font()
    assert found is not None
    return found


def tile(
    colour: str, width: int = 540, height: int = 1100, words: str = "证据1  订单详情"
) -> Captioned:
    return Captioned(Image.new("RGB", (width, height), colour), words, "E1")


def test_a_caption_stands_above_the_picture_and_covers_nothing(font: FontFile) -> None:
    one = tile("#123456")
    made = captioned(one, font)
    strip = made.height - one.image.height
    assert strip > 0
    below = made.crop((0, strip, made.width, made.height))
    assert below.tobytes() == one.image.tobytes()
    assert min(made.crop((0, 0, made.width, strip)).convert("L").tobytes()) < 80


def test_other_words_give_another_strip(font: FontFile) -> None:
    first, second = (captioned(tile("white", words=one), font) for one in ("证据1", "证据2"))
    assert ImageChops.difference(first, second).getbbox() is not None


def test_without_a_font_the_number_is_written_in_latin_letters() -> None:
    made = captioned(tile("white", words="证据1"), None)
    number = captioned(Captioned(tile("white").image, "E1", "E1"), None)
    assert made.tobytes() == number.tobytes()


@pytest.mark.parametrize("words", ["长" * 5000, "", "\x00\u202e", "שלום", "🙂"])
def test_any_caption_fits(font: FontFile, words: str) -> None:
    one = tile("white", words=words)
    assert captioned(one, font).width == one.image.width


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("size", [(540, 1100), (1600, 1200), (1080, 2800)])
def test_every_picture_is_on_the_sheet(font: FontFile, count: int, size: tuple[int, int]) -> None:
    made = lay([tile(one, *size) for one in COLOURS[:count]], font)
    found = made.image.getcolors(made.image.width * made.image.height) or []
    areas = {colour: many for many, colour in found}
    for one in COLOURS[:count]:
        rgb = tuple(int(one[at : at + 2], 16) for at in (1, 3, 5))
        assert areas.get(rgb, 0) > 100_000
    assert made.image.width >= made.columns * min(CELL, size[0])
    assert 0.2 < made.image.height / made.image.width < 5


def test_pictures_lie_in_their_order(font: FontFile) -> None:
    made = lay([tile(one) for one in COLOURS[:2]], font)
    middle = made.image.height // 2
    row = [made.image.getpixel((x, middle)) for x in range(made.image.width)]
    assert row.index((255, 0, 0)) < row.index((0, 255, 0))


def test_three_screens_stand_side_by_side_without_a_hole(font: FontFile) -> None:
    assert lay([tile(one) for one in COLOURS[:3]], font).columns == 3


def test_the_caption_of_a_tiny_picture_can_be_read(font: FontFile) -> None:
    made = captioned(tile("#ff0000", 8, 40), font)
    assert made.width >= 300
    colours = {colour: count for count, colour in made.getcolors(made.width * made.height) or []}
    assert colours[255, 0, 0] == 8 * 40
