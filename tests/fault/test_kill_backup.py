"""Killed at any moment, a backup is the older file or a whole new one, and a restored library is whole or not there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import keepproof
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.services import back_up, restore
from keepproof.services.verify_library import verify
from keepproof.ticket import Ticket

CHILD = Path(__file__).with_name("backing_up_child.py")
FILES = 40
SEEDS = range(12)
SOAK_SEEDS = range(100, 200)
OLDER = b"the backup of last week"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "library"
    chance = random.Random(7)
    with Library.open(folder) as opened:
        things = [
            Incoming(Path(f"{n}.png"), data=chance.randbytes(chance.randrange(1, 40_000)))
            for n in range(FILES)
        ]
        list(opened.keep(things, Ticket()))
    return folder


@pytest.fixture(scope="module")
def backup(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "whole.zip"
    with Library.open(library) as opened:
        back_up.back_up(opened, target, {}, Ticket())
    return target


def child(what: str, source: Path, target: Path, fatal: int) -> list[str]:
    command = [sys.executable, str(CHILD), what, str(source), str(target), str(fatal)]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(Path(keepproof.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (-9 if fatal else 0), done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def backup_steps(library: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    lines = child("backup", library, tmp_path_factory.mktemp("count") / "b.zip", 0)
    return int(lines[-1].removeprefix("steps "))


@pytest.fixture(scope="module")
def restore_steps(backup: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    lines = child("restore", backup, tmp_path_factory.mktemp("count") / "new", 0)
    return int(lines[-1].removeprefix("steps "))


def check_backup(library: Path, target: Path, told: list[str]) -> None:
    """Make sure that the file is the older one, or new and whole, and the library as it was."""
    if target.read_bytes() == OLDER:
        assert "done" not in told
    else:
        restore.check(restore.open_backup(target), Ticket())
    with Library.open(library) as opened:
        assert list((library / "incoming").iterdir()) == []
        found = verify(opened, Ticket()).value
        assert (found.intact, found.chain) == (FILES, "intact")


def check_restore(backup: Path, target: Path, told: list[str]) -> None:
    """Make sure that the library is whole or not there, and that it can simply be restored again."""
    if target.exists():
        with Library.open(target, create=False) as opened:
            found = verify(opened, Ticket()).value
            assert (found.intact, found.chain) == (FILES, "intact")
        return
    assert "done" not in told
    opened_backup = restore.open_backup(backup)
    restore.restore(opened_backup, target, Ticket(), lambda: datetime.now(UTC))
    assert [one.name for one in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_killed_backup_leaves_the_older_file_or_a_whole_one(
    library: Path, backup_steps: int, tmp_path: Path, seed: int
) -> None:
    moment = (seed + random.Random(seed).random()) / len(SEEDS)
    (tmp_path / "b.zip").write_bytes(OLDER)
    told = child("backup", library, tmp_path / "b.zip", max(1, int(moment * backup_steps)))
    check_backup(library, tmp_path / "b.zip", told)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_killed_restore_leaves_a_whole_library_or_none(
    backup: Path, restore_steps: int, tmp_path: Path, seed: int
) -> None:
    moment = (seed + random.Random(seed).random()) / len(SEEDS)
    told = child("restore", backup, tmp_path / "new", max(1, int(moment * restore_steps)))
    check_restore(backup, tmp_path / "new", told)


@pytest.mark.soak
@pytest.mark.parametrize("seed", SOAK_SEEDS)
def test_a_hundred_killed_backups(
    library: Path, backup_steps: int, tmp_path: Path, seed: int
) -> None:
    (tmp_path / "b.zip").write_bytes(OLDER)
    fatal = random.Random(seed).randrange(1, backup_steps)
    check_backup(library, tmp_path / "b.zip", child("backup", library, tmp_path / "b.zip", fatal))


@pytest.mark.soak
@pytest.mark.parametrize("seed", SOAK_SEEDS)
def test_a_hundred_killed_restores(
    backup: Path, restore_steps: int, tmp_path: Path, seed: int
) -> None:
    fatal = random.Random(seed).randrange(1, restore_steps)
    check_restore(backup, tmp_path / "new", child("restore", backup, tmp_path / "new", fatal))
