"""The stored backups of every released format are restored, byte for byte."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from keepproof.library.backups.manifest import RULES, SETTINGS, VERSION
from keepproof.library.library import Library
from keepproof.services import restore
from keepproof.services.verify_library import verify
from keepproof.ticket import Ticket
from library.backups.backup_pieces import stored

FOLDER = Path(__file__).parents[1] / "fixtures" / "backups"
FORMATS = sorted(one.name for one in FOLDER.glob("v*"))
CONTENT = (b"shop: brand new\n", b"\xff\xfe", b"in no order")


def test_every_format_that_was_released_is_stored() -> None:
    assert [f"v{number}" for number in range(1, VERSION + 1)] == FORMATS


@pytest.mark.parametrize("name", ["plain.zip", "sealed.zip"])
@pytest.mark.parametrize("format", FORMATS)
def test_a_stored_backup_comes_back_byte_for_byte(tmp_path: Path, format: str, name: str) -> None:
    passphrase = (FOLDER / format / "passphrase.txt").read_text("utf-8").rstrip("\n")
    opened = restore.open_backup(FOLDER / format / name, passphrase)
    done = restore.restore(opened, tmp_path / "new", Ticket(), lambda: datetime.now(UTC))
    assert done.extras.keys() == {SETTINGS, f"{RULES}facts.toml"}
    found = {key: data for key, data in stored(tmp_path / "new").items() if "originals" in key}
    assert {hashlib.sha256(data).hexdigest(): data for data in found.values()} == {
        hashlib.sha256(data).hexdigest(): data for data in CONTENT
    }
    with Library.open(tmp_path / "new", create=False) as library:
        report = verify(library, Ticket()).value
        assert (report.intact, report.chain) == (3, "intact")
        assert [one.number for one in library.orders.all()] == ["2690183455720166318"]
