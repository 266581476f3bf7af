"""Pictures with words in them, drawn with a Chinese font of the system."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from functools import cache

import pytest
from PIL import Image, ImageDraw, ImageFont

Words = tuple[str, tuple[int, int]]
"""A line, and where its left top corner stands."""


@cache
def _file() -> tuple[str, int] | None:
    """Name the file of a Chinese font, and its place in there."""
    if shutil.which("fc-match") is None:
        return None
    asked = ["fc-match", "-f", "%{file}\t%{index}\t%{lang}", "sans-serif:lang=zh-cn"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    file, index, languages = answer.split("\t")
    return (file, int(index)) if "zh-cn" in languages.split("|") else None


def font(size: int) -> ImageFont.FreeTypeFont:
    """Give a font, or skip the test where the system has none."""
    found = _file()
    if found is None:
        pytest.skip("this system has no Chinese font")
    return ImageFont.truetype(found[0], size, index=found[1])


def written(
    size: tuple[int, int],
    words: Iterable[Words],
    *,
    letters: int = 36,
    ink: str | tuple[int, int, int, int] = "black",
    ground: str | tuple[int, int, int, int] = "white",
    mode: str = "RGB",
) -> Image.Image:
    """Draw a picture with lines of words."""
    image = Image.new(mode, size, ground)
    pen = ImageDraw.Draw(image)
    for line, at in words:
        pen.text(at, line, ink, font(letters))
    return image
