"""Bring the pixels of any picture to what can be shown and read."""

from __future__ import annotations

from PIL import Image

LIGHT, DARK, SQUARE = 255, 214, 8
MIDDLE = 128


def plain_mode(image: Image.Image) -> Image.Image:
    """Bring any kind of pixels to L, RGB, LA or RGBA with eight bits."""
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image)
    if image.mode == "P":
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    if image.mode in {"PA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in {"L", "LA", "RGB", "RGBA"} else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Scale 16-bit grey (and whatever else is wider than eight bits) to 0 to 255."""
    wide = image.convert("F")
    low, high = wide.getextrema()
    if not isinstance(low, float) or not isinstance(high, float) or not high - low < float("inf"):
        return Image.new("L", image.size, DARK)
    if image.mode.startswith("I;16") or (low >= 0 and 255 < high <= 65535):
        low, high = 0.0, 65535.0
    elif low >= 0 and high <= 255:
        low, high = 0.0, 255.0
    scale = 255 / (high - low) if high > low else 1.0
    return wide.point(lambda value: value * scale - low * scale).convert("L")


def resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Scale a picture."""
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)


def flat(image: Image.Image) -> Image.Image:
    """Lay a picture that is partly transparent on a chequered ground, where white shows as well."""
    if image.mode not in {"LA", "RGBA"}:
        return image
    image = image.convert("RGBA")
    alpha = image.getchannel("A")
    if alpha.getextrema()[0] == 255:
        return image.convert("RGB")
    ground = _chequered(image.size)
    ground.paste(image.convert("RGB"), mask=alpha)
    return ground


def on_ground(image: Image.Image) -> Image.Image:
    """Lay what is partly transparent on white, or on black where its ink is light."""
    if image.mode not in {"LA", "RGBA"}:
        return image.convert("RGB")
    image = image.convert("RGBA")
    alpha = image.getchannel("A")
    if alpha.getextrema()[0] == 255:
        return image.convert("RGB")
    # the ink is what is not transparent: each grey counts as often as it is seen
    greys = image.convert("L").histogram(alpha.point(lambda value: 255 if value > MIDDLE else 0))
    seen = sum(greys)
    light = seen > 0 and sum(grey * count for grey, count in enumerate(greys)) > MIDDLE * seen
    ground = Image.new("RGB", image.size, "black" if light else "white")
    ground.paste(image.convert("RGB"), mask=alpha)
    return ground


def _chequered(size: tuple[int, int]) -> Image.Image:
    cells = (size[0] // SQUARE + 1, size[1] // SQUARE + 1)
    tones = bytes(
        LIGHT if (x + y) % 2 == 0 else DARK for y in range(cells[1]) for x in range(cells[0])
    )
    small = Image.frombytes("L", cells, tones)
    big = small.resize((cells[0] * SQUARE, cells[1] * SQUARE), Image.Resampling.NEAREST)
    return big.crop((0, 0, *size)).convert("RGB")
