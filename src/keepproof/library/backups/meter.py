"""The progress of long copying, told now and then."""

from __future__ import annotations

import time

from keepproof.ticket import Ticket

PAUSE_S = 0.05
UNIT = 1024  # progress is told in KiB: a count of bytes would not fit into the window's signals


class Meter:
    """Counts bytes and tells the ticket; stops by CancelledError."""

    def __init__(self, ticket: Ticket, total: int) -> None:
        """Expect so many bytes."""
        self._ticket = ticket
        self._total = total
        self._done = 0
        self._told = 0.0

    def add(self, count: int, what: str) -> None:
        """Count bytes of one thing."""
        self._done += count
        now = time.monotonic()
        if now - self._told >= PAUSE_S:
            self._told = now
            self._ticket.step(min(self._done, self._total) / UNIT, self._total // UNIT, what)
        else:
            self._ticket.check()
