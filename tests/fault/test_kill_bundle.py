"""Killed at any step of an export, there is the old file, or a whole new bundle, or none; and disks that fill up."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import keepproof
from keepproof.composing.facts import Person
from keepproof.errors import KnownError
from keepproof.exporting import bundle
from keepproof.knowledge.book import Book
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.messages import say
from keepproof.services.bundle_contents import preset
from keepproof.services.check_bundle import check_bundle
from keepproof.services.export_bundle import BundleOrder, export_bundle
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.verify_library import verify
from keepproof.ticket import Ticket

CHILD = Path(__file__).with_name("bundling_child.py")
KILLS = 24
SOAK_SEEDS = range(100, 200)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library with an order of twelve files, one of them long."""
    folder = tmp_path_factory.mktemp("bundled") / "library"
    chance = random.Random(5)
    with Library.open(folder) as library:
        order = add_order(library, OrderForm(number="1", shop="店"), Ticket()).value
        sizes = [*[3000] * 11, 2_000_000]
        things = [
            Incoming(Path(f"{at}.png"), data=chance.randbytes(size), order_id=order.id)
            for at, size in enumerate(sizes)
        ]
        assert len(list(library.keep(things, Ticket()))) == 12
    return folder


def run(library: Path, out: Path, fatal: int) -> int:
    command = [sys.executable, str(CHILD), str(library), str(out), str(fatal)]
    environment = {**os.environ, "PYTHONPATH": str(Path(keepproof.__file__).parents[1])}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == (-9 if fatal else 0), done.stderr
    return 0 if fatal else int(done.stdout.removeprefix("steps "))


@pytest.fixture(scope="module")
def steps(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    place = tmp_path_factory.mktemp("whole")
    return run(Path(shutil.copytree(folder, place / "library")), place / "x.zip", 0)


def check(folder: Path, tmp_path: Path, fatal: int) -> None:
    here, out = Path(shutil.copytree(folder, tmp_path / "library")), tmp_path / "out"
    out.mkdir()
    (out / "x.zip").write_bytes(b"old")
    run(here, out / "x.zip", fatal)
    if (out / "x.zip").read_bytes() != b"old":
        assert check_bundle(out / "x.zip", Ticket()).sound
    left = {one.name for one in out.iterdir()} - {"x.zip"}
    assert all(one.startswith(".keepproof-") for one in left)
    with Library.open(here) as library:
        report = verify(library, Ticket()).value
        assert (report.intact, report.chain) == (12, "intact")
    run(here, out / "x.zip", 0)
    assert check_bundle(out / "x.zip", Ticket()).sound
    assert [one.name for one in out.iterdir()] == ["x.zip"]


@pytest.mark.parametrize("part", range(KILLS))
def test_a_killed_export_leaves_the_old_file_or_a_whole_bundle(
    folder: Path, steps: int, tmp_path: Path, part: int
) -> None:
    # Spread over the whole export; the last few steps, where the name changes, are all taken.
    late = steps - (KILLS - 1 - part)
    spread = 1 + part * (steps - 10) // (KILLS - 10)
    check(folder, tmp_path, late if part >= KILLS - 10 else spread)


@pytest.mark.soak
@pytest.mark.parametrize("seed", SOAK_SEEDS)
def test_a_hundred_killed_exports(folder: Path, steps: int, tmp_path: Path, seed: int) -> None:
    check(folder, tmp_path, random.Random(seed).randrange(1, steps + 1))


def failing(real: Callable[..., object], after: int, code: int) -> Callable[..., object]:
    calls = iter(range(10**9))

    def call(*arguments: object, **named: object) -> object:
        if next(calls) >= after:
            raise OSError(code, os.strerror(code))
        return real(*arguments, **named)

    return call


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "export.full"),
        (errno.EDQUOT, "export.full"),
        (errno.EIO, "export.failed"),
        (errno.EROFS, "export.failed"),
    ],
)
@pytest.mark.parametrize("after", [0, 3, 16])
def test_a_disk_that_takes_no_more_leaves_the_old_file(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    reason: str,
    after: int,
) -> None:
    writer = bundle.zipfile._ZipWriteFile  # type: ignore[attr-defined]
    monkeypatch.setattr(writer, "write", failing(writer.write, after, code))
    assert refused(folder, tmp_path) == reason


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_a_disk_that_fails_at_the_end_leaves_the_old_file(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place = os if name == "fsync" else Path
    monkeypatch.setattr(place, name, failing(getattr(place, name), 0, errno.EIO))
    assert refused(folder, tmp_path) == "export.failed"


def test_a_disk_known_to_be_too_small_is_not_begun(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert refused(folder, tmp_path) == "export.full"


def test_a_folder_that_is_gone_is_said_so(folder: Path, tmp_path: Path) -> None:
    assert refused(folder, tmp_path, "gone/x.zip") == "export.failed"


def refused(folder: Path, tmp_path: Path, name: str = "x.zip") -> str:
    """Export over an old file; make sure it stays, alone, and give the reason."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "x.zip").write_bytes(b"old")
    with Library.open(folder) as library:
        (order,) = library.orders.all()
        before = library.custody.head()
        choice = replace(preset("self"), catalogue=False)
        wanted = BundleOrder(order.id, choice, "zh", Person())
        with pytest.raises(KnownError) as caught:
            export_bundle(library, Book.load(), wanted, out / name, None, Ticket())
        assert library.custody.head() == before
    assert [one.name for one in out.iterdir()] == ["x.zip"]
    assert (out / "x.zip").read_bytes() == b"old"
    assert say(caught.value.code, "zh", caught.value.data) != caught.value.code
    return caught.value.code
