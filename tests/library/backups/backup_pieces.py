"""A small library, backups of it, and archives spoilt by hand."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from keepproof.library.backups import reading, restoring, sealing, writing
from keepproof.library.backups.manifest import (
    DATABASE,
    FORMAT,
    MANIFEST,
    VERSION,
    BackedUpFile,
    Contents,
    Manifest,
    written,
)
from keepproof.library.backups.meter import Meter
from keepproof.library.backups.restoring import Unpacked
from keepproof.library.backups.writing import Plan, Seal
from keepproof.library.incoming import Incoming
from keepproof.library.library import Library
from keepproof.ticket import Ticket

AT = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=8)))
CONTENTS = Contents(0, 0, 0, 0, 0, "")
DATA = b"database"


def fill(library: Library, count: int = 3) -> list[str]:
    """Keep some small things and return their hashes."""
    things = [Incoming(Path(f"截图{n}.png"), data=f"content {n}".encode()) for n in range(count)]
    list(library.keep(things, Ticket()))
    return [one.evidence.sha256 for one in library.evidence.all()]


def seal() -> Seal:
    """Make an identity; what locks it does not matter here."""
    return Seal(sealing.new_identity(), b"locked")


def plan(seal: Seal | None = None, extras: Mapping[str, bytes] | None = None) -> Plan:
    return Plan(AT, "1.2.3", "read me", extras or {}, seal)


def back_up(library: Library, target: Path, how: Plan | None = None) -> Manifest:
    snapshot = library.snapshot(Ticket())
    try:
        return writing.write(snapshot, how or plan(), target, Ticket())
    finally:
        snapshot.discard()


def check(path: Path, identity: str = "") -> Manifest:
    """Read a whole backup and compare everything."""
    with reading.BackupFile(path) as backup:
        manifest = backup.manifest(identity)
        for one in manifest.files:
            backup.check(one, identity, Meter(Ticket(), 1))
    return manifest


def unpack(path: Path, target: Path, identity: str = "") -> Unpacked:
    with reading.BackupFile(path) as backup:
        return restoring.unpack(backup, backup.manifest(identity), identity, target, Ticket())


def stored(folder: Path) -> dict[str, bytes]:
    """Read all originals and all of the trash."""
    places = [*(folder / "originals").rglob("*"), *(folder / "trash").rglob("*")]
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in places if one.is_file()}


def entry(path: str, data: bytes) -> BackedUpFile:
    return BackedUpFile(path, path, len(data), hashlib.sha256(data).hexdigest())


def manifest(files: list[BackedUpFile], **values: object) -> Manifest:
    whole = Manifest(FORMAT, VERSION, "1.2.3", 2, AT.isoformat(), "library", "0", CONTENTS, ())
    return replace(whole, files=tuple(files), **values)  # type: ignore[arg-type]


def archive(path: Path, things: list[tuple[zipfile.ZipInfo | str, bytes]]) -> Path:
    """Write a zip archive by hand."""
    with zipfile.ZipFile(path, "w") as out:
        for name, data in things:
            out.writestr(name, data)
    return path


def honest(
    more: list[tuple[zipfile.ZipInfo | str, bytes]] | None = None,
) -> list[tuple[zipfile.ZipInfo | str, bytes]]:
    """Give the entries of the smallest backup there is, and more."""
    return [(DATABASE, DATA), (MANIFEST, written(manifest([entry(DATABASE, DATA)]))), *(more or [])]
