"""Measure backing up and restoring against `zip -0` with `unzip -t`, and `unzip`, in one run on the disk at hand.

`python tests/bench/backup.py [--files N] [--mb M] [--runs R] [--folder F]`: a library of N files of M megabytes in all.
Both ways end on the disk; a backup is read back as its reference is. The passphrase itself, which takes its seconds on
purpose, is left out.
"""

from __future__ import annotations

import argparse
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
from pathlib import Path

from keepproof.library.backups import reading, restoring, sealing, writing
from keepproof.library.backups.writing import Plan, Seal
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
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
        with Library.open(folder / "library") as library:
            chance = random.Random(1)
            size = int(options.mb * 1e6) // options.files
            things = (
                Incoming(Path(f"{number}.png"), data=chance.randbytes(size))
                for number in range(options.files)
            )
            list(library.keep(things, Ticket()))
            what = f"{options.files} files, {options.mb:.0f} MB"
            measure(folder, library, options.runs, what)


def measure(folder: Path, library: Library, runs: int, what: str) -> None:
    zipped, plain, sealed, unzipped, restored = [], [], [], [], []
    seal = Seal(sealing.new_identity(), b"locked")
    for _ in range(runs):
        zipped.append(timed(lambda: zip_and_test(library.folder, folder / "plain.zip")))
        plain.append(timed(lambda: back_up(library, folder / "b.zip", None)))
        sealed.append(timed(lambda: back_up(library, folder / "s.zip", seal)))
        unzipped.append(timed(lambda: unzip(folder / "plain.zip", folder / "unzipped")))
        restored.append(timed(lambda: unpack(folder / "b.zip", folder / "new")))
        for name in ("plain.zip", "b.zip", "s.zip"):
            (folder / name).unlink()
        for name in ("unzipped", ".new.keepproof-restoring"):
            shutil.rmtree(folder / name)
    report(f"backup of {what}, read back / zip -0, unzip -t", plain, zipped)
    report("the same encrypted / zip -0, unzip -t", sealed, zipped)
    report("restoring it, every byte compared / unzip", restored, unzipped)


def zip_and_test(source: Path, target: Path) -> None:
    subprocess.run(["zip", "-0", "-q", "-r", target, source], check=True)
    subprocess.run(["sync", target], check=True)
    subprocess.run(["unzip", "-tqq", target], check=True)


def unzip(source: Path, folder: Path) -> None:
    subprocess.run(["unzip", "-qq", source, "-d", folder], check=True)
    subprocess.run(["sync", "-f", folder], check=True)


def back_up(library: Library, target: Path, seal: Seal | None) -> None:
    snapshot = library.snapshot(Ticket())
    try:
        plan = Plan(datetime.now(UTC), "1", "", {}, seal)
        writing.write(snapshot, plan, target, Ticket())
    finally:
        snapshot.discard()


def unpack(source: Path, target: Path) -> None:
    with reading.BackupFile(source) as backup:
        restoring.unpack(backup, backup.manifest(), "", target, Ticket())


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
