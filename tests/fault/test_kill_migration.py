"""Killed at any statement of a migration, a library is still the old one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import keepproof
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.ticket import Ticket

CHILD = Path(__file__).with_name("migrating_child.py")
STATEMENTS = 18
COUNT = 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        things = [Incoming(Path(str(n)), data=str(n).encode()) for n in range(COUNT)]
        list(library.keep(things, Ticket()))
    return folder


def migrate(folder: Path, fatal: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(CHILD), str(folder), str(fatal)],
        env={**os.environ, "PYTHONPATH": str(Path(keepproof.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_statements_below_are_all_there_are(folder: Path) -> None:
    assert int(migrate(folder, 0).stdout) == STATEMENTS


@pytest.mark.parametrize("fatal", range(1, STATEMENTS + 1))
def test_a_killed_migration_never_began_and_can_be_done_again(folder: Path, fatal: int) -> None:
    """Even the last statement, the commit, is not done yet when its turn comes."""
    assert migrate(folder, fatal).returncode == -9
    with Library.open(folder) as library:
        assert library.evidence.count() == COUNT
    assert migrate(folder, 0).returncode == 0
