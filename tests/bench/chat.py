"""Measure a chat of 100,000 lines against reading the file and splitting it into lines."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from keepproof.readers.chats.reader import read_file
from readers.chats.test_chat_speed import LINES, LOGS

GOAL = 10.0
RUNS = 9


def shortest(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def split(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def main() -> None:
    """Time each format once in this process, as its child would do it, and print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        for name, form in LOGS.items():
            path = Path(folder) / f"{name}.txt"
            path.write_text("".join(form(at) for at in range(LINES // 3)), "utf-8", newline="\n")
            figure = shortest(partial(read_file, path, path.name, "text/plain"))
            reference = shortest(partial(split, path))
            line = {
                "name": f"read a chat of 100,000 lines ({name})",
                "figure_s": round(figure, 5),
                "reference_s": round(reference, 5),
                "ratio": figure / reference,
                "goal": GOAL,
            }
            print(json.dumps(line))


if __name__ == "__main__":
    main()
