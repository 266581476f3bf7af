"""The child processes of the sandbox: how they start, how they are limited, how they end."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess
from types import ModuleType
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from keepproof.errors import KnownError

R = TypeVar("R")

_START = threading.Lock()


class Job(Generic[R]):
    """A piece of work that was given to a child."""

    def __init__(self, future: Future[R], timeout_s: float) -> None:
        """Take the future of the work and the seconds it may take."""
        self._future = future
        self._timeout_s = timeout_s

    def result(self) -> R:
        """Wait for the result; raises KnownError when the child had to be given up."""
        try:
            return self._future.result()
        except TimeoutError as error:
            raise KnownError("readers.timeout", seconds=round(self._timeout_s)) from error
        except MemoryError as error:
            raise KnownError("readers.memory") from error
        except CancelledError as error:
            raise KnownError("readers.closed") from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise KnownError("readers.crashed") from error


class Children:
    """A pool of child processes that is replaced as a whole when it breaks."""

    def __init__(self, workers: int, memory: int) -> None:
        """Take the number of children and the bytes each may use."""
        self._workers = workers
        self._memory = memory
        self._lock = threading.Lock()
        self._pool = self._new_pool()
        self._closed = False

    def run(self, function: Callable[..., R], args: Sequence[object], timeout_s: float) -> R:
        """Run a function in a child and wait for it."""
        return self.begin(function, args, timeout_s).result()

    def begin(self, function: Callable[..., R], args: Sequence[object], timeout_s: float) -> Job[R]:
        """Give a function to the next free child."""
        with self._lock:
            if self._closed:
                raise KnownError("readers.closed")
            try:
                future = self._pool.schedule(function, args=args, timeout=timeout_s)
            except RuntimeError:
                # pebble gives a pool up when an idle child is killed from outside
                _end(self._pool)
                self._pool = self._new_pool()
                future = self._pool.schedule(function, args=args, timeout=timeout_s)
        return Job(future, timeout_s)

    def close(self) -> None:
        """End all children and wait until they are gone."""
        with self._lock:
            self._closed = True
            _end(self._pool)

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

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()
