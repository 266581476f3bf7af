"""The vacuum cleaner of the example order, and the bars and blocks its pictures are built from."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

Color = tuple[int, int, int]
Point = tuple[float, float]

GRAPHITE: tuple[Color, Color] = ((96, 108, 120), (30, 38, 46))
SILVER: tuple[Color, Color] = ((226, 229, 231), (120, 126, 132))
ORANGE: tuple[Color, Color] = ((240, 142, 84), (178, 84, 36))
CLEAR: tuple[Color, Color] = ((206, 214, 218), (112, 124, 132))


def mix(first: Color, second: Color, share: float) -> Color:
    """Blend two colours; share 0 gives the first."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def empty(size: tuple[int, int]) -> Image.Image:
    """Start a transparent layer."""
    return Image.new("RGBA", size, (0, 0, 0, 0))


def rod(
    layer: Image.Image,
    start: Point,
    end: Point,
    width: float,
    tone: tuple[Color, Color],
    *,
    alpha: int = 255,
) -> None:
    """Draw a round bar lit from the left: thin strips from edge to edge."""
    draw = ImageDraw.Draw(layer)
    length = math.dist(start, end)
    across = ((start[1] - end[1]) / length, (end[0] - start[0]) / length)
    strips = max(8, round(width))
    for strip in range(strips):
        share = (strip + 0.5) / strips
        offset = (share - 0.5) * width
        light = math.exp(-(((share - 0.32) / 0.3) ** 2))
        dx, dy = across[0] * -offset, across[1] * -offset
        line = (start[0] + dx, start[1] + dy, end[0] + dx, end[1] + dy)
        draw.line(line, (*mix(tone[1], tone[0], light), alpha), math.ceil(width / strips) + 1)


def block(
    layer: Image.Image,
    box: tuple[float, float, float, float],
    radius: float,
    tone: tuple[Color, Color],
) -> None:
    """Draw a rounded block lit from above."""
    x0, y0, x1, y1 = (round(one) for one in box)
    ramp = Image.linear_gradient("L").resize((x1 - x0, y1 - y0))
    body = Image.composite(
        Image.new("RGBA", ramp.size, (*tone[1], 255)),
        Image.new("RGBA", ramp.size, (*tone[0], 255)),
        ramp,
    )
    mask = Image.new("L", ramp.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, ramp.width - 1, ramp.height - 1), radius, 255)
    layer.paste(body, (x0, y0), mask)


def _hand_unit(layer: Image.Image) -> None:
    """Draw the upper part: dust cup, motor, handle, battery."""
    draw = ImageDraw.Draw(layer)
    draw.arc((560, 262, 980, 880), 200, 80, (38, 46, 54), 74)
    draw.arc((574, 276, 966, 866), 250, 60, (86, 96, 106), 12)
    block(layer, (640, 800, 880, 960), 36, GRAPHITE)
    draw.rounded_rectangle((680, 868, 840, 884), 8, (232, 120, 62))
    rod(layer, (560, 990), (560, 560), 250, CLEAR, alpha=235)
    rod(layer, (560, 960), (560, 640), 110, ORANGE, alpha=210)
    for ring in range(700, 940, 48):
        draw.line((508, ring, 612, ring), (150, 70, 30, 150), 8)
    rod(layer, (560, 1040), (560, 980), 200, GRAPHITE)
    rod(layer, (560, 590), (560, 540), 276, ORANGE)
    rod(layer, (560, 540), (560, 270), 262, GRAPHITE)
    for slot in range(330, 480, 34):
        draw.line((452, slot, 560, slot), (18, 22, 27, 190), 10)
    rod(layer, (560, 274), (560, 236), 220, SILVER)
    block(layer, (470, 204, 650, 244), 20, GRAPHITE)


def vacuum(height: int, angle: float = 0) -> Image.Image:
    """Draw the vacuum cleaner with its head flat on the floor and its stick leaned by degrees."""
    stick = empty((2000, 3000))
    upright = empty((1120, 3000))
    rod(upright, (560, 2680), (560, 1020), 92, SILVER)
    for ring in (1060, 1120, 1760):
        rod(upright, (560, ring + 40), (560, ring), 108, GRAPHITE)
    _hand_unit(upright)
    rod(upright, (560, 2800), (560, 2640), 116, GRAPHITE)
    stick.paste(upright, (440, 0))
    stick = stick.rotate(angle, Image.Resampling.BICUBIC, center=(1000, 2800))
    block(stick, (690, 2740, 1310, 2930), 84, GRAPHITE)
    block(stick, (740, 2768, 1260, 2826), 28, ((150, 160, 168), (70, 80, 90)))
    block(stick, (702, 2890, 1298, 2946), 24, ((26, 30, 36), (14, 16, 20)))
    ImageDraw.Draw(stick).rounded_rectangle((740, 2850, 1260, 2872), 11, (232, 120, 62))
    whole = stick.crop(stick.getbbox())
    return whole.resize(
        (round(whole.width * height / whole.height), height), Image.Resampling.LANCZOS
    )
