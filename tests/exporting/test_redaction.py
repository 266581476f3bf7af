"""Boxes are filled for good, the rest stays, and nothing but the picture is in the file."""

from __future__ import annotations

import io
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, PngImagePlugin

from keepproof.domain.redaction import Box, Grid, from_edges
from keepproof.errors import KnownError
from keepproof.exporting import redaction
from keepproof.exporting.colour_profile import is_harmless
from keepproof.exporting.picture_parts import jpeg_parts, png_parts
from keepproof.exporting.redaction import JPEG, PNG, Redacted, redact

SIDE = st.integers(1, 70)
PLACE = st.integers(-20, 90)
BOXES = st.lists(st.builds(from_edges, PLACE, PLACE, PLACE, PLACE), max_size=5)


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Draw pixels of which none is like its neighbour and none is black."""
    chance = random.Random(width * 10_007 + height)
    bands = len(Image.new(mode, (1, 1)).getbands())
    data = bytes(chance.randrange(1, 256) for _ in range(width * height * bands))
    return Image.frombytes(mode, (width, height), data)


def opened(made: Redacted) -> Image.Image:
    image = Image.open(io.BytesIO(made.data))
    image.load()
    return image


def black(image: Image.Image, box: Box) -> bool:
    return not any(image.crop(box.edges).tobytes())


@settings(max_examples=60)
@given(SIDE, SIDE, BOXES, st.sampled_from(["L", "RGB"]))
def test_a_png_is_black_in_the_boxes_and_the_same_outside(
    width: int, height: int, boxes: list[Box], mode: str
) -> None:
    image = noise(width, height, mode)
    inside = [part for one in boxes if (part := one.within(width, height))]
    if not inside:
        with pytest.raises(KnownError) as caught:
            redact(image, boxes)
        assert caught.value.code == "redact.no_boxes"
        return
    made = redact(image, boxes)
    found = opened(made)
    covered = {
        (x, y)
        for one in inside
        for x in range(one.left, one.right)
        for y in range(one.top, one.bottom)
    }
    for y in range(height):
        for x in range(width):
            was, now = image.getpixel((x, y)), found.getpixel((x, y))
            assert now == (0 if mode == "L" else (0, 0, 0)) if (x, y) in covered else now == was


@settings(max_examples=15, deadline=None)
@given(st.lists(st.builds(from_edges, *[st.integers(0, 120)] * 4), min_size=1, max_size=4))
def test_a_large_photo_stays_a_jpeg_and_is_black_in_whole_blocks(boxes: list[Box]) -> None:
    image = photo()
    wanted = [one for one in boxes if one.width and one.height]
    if not wanted:
        return
    made = redact(image, wanted, lossy=True)
    found = opened(made)
    assert (made.suffix, found.format, found.size) == (JPEG, "JPEG", image.size)
    for one in wanted:
        assert black(found, one)
    for one in made.boxes:
        assert black(found, one)
        assert (one.left % 8, one.top % 8) == (0, 0)
    whole = found.copy()
    was = image.copy()
    for one in made.boxes:
        was.paste((0, 0, 0), one.edges)
    difference = ImageChops.difference(was, whole).crop((0, 0, 200, 200))
    assert max(high for _, high in difference.getextrema()) < 60  # type: ignore[misc]


_PHOTO: list[Image.Image] = []


def photo() -> Image.Image:
    """Give a picture large enough to stay a JPEG; noise in the corner that is looked at."""
    if not _PHOTO:
        image = Image.linear_gradient("L").resize((2400, 1300)).convert("RGB")
        image.paste(noise(160, 160), (0, 0))
        _PHOTO.append(image)
    return _PHOTO[0]


def test_boxes_grow_to_the_blocks_of_the_jpeg_a_picture_came_from() -> None:
    made = redact(noise(50, 30), [Box(10, 10, 5, 5)], grid=Grid(8, 2, 6))
    assert made.suffix == PNG
    assert made.boxes == (Box(10, 6, 8, 16),)
    assert black(opened(made), made.boxes[0])


def test_nothing_of_the_file_comes_along() -> None:
    image = noise(40, 40)
    image.info = {"exif": b"GPS", "Comment": "secret", "icc_profile": b"x", "comment": b"secret"}
    made = redact(image, [Box(1, 1, 4, 4)])
    assert set(png_parts(made.data)) == {"IHDR", "IDAT", "IEND"}
    assert b"secret" not in made.data
    assert opened(made).info == {}


def test_a_jpeg_holds_tables_and_pixels_only() -> None:
    image = photo().copy()
    image.info = {"exif": b"Exif\0\0GPS", "comment": b"secret", "icc_profile": b"x"}
    made = redact(image, [Box(1, 1, 4, 4)], lossy=True)
    assert {0xE1, 0xE2, 0xFE}.isdisjoint(jpeg_parts(made.data))
    assert b"secret" not in made.data


def test_the_same_boxes_give_the_same_file() -> None:
    image = noise(64, 64)
    assert redact(image, [Box(3, 3, 9, 9)]).data == redact(image, [Box(3, 3, 9, 9)]).data


def test_a_small_photo_becomes_a_png() -> None:
    assert redact(noise(30, 30), [Box(0, 0, 5, 5)], lossy=True).suffix == PNG


def test_the_picture_itself_is_left_alone() -> None:
    image = noise(30, 30)
    before = image.tobytes()
    redact(image, [Box(0, 0, 5, 5)])
    assert image.tobytes() == before


@pytest.mark.parametrize("spoilt", ["box", "outside", "size", "chunk", "tail"])
def test_a_copy_that_is_not_as_it_should_be_is_refused(
    monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    image = noise(64, 64)

    def bad(made: Image.Image, suffix: str, profile: bytes) -> bytes:
        made = made.copy()
        if spoilt == "box":
            made.putpixel((4, 4), (0, 0, 1))
        if spoilt == "outside":
            red, green, blue = image.getpixel((60, 60))  # type: ignore[misc]
            made.putpixel((60, 60), (red, green, blue ^ 1))
        if spoilt == "size":
            made = made.crop((0, 0, 63, 64))
        info = PngImagePlugin.PngInfo()
        if spoilt == "chunk":
            info.add_text("Author", "somebody")
        out = io.BytesIO()
        made.save(out, "PNG", pnginfo=info)
        return out.getvalue() + (b"more" if spoilt == "tail" else b"")

    monkeypatch.setattr(redaction, "_written", bad)
    with pytest.raises(KnownError) as caught:
        redact(image, [Box(2, 2, 10, 10)])
    assert caught.value.code == "redact.unverified"


def profile(name: str, *extra: bytes, space: bytes = b"RGB ") -> bytes:
    """Make a colour profile with a description and further tags."""
    tags = [b"desc", b"wtpt", *extra]
    body = name.encode("utf-16-be").ljust(64, b"\0")
    at = 128 + 4 + 12 * len(tags)
    table = b"".join(tag + at.to_bytes(4, "big") + len(body).to_bytes(4, "big") for tag in tags)
    size = at + len(body)
    header = size.to_bytes(4, "big") + b"\0" * 12 + space + b"\0" * 16 + b"acsp"
    return header.ljust(128, b"\0") + len(tags).to_bytes(4, "big") + table + body


def test_a_wide_colour_space_stays() -> None:
    known = profile("Display P3")
    made = redact(noise(20, 20), [Box(0, 0, 4, 4)], profile=known)
    assert opened(made).info["icc_profile"] == known


@pytest.mark.parametrize(
    "one",
    [
        profile("Jane's screen"),
        profile("Display P3", b"mmod"),
        profile("Display P3", space=b"CMYK"),
        profile("Display P3") + b"more",
        profile("Display P3")[:-1],
        b"",
        b"\0" * 200,
        profile("Display P3")[:128] + b"\xff\xff\xff\xff" + profile("Display P3")[132:],
    ],
)
def test_other_colour_profiles_do_not(one: bytes) -> None:
    assert not is_harmless(one)
    made = redact(noise(20, 20), [Box(0, 0, 4, 4)], profile=one)
    assert "icc_profile" not in opened(made).info


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_look_at_parts_and_profiles(data: bytes) -> None:
    is_harmless(data)
    for look, start in ((png_parts, b"\x89PNG\r\n\x1a\n"), (jpeg_parts, b"\xff\xd8")):
        for one in (data, start + data):
            with suppress(KnownError):
                look(one)


def test_it_is_a_picture_any_program_opens(tmp_path: Path) -> None:
    file = tmp_path / "copy.png"
    file.write_bytes(redact(noise(20, 20), [Box(0, 0, 4, 4)]).data)
    with Image.open(file) as image:
        image.verify()
