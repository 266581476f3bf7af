"""Cut a long screenshot into parts, between its lines where there is a place for it.

Runs only in the child processes of the sandbox.
"""

from __future__ import annotations

from PIL import Image

REACH = 0.15  # of a part: so far from the even division a better place is looked for
CALM = 10  # steps of 255 between the lightest and the darkest point of a row without anything on it
NARROW = 4  # rows are looked at in a picture so many times narrower
LEAST_BAND = 6  # rows
MOST_BAND = 48  # rows; a higher gap is no better
OVERLAP_QUIET = 24  # rows that stand on both parts where nothing was cut through
OVERLAP_BUSY = 0.08  # of a part, where something may have been


def cut(image: Image.Image, parts: int) -> list[tuple[int, int]]:
    """Give the first and the last row (out) of each part, from the top; neighbours overlap."""
    height = image.height
    if parts < 2 or height < 2 * parts:
        return [(0, height)]
    step = height / parts
    reach = int(step * REACH)
    starts, ends = [0], []
    for at in range(1, parts):
        ideal = round(at * step)
        place = _quiet(image, max(1, ideal - reach), min(height - 1, ideal + reach), ideal)
        overlap = OVERLAP_QUIET if place is not None else int(step * OVERLAP_BUSY)
        line = ideal if place is None else place
        ends.append(min(height, line + overlap // 2))
        starts.append(max(0, line - overlap // 2))
    return list(zip(starts, [*ends, height], strict=True))


def part_of(image: Image.Image, part: int, parts: int) -> Image.Image:
    """Give one part of a picture, counted from 1; the whole picture where it is not cut."""
    rows = cut(image, parts)
    if len(rows) == 1:
        return image
    first, last = rows[min(part, len(rows)) - 1]
    return image.crop((0, first, image.width, last))


def _quiet(image: Image.Image, first: int, last: int, ideal: int) -> int | None:
    """Find the row to cut at: in the middle of a gap, rather a high one and near to the even division."""
    best: tuple[float, int] | None = None
    for start, end in _bands(image, first, last):
        high = end - start
        if high < LEAST_BAND:
            continue
        middle = (start + end) // 2
        cost = abs(middle - ideal) - 4 * min(high, MOST_BAND)
        if best is None or cost < best[0]:
            best = cost, middle
    return None if best is None else best[1]


def _bands(image: Image.Image, first: int, last: int) -> list[tuple[int, int]]:
    """List the runs of rows on which nothing is to be seen."""
    if last <= first:
        return []
    width = max(1, image.width // NARROW)
    strip = image.crop((0, first, image.width, last)).convert("L")
    pixels = strip.resize((width, strip.height), Image.Resampling.BOX).tobytes()
    bands: list[tuple[int, int]] = []
    start: int | None = None
    for at in range(strip.height):
        row = pixels[at * width : (at + 1) * width]
        calm = max(row) - min(row) <= CALM
        if calm and start is None:
            start = first + at
        elif not calm and start is not None:
            bands.append((start, first + at))
            start = None
    if start is not None:
        bands.append((start, first + strip.height))
    return bands
