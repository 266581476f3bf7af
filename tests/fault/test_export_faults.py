"""Exports killed at any step or without room on the disk: whole files and folders, or none."""

from __future__ import annotations

import csv
import errno
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import keepproof
from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.exporting import writing
from keepproof.exporting.picture_set.plan import PictureLimits
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.add_evidence import add_content
from keepproof.services.export_catalogue import export_catalogue
from keepproof.services.export_pictures import make_pictures
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.plan_pictures import PictureRequest, prepare_pictures
from keepproof.ticket import Ticket
from keepproof.whole_file import write_whole

CHILD = Path(__file__).with_name("exporting_child.py")
ROOMS = [Path(keepproof.__file__).parents[1], Path(__file__).parents[1]]
COLOURS = ("orange", "teal", "navy")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library with three pictures in an order."""
    folder = tmp_path_factory.mktemp("exports") / "library"
    with Library.open(folder) as library:
        order = add_order(library, OrderForm(number="1", platform="tmall", shop="澄屿"), Ticket())
        for colour in COLOURS:
            out = io.BytesIO()
            Image.new("RGB", (60, 60), colour).save(out, "PNG")
            add_content(
                library,
                out.getvalue(),
                f"{colour}.png",
                order_id=order.value.id,
                kind=EvidenceKind.PHOTO,
                origin="pasted",
                ticket=Ticket(),
            )
    return folder


@pytest.fixture
def library_here(folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder, tmp_path / "library"))


def run(folder: Path, out: Path, fatal: int) -> int:
    command = [sys.executable, str(CHILD), str(folder), str(out), str(fatal)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, ROOMS))}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == (-9 if fatal else 0), done.stderr
    return int(done.stdout.removeprefix("steps ")) if not fatal else 0


def visible(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith(".keepproof-"))


def test_killed_at_any_step_there_is_a_whole_folder_or_none(
    library_here: Path, tmp_path: Path
) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    steps = run(library_here, whole, 0)
    assert visible(whole) == ["list.csv", "set"]
    assert steps >= 10
    for fatal in range(1, steps + 1):
        out = tmp_path / str(fatal)
        out.mkdir()
        run(library_here, out, fatal)
        assert set(visible(out)) <= {"list.csv", "set"}
        if (out / "set").exists():
            assert visible(out / "set") == visible(whole / "set")
            for one in (out / "set").iterdir():
                with Image.open(one) as picture:
                    picture.load()
        if (out / "list.csv").exists():
            rows = list(csv.DictReader(io.StringIO((out / "list.csv").read_text("utf-8-sig"))))
            assert len(rows) == len(COLOURS)
    with Library.open(library_here) as library:
        assert library.custody.check() is None


def without_room(after: int) -> Callable[[Path, bytes], None]:
    """Write so many files, and find the disk full then."""
    real, calls = write_whole, iter(range(10**9))

    def write(file: Path, data: bytes) -> None:
        if next(calls) >= after:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(file, data)

    return write


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_full_disk_leaves_no_picture(
    library_here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with Library.open(library_here) as library, Sandbox() as sandbox:
        (order,) = library.orders.all()
        request = PictureRequest(order.id, None, {}, PictureLimits(), "zh")
        plan = prepare_pictures(library, request, Ticket()).value
        monkeypatch.setattr(writing, "write_whole", without_room(after))
        with pytest.raises(KnownError, match=r"export\.full"):
            make_pictures(plan, out / "set", sandbox, Ticket())
    assert list(out.iterdir()) == []


def test_a_full_disk_leaves_the_catalogue_before_it(
    library_here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "list.csv"
    old.write_text("the one before")
    monkeypatch.setattr(writing, "write_whole", without_room(0))
    with Library.open(library_here) as library:
        (order,) = library.orders.all()
        with pytest.raises(KnownError, match=r"export\.full"):
            export_catalogue(library, Book.load(), order.id, old, "csv", "zh", Ticket())
        assert not [one for one in library.custody.events() if one.action == "export.catalogue"]
    assert old.read_text() == "the one before"
