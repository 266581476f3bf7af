"""A limit of the system on the size of files stands for a disk that takes no more: told, and nothing half stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import keepproof
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.services import back_up
from keepproof.ticket import Ticket

LIMITED = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from keepproof.errors import KnownError
from keepproof.library.backups import sealing, writing
from keepproof.library.backups.writing import Plan, Seal
from keepproof.library.library import Library
from keepproof.services import back_up, restore
from keepproof.ticket import Ticket
what, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
try:
    if what == "restore":
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
        restore.restore(restore.open_backup(source), target, Ticket(), lambda: datetime.now(UTC))
    else:
        with Library.open(source) as library:
            snapshot = library.snapshot(Ticket())
            resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))
            seal = Seal(sealing.new_identity(), b"") if what == "sealed" else None
            plan = Plan(datetime.now(UTC), "1", "", {}, seal)
            try:
                writing.write(snapshot, plan, target, Ticket())
            finally:
                snapshot.discard()
    print("done")
except KnownError as error:
    print(error.code)
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library") as library:
        list(library.keep([Incoming(Path("video.mp4"), data=b"v" * 700_000)], Ticket()))
    return tmp_path / "library"


def limited(what: str, source: Path, target: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, what, str(source), str(target)],
        env={**os.environ, "PYTHONPATH": str(Path(keepproof.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("what", ["plain", "sealed"])
def test_a_disk_that_takes_no_more_of_a_backup(library: Path, tmp_path: Path, what: str) -> None:
    (tmp_path / "b.zip").write_bytes(b"older")
    assert limited(what, library, tmp_path / "b.zip") == "backup.too_large"
    assert (tmp_path / "b.zip").read_bytes() == b"older"
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip", "library"}
    assert list((library / "incoming").iterdir()) == []


def test_a_disk_that_takes_no_more_of_a_restore(library: Path, tmp_path: Path) -> None:
    with Library.open(library) as opened:
        back_up.back_up(opened, tmp_path / "b.zip", {}, Ticket())
    assert limited("restore", tmp_path / "b.zip", tmp_path / "new") == "restore.full"
    assert {one.name for one in tmp_path.iterdir()} == {"b.zip", "library"}
