"""Killed at any step of indexing, the search finds everything once it has gone on, and nothing twice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import keepproof
from keepproof.domain.search import Term, Wanted
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.ticket import Ticket

CHILD = Path(__file__).with_name("indexing_child.py")
COUNT = 24
DEATHS = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library with some things in it, nothing of which is indexed."""
    folder = tmp_path_factory.mktemp("index") / "library"
    with Library.open(folder) as library:
        names = [Path(f"收据{number:04}.png") for number in range(COUNT)]
        list(library.keep([Incoming(one, data=str(one).encode()) for one in names], Ticket()))
    return folder


def run(folder: Path, fatal: int) -> int:
    command = [sys.executable, str(CHILD), str(folder), str(fatal)]
    environment = {**os.environ, "PYTHONPATH": str(Path(keepproof.__file__).parents[1])}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == (-9 if fatal else 0), done.stderr
    return 0 if fatal else int(done.stdout.removeprefix("steps "))


def test_indexing_survives_being_killed(folder: Path, tmp_path: Path) -> None:
    def fresh(name: str) -> Path:
        return Path(shutil.copytree(folder, tmp_path / name))

    steps = run(fresh("whole"), 0)
    assert steps > DEATHS
    for fatal in range(1, steps + 1, steps // DEATHS):
        here = fresh(str(fatal))
        run(here, fatal)
        with Library.open(here) as library:
            assert library.search.refresh() == 0
            hits = library.search.find(Wanted((Term("收据"),))).hits
            assert sorted(one.title for one in hits) == [
                f"收据{number:04}.png" for number in range(COUNT)
            ], fatal
            for table in ("search_words", "search_names"):
                library._catalog.run(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
