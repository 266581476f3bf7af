"""The originals: files named by the SHA-256 of their bytes, read-only and never rewritten."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from keepproof.library.syncing import Syncer

_SHA256 = re.compile(r"[0-9a-f]{64}")
PART = ".part"
JOURNAL = ".batch"


class Originals:
    """The store below a library folder: originals/, trash/ and incoming/ for what is half done."""

    def __init__(self, folder: Path) -> None:
        """Use the store of this library folder; makes its folders."""
        self.root = folder / "originals"
        self.trash = folder / "trash"
        self.incoming = folder / "incoming"
        for one in (self.root, self.trash, self.incoming):
            one.mkdir(exist_ok=True)
        self.syncer = Syncer(folder)
        self._made: set[Path] = set()

    def path(self, sha256: str) -> Path:
        """Return where an original stands, whether or not it is there."""
        return self.root / _checked(sha256)[:2] / sha256[2:4] / sha256

    def trash_path(self, sha256: str) -> Path:
        """Return where a deleted original stands."""
        return self.trash / _checked(sha256)

    def place(self, part: Path, sha256: str) -> set[Path]:
        """Move a finished temporary file to its name in one step; returns the folders that changed."""
        target = self.path(sha256)
        folder = target.parent
        if folder not in self._made:
            folder.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        _move(part, target)
        return {folder, folder.parent, self.root}

    def has(self, sha256: str, size: int) -> bool:
        """Say whether an original of this size stands in its place."""
        with suppress(OSError):
            found = self.path(sha256).lstat()
            return stat.S_ISREG(found.st_mode) and found.st_size == size
        return False

    def reachable(self) -> bool:
        """Say whether the store itself can be read; an unmounted disk leaves nothing or an empty folder."""
        try:
            with os.scandir(self.root) as entries:
                return any(True for _ in entries)
        except OSError:
            return False

    def to_trash(self, sha256: str) -> None:
        """Put an original into the trash; does nothing when it is not there."""
        with suppress(FileNotFoundError):
            _move(self.path(sha256), self.trash_path(sha256))

    def from_trash(self, sha256: str) -> None:
        """Take an original out of the trash; does nothing when it is not there."""
        target = self.path(sha256)
        if target.exists():
            drop(self.trash_path(sha256))
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            _move(self.trash_path(sha256), target)

    def trashed(self) -> list[str]:
        """List the hashes of all originals in the trash."""
        return [one.name for one in self.trash.iterdir() if _SHA256.fullmatch(one.name)]

    def write_journal(self, name: str, hashes: Iterable[str]) -> Path:
        """Note which originals a batch is about to place, so that half a batch can be found again."""
        journal = self.journal(name)
        with journal.open("w", encoding="ascii") as file:
            file.writelines(f"{one}\n" for one in hashes)
            file.flush()
            self.syncer.file(file.fileno())
        return journal

    def journal(self, name: str) -> Path:
        """Return where the journal of a batch stands."""
        return self.incoming / f"{name}{JOURNAL}"

    def half_batches(self) -> Iterator[tuple[Path, list[str]]]:
        """List the journals of batches that were not finished, with the originals they name."""
        for journal in sorted(self.incoming.glob(f"*{JOURNAL}")):
            lines = journal.read_text("ascii", errors="replace").split()
            yield journal, [one for one in lines if _SHA256.fullmatch(one)]

    def sweep_parts(self) -> None:
        """Remove temporary files of work that never ended."""
        for part in self.incoming.glob(f"*{PART}"):
            drop(part)

    def close(self) -> None:
        """Let go of the store."""
        self.syncer.close()


def protect(path: Path) -> None:
    """Make a file read-only."""
    path.chmod(0o444)


def drop(path: Path) -> None:
    """Remove a file that may be read-only or already gone."""
    with suppress(FileNotFoundError):
        if os.name == "nt":
            path.chmod(stat.S_IWRITE)
        path.unlink()


def discard(path: Path) -> None:
    """Remove a file of half-done work; where that fails the next start does it."""
    with suppress(OSError):
        drop(path)


def _move(source: Path, target: Path) -> None:
    if os.name == "nt" and target.exists():  # Windows does not replace what is read-only
        drop(target)
    source.replace(target)


def _checked(sha256: str) -> str:
    if not _SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return sha256
