"""A backup from the first look to the note in the custody log; the window is used on meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from keepproof.services import back_up, carried_settings
from keepproof.services.back_up import BackupReport
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.library.backups.snapshot import Snapshot
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where to and, unless empty, with which passphrase."""

    target: Path
    passphrase: str = ""


class BackingUp(QObject):
    """The library is asked for its state and told of the result; in between a thread of its own writes the file."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Prepare; `start` begins."""
        super().__init__(parent)
        self._session = session
        self._ticket: Ticket | None = None
        self._stopped = False

    @property
    def running(self) -> bool:
        """Say whether a backup is under way."""
        return self._ticket is not None

    def start(self, wanted: Wanted) -> None:
        """Begin with the state of the library as it is now."""
        self._stopped = False
        # What comes back belongs to the session: a dialog closed meanwhile must not leave a copy behind.
        self._ticket = self._session.operations.read(
            self._session,
            lambda library, ticket: library.snapshot(ticket),
            lambda snapshot: self._write(wanted, snapshot),
            self._fail,
        )

    def stop(self) -> None:
        """Give up; nothing half stays behind."""
        if self._ticket is not None:
            self._stopped = True
            self._ticket.cancel()
            self._ticket = None

    def _write(self, wanted: Wanted, snapshot: Snapshot) -> None:
        if self._stopped:
            snapshot.discard()
            return
        session = self._session
        settings, rules, now = session.settings.value, session.paths.knowledge, session.now()

        def work(ticket: Ticket) -> BackupReport:
            extras = carried_settings.pack(settings, rules)
            return back_up.write(snapshot, wanted.target, extras, now, ticket, wanted.passphrase)

        self._ticket = session.operations.pool(
            session, work, self._note, self._fail, on_progress=self._progress
        )

    def _note(self, report: BackupReport) -> None:
        def work(library: Library, ticket: Ticket) -> Outcome[BackupReport]:
            del ticket
            return back_up.note(library, report)

        self._session.operations.write(self._session, work, self._end, self._fail)

    def _end(self, report: BackupReport) -> None:
        self._ticket = None
        self._session.backed_up.emit()
        if shiboken6.isValid(self):
            self.done.emit(report)

    def _fail(self, error: KnownError) -> None:
        self._ticket = None
        if shiboken6.isValid(self):
            self.failed.emit(error)

    def _progress(self, done: float, total: int, _what: str) -> None:
        if shiboken6.isValid(self):
            self.progressed.emit(done / max(total, 1))
