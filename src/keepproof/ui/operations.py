"""The one door to threads: one worker owns the library, a pool does the rest, results come back to the window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from keepproof.domain.changes import Changes
from keepproof.errors import CancelledError, KnownError
from keepproof.services.outcome import Outcome
from keepproof.ticket import Progress, Ticket
from keepproof.ui.rubbish import Rubbish

if TYPE_CHECKING:
    from keepproof.library.library import Library

T = TypeVar("T")
Then = Callable[[T], object]
Failed = Callable[[KnownError], object]

log = logging.getLogger(__name__)
POOL_THREADS = 2


@dataclass(eq=False, slots=True)
class _Job:
    """One piece of work on its way: whose it is, what to do with what comes back, and what came back."""

    parent: QObject
    ticket: Ticket
    then: Then[Any] | None
    failed: Failed | None
    changes: bool = False
    progress: Progress | None = None
    what: str = ""
    quiet: bool = False
    work: Callable[[Ticket], Any] | None = None
    value: Any = None
    error: BaseException | None = None


class Operations(QObject):
    """Run work off the window's thread and deliver its result, error or progress on it.

    `parent` of each call is the object that wants the result: when it is gone, nothing is delivered to it, but
    changes are still broadcast.
    """

    changed = Signal(Changes)
    done = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    opened = Signal()
    open_failed = Signal(object)
    busy = Signal(str, object)
    progressed = Signal(object, float, int, str)
    ended = Signal(object)
    _finished = Signal(int)
    _progress = Signal(object, float, int, str)

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], datetime] | None = None
    ) -> None:
        """Prepare the threads; no library is open yet. `now` is the clock the library goes by."""
        super().__init__(parent)
        self._now = now
        self._library: Library | None = None
        self._jobs: set[_Job] = set()
        self._under_way: dict[int, _Job] = {}
        self._numbers = count()
        self._rubbish = Rubbish(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="library")
        self._pool = ThreadPoolExecutor(POOL_THREADS, thread_name_prefix="pool")
        self._closed = False
        self._shut = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progress.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def open(
        self, folder: Path, *, create: bool = True, between: Callable[[], None] | None = None
    ) -> None:
        """Open a library in its worker, closing the one before; `opened` or `open_failed` follows.

        What is asked of the library meanwhile waits for it; where it cannot be opened, that comes to nothing.
        `between` is done while no library is open.
        """

        def work(ticket: Ticket) -> None:
            del ticket
            # Imported here, so that the window is painted and the database loaded at the same time.
            from keepproof.library.library import Library  # noqa: PLC0415

            self._close_library()
            if between is not None:
                between()
            clock = {} if self._now is None else {"now": self._now}
            self._library = Library.open(folder, create=create, **clock)

        job = _Job(self, Ticket(), lambda _: self.opened.emit(), self.open_failed.emit)
        self._submit(self._worker, job, work)

    def read(
        self,
        parent: QObject,
        work: Callable[[Library, Ticket], T],
        then: Then[T],
        failed: Failed | None = None,
    ) -> Ticket:
        """Look something up in the library."""

        def look(ticket: Ticket) -> T:
            if self._closed or not shiboken6.isValid(parent):
                raise CancelledError
            return work(self._open_library(), ticket)

        job = _Job(parent, Ticket(), then, failed)
        self._submit(self._worker, job, look)
        return job.ticket

    def write(
        self,
        parent: QObject,
        work: Callable[[Library, Ticket], Outcome[T]],
        then: Then[T] | None = None,
        failed: Failed | None = None,
        *,
        progress: str = "",
        on_progress: Progress | None = None,
    ) -> Ticket:
        """Change the library: changes are broadcast once, the way back goes on the undo stack.

        `progress` names long work for the progress card; `on_progress` is told instead where a dialog shows it.
        """
        ticket = Ticket(lambda done, total, what: self._progress.emit(job, done, total, what))
        job = _Job(parent, ticket, then, failed, changes=True, progress=on_progress, what=progress)
        if progress:
            self.busy.emit(progress, ticket)
        self._submit(self._worker, job, lambda ticket: work(self._open_library(), ticket))
        return ticket

    def pool(
        self,
        parent: QObject,
        work: Callable[[Ticket], T],
        then: Then[T],
        failed: Failed | None = None,
        *,
        quiet: bool = False,
        on_progress: Progress | None = None,
    ) -> Ticket:
        """Do work that needs no library; nobody waits for what is `quiet`."""
        ticket = Ticket(lambda done, total, what: self._progress.emit(job, done, total, what))
        job = _Job(parent, ticket, then, failed, quiet=quiet, progress=on_progress)
        self._submit(self._pool, job, work)
        return ticket

    def idle(self) -> bool:
        """Say whether nothing is under way that somebody waits for."""
        return all(job.quiet for job in self._jobs)

    def stop(self) -> None:
        """Take nothing more and deliver nothing more; long work is asked to stop, small changes are still made."""
        self._closed = True
        for job in tuple(self._jobs):
            if job.what or not job.changes:
                job.ticket.cancel()
        self._jobs.clear()

    def close(self) -> None:
        """Stop what runs, wait for it, and close the library; may be called twice."""
        self.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)
        if not self._shut:
            self._shut = True
            closing = self._worker.submit(self._close_library)
            self._worker.shutdown(wait=True)
            error = closing.exception()
            self._under_way.clear()
            self._rubbish.stop()
            if error is not None:
                log.error("the library did not close", exc_info=error)

    def _close_library(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None

    def _open_library(self) -> Library:
        if self._library is None:
            raise CancelledError
        return self._library

    def _submit(self, pool: ThreadPoolExecutor, job: _Job, work: Callable[[Ticket], Any]) -> None:
        if self._closed:
            return
        job.work = work
        number = next(self._numbers)
        self._jobs.add(job)
        self._under_way[number] = job
        pool.submit(self._work, number)

    def _work(self, number: int) -> None:
        """Do a piece of work on a worker's thread.

        The thread must not be the last to know of it: work holds on to widgets, and a widget that goes on another
        thread than the window's ends the program. So the job stays under its number until the window takes it out.
        """
        job = self._under_way[number]
        try:
            job.value = job.work(job.ticket) if job.work is not None else None
        except BaseException as error:  # noqa: BLE001 - told on the window's thread, whatever it is
            job.error = error
        del job
        if not self._closed:
            self._finished.emit(number)

    def _report(self, job: _Job, done: float, total: int, what: str) -> None:
        if job not in self._jobs:
            return
        if job.progress is not None and shiboken6.isValid(job.parent):
            job.progress(done, total, what)
        elif job.what:
            self.progressed.emit(job.ticket, done, total, what)

    def _deliver(self, number: int) -> None:
        job = self._under_way.pop(number, None)
        if job is None or job not in self._jobs:
            return  # it came after the end
        self._jobs.discard(job)
        if job.what:
            self.ended.emit(job.ticket)
        if job.error is not None:
            self._deliver_error(job, job.error)
            return
        value = job.value
        if job.changes:
            self.done.emit(value)
            if value.changes:
                self.changed.emit(value.changes)
            value = value.value
        if job.then is not None and shiboken6.isValid(job.parent):
            job.then(value)

    def _deliver_error(self, job: _Job, error: BaseException) -> None:
        if isinstance(error, CancelledError):
            return
        if isinstance(error, KnownError):
            if job.failed is not None and shiboken6.isValid(job.parent):
                job.failed(error)
            else:
                self.failed.emit(error)
            return
        log.error("work failed", exc_info=error)
        self.crashed.emit(error)
