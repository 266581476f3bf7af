"""The program that was unpacked somewhere gets into the menu, and out of it again."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"


@pytest.mark.skipif(os.name == "nt", reason="for Linux")
@pytest.mark.parametrize("name", ["KeepProof", "R&D | 100% 留证"])
def test_the_menu_starts_the_program_where_it_stands(tmp_path: Path, name: str) -> None:
    here = tmp_path / name
    here.mkdir()
    for one in ("add-to-menu.sh", "org.keepproof.KeepProof.desktop"):
        shutil.copy(LINUX / one, here)
    (here / "org.keepproof.KeepProof.svg").touch()
    environment = {"PATH": os.environ["PATH"], "XDG_DATA_HOME": str(tmp_path / "data")}

    def run(*words: str) -> None:
        command = ["sh", str(here / "add-to-menu.sh"), *words]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)

    run()
    entry = tmp_path / "data" / "applications" / "org.keepproof.KeepProof.desktop"
    program = str(here / "KeepProof").replace("%", "%%")
    assert f'Exec="{program}"' in entry.read_text("utf-8").splitlines()
    run("remove")
    assert not any(one.is_file() for one in (tmp_path / "data").rglob("*"))
