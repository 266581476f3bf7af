"""Measure reading the text in pictures against rapidocr called directly, on the same pictures in one run.

`python tests/bench/pictures.py [--runs R]`: a drawn phone screenshot and a long one of 1080 × 7020, and the pictures
of the corpus where KEEPPROOF_CORPUS names one. Of the long one more lines are read than rapidocr finds by itself.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import rapidocr

from keepproof.readers import recognition
from keepproof.readers.reading import read

sys.path.insert(0, str(Path(__file__).parents[1]))

from readers.written import written

GOAL = 1.1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    recognition._engine()  # the models, and the low priority, which both sides then have
    direct = rapidocr.RapidOCR(params={"Global.log_level": "critical"})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure("read text: drawn screenshot 1080 × 2340", [drawn(folder, 2340)], direct, runs)
        measure("read text: drawn screenshot 1080 × 7020", [drawn(folder, 7020)], direct, runs)
    corpus = os.environ.get("KEEPPROOF_CORPUS")
    if corpus:
        files = sorted((Path(corpus) / "ocr").iterdir())
        measure(f"read text: {len(files)} pictures of the corpus", files, direct, runs)


def drawn(folder: Path, height: int) -> Path:
    path = folder / f"{height}.png"
    words = [
        (f"第{at:03}条 订单已签收，退款 ¥{at}.00", (60, 40 + 118 * at))
        for at in range(height // 118)
    ]
    written((1080, height), words, letters=42).save(path)
    return path


def measure(name: str, files: list[Path], direct: rapidocr.RapidOCR, runs: int) -> None:
    """Take the quickest of a few runs of each: others at work on the machine only ever add."""
    figure = reference = 0.0
    for file in files:
        ours, theirs = [], []
        for _ in range(runs):
            ours.append(timed(partial(read, file, file.name, "image/png")))
            theirs.append(timed(partial(direct, str(file))))
        figure += min(ours)
        reference += min(theirs)
    ratio = round(figure / reference, 3)
    row = {"name": name, "figure_s": figure, "reference_s": reference, "ratio": ratio, "goal": GOAL}
    print(json.dumps(row, ensure_ascii=False), flush=True)


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
