"""Restore off the window's thread: open a backup, check it, unpack it, put it into its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from keepproof.errors import KnownError
from keepproof.services import carried_settings, restore
from keepproof.services.restore import OpenedBackup, Place, Restored
from keepproof.ui.library_swap import LibrarySwap
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.library.backups.restoring import Unpacked
    from keepproof.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Preview:
    """A backup that was opened, and the library that is open now."""

    opened: OpenedBackup
    here: Place


class Restoring(QObject):
    """One thing at a time; every step ends with its own signal or with `failed`."""

    locked = Signal()
    previewed = Signal(object)
    checked = Signal()
    restored = Signal(object)
    unpacked = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Prepare; nothing is read yet."""
        super().__init__(parent)
        self._session = session
        self._ticket: Ticket | None = None

    @property
    def running(self) -> bool:
        """Say whether something is under way."""
        return self._ticket is not None

    def open(self, path: Path, passphrase: str = "") -> None:
        """Look into a backup: `previewed`, or `locked` where it needs a passphrase."""
        here = self._session.folder

        def work(ticket: Ticket) -> Preview:
            del ticket
            return Preview(restore.open_backup(path, passphrase), restore.look(here))

        self._ticket = self._session.operations.pool(self, work, self._preview, self._fail)

    def check(self, opened: OpenedBackup) -> None:
        """Read and compare all of it: `checked`."""

        def work(ticket: Ticket) -> None:
            restore.check(opened, ticket)

        self._ticket = self._session.operations.pool(
            self, work, self._whole, self._fail, on_progress=self._progress
        )

    def into(self, opened: OpenedBackup, folder: Path) -> None:
        """Restore into a new or empty folder: `restored`."""
        now = self._session.now

        def work(ticket: Ticket) -> Restored:
            return restore.restore(opened, folder, ticket, now)

        self._ticket = self._session.operations.pool(
            self, work, self._restored, self._fail, on_progress=self._progress
        )

    def instead(self, preview: Preview) -> None:
        """Unpack beside the open library, to take its place: `unpacked` with a LibrarySwap."""
        now, place = self._session.now, preview.here

        def work(ticket: Ticket) -> Unpacked:
            return restore.unpack(preview.opened, place.folder, ticket, now)

        def then(unpacked: Unpacked) -> None:
            self._ticket = None
            self.unpacked.emit(LibrarySwap(preview.opened, unpacked, place, now()))

        self._ticket = self._session.operations.pool(
            self, work, then, self._fail, on_progress=self._progress
        )

    def stop(self) -> None:
        """Give up; what was unpacked is removed."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _preview(self, preview: Preview) -> None:
        self._ticket = None
        self.previewed.emit(preview)

    def _whole(self, _nothing: None) -> None:
        self._ticket = None
        self.checked.emit()

    def _restored(self, restored: Restored) -> None:
        self._ticket = None
        self.restored.emit(restored)

    def _fail(self, error: KnownError) -> None:
        self._ticket = None
        if error.code == "restore.passphrase_needed":
            self.locked.emit()
        else:
            self.failed.emit(error)

    def _progress(self, done: float, total: int, _what: str) -> None:
        self.progressed.emit(done / max(total, 1))


def take_settings(session: Session, extras: dict[str, bytes]) -> None:
    """Fill what is empty in the settings and the user's rules with what came along; KnownError knowledge.not_written."""
    taken = carried_settings.take_over(extras, session.settings.value, session.paths.knowledge)
    session.settings.change(**taken.settings)
    if taken.rules:
        session.book.reload()
