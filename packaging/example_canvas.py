"""A small drawing surface for the pictures of the example order: phone screens in points, with Chinese text."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

POINTS = (360, 780)
FINE = 4  # pixels drawn per point; saved at half of that
INK, GREY, PALE, RULE = "#1f2328", "#7a7f87", "#a3a8af", "#ececee"
ACCENT, ACCENT_SOFT, LINK = "#e8612c", "#fff1ea", "#2f6fb3"

Box = tuple[float, float, float, float]

_PIECES = re.compile(r"[A-Za-z0-9.:/*¥%+\-]+|.", re.DOTALL)
_NOT_FIRST = "，。！？；：、）”》%"
_NOT_LAST = "（“《"


@cache
def _file(style: str) -> tuple[str, int]:
    pattern = f"Noto Sans CJK SC:{style}"
    found = subprocess.run(
        ["fc-match", "-f", "%{file}\n%{index}", pattern], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if "CJK" not in found[0]:
        raise SystemExit(f"Noto Sans CJK SC is not installed (found {found[0]})")
    return found[0], int(found[1])


@cache
def font(pixels: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Load Noto Sans CJK SC at a size in pixels."""
    file, index = _file("bold" if bold else "regular")
    return ImageFont.truetype(file, pixels, index=index)


class Canvas:
    """A picture in points; everything is drawn four times as fine and halved at the end."""

    def __init__(self, size: tuple[int, int] = POINTS, background: str = "#f4f4f5") -> None:
        """Start with one colour."""
        self.size = size
        self.smooth = False  # set where a picture's soft shades must not fall into steps
        self.image = Image.new("RGB", (size[0] * FINE, size[1] * FINE), background)
        self.draw = ImageDraw.Draw(self.image)

    def box(self, box: Box, fill: str, *, radius: float = 0, outline: str | None = None) -> None:
        """Fill a rectangle x, y, width, height, with round corners if asked."""
        x, y, width, height = (round(one * FINE) for one in box)
        corners = (x, y, x + width - 1, y + height - 1)
        self.draw.rounded_rectangle(
            corners, radius * FINE, fill, outline, width=3 if outline else 0
        )

    def dot(self, x: float, y: float, radius: float, fill: str, outline: str | None = None) -> None:
        """Fill a circle around a point."""
        corners = [one * FINE for one in (x - radius, y - radius, x + radius, y + radius)]
        self.draw.ellipse(corners, fill, outline, width=5 if outline else 0)

    def path(self, *points: tuple[float, float], color: str = INK, width: float = 1.5) -> None:
        """Draw a line through points."""
        scaled = [(x * FINE, y * FINE) for x, y in points]
        self.draw.line(scaled, color, round(width * FINE), joint="curve")
        for x, y in scaled:
            reach = width * FINE / 2
            self.draw.ellipse((x - reach, y - reach, x + reach, y + reach), color)

    def rule(self, x: float, y: float, width: float, color: str = RULE) -> None:
        """Draw a hairline."""
        self.box((x, y, width, 0.75), color)

    def measure(self, words: str, size: float, *, bold: bool = False) -> float:
        """Give the width of one line."""
        return font(round(size * FINE), bold=bold).getlength(words) / FINE

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 13,
        color: str = INK,
        *,
        bold: bool = False,
        align: str = "l",
    ) -> None:
        """Write one line whose em box starts at y; `align` l, m or r says what x is."""
        baseline = (x * FINE, (y + size * 0.88) * FINE)
        self.draw.text(baseline, words, color, font(round(size * FINE), bold=bold), f"{align}s")

    def wrap(self, words: str, size: float, width: float, *, bold: bool = False) -> list[str]:
        """Break a paragraph; a line never starts with closing punctuation nor ends with an opening one."""
        lines, line = [], ""
        pieces: list[str] = []
        for piece in _PIECES.findall(words):
            if pieces and (piece in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST):
                pieces[-1] += piece
            else:
                pieces.append(piece)
        for piece in pieces:
            if line and self.measure((line + piece).rstrip(), size, bold=bold) > width:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        return [*lines, line]

    def paragraph(
        self,
        x: float,
        y: float,
        words: str,
        width: float,
        size: float = 13,
        color: str = INK,
        *,
        bold: bool = False,
        leading: float = 1.55,
    ) -> float:
        """Write a wrapped paragraph and give the y below it."""
        for line in self.wrap(words, size, width, bold=bold):
            self.text(x, y, line, size, color, bold=bold)
            y += size * leading
        return y

    def place(self, picture: Image.Image, box: Box, *, radius: float = 0) -> None:
        """Put a picture into a rectangle, filling it from the middle."""
        x, y, width, height = (round(one * FINE) for one in box)
        scale = max(width / picture.width, height / picture.height)
        cut = (width / scale, height / scale)
        left, top = (picture.width - cut[0]) / 2, (picture.height - cut[1]) / 2
        fitted = picture.convert("RGB").resize(
            (width, height), Image.Resampling.LANCZOS, (left, top, left + cut[0], top + cut[1])
        )
        mask = Image.new("L", (width, height), 0)
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, width - 1, height - 1), radius * FINE, 255)
        self.image.paste(fitted, (x, y), mask)

    def finished(self) -> Image.Image:
        """Give the picture at its final size."""
        half = (self.size[0] * FINE // 2, self.size[1] * FINE // 2)
        return self.image.resize(half, Image.Resampling.LANCZOS)

    def save(self, path: Path) -> None:
        """Save as a PNG with few colours: flat screens need no more."""
        colors, dither = (
            (256, Image.Dither.FLOYDSTEINBERG) if self.smooth else (128, Image.Dither.NONE)
        )
        whole = self.finished()
        sample = whole.quantize(colors, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few = whole.quantize(palette=sample, dither=dither)
        # Averaging the colours leaves white a little tinted.
        few.putpalette([255 if shade > 250 else shade for shade in few.getpalette() or ()])
        few.save(path, optimize=True)


def status_bar(canvas: Canvas, clock: str, color: str = INK) -> None:
    """Draw the top line of a phone: time, signal, network, battery."""
    width = canvas.size[0]
    canvas.text(24, 12, clock, 14, color, bold=True)
    for step in range(4):
        tall = 4 + step * 2
        canvas.box((width - 88 + step * 5, 24 - tall, 3.2, tall), color, radius=1)
    canvas.text(width - 64, 12.5, "5G", 11, color, bold=True)
    canvas.box((width - 44, 13.5, 21, 10.5), color, radius=3)
    canvas.box((width - 22.2, 16.5, 1.6, 4.5), color, radius=0.8)


def title_bar(canvas: Canvas, title: str, color: str = INK, *, detail: str = "") -> None:
    """Draw a page title with the arrow that leads back."""
    width = canvas.size[0]
    canvas.path((25, 48), (18, 55), (25, 62), color=color, width=1.8)
    if detail:
        canvas.text(width / 2, 41, title, 15, color, bold=True, align="m")
        canvas.text(width / 2, 60, detail, 10, GREY, align="m")
    else:
        canvas.text(width / 2, 47, title, 16, color, bold=True, align="m")
    for step in range(3):
        canvas.dot(width - 30 + step * 5, 55, 1.5, color)


def button(canvas: Canvas, box: Box, words: str, *, strong: bool = False) -> None:
    """Draw a pill button."""
    x, y, width, height = box
    fill, color = (ACCENT, "#ffffff") if strong else ("#ffffff", INK)
    outline = None if strong else "#d5d6d9"
    canvas.box(box, fill, radius=height / 2, outline=outline)
    canvas.text(x + width / 2, y + height / 2 - 6.8, words, 13, color, bold=strong, align="m")


def home_bar(canvas: Canvas, color: str = "#1f2328") -> None:
    """Draw the gesture bar at the bottom."""
    canvas.box((canvas.size[0] / 2 - 62, canvas.size[1] - 12, 124, 4), color, radius=2)
