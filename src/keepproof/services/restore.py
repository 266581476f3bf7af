"""Bring a library back from a backup: look first, unpack beside its place, then put it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from keepproof.errors import KnownError
from keepproof.library.backups import restoring, sealing, settling
from keepproof.library.backups.manifest import Contents, Manifest
from keepproof.library.backups.meter import Meter
from keepproof.library.backups.reading import BackupFile
from keepproof.library.backups.restoring import Unpacked
from keepproof.services import back_up
from keepproof.ticket import Ticket


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup whose table of contents was read; `identity` opens its files where it is encrypted."""

    path: Path
    size: int
    manifest: Manifest
    identity: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a library would be restored to: free, in_use by other files, or a library with these contents."""

    folder: Path
    state: str
    contents: Contents | None = None


@dataclass(frozen=True, slots=True)
class Restored:
    """A library in its place, where the one before stands now, and the settings that came along."""

    folder: Path
    aside: Path | None
    manifest: Manifest
    extras: dict[str, bytes]


def needs_passphrase(path: Path) -> bool:
    """Say whether a backup is encrypted; KnownErrors restore.* where it is none."""
    with BackupFile(path) as backup:
        return backup.sealed


def open_backup(path: Path, passphrase: str = "") -> OpenedBackup:
    """Read what is in a backup; nothing is written.

    KnownErrors restore.passphrase_needed, wrong_passphrase, not_a_backup, cut_off, damaged, unsafe, too_much, newer,
    newer_format, not_there, unreadable.
    """
    with BackupFile(path) as backup:
        identity = ""
        if backup.sealed:
            if not passphrase:
                raise KnownError("restore.passphrase_needed")
            identity = _unlocked(backup.locked_key(), passphrase)
        manifest = backup.manifest(identity)
    settling.expect_known(manifest)
    return OpenedBackup(path, path.stat().st_size, manifest, identity)


def look(folder: Path) -> Place:
    """Say what stands at a place now."""
    state = restoring.look(folder).state
    return Place(folder, state, settling.peek(folder) if state == "library" else None)


def check(opened: OpenedBackup, ticket: Ticket) -> None:
    """Read a whole backup and compare every byte with its table of contents; KnownError restore.damaged."""
    with BackupFile(opened.path) as backup:
        meter = Meter(ticket, sum(one.size for one in opened.manifest.files))
        for one in opened.manifest.files:
            backup.check(one, opened.identity, meter)


def unpack(
    opened: OpenedBackup, target: Path, ticket: Ticket, now: Callable[[], datetime]
) -> Unpacked:
    """Write the library beside its place, migrated and checked; nothing stays behind when it fails."""
    with BackupFile(opened.path) as backup:
        unpacked = restoring.unpack(backup, opened.manifest, opened.identity, target, ticket)
    try:
        settling.settle(unpacked.folder, opened.manifest, now)
        ticket.check()
    except BaseException:
        restoring.give_up(unpacked)
        raise
    return unpacked


def put_in_place(
    opened: OpenedBackup, unpacked: Unpacked, target: Path, at: datetime, *, replace: bool = False
) -> Restored:
    """Let an unpacked library take its place; one that stood there is kept beside it under another name.

    The place must not be open. KnownErrors restore.not_empty, library.locked, restore.failed.
    """
    try:
        aside = restoring.put_in_place(unpacked, target, at, replace=replace)
    except BaseException:
        restoring.give_up(unpacked)
        raise
    return Restored(target, aside, opened.manifest, unpacked.extras)


def restore(
    opened: OpenedBackup,
    target: Path,
    ticket: Ticket,
    now: Callable[[], datetime],
    *,
    replace: bool = False,
) -> Restored:
    """Do all of it for a library that is not open."""
    state = restoring.look(target).state
    if state == "in_use" or (state == "library" and not replace):
        raise KnownError("restore.not_empty", folder=target)
    unpacked = unpack(opened, target, ticket, now)
    return put_in_place(opened, unpacked, target, now(), replace=replace)


def _unlocked(locked: bytes, passphrase: str) -> str:
    try:
        with back_up.locking() as child:
            return child.run(sealing.unlock, locked, passphrase, timeout_s=back_up.LOCKING_S)
    except KnownError as error:
        raise back_up.apart(error) from error
