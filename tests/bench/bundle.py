"""Measure exporting and checking an evidence bundle against `zip -0` and `unzip -t`, in one run on the disk at hand.

`python tests/bench/bundle.py [--files N] [--mb M] [--runs R] [--folder F]`: one order with N files of M megabytes in
all. Both ways end on the disk. Reading back really reads: its reference tests the same zip.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from keepproof.composing.facts import Person
from keepproof.domain.order import Order
from keepproof.exporting import bundle as packing
from keepproof.knowledge.book import Book
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.services import bundle_contents, export_bundle
from keepproof.services.log_order import OrderForm, add_order
from keepproof.ticket import Ticket

GOAL = 1.3


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
        with Library.open(folder / "library") as library:
            order = add_order(library, OrderForm(number="1", shop="店"), Ticket()).value
            files = [Incoming(one, order_id=order.id) for one in sorted(source.iterdir())]
            list(library.keep(files, Ticket()))
            what = f"{options.files} files, {options.mb:.0f} MB"
            measure(folder, source, library, order, options.runs, what)


def make_files(source: Path, count: int, total: int) -> None:
    """Write files with PNG heads and random bytes, as large as screenshots."""
    source.mkdir()
    chance = random.Random(1)
    for number in range(count):
        data = b"\x89PNG\r\n\x1a\n" + chance.randbytes(total // count - 8)
        (source / f"Screenshot_{number:05d}.png").write_bytes(data)


def measure(
    folder: Path, source: Path, library: Library, order: Order, runs: int, what: str
) -> None:
    packed, zipped, whole, tested = [], [], [], []
    for _ in range(runs):
        zipped.append(timed(lambda: zip_plainly(source, folder / "plain.zip")))
        packed.append(timed(lambda: pack_only(library, order, folder / "packed.zip")))
        tested.append(zipped[-1] + timed(lambda: unzip_test(folder / "plain.zip")))
        whole.append(timed(lambda: export_all(library, order, folder / "bundle.zip")))
        for name in ("plain.zip", "packed.zip", "bundle.zip"):
            (folder / name).unlink()
    report(f"bundle of {what}: packed and hashed / zip -0", packed, zipped)
    report("the same with lists, read back / zip -0, unzip -t", whole, tested)


def zip_plainly(source: Path, target: Path) -> None:
    subprocess.run(["zip", "-0", "-q", "-r", target, source], check=True)
    subprocess.run(["sync", target], check=True)


def unzip_test(target: Path) -> None:
    subprocess.run(["unzip", "-tqq", target], check=True)


def pack_only(library: Library, order: Order, target: Path) -> None:
    now = library.now()
    choice = bundle_contents.preset("platform")
    contents = bundle_contents.gather(library, order.id, choice, now, None)
    packing.pack(target, packing.Bag("bag", contents.files, {}, now), Ticket())


def export_all(library: Library, order: Order, target: Path) -> None:
    choice = replace(bundle_contents.preset("platform"), catalogue=False)
    wanted = export_bundle.BundleOrder(order.id, choice, "zh", Person())
    done = export_bundle.export_bundle(library, Book.load(), wanted, target, None, Ticket())
    if not done.value.report.sound:
        raise SystemExit("the bundle is not sound")


def timed(work: Callable[[], object]) -> float:
    os.sync()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(name: str, ours: list[float], reference: list[float]) -> None:
    figure, plain = statistics.median(ours), statistics.median(reference)
    row = {"name": name, "figure_s": figure, "reference_s": plain}
    print(json.dumps(row | {"ratio": figure / plain, "goal": GOAL}), flush=True)


if __name__ == "__main__":
    main()
