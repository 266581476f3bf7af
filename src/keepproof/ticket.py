"""The slip that goes with a piece of work: it reports progress and carries the wish to cancel."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from keepproof.errors import CancelledError

Progress = Callable[[float, int, str], None]
"""Told (done, total, what); a part of a step that is half done counts as a part of one."""


class Ticket:
    """Report progress of one piece of work and stop it when asked; safe to share between threads."""

    def __init__(self, on_progress: Progress | None = None) -> None:
        """Take the function that is told (done, total, what) after every step."""
        self._on_progress = on_progress
        self._cancelled = Event()

    @property
    def cancelled(self) -> bool:
        """Say whether somebody asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    def check(self) -> None:
        """Stop here when asked; raises CancelledError."""
        if self._cancelled.is_set():
            raise CancelledError

    def step(self, done: float, total: int, what: str = "") -> None:
        """Report progress; raises CancelledError when asked to stop."""
        self.check()
        if self._on_progress is not None:
            self._on_progress(done, total, what)


class PartTicket(Ticket):
    """The slip of a part of a piece of work: it tells the whole in thousandths, and stops with it."""

    PARTS = 1000

    def __init__(self, whole: Ticket, start: float, end: float) -> None:
        """Be the part between two shares of the whole, from 0 to 1."""

        def tell(done: float, total: int, what: str) -> None:
            share = start + (end - start) * done / max(total, 1)
            whole.step(share * self.PARTS, self.PARTS, what)

        super().__init__(tell)
        self._whole = whole

    def check(self) -> None:
        """Stop when the whole is asked to."""
        self._whole.check()
