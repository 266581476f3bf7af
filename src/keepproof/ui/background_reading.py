"""Reads what is kept while nobody waits for it: texts at once, pictures one by one, what is on screen first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from keepproof.domain.changes import Changes
from keepproof.errors import KnownError

if TYPE_CHECKING:
    from keepproof.domain.reading import Reading
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.services.understand import Unread
    from keepproof.ticket import Ticket
    from keepproof.ui.session import Session

    Read = list[tuple[Unread, Reading]]

# The window and what the user just dropped come first.
FIRST_LOOK_MS = 3000
LOOK_MS = 1500
BATCH = 16


class BackgroundReading(QObject):
    """Does one small step after the other; what is left is computed from the catalogue, so a restart loses nothing.

    `changed` says that `waiting` or `paused` is another now.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Serve one session; `begin` starts."""
        super().__init__(session)
        self._session = session
        self._todo: list[Unread] = []
        self._paused = self._busy = False
        self._library = 0  # counts libraries: what was read of one is never written into the next
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Follow the library and the settings."""
        session = self._session
        session.operations.opened.connect(self._opened)
        session.events.changed.connect(self._changed)
        session.settings.changed.connect(self._chosen)

    @property
    def waiting(self) -> int:
        """Count the pictures whose text will be read."""
        return sum(self._wanted(one) for one in self._todo if not one.quick)

    @property
    def lacking(self) -> bool:
        """Say whether pictures wait for a part that is not installed."""
        return any(not one.ready for one in self._todo)

    @property
    def paused(self) -> bool:
        """Say whether the user paused it."""
        return self._paused

    def pause(self, *, paused: bool) -> None:
        """Stop after the file under way, or go on."""
        self._paused = paused
        self.changed.emit()
        self._next()

    def _opened(self) -> None:
        self._library += 1
        self._todo = []
        self._busy = False
        self.changed.emit()
        self._timer.start(FIRST_LOOK_MS)

    def _changed(self, changes: Changes) -> None:
        if changes.evidence and not self._timer.isActive():
            self._timer.start(LOOK_MS)

    def _chosen(self) -> None:
        self.changed.emit()
        self._next()

    def _look(self) -> None:
        def work(library: Library, ticket: Ticket) -> list[Unread]:
            from keepproof.services import understand  # noqa: PLC0415 - not before the first paint

            del ticket
            return understand.unread(library)

        which = self._library
        self._session.operations.read(self, work, lambda todo: self._take(todo, which))

    def _take(self, todo: list[Unread], which: int) -> None:
        if which == self._library:
            self._todo = todo
            self.changed.emit()
            self._next()

    def _wanted(self, one: Unread) -> bool:
        return one.ready and (one.quick or self._session.settings.value.read_pictures)

    def _next(self) -> None:
        """Give the next files to the pool: many that are quick, or one that is not."""
        ready = [one for one in self._todo if self._wanted(one)]
        if self._busy or self._paused or not ready:
            return
        batch = [one for one in ready if one.quick][:BATCH] or [self._on_screen(ready)]
        self._busy = True
        session, folder, which = self._session, self._session.folder, self._library

        def work(ticket: Ticket) -> Read:
            from keepproof.services import understand  # noqa: PLC0415 - not before the first paint

            return understand.look_at(
                batch, folder, ticket, quick=session.sandbox, slow=session.slow_sandbox
            )

        session.operations.pool(
            self,
            work,
            lambda read: self._keep(read, batch, which),
            lambda error: self._give_up(error, which),
            quiet=True,
        )

    def _on_screen(self, ready: list[Unread]) -> Unread:
        """Choose what was painted last; else the first of the list, which begins with the newest."""
        seen = self._session.thumbnails.seen

        def rank(one: Unread) -> int:
            return max((seen.get(id, -1) for id in one.items), default=-1)

        return max(ready, key=rank)

    def _keep(self, read: Read, batch: list[Unread], which: int) -> None:
        if which != self._library:
            return

        def work(library: Library, ticket: Ticket) -> Outcome[None]:
            from keepproof.services import understand  # noqa: PLC0415 - not before the first paint

            del ticket
            return understand.keep_readings(library, read)

        self._session.operations.write(
            self,
            work,
            lambda _: self._done(batch, which),
            lambda error: self._give_up(error, which),
        )

    def _done(self, batch: list[Unread], which: int) -> None:
        if which != self._library:
            return
        hashes = {one.sha256 for one in batch}
        self._todo = [one for one in self._todo if one.sha256 not in hashes]
        self._busy = False
        self.changed.emit()
        self._next()

    def _give_up(self, error: KnownError, which: int) -> None:
        """Wait for the next change: the program ends, or the disk cannot be written to."""
        del error
        if which == self._library:
            self._busy = False
            self._todo = []
            self.changed.emit()
