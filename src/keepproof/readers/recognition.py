"""Find and read the lines of one picture with rapidocr. Runs only in a child process of the sandbox.

The models come with the package and are named by their files: nothing is ever fetched.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image

from keepproof.errors import KnownError
from keepproof.readers.tiles import Quad, Tile, bounds, cut, joined

if TYPE_CHECKING:
    from rapidocr import RapidOCR

LONGEST = 2000  # of a picture that is looked at as a whole
SHORT = 736  # the detector works at this size of the shorter side
OVERLAP = 128
SHARPER = 2.0  # the lines are read at up to twice the size they are looked for
SURE = 0.5
SAMPLE = 6
UPSIDE_DOWN = 0.9
UPRIGHT_ENOUGH = 0.6
SIDEWAYS = 1.5
SMALLEST = 12
NICE = 10
MOST_THREADS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, its corners in the picture, how sure it is, and by how many degrees it is turned."""

    text: str
    quad: Quad
    score: float
    turn: int = 0


def recognise(image: Image.Image) -> list[Line]:
    """Read the lines of an upright RGB picture, in no certain order; coordinates are its own."""
    if min(image.size) < SMALLEST:
        return []
    scale = _scale(image.size)
    work_scale = min(1.0, scale * SHARPER)
    work = _scaled(image, work_scale)
    quads = [_grown(quad, work_scale / scale) for quad in _find(_scaled(image, scale))]
    turn = _turn(work, quads)
    lines = []
    for quad in quads:
        text, score = _read(_piece(work, quad, turn))
        if score >= SURE and text.strip():
            lines.append(Line(text.strip(), _grown(quad, 1 / work_scale), score, turn))
    return lines


def _scale(size: tuple[int, int]) -> float:
    """Say how small a picture is made before text is looked for in it."""
    short, long = sorted(size)
    if SHORT * long > LONGEST * short:
        return min(1.0, SHORT / short)  # a long one is looked at in tiles
    return min(1.0, LONGEST / long)


def _find(image: Image.Image) -> list[Quad]:
    """Find where text stands."""
    width, height = image.size
    tall = height > width
    long, short = max(image.size), min(image.size)
    if long <= LONGEST:
        return _found_in(image)
    parts: list[tuple[Tile, Sequence[Quad]]] = []
    for tile in cut(long, max(2 * short, 2 * OVERLAP), OVERLAP):
        box = (0, tile.start, width, tile.end) if tall else (tile.start, 0, tile.end, height)
        seen = _found_in(image.crop(box))
        parts.append((tile, [_moved(quad, box[0], box[1]) for quad in seen]))
    return joined(parts, tall=tall)


def _found_in(image: Image.Image) -> list[Quad]:
    found = _engine()(_pixels(image), use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(found, "boxes", None)
    if boxes is None:
        return []
    return [_quad(box.tolist()) for box in boxes]


def _turn(work: Image.Image, quads: Sequence[Quad]) -> int:
    """Say by how many degrees (clockwise) the picture must be turned for its text to stand upright."""
    if not quads:
        return 0
    sample = sorted(quads, key=_area, reverse=True)[:SAMPLE]
    tall = sum(_area(quad) for quad in quads if _is_tall(quad))
    if 2 * tall > sum(_area(quad) for quad in quads):
        return _likelier(work, sample, (90, 270))
    if _upside_down(work, sample):
        return _likelier(work, sample, (0, 180))
    return 0


def _likelier(work: Image.Image, sample: Sequence[Quad], turns: tuple[int, int]) -> int:
    """Choose the turn in which a few lines are read best; none where nothing is read well."""
    rated = {
        turn: sum(_read(_piece(work, quad, turn))[1] for quad in sample) / len(sample)
        for turn in turns
    }
    best = max(rated, key=rated.__getitem__)
    return best if rated[best] >= UPRIGHT_ENOUGH else 0


def _upside_down(work: Image.Image, sample: Sequence[Quad]) -> bool:
    turned = 0
    for quad in sample:
        told = _engine()(_pixels(_piece(work, quad, 0)), use_det=False, use_cls=True, use_rec=False)
        found: Sequence[tuple[str, float]] = getattr(told, "cls_res", None) or ()
        turned += any(label == "180" and score >= UPSIDE_DOWN for label, score in found)
    return 2 * turned > len(sample)


def _read(piece: Image.Image) -> tuple[str, float]:
    told = _engine()(_pixels(piece), use_det=False, use_cls=False, use_rec=True)
    texts: Sequence[str] = getattr(told, "txts", None) or ()
    scores: Sequence[float] = getattr(told, "scores", None) or ()
    return (str(texts[0]), float(scores[0])) if texts and scores else ("", 0.0)


def _piece(work: Image.Image, quad: Quad, turn: int) -> Image.Image:
    """Cut a line out, straight; one that stands on end in a picture that is upright is laid down."""
    left_top, right_top, right_bottom, left_bottom = quad
    width = max(1, round(max(_far(left_top, right_top), _far(left_bottom, right_bottom))))
    height = max(1, round(max(_far(left_top, left_bottom), _far(right_top, right_bottom))))
    corners = (*left_top, *left_bottom, *right_bottom, *right_top)
    if _straight(quad):
        left, top, right, bottom = bounds(quad)
        piece = work.crop((round(left), round(top), round(right), round(bottom)))
    else:
        piece = work.transform(
            (width, height), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC
        )
    if turn in {90, 180, 270}:
        return piece.rotate(-turn, expand=True)
    return piece.rotate(90, expand=True) if height >= SIDEWAYS * width else piece


def _straight(quad: Quad) -> bool:
    left, top, right, bottom = bounds(quad)
    upright = ((left, top), (right, top), (right, bottom), (left, bottom))
    return all(_far(one, other) <= 2 for one, other in zip(quad, upright, strict=True))


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    if scale >= 1:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)


def _quad(corners: Sequence[Sequence[float]]) -> Quad:
    one, two, three, four = ((float(x), float(y)) for x, y in corners)
    return one, two, three, four


def _moved(quad: Quad, across: float, down: float) -> Quad:
    return _quad([(x + across, y + down) for x, y in quad])


def _grown(quad: Quad, scale: float) -> Quad:
    return _quad([(x * scale, y * scale) for x, y in quad])


def _far(one: tuple[float, float], other: tuple[float, float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _area(quad: Quad) -> float:
    return _far(quad[0], quad[1]) * _far(quad[0], quad[3])


def _is_tall(quad: Quad) -> bool:
    return _far(quad[0], quad[3]) >= SIDEWAYS * _far(quad[0], quad[1])


def _pixels(image: Image.Image) -> Any:  # noqa: ANN401 - an array, whose library is only in the child
    """Give the pixels as rapidocr takes them: blue first."""
    import numpy as np  # noqa: PLC0415 - comes with the extra

    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


@cache
def _engine() -> RapidOCR:
    """Load the models, once in the life of this child, which steps back behind all other programs."""
    _step_back()
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    socket.has_ipv6 = False  # a package of its own tries a socket out as soon as it is imported
    try:
        import rapidocr  # noqa: PLC0415 - the extra; takes half a second
    except ImportError as error:
        raise KnownError("readers.packages_missing") from error
    models = Path(rapidocr.__file__).parent / "models"
    threads = min(MOST_THREADS, os.cpu_count() or 1)
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Det.model_path": _model(models, "det"),
            "Cls.model_path": _model(models, "cls"),
            "Rec.model_path": _model(models, "rec"),
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _model(models: Path, task: str) -> str:
    """Name the model that came with the package; without its file rapidocr would want to fetch one."""
    found = sorted(_named(models, task))
    if not found:
        raise KnownError("readers.packages_missing")
    return str(found[-1])


def _named(models: Path, task: str) -> Iterator[Path]:
    return (one for one in models.glob("*.onnx") if f"_{task}_" in one.name)


def _step_back() -> None:
    """Let the window and everything else go first."""
    if sys.platform != "win32":
        os.nice(NICE)
    else:
        import ctypes  # noqa: PLC0415 - only there

        below_normal = 0x4000
        ctypes.windll.kernel32.SetPriorityClass(-1, below_normal)
