"""Killed at any step of emptying the trash, nothing that is kept is lost, and what is due goes with one event."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import keepproof
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.ticket import Ticket

CHILD = Path(__file__).with_name("purging_child.py")
DAYS = 31


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library with three removed items, one of them with a twin that is kept, and one kept item."""
    folder = tmp_path_factory.mktemp("purge") / "library"
    with Library.open(folder) as library:
        contents = [b"first", b"second", b"twin", b"kept"]
        list(library.keep([Incoming(Path(one.decode()), data=one) for one in contents], Ticket()))
        for one in library.evidence.all():
            if one.evidence.original_name != "kept":
                library.evidence.trash(one.evidence.id, "wrong picture")
        list(library.keep([Incoming(Path("again"), data=b"twin")], Ticket()))
    return folder


def later() -> datetime:
    return datetime.now().astimezone() + timedelta(days=DAYS, hours=1)


def run(folder: Path, fatal: int) -> int:
    command = [sys.executable, str(CHILD), str(folder), str(DAYS), str(fatal)]
    environment = {**os.environ, "PYTHONPATH": str(Path(keepproof.__file__).parents[1])}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == (-9 if fatal else 0), done.stderr
    return 0 if fatal else int(done.stdout.removeprefix("steps "))


def test_emptying_the_trash_survives_being_killed_at_every_step(
    folder: Path, tmp_path: Path
) -> None:
    def fresh(name: str) -> Path:
        return Path(shutil.copytree(folder, tmp_path / name))

    steps = run(fresh("whole"), 0)
    assert steps > 5
    for fatal in range(1, steps + 1):
        here = fresh(str(fatal))
        run(here, fatal)
        with Library.open(here, now=later) as library:
            kept = {one.evidence.original_name: one.evidence for one in library.evidence.all()}
            found = {
                name: library.original_path(one.sha256).read_bytes() for name, one in kept.items()
            }
            purged = [one for one in library.custody.events() if one.action == "evidence.purged"]
            assert found == {"again": b"twin", "kept": b"kept"}, fatal
            assert len({one.subject for one in purged}) == len(purged) == 2, fatal
            left = [one.name for one in (here / "trash").iterdir()]
            assert left == [kept["again"].sha256], fatal
            assert library.custody.check() is None, fatal
