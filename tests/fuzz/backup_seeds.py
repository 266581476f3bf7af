"""Small backups to start from."""

from __future__ import annotations

import hashlib
import io
import zipfile

from keepproof.library.backups import manifest as form
from keepproof.library.backups.manifest import BackedUpFile, Contents, Fault, Manifest

_HASH = hashlib.sha256(b"original").hexdigest()
_FILES = {
    form.DATABASE: b"database",
    f"library/originals/{_HASH[:2]}/{_HASH[2:4]}/{_HASH}": b"original",
    form.SETTINGS: b"{}",
}


def manifest() -> bytes:
    """Write the manifest of a backup with one original."""
    files = tuple(
        BackedUpFile(path, path, len(data), hashlib.sha256(data).hexdigest())
        for path, data in _FILES.items()
    )
    faults = (Fault(f"library/trash/{_HASH}", "missing", ("截图.png",)),)
    contents = Contents(1, 1, 1, 0, 8, "2026-11-01T18:20:00+08:00")
    at = "2026-11-22T09:30:00+08:00"
    return form.written(
        Manifest(form.FORMAT, 1, "1.2.3", 2, at, "library", "0" * 64, contents, files, faults)
    )


def archive() -> bytes:
    """Write the archive of the same."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name, data in (*_FILES.items(), (form.MANIFEST, manifest())):
            written.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()
