"""Killed at any step of keeping a redacted copy, the copy is there with all that belongs to it, or not at all."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import keepproof
from keepproof.domain.evidence import EvidenceKind
from keepproof.domain.redaction import boxes_of
from keepproof.library.library import Library
from keepproof.services.add_evidence import add_content
from keepproof.services.log_order import OrderForm, add_order
from keepproof.services.verify_library import verify
from keepproof.ticket import Ticket

CHILD = Path(__file__).with_name("redacting_child.py")
ROOMS = [Path(keepproof.__file__).parents[1], Path(__file__).parents[1]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library with a picture in an order."""
    folder = tmp_path_factory.mktemp("redaction") / "library"
    out = io.BytesIO()
    Image.new("RGB", (60, 60), "orange").save(out, "PNG")
    with Library.open(folder) as library:
        order = add_order(library, OrderForm(number="1", platform="tmall", shop="澄屿"), Ticket())
        add_content(
            library,
            out.getvalue(),
            "IMG_1.png",
            order_id=order.value.id,
            kind=EvidenceKind.WAYBILL,
            origin="pasted",
            ticket=Ticket(),
        )
    return folder


def run(folder: Path, fatal: int) -> list[str]:
    command = [sys.executable, str(CHILD), str(folder), str(fatal)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, ROOMS))}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == (-9 if fatal else 0), done.stderr
    return done.stdout.splitlines()


def check(folder: Path, told: list[str]) -> None:
    with Library.open(folder) as library:
        items = [one.evidence for one in library.evidence.all()]
        original, copies = items[0], items[1:]
        assert {line.split()[1] for line in told if line.startswith("kept ")} <= {
            one.sha256 for one in copies
        }
        for one in copies:
            data = library.original_path(one.sha256).read_bytes()
            assert hashlib.sha256(data).hexdigest() == one.sha256
            assert (one.derived_from, one.origin) == (original.id, "redacted")
            assert len(boxes_of(one)) == 1
            actions = [event.action for event in library.custody.events(one.id)]
            assert actions.count("evidence.copied") == 1
        told_of = [event.data["copy"] for event in library.custody.events(original.id)[1:]]
        assert told_of == [one.id for one in copies]
        stored = {one.name for one in (folder / "originals").rglob("*") if one.is_file()}
        assert stored == {one.sha256 for one in items}
        assert list((folder / "incoming").iterdir()) == []
        report = verify(library, Ticket()).value
        assert (report.intact, report.chain) == (len(items), "intact")


def test_a_copy_is_kept_whole_or_not_at_all_wherever_it_is_killed(
    folder: Path, tmp_path: Path
) -> None:
    def fresh(name: str) -> Path:
        return Path(shutil.copytree(folder, tmp_path / name))

    whole = fresh("whole")
    steps = int(run(whole, 0)[-1].removeprefix("steps "))
    check(whole, [])
    assert steps > 12
    for part in range(12):
        fatal = 1 + part * (steps - 1) // 12
        here = fresh(str(fatal))
        told = run(here, fatal)
        check(here, told)
