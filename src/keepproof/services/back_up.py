"""Put a whole library into one file: the moment is fixed in the library, the writing needs it no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from keepproof import __version__, messages
from keepproof.domain.changes import Changes
from keepproof.errors import KnownError
from keepproof.library.backups import sealing, writing
from keepproof.library.backups.manifest import Manifest
from keepproof.library.backups.snapshot import Snapshot
from keepproof.library.backups.writing import Plan, Seal
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

BACKED_UP = "library.backed_up"
LOCKING_S = 120.0
LOCKING_BYTES = (
    12 * 1024**3
)  # address space: age asks for as much memory as the machine masters in a second
_CHILD_FAILED = {"readers.timeout", "readers.memory", "readers.crashed"}


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup that was written and read back: where, how large, what is in it."""

    path: Path
    size: int
    encrypted: bool
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class LastBackup:
    """When a library was last backed up, None for never, and how much evidence came since."""

    at: datetime | None
    since: int


def back_up(
    library: Library,
    target: Path,
    extras: Mapping[str, bytes],
    ticket: Ticket,
    passphrase: str = "",
) -> Outcome[BackupReport]:
    """Write a backup and note it in the custody log; KnownErrors as `write` and Library.snapshot."""
    snapshot = library.snapshot(ticket)
    report = write(snapshot, target, extras, library.now(), ticket, passphrase)
    return note(library, report)


def write(
    snapshot: Snapshot,
    target: Path,
    extras: Mapping[str, bytes],
    made_at: datetime,
    ticket: Ticket,
    passphrase: str = "",
) -> BackupReport:
    """Write what a snapshot holds, and discard it; in any thread, while the library goes on being used.

    KnownErrors backup.*; CancelledError. Either the whole file stands at `target` afterwards or what stood there before.
    """
    try:
        seal = _seal(passphrase) if passphrase else None
        readme = _readme(sealed=seal is not None)
        plan = Plan(made_at, __version__, readme, extras, seal)
        manifest = writing.write(snapshot, plan, target, ticket)
    finally:
        snapshot.discard()
    return BackupReport(target, target.stat().st_size, seal is not None, manifest)


def note(library: Library, report: BackupReport) -> Outcome[BackupReport]:
    """Write into the custody log that a backup was made; where it lies is nobody's business."""
    manifest = report.manifest
    library.custody.record(
        BACKED_UP,
        "library",
        files=len(manifest.files),
        bytes=report.size,
        encrypted=report.encrypted,
        faults=len(manifest.faults),
    )
    return Outcome(report, Changes(), label="library.back_up")


def last_backup(library: Library) -> LastBackup:
    """Say when this library was last backed up and how much evidence came since."""
    event = library.custody.last("library", BACKED_UP)
    if event is None:
        return LastBackup(None, library.evidence.count())
    since = library.custody.count("evidence.kept", event.sequence)
    return LastBackup(datetime.fromisoformat(event.at), since)


def suggest_backup(library: Library, weeks: int, now: datetime) -> LastBackup | None:
    """Say what is known of the last backup when one is due: evidence is new, and the last one so many weeks old.

    A library that was never backed up is due so many weeks after its first evidence; 0 weeks never.
    """
    last = last_backup(library)
    if not weeks or not last.since:
        return None
    since = last.at
    if since is None:
        first = library.custody.first("evidence.kept")
        since = datetime.fromisoformat(first.at) if first is not None else now
    return last if now - since >= timedelta(weeks=weeks) else None


def file_name(lang: str, at: datetime) -> str:
    """Name a backup by its day."""
    return f"{'留证备份' if lang == 'zh' else 'KeepProof-backup'}-{at:%Y-%m-%d}.zip"


def apart(error: KnownError) -> KnownError:
    """Word what went wrong while a child process worked on a passphrase."""
    return KnownError("backup.no_memory") if error.code in _CHILD_FAILED else error


def locking() -> Sandbox:
    """Give the child process that works on passphrases: it takes seconds and would stop the window meanwhile."""
    return Sandbox(workers=1, memory=LOCKING_BYTES)


def _seal(passphrase: str) -> Seal:
    identity = sealing.new_identity()
    try:
        with locking() as child:
            return Seal(
                identity, child.run(sealing.lock, identity, passphrase, timeout_s=LOCKING_S)
            )
    except KnownError as error:
        raise apart(error) from error


def _readme(*, sealed: bool) -> str:
    code = "backup.readme_sealed" if sealed else "backup.readme"
    return "\n\n".join(messages.say(code, lang) for lang in ("zh", "en")) + "\n"
