from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from keepproof.readers.picture_tiles import TILE, write_tiles


@pytest.mark.parametrize("size", [(1, 1), (512, 512), (513, 30), (700, 1300), (90, 5000)])
def test_the_tiles_of_each_level_make_the_picture(tmp_path: Path, size: tuple[int, int]) -> None:
    image = Image.merge(
        "RGB", [Image.linear_gradient("L").rotate(90 * turn).resize(size) for turn in range(3)]
    )
    levels = write_tiles(image, tmp_path, ".png")
    left = {one.name for one in tmp_path.iterdir()}
    wanted = image
    for level in range(levels):
        wanted = wanted.reduce(2) if level else wanted
        whole = Image.new("RGB", wanted.size)
        for row in range(-(-wanted.height // TILE)):
            for column in range(-(-wanted.width // TILE)):
                name = f"{level}_{column}_{row}.png"
                left.remove(name)
                with Image.open(tmp_path / name) as tile:
                    whole.paste(tile, (column * TILE, row * TILE))
        assert ImageChops.difference(whole, wanted).getbbox() is None
    assert max(wanted.size) <= TILE
    assert left == set()


def test_a_photo_is_cut_into_jpegs(tmp_path: Path) -> None:
    write_tiles(Image.new("L", (20, 20), 90), tmp_path, ".jpg")
    with Image.open(tmp_path / "0_0_0.jpg") as tile:
        assert (tile.format, tile.getpixel((3, 3))) == ("JPEG", 90)
