"""Drawn still lifes for the example order: the vacuum cleaner, its accessories, a stopwatch."""

from __future__ import annotations

import math
import random

from example_canvas import font
from example_things import GRAPHITE, ORANGE, SILVER, Color, block, empty, rod, vacuum
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter


def shadow(
    scene: Image.Image, thing: Image.Image, at: tuple[int, int], blur: float, depth: float
) -> None:
    """Darken the scene where the thing keeps the light off."""
    mask = Image.new("L", scene.size, 0)
    mask.paste(thing.getchannel("A").point(lambda one: round(one * depth)), at)
    dark = Image.new("RGB", scene.size, (24, 22, 20))
    scene.paste(dark, (0, 0), mask.filter(ImageFilter.GaussianBlur(blur)))


def put(scene: Image.Image, thing: Image.Image, at: tuple[int, int], *, blur: float = 14) -> None:
    """Put a thing into a scene with a soft shadow to the right and a tight one at its foot."""
    shadow(scene, thing, (at[0] + round(blur * 1.6), at[1] + round(blur * 0.9)), blur, 0.34)
    shadow(scene, thing, (at[0] + 4, at[1] + 4), 5, 0.3)
    scene.paste(thing, at, thing)


def ramp(size: tuple[int, int], top: Color, bottom: Color) -> Image.Image:
    """Fill a picture from one colour at the top to another at the bottom."""
    shade = Image.linear_gradient("L").resize(size, Image.Resampling.BICUBIC)
    return Image.composite(Image.new("RGB", size, bottom), Image.new("RGB", size, top), shade)


def room(size: tuple[int, int], floor: int) -> Image.Image:
    """Draw a plain wall, a skirting board and a wooden floor that begins at `floor`."""
    width, height = size
    scene = ramp(size, (226, 221, 212), (202, 195, 184))
    scene.paste(ramp((width, height - floor), (168, 134, 102), (196, 162, 128)), (0, floor))
    draw = ImageDraw.Draw(scene)
    chance = random.Random(7)
    for plank in range(-8, 22):
        foot = width / 2 + (plank - 7) * width * 0.16
        head = width / 2 + (plank - 7) * width * 0.085
        draw.line((head, floor, foot, height), (128, 98, 72), 2)
        for _ in range(5):
            share = chance.random()
            x = head + (foot - head) * share + chance.uniform(6, 40)
            y = floor + (height - floor) * share
            draw.line((x, y, x + (foot - head) * 0.08, y + 30), (158, 124, 92), 1)
    draw.rectangle((0, floor - 46, width, floor), (236, 233, 228))
    draw.line((0, floor - 46, width, floor - 46), (250, 249, 246), 3)
    draw.rectangle((0, floor - 4, width, floor + 3), (96, 76, 58))
    return scene


def as_photo(scene: Image.Image, seed: int) -> Image.Image:
    """Give a scene what a phone camera adds: light from one side, darker corners, a little grain."""
    width, height = scene.size
    side = Image.linear_gradient("L").rotate(90).resize(scene.size)
    lit = Image.composite(ImageEnhance.Brightness(scene).enhance(0.84), scene, side)
    far = Image.radial_gradient("L").resize((round(width * 1.3), round(height * 1.3)))
    left, top = (far.width - width) // 2, (far.height - height) // 2
    far = far.crop((left, top, left + width, top + height)).point(lambda one: max(0, one - 90))
    lit = Image.composite(ImageEnhance.Brightness(lit).enhance(0.55), lit, far)
    coarse = (width // 2, height // 2)
    dust = Image.frombytes("L", coarse, random.Random(seed).randbytes(coarse[0] * coarse[1]))
    grain = dust.resize(scene.size, Image.Resampling.BICUBIC).point(lambda one: 121 + one // 18)
    noisy = ImageChops.overlay(lit, Image.merge("RGB", (grain, grain, grain)))
    return noisy.filter(ImageFilter.GaussianBlur(0.6))


def _nozzles(scene: Image.Image) -> None:
    """Lay out the crevice nozzle, the dusting brush and the spare filter."""
    crevice = empty((130, 560))
    rod(crevice, (65, 300), (65, 40), 52, GRAPHITE)
    rod(crevice, (65, 540), (65, 290), 92, GRAPHITE)
    rod(crevice, (65, 330), (65, 300), 104, ORANGE)
    put(scene, crevice, (130, 150))
    brush = empty((260, 420))
    for hair in range(24, 240, 7):
        ImageDraw.Draw(brush).line((hair, 30, 30 + hair * 0.78, 190), (46, 44, 42), 5)
    block(brush, (18, 130, 242, 210), 30, GRAPHITE)
    rod(brush, (130, 400), (130, 200), 92, GRAPHITE)
    rod(brush, (130, 250), (130, 222), 104, ORANGE)
    put(scene, brush, (340, 210))
    spare = empty((240, 240))
    draw = ImageDraw.Draw(spare)
    draw.ellipse((6, 6, 234, 234), (52, 60, 68))
    draw.ellipse((26, 26, 214, 214), (234, 232, 226))
    for fold in range(0, 360, 9):
        end = (120 + 92 * math.cos(math.radians(fold)), 120 + 92 * math.sin(math.radians(fold)))
        draw.line((120, 120, *end), (196, 194, 188), 3)
    draw.ellipse((84, 84, 156, 156), (232, 120, 62))
    put(scene, spare, (680, 300))


def _charger(scene: Image.Image) -> None:
    """Lay out the charger with its cable, the wall mount and the manual."""
    cable = empty(scene.size)
    for radius in (150, 128, 106):
        box = (250 - radius, 1010 - radius, 250 + radius, 1010 + radius)
        ImageDraw.Draw(cable).ellipse(box, outline=(40, 44, 50), width=13)
    ImageDraw.Draw(cable).line((250, 860, 420, 850), (40, 44, 50), 13)
    put(scene, cable, (0, 0), blur=8)
    plug = empty((150, 190))
    for pin in (44, 92):
        block(plug, (pin, 4, pin + 14, 60), 4, SILVER)
    block(plug, (10, 46, 140, 184), 26, GRAPHITE)
    put(scene, plug.rotate(-70, Image.Resampling.BICUBIC, expand=True), (390, 790))
    mount = empty((170, 420))
    block(mount, (10, 10, 160, 410), 36, ((244, 244, 242), (208, 208, 206)))
    block(mount, (40, 60, 130, 150), 20, ((204, 204, 202), (232, 232, 230)))
    for hole in (210, 330):
        ImageDraw.Draw(mount).ellipse((70, hole, 100, hole + 30), (120, 120, 120))
    put(scene, mount, (610, 690))


def _manual(scene: Image.Image) -> None:
    """Lay the manual beside the rest."""
    manual = empty((300, 420))
    block(manual, (6, 6, 294, 414), 8, ((252, 251, 248), (240, 238, 232)))
    draw = ImageDraw.Draw(manual)
    draw.rectangle((6, 6, 22, 414), (226, 222, 214))
    draw.text((48, 60), "X1", (232, 120, 62), font(64, bold=True))
    draw.text((48, 146), "无线吸尘器", (50, 54, 60), font(34, bold=True))
    draw.text((48, 196), "使用说明书", (110, 114, 120), font(26))
    draw.line((48, 330, 200, 330), (190, 186, 178), 3)
    draw.text((48, 346), "澄屿家电", (140, 142, 146), font(22))
    put(scene, manual.rotate(-6, Image.Resampling.BICUBIC, expand=True), (850, 700))


def accessories() -> Image.Image:
    """Show all accessories on a table, seen from above."""
    scene = ramp((1280, 1280), (226, 219, 208), (206, 197, 184))
    _nozzles(scene)
    _charger(scene)
    _manual(scene)
    head = empty((360, 130))
    block(head, (4, 6, 356, 112), 44, GRAPHITE)
    block(head, (16, 92, 344, 124), 14, ((26, 30, 36), (14, 16, 20)))
    ImageDraw.Draw(head).rounded_rectangle((34, 70, 326, 82), 6, (232, 120, 62))
    put(scene, head.rotate(90, Image.Resampling.BICUBIC, expand=True), (1010, 210))
    return as_photo(scene.resize((1200, 1200), Image.Resampling.LANCZOS), 2)


def whole() -> Image.Image:
    """Show the whole vacuum cleaner leaned against a wall."""
    scene = room((1080, 1440), 1010)
    put(scene, vacuum(1120, 5), (400, 180), blur=22)
    return as_photo(scene, 1)


def _stopwatch() -> Image.Image:
    """Draw a phone whose stopwatch stands at 8 minutes 6 seconds."""
    phone = empty((560, 1160))
    block(phone, (4, 4, 556, 1156), 84, ((70, 74, 80), (34, 36, 40)))
    draw = ImageDraw.Draw(phone)
    draw.rounded_rectangle((20, 20, 540, 1140), 70, (10, 11, 13))
    draw.rounded_rectangle((200, 44, 360, 74), 15, (0, 0, 0))
    draw.text((280, 150), "秒表", (235, 235, 238), font(38, bold=True), "ms")
    draw.text((280, 430), "08:06.42", (250, 250, 252), font(112), "ms")
    laps = (("计次 2", "04:02.87"), ("计次 1", "04:03.55"))
    for row, (lap, time) in enumerate(laps):
        y = 600 + row * 84
        draw.line((60, y - 52, 500, y - 52), (44, 46, 50), 2)
        draw.text((60, y), lap, (170, 172, 178), font(34), "ls")
        draw.text((500, y), time, (220, 222, 226), font(34), "rs")
    for x, words, tone, ink in (
        (150, "复位", (44, 46, 50), (235, 235, 238)),
        (410, "启动", (16, 58, 34), (88, 214, 124)),
    ):
        draw.ellipse((x - 84, 840, x + 84, 1008), tone)
        draw.text((x, 938), words, ink, font(38), "ms")
    draw.rounded_rectangle((190, 1100, 370, 1108), 4, (200, 200, 204))
    return phone


def timed() -> Image.Image:
    """Show the stopped vacuum cleaner with the stopwatch in front of it."""
    scene = room((1080, 1440), 900)
    put(scene, vacuum(1180, 7), (120, 150), blur=22)
    scene = scene.filter(ImageFilter.GaussianBlur(3))
    put(scene, _stopwatch().resize((430, 890), Image.Resampling.LANCZOS), (590, 420), blur=26)
    return as_photo(scene, 3)


def studio(size: tuple[int, int]) -> Image.Image:
    """Show the vacuum cleaner as a shop does, on a plain light ground."""
    width, height = size
    scene = ramp(size, (243, 240, 235), (226, 219, 210))
    floor = Image.new("L", size, 0)
    spot = (width * 0.3, height * 0.86, width * 0.72, height * 0.95)
    ImageDraw.Draw(floor).ellipse(spot, 120)
    dark = Image.new("RGB", size, (150, 140, 128))
    scene.paste(dark, (0, 0), floor.filter(ImageFilter.GaussianBlur(width / 40)))
    thing = vacuum(round(height * 0.82), -9)
    scene.paste(thing, ((width - thing.width) // 2, round(height * 0.1)), thing)
    return scene
