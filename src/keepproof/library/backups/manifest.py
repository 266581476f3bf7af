"""What a backup says of itself: what is in it, file by file, and what of the library could not be put into it.

A backup is a zip archive whose entries are stored, not packed. Its entries are README.txt, manifest.json and the
files under their own paths; in a backup with a passphrase they are key.age, manifest.age and data/N.age, each a file
of the age format for the identity in key.age, which is itself locked with the passphrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import msgspec

from keepproof.errors import KnownError

FORMAT = "keepproof-backup"
VERSION = 1
README, MANIFEST, SEALED_MANIFEST, KEY = "README.txt", "manifest.json", "manifest.age", "key.age"
LIBRARY, SETTINGS, RULES = "library/", "settings/settings.json", "settings/knowledge/"
DATABASE = f"{LIBRARY}keepproof.sqlite3"
MOST_FILES = 500_000
MANIFEST_BYTES = 256 * 1024**2

_RULE = r"settings/knowledge/(?:[a-z][a-z0-9_]{0,40}/)?[a-z][a-z0-9_]{0,40}\.toml"
_PATH = re.compile(
    rf"{re.escape(DATABASE)}|library/trash/[0-9a-f]{{64}}"
    rf"|library/originals/([0-9a-f]{{2}})/([0-9a-f]{{2}})/(?=\1\2)[0-9a-f]{{64}}"
    rf"|{re.escape(SETTINGS)}|{_RULE}"
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|/|$)")
_SEALED_ENTRY = re.compile(r"data/[1-9][0-9]{0,6}\.age")


@dataclass(frozen=True, slots=True)
class BackedUpFile:
    """One file: its path in the restored folder, the archive's entry that holds it, its bytes."""

    path: str
    entry: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Fault:
    """An original that was not as it was kept: `state` is missing, changed or unreadable (then what could be read is in).

    `names` are those of the evidence that rests on it.
    """

    path: str
    state: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the library held: counts, the bytes of its originals, when evidence came last (ISO 8601, "" when never)."""

    orders: int
    evidence: int
    disputes: int
    trashed: int
    bytes: int
    latest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The table of contents. `schema` is that of the catalogue, `custody` the seal of its custody log."""

    format: str
    version: int
    program: str
    schema: int
    made_at: str
    library: str
    custody: str
    contents: Contents
    files: tuple[BackedUpFile, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    format: str
    version: int


def written(manifest: Manifest) -> bytes:
    """Write a manifest as JSON."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def read(data: bytes, *, sealed: bool) -> Manifest:
    """Read a manifest and refuse what no backup of ours says.

    KnownErrors: restore.newer_format, restore.damaged, restore.unsafe with the name it refuses.
    """
    name = SEALED_MANIFEST if sealed else MANIFEST
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.format != FORMAT:
            raise KnownError("restore.not_a_backup")
        if head.version > VERSION:
            raise KnownError("restore.newer_format", version=head.version, known=VERSION)
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise KnownError("restore.damaged", name=name) from error
    _check(manifest, sealed=sealed)
    return manifest


def is_ours(path: str) -> bool:
    """Say whether a backup of ours could hold a file of this path: only plain names below a few folders."""
    if _PATH.fullmatch(path) is None:
        return False
    return not any(_RESERVED.match(part) for part in path.split("/"))


def is_entry(name: str) -> bool:
    """Say whether an archive of ours could have an entry of this name, besides its four own ones."""
    return is_ours(name) or _SEALED_ENTRY.fullmatch(name) is not None


def _check(manifest: Manifest, *, sealed: bool) -> None:
    if len(manifest.files) > MOST_FILES:
        raise KnownError("restore.too_much")
    seen: set[str] = set()
    for one in manifest.files:
        entry = _SEALED_ENTRY.fullmatch(one.entry) if sealed else one.entry == one.path
        fresh = one.path not in seen and (not sealed or one.entry not in seen)
        if not (is_ours(one.path) and entry and fresh):
            raise KnownError("restore.unsafe", name=one.path[:200])
        if one.size < 0 or re.fullmatch(r"[0-9a-f]{64}", one.sha256) is None:
            raise KnownError("restore.damaged", name=one.path)
        seen |= {one.path, one.entry}
    if DATABASE not in seen:
        raise KnownError("restore.damaged", name=DATABASE)
