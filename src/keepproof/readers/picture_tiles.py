"""Cut a picture into tiles at several sizes, so that any part of it is shown at once. Runs only in the sandbox."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

TILE = 512
QUALITY = 90


def write_tiles(image: Image.Image, folder: Path, suffix: str) -> int:
    """Write the tiles of L or RGB pixels as <level>_<column>_<row><suffix>; return how many levels there are.

    Level 0 has the size of the picture, each next half of it, until one tile holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    level = 0
    while True:
        for top in range(0, image.height, TILE):
            for left in range(0, image.width, TILE):
                edges = (left, top, min(image.width, left + TILE), min(image.height, top + TILE))
                path = folder / f"{level}_{left // TILE}_{top // TILE}{suffix}"
                _save(image.crop(edges), path)
        level += 1
        if max(image.size) <= TILE:
            return level
        image = image.reduce(2)


def _save(tile: Image.Image, path: Path) -> None:
    if path.suffix == ".png":
        tile.save(path, "PNG", compress_level=1)
    else:
        tile.save(path, "JPEG", quality=QUALITY)
