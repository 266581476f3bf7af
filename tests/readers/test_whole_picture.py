"""A picture is given upright, flat and alone, and its blocks where they lie after turning."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from keepproof.domain.redaction import Grid, from_edges
from keepproof.errors import KnownError
from keepproof.readers.facts import Limits
from keepproof.readers.sandbox import Sandbox
from keepproof.readers.whole_picture import whole_picture

ORIENTATION = 0x0112


def saved(image: Image.Image, path: Path, turn: int = 1, **more: object) -> Path:
    tags = Image.Exif()
    tags[ORIENTATION] = turn
    image.save(path, exif=tags, **more)  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize(
    ("turn", "size", "corner", "grid"),
    [
        (1, (165, 123), "red", Grid(16, 0, 0, 1)),
        (2, (165, 123), "lime", Grid(16, 5, 0, 1)),
        (3, (165, 123), "white", Grid(16, 5, 11, 1)),
        (4, (165, 123), "blue", Grid(16, 0, 11, 1)),
        (5, (123, 165), "red", Grid(16, 0, 0, 1)),
        (6, (123, 165), "blue", Grid(16, 11, 0, 1)),
        (7, (123, 165), "white", Grid(16, 11, 5, 1)),
        (8, (123, 165), "lime", Grid(16, 0, 5, 1)),
    ],
)
def test_a_turned_photo_stands_upright_with_its_blocks(
    tmp_path: Path,
    drawn: Image.Image,
    turn: int,
    size: tuple[int, int],
    corner: str,
    grid: Grid,
) -> None:
    photo = drawn.resize((165, 123), Image.Resampling.NEAREST)
    whole = whole_picture(saved(photo, tmp_path / "a.jpg", turn, quality=95))
    assert (whole.image.size, whole.grid, whole.lossy) == (size, grid, True)
    near = Image.new("RGB", (1, 1), corner).getpixel((0, 0))
    found = whole.image.getpixel((4, 4))
    assert all(abs(a - b) < 12 for a, b in zip(found, near, strict=True))  # type: ignore[arg-type]
    assert whole.image.info == {}


@pytest.mark.parametrize(("sampling", "step"), [(0, 8), (1, 16), (2, 16)])
def test_colours_packed_together_make_larger_blocks(
    tmp_path: Path, drawn: Image.Image, sampling: int, step: int
) -> None:
    whole = whole_picture(saved(drawn, tmp_path / "a.jpg", subsampling=sampling))
    assert whole.grid is not None
    assert whole.grid.step == step


@pytest.mark.parametrize("turn", [1, 3, 6, 8])
def test_a_colour_under_a_box_leaves_no_trace_beside_it(tmp_path: Path, turn: int) -> None:
    """Two colour photos that differ under the box only are the same once it is filled."""
    ground = Image.effect_noise((165, 123), 90).convert("RGB")
    box = (81, 57, 86, 61)
    pictures = []
    for colour in ("red", "lime"):
        photo = ground.copy()
        photo.paste(colour, box)
        pictures.append(whole_picture(saved(photo, tmp_path / f"{colour}.jpg", turn, quality=40)))
    places = ImageChops.difference(pictures[0].image, pictures[1].image).getbbox()
    assert places is not None
    grid, size = pictures[0].grid, pictures[0].image.size
    assert grid is not None
    seen = Image.new("L", (165, 123))
    seen.paste(255, box)
    upright = ImageOps.exif_transpose(Image.open(saved(seen, tmp_path / "box.png", turn)))
    covered = from_edges(*(upright.getbbox() or ())).grown(grid, *size)
    assert covered.left <= places[0]
    assert covered.top <= places[1]
    assert covered.right >= places[2]
    assert covered.bottom >= places[3]


def test_the_blocks_of_a_turned_photo_are_where_its_grid_says(tmp_path: Path) -> None:
    """One block of a JPEG is changed; after turning the change fills one cell of the grid."""
    ground = Image.new("L", (165, 123), 128)
    marked = ground.copy()
    marked.paste(200, (80, 56, 83, 59))
    first = whole_picture(saved(ground, tmp_path / "a.jpg", 3, quality=30))
    second = whole_picture(saved(marked, tmp_path / "b.jpg", 3, quality=30))
    pairs = zip(first.image.tobytes(), second.image.tobytes(), strict=True)
    places = [at for at, (one, other) in enumerate(pairs) if one != other]
    columns, rows = {at // 3 % 165 for at in places}, {at // 3 // 165 for at in places}
    grid = second.grid
    assert grid is not None
    assert (min(columns) - grid.x) % 8 == 0
    assert (min(rows) - grid.y) % 8 == 0
    assert max(columns) - min(columns) < 8
    assert max(rows) - min(rows) < 8


def test_what_is_hidden_under_transparency_does_not_stay(tmp_path: Path) -> None:
    image = Image.new("RGBA", (20, 20), (255, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 10, 20))
    image.save(tmp_path / "a.png")
    flat = whole_picture(tmp_path / "a.png").image
    assert (flat.mode, flat.getpixel((15, 5))) == ("RGB", (255, 255, 255))


def test_the_first_frame_is_taken_and_the_others_counted(tmp_path: Path) -> None:
    first, second = Image.new("RGB", (20, 10), "red"), Image.new("RGB", (20, 10), "blue")
    first.save(tmp_path / "a.gif", save_all=True, append_images=[second, first])
    whole = whole_picture(tmp_path / "a.gif")
    red, _, blue = whole.image.getpixel((3, 3))  # type: ignore[misc]
    assert (whole.frames, red > 200, blue < 50) == (3, True, True)


def test_a_long_screenshot_comes_whole(tmp_path: Path) -> None:
    Image.new("RGB", (1080, 20_000), "white").save(tmp_path / "a.png")
    whole = whole_picture(tmp_path / "a.png")
    assert (whole.image.size, whole.lossy, whole.grid) == ((1080, 20_000), False, None)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a\0\0\0\0", b"no picture"])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(KnownError) as caught:
        whole_picture(tmp_path / "a")
    assert caught.value.code == "readers.image_broken"


def test_a_picture_too_large_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    Image.new("1", (400, 400)).save(tmp_path / "a.png")
    with pytest.raises(KnownError) as caught:
        whole_picture(tmp_path / "a.png", Limits(pixels=100))
    assert caught.value.code == "readers.picture_too_large"


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, 600), at=st.integers(0, 600), byte=st.integers(0, 255))
def test_damage_anywhere_is_a_known_problem(
    tmp_path_factory: pytest.TempPathFactory, cut: int, at: int, byte: int
) -> None:
    path = tmp_path_factory.getbasetemp() / f"damaged-{os.getpid()}.png"
    Image.linear_gradient("L").resize((60, 40)).save(path)
    data = bytearray(path.read_bytes())
    if at < len(data):
        data[at] = byte
    path.write_bytes(data[: len(data) - cut] if cut < len(data) else b"")
    try:
        whole = whole_picture(path)
    except KnownError as error:
        code = error.code
    else:
        code, _ = "", whole.image.tobytes()
    assert code in {"", "readers.image_broken", "readers.picture_too_large"}


def test_a_child_that_eats_too_much_is_given_up(tmp_path: Path) -> None:
    Image.new("1", (9000, 9000)).save(tmp_path / "a.png")
    with Sandbox(workers=1, memory=400 * 1024**2) as small, pytest.raises(KnownError) as caught:
        small.run(whole_picture, tmp_path / "a.png")
    assert caught.value.code in {"readers.memory", "readers.image_broken", "readers.crashed"}
