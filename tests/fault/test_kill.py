"""Killed at any moment, an import leaves each item whole or not at all, and none that was reported is lost."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

import keepproof
from keepproof.library.library import Library
from keepproof.services.verify_library import verify
from keepproof.ticket import Ticket

CHILD = Path(__file__).with_name("importing_child.py")
FILES = 300
SEEDS = range(12)
SOAK_SEEDS = range(100, 200)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write 300 different files."""
    folder = tmp_path_factory.mktemp("source")
    chance = random.Random(7)
    for number in range(FILES):
        data = chance.randbytes(chance.randrange(1, 40_000))
        (folder / f"shot_{number:03d}.png").write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def steps(source: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """Count the steps of an import that nobody disturbs."""
    lines = run(tmp_path_factory.mktemp("whole") / "library", source, 0)
    return int(lines[-1].removeprefix("steps "))


def start(library: Path, source: Path, fatal: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(CHILD), str(library), str(source), str(fatal)]
    environment = {**os.environ, "PYTHONPATH": str(Path(keepproof.__file__).parents[1])}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def run(library: Path, source: Path, fatal: int) -> list[str]:
    with start(library, source, fatal) as child:
        assert child.stdout is not None
        lines = child.stdout.read().splitlines()
    assert child.returncode == (-9 if fatal else 0)
    return lines


def reported(lines: list[str]) -> dict[str, str]:
    """Read the names and hashes from whole lines."""
    told = [line.split() for line in lines if line.startswith("kept ")]
    return {words[2]: words[1] for words in told if len(words) == 3}


def check(folder: Path, source: Path, told: dict[str, str]) -> None:
    """Make sure of all that is promised after a crash."""
    with Library.open(folder) as library:
        items = {one.evidence.original_name: one.evidence for one in library.evidence.all()}
        assert told.items() <= {name: one.sha256 for name, one in items.items()}.items()
        for name, one in items.items():
            data = library.original_path(one.sha256).read_bytes()
            assert data == (source / name).read_bytes()
            assert hashlib.sha256(data).hexdigest() == one.sha256
        stored = {one.name for one in (folder / "originals").rglob("*") if one.is_file()}
        assert stored == {one.sha256 for one in items.values()}
        assert list((folder / "incoming").iterdir()) == []
        report = verify(library, Ticket()).value
        assert (report.intact, report.chain) == (len(items), "intact")


def finish(folder: Path, source: Path) -> None:
    """Make sure that the same import can simply be done again."""
    run(folder, source, 0)
    with Library.open(folder) as library:
        assert library.evidence.count() == FILES


@pytest.mark.parametrize("seed", SEEDS)
def test_a_killed_import_keeps_what_it_reported_and_nothing_half(
    source: Path, steps: int, tmp_path: Path, seed: int
) -> None:
    # The moments are spread over the whole import, each somewhere in its own twelfth.
    moment = (seed + random.Random(seed).random()) / len(SEEDS)
    lines = run(tmp_path / "library", source, max(1, int(moment * steps * 0.95)))
    check(tmp_path / "library", source, reported(lines))


def test_a_killed_import_can_be_done_again(source: Path, steps: int, tmp_path: Path) -> None:
    run(tmp_path / "library", source, steps // 2)
    finish(tmp_path / "library", source)


@pytest.mark.soak
@pytest.mark.parametrize("seed", SOAK_SEEDS)
def test_a_hundred_kills_at_random_steps(
    source: Path, steps: int, tmp_path: Path, seed: int
) -> None:
    fatal = random.Random(seed).randrange(1, int(steps * 0.95))
    lines = run(tmp_path / "library", source, fatal)
    check(tmp_path / "library", source, reported(lines))
    finish(tmp_path / "library", source)


@pytest.mark.soak
@pytest.mark.parametrize("seed", SOAK_SEEDS)
def test_a_hundred_kills_from_outside(source: Path, tmp_path: Path, seed: int) -> None:
    """The moment is the arrival of a line, so it falls anywhere in what the child does next."""
    after = random.Random(seed).randrange(0, FILES)
    lines = []
    with start(tmp_path / "library", source, 0) as child:
        assert child.stdout is not None
        for number, line in enumerate(child.stdout):
            lines.append(line)
            if number == after:
                child.kill()
        child.wait()
    whole = [line for line in lines if line.endswith("\n")]
    check(tmp_path / "library", source, reported(whole))
