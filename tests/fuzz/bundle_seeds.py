"""Small evidence bundles to start from."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import bundles
from keepproof.domain import bundle as form
from keepproof.exporting.bundle_records import history_bytes, record_bytes


def archive() -> bytes:
    """Write a whole bundle of two files."""
    with tempfile.TemporaryDirectory() as folder:
        return bundles.make(Path(folder)).read_bytes()


def record() -> bytes:
    """Write the record of the same."""
    with tempfile.TemporaryDirectory() as folder:
        files = bundles.packed(Path(folder), {"data/originals/E1_a.png": b"picture"})
        return record_bytes(bundles.record(files, bundles.events()))


def history() -> bytes:
    """Write the custody record of the same."""
    chain = bundles.events()
    return history_bytes(chain, form.ChainHead(chain[-1].hash, chain[-1].sequence))


def around(name: str, data: bytes) -> bytes:
    """Put bytes into a bag as one of its files at the top, so that a fuzzer need not know of checksums."""
    out = io.BytesIO()
    contents = {form.MANIFEST: b"0" * 64 + b"  data/a\n", "data/a": b"a"} | {name: data}
    with zipfile.ZipFile(out, "w") as written:
        for path, content in contents.items():
            written.writestr(zipfile.ZipInfo(f"bag/{path}"), content)
    return out.getvalue()
