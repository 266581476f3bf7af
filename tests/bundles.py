"""Evidence bundles small enough to be looked at byte by byte, and zips made to do harm."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from keepproof.domain import bundle as form
from keepproof.domain.bundle import BundledItem, BundledOrder, BundleRecord, ChainHead
from keepproof.domain.custody import CustodyEvent, seal
from keepproof.exporting.bundle import Bag, PackedFile, pack
from keepproof.exporting.bundle_records import history_bytes, record_bytes
from keepproof.ticket import Ticket

AT = datetime(2026, 11, 22, 14, 5, 8, tzinfo=UTC)
FOLDER = "X1_20261122"
NUMBER = "2690183455720166318"


def events(count: int = 3) -> list[CustodyEvent]:
    """Make a whole chain."""
    made: list[CustodyEvent] = []
    for sequence in range(1, count + 1):
        previous = made[-1].hash if made else "0" * 64
        one = CustodyEvent(sequence, AT.isoformat(), "evidence.kept", "a", {"n": "名"}, previous)
        made.append(replace(one, hash=seal(one)))
    return made


def packed(folder: Path, contents: dict[str, bytes], name: str = "in") -> list[PackedFile]:
    """Put files on the disk and name their places in a bag."""
    (folder / name).mkdir(exist_ok=True)
    files = []
    for number, (path, data) in enumerate(contents.items()):
        source = folder / name / str(number)
        source.write_bytes(data)
        sha256 = hashlib.sha256(data).hexdigest()
        files.append(PackedFile(source, path, sha256, len(data), AT, path.endswith(".txt")))
    return files


def record(files: list[PackedFile], chain: list[CustodyEvent]) -> BundleRecord:
    """Describe files as the evidence of an order."""
    items = tuple(
        BundledItem(
            f"id{number}",
            number,
            "photo",
            "",
            one.name.rpartition("/")[2],
            one.sha256,
            one.size,
            "image/png",
            one.name,
        )
        for number, one in enumerate(files, 1)
    )
    order = BundledOrder(NUMBER, "tmall", "澄屿家电旗舰店")
    head = ChainHead(chain[-1].hash, chain[-1].sequence)
    return BundleRecord(form.FORMAT, "KeepProof", AT.isoformat(), "platform", order, items, head)


def make(
    folder: Path,
    name: str = "bundle.zip",
    contents: dict[str, bytes] | None = None,
    change: Callable[[BundleRecord], BundleRecord] = lambda one: one,
) -> Path:
    """Write a whole bundle of two files."""
    contents = contents or {
        "data/originals/E1_订单.png": b"picture" * 50,
        "data/originals/E2_chat.txt": "退款\n".encode() * 40,
    }
    files, chain = packed(folder, contents, f"{name}.in"), events()
    described = change(record(files, chain))
    tags = {
        form.HISTORY: history_bytes(chain, described.custody),
        form.RECORD: record_bytes(described),
    }
    path = folder / name
    pack(path, Bag(FOLDER, files, tags, AT), Ticket())
    return path


def rewritten(path: Path, out: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """Copy a zip with other bytes in its files, by name inside the bag; None leaves a file out."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.infolist():
            data = change(one.filename.partition("/")[2], old.read(one))
            if data is not None:
                new.writestr(one, data)
    return out


def hostile(entries: list[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """Write a zip with these entries after a manifest that makes it a bag."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(f"bag/{form.MANIFEST}", b"")
        for entry, data in entries:
            archive.writestr(entry, data)
    return buffer.getvalue()


def plain(described: BundleRecord) -> dict[str, object]:
    """Give a record as it stands in JSON."""
    found = json.loads(json.dumps(asdict(described), default=str))
    assert isinstance(found, dict)
    return found
