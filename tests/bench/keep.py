"""Measure keeping, checking and listing against the plain tools, in one run on the disk at hand.

`python tests/bench/keep.py [--files N] [--mb M] [--runs R] [--folder F]`: keeping N files of M megabytes in all
against `cp -r` and `sha256sum` of the same files, checking them against `hashlib.file_digest`, and listing
100,000 items against a hundred times the listing of 1,000.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from keepproof.domain.evidence import Evidence, EvidenceKind, EvidenceTimes, SourcedTime
from keepproof.domain.order import Merchant, Order
from keepproof.library.incoming import Describe, Incoming, Kept
from keepproof.library.library import Library
from keepproof.services.add_evidence import describe
from keepproof.services.verify_library import verify
from keepproof.ticket import Ticket

KEEP_GOAL, VERIFY_GOAL, LIST_GOAL = 0.6, 1.1, 1.5
SMALL, LARGE = 1_000, 100_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--mb", type=float, default=1400.0)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        source = folder / "source"
        make_files(source, options.files, int(options.mb * 1e6))
        what = f"{options.files} files, {options.mb:.0f} MB"
        measure_keep(folder, source, options.runs, what)
        measure_verify(folder, source, options.runs, what)
        shutil.rmtree(source)
        measure_listing(folder)


def make_files(source: Path, count: int, total: int) -> None:
    """Write files with PNG heads and random bytes; their sizes scatter as those of screenshots do."""
    source.mkdir()
    chance = random.Random(1)
    weights = [chance.lognormvariate(0, 0.5) for _ in range(count)]
    for number, weight in enumerate(weights):
        size = max(64, int(total * weight / sum(weights)))
        data = b"\x89PNG\r\n\x1a\n" + chance.randbytes(size - 8)
        (source / f"Screenshot_{number:05d}.png").write_bytes(data)


def measure_keep(folder: Path, source: Path, runs: int, what: str) -> None:
    ours: list[float] = []
    plain: list[float] = []
    described: list[float] = []
    for run in range(runs):
        plain.append(timed(lambda: copy_and_hash(source, folder / "copy")))
        shutil.rmtree(folder / "copy")
        library = folder / f"library-{run}"
        ours.append(timed(lambda: keep_all(folder / "plain-library", source, None)))
        shutil.rmtree(folder / "plain-library")
        described.append(timed(partial(keep_all, library, source, describe)))
        if run:
            shutil.rmtree(library)
    report(f"keep {what}", ours, plain, KEEP_GOAL)
    report(f"keep and describe {what}", described, plain, KEEP_GOAL)


def copy_and_hash(source: Path, target: Path) -> None:
    subprocess.run(["cp", "-r", source, target], check=True)
    files = sorted(source.iterdir())
    subprocess.run(["sha256sum", *files], check=True, stdout=subprocess.DEVNULL)


def keep_all(folder: Path, source: Path, look: Describe | None) -> None:
    files = [Incoming(one) for one in sorted(source.iterdir())]
    with Library.open(folder) as library:
        results = list(library.keep(files, Ticket(), look))
    if not all(isinstance(one, Kept) for one in results):
        raise SystemExit("not everything was kept")


def measure_verify(folder: Path, source: Path, runs: int, what: str) -> None:
    files = sorted(source.iterdir())
    ours, plain = [], []
    with Library.open(folder / "library-0") as library:
        for _ in range(runs):
            plain.append(timed(lambda: digest_all(files)))
            ours.append(timed(lambda: check_all(library, len(files))))
    report(f"verify {what}", ours, plain, VERIFY_GOAL)


def digest_all(files: list[Path]) -> None:
    for one in files:
        with one.open("rb") as file:
            hashlib.file_digest(file, "sha256")


def check_all(library: Library, count: int) -> None:
    if verify(library, Ticket()).value.intact != count:
        raise SystemExit("not everything is intact")


def measure_listing(folder: Path) -> None:
    small, large = (list_items(folder / f"list-{count}", count) for count in (SMALL, LARGE))
    hundredfold = [one * LARGE / SMALL for one in small]
    report(f"list {LARGE} items, reference 100 x {SMALL} items", large, hundredfold, LIST_GOAL)


def list_items(folder: Path, count: int) -> list[float]:
    at = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)
    with Library.open(folder) as library:
        with library.transaction():
            library.merchants.add(Merchant("m", "tmall", "店"))
            library.orders.add(Order("o", "1", "tmall", "m", "店"))
            for number in range(count):
                library.evidence.insert(item(number, at))
                if number % 2:
                    library.evidence.insert_filing(f"{number:032x}", "o", number)
        return [timed(library.evidence.all, settle=False) for _ in range(7)]


def item(number: int, at: datetime) -> Evidence:
    return Evidence(
        f"{number:032x}",
        hashlib.sha256(str(number).encode()).hexdigest(),
        700_000 + number,
        "image/png",
        f"Screenshot_{number:05d}.png",
        EvidenceKind.PHOTO,
        times=EvidenceTimes(SourcedTime(at, "file_system"), None, SourcedTime(at, "clock")),
        checked_at=at,
        facts={"width": "1080", "height": "2400"} if number % 2 else {},
    )


def timed(work: Callable[[], object], *, settle: bool = True) -> float:
    if settle:
        os.sync()  # what the work before left to write must not slow this one
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(name: str, figures: list[float], references: list[float], goal: float) -> None:
    figure, reference = statistics.median(figures), statistics.median(references)
    line = {
        "name": name,
        "figure_s": round(figure, 4),
        "reference_s": round(reference, 4),
        "ratio": round(figure / reference, 3),
        "goal": goal,
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
