"""The child processes of the sandbox: how they start, how they are limited, how they end."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import SpawnContext, SpawnProcess
from types import ModuleType
from typing import Generic, TypeVar, cast

from pebble import ProcessExpired, ProcessPool

from keepproof.errors import KnownError

R = TypeVar("R")

EXPECTED = (TimeoutError, MemoryError, CancelledError, ProcessExpired)
_START = threading.Lock()


@dataclass(frozen=True, slots=True)
class Work(Generic[R]):
    """What a child is to do, and the seconds it may take."""

    function: Callable[..., R]
    args: Sequence[object]
    timeout_s: float


class Job(Generic[R]):
    """A piece of work that was given to a child."""

    def __init__(self, children: Children, work: Work[R], future: Future[R]) -> None:
        """Take who does the work, what it is, and the future of its result."""
        self._children = children
        self._work = work
        self._future = future

    def result(self) -> R:
        """Wait for the result; raises KnownError when the child had to be given up."""
        try:
            return self._future.result()
        except BrokenProcessPool:
            # a child died before it said what it was doing: perhaps it was not this work's fault
            pass
        except EXPECTED as error:
            raise self._known(error) from error
        try:
            return self._children.schedule(self._work).result()
        except (BrokenProcessPool, *EXPECTED) as error:
            raise self._known(error) from error

    def _known(self, error: BaseException) -> KnownError:
        if isinstance(error, TimeoutError):
            return KnownError("readers.timeout", seconds=round(self._work.timeout_s))
        if isinstance(error, MemoryError):
            return KnownError("readers.memory")
        if isinstance(error, CancelledError):
            return KnownError("readers.closed")
        return KnownError("readers.crashed")


class Children:
    """A pool of child processes that is replaced as a whole when it breaks."""

    def __init__(self, workers: int, memory: int) -> None:
        """Take the number of children and the bytes each may use."""
        self._workers = workers
        self._memory = memory
        self._lock = threading.Lock()
        self._waiting: set[Future[object]] = set()
        self._pool = self._new_pool()
        self._closed = False

    def begin(self, function: Callable[..., R], args: Sequence[object], timeout_s: float) -> Job[R]:
        """Give a function to the next free child."""
        work = Work(function, args, timeout_s)
        return Job(self, work, self.schedule(work))

    def schedule(self, work: Work[R]) -> Future[R]:
        """Queue a piece of work, in a new pool where the old one broke."""
        with self._lock:
            if self._closed:
                raise KnownError("readers.closed")
            try:
                return self._queue(work)
            except RuntimeError:
                # pebble gives a pool up when an idle child is killed from outside
                self._end(BrokenProcessPool())
                self._pool = self._new_pool()
                return self._queue(work)

    def close(self) -> None:
        """End all children and wait until they are gone."""
        with self._lock:
            self._closed = True
            self._end(CancelledError())

    def _queue(self, work: Work[R]) -> Future[R]:
        future: Future[R] = self._pool.schedule(
            work.function, args=work.args, timeout=work.timeout_s
        )
        waiting = cast("Future[object]", future)
        self._waiting.add(waiting)
        waiting.add_done_callback(self._waiting.discard)
        return future

    def _end(self, reason: BaseException) -> None:
        """Kill the children, and tell all who wait for them: pebble leaves them waiting for ever."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
        for future in list(self._waiting):
            if not future.done():
                future.set_exception(reason)

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._workers,
            initializer=_limit,
            initargs=(self._memory,),
            context=_Context(),
        )


class _Process(SpawnProcess):
    """A child that does not run the program's main module again (which might open the window)."""

    def start(self) -> None:
        with _START, _no_main_module():
            super().start()


class _Context(SpawnContext):
    Process = _Process


@contextmanager
def _no_main_module() -> Iterator[None]:
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _limit(memory: int) -> None:
    """Shut the window's libraries out of this child and limit its memory."""
    for name in ("PySide6", "shiboken6"):
        sys.modules[name] = None  # type: ignore[assignment]  # makes an import fail
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # there is none on Windows

        # a child deep in a decoder would not come round to a Python handler
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
