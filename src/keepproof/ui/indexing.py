"""Keep the search up to date while nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

CALM_MS = 1500  # after a change; the next search reads what is new in any case
NEXT_MS = 30  # between two portions: what the user asks for comes first


class Indexing(QObject):
    """Read what changed in small portions, some time after each change."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Listen to one session."""
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)
        session.operations.opened.connect(self._wait)
        session.events.changed.connect(self._wait)
        self._wait()

    def _wait(self) -> None:
        self._timer.start(CALM_MS)

    def _read(self) -> None:
        def work(library: Library, ticket: Ticket) -> Outcome[int]:
            from keepproof.services.search import index  # noqa: PLC0415 - not before the first paint

            del ticket
            return index(library)

        # A full disk is told where the user writes something; the search tells what it cannot read.
        self._session.operations.write(self, work, self._go_on, lambda _: None)

    def _go_on(self, pending: int) -> None:
        if pending:
            self._timer.start(NEXT_MS)
