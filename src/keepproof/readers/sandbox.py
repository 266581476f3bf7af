"""Run what decodes foreign bytes in child processes that may be killed at any moment."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

from keepproof.errors import KnownError

if TYPE_CHECKING:
    from keepproof.readers.children import Children, Job

MEMORY = 2 * 1024**3
TIMEOUT_S = 20.0

P = ParamSpec("P")
R = TypeVar("R")
A = TypeVar("A")


class Sandbox:
    """Run functions in a few child processes with a time and a memory limit; usable from any thread.

    Nothing is started or imported before the first use. A child that overstays its time, eats too
    much memory or dies is replaced, and only the work that did it fails. Functions and their values
    are pickled, so functions must be importable by name.
    """

    def __init__(self, workers: int = 2, memory: int = MEMORY) -> None:
        """Take the number of children and the bytes of address space each may use (POSIX only)."""
        self._workers = workers
        self._memory = memory
        self._lock = threading.Lock()
        self._children: Children | None = None
        self._closed = False

    def run(self, function: Callable[..., R], *args: object, timeout_s: float = TIMEOUT_S) -> R:
        """Run one function in a child and return its result.

        Raises KnownError readers.timeout, readers.crashed, readers.memory, readers.closed, and
        whatever the function itself raises.
        """
        return self._start().begin(function, args, timeout_s).result()

    def map(
        self,
        function: Callable[[A], R],
        items: Sequence[A],
        *,
        timeout_s: float = TIMEOUT_S,
        chunk: int = 8,
    ) -> Iterator[R | KnownError]:
        """Run a function over many items on all children; yield its results in their order.

        Several items go to a child at once. Where a child fails, its items are run again one by one,
        so that only the guilty one yields a KnownError instead of a result.
        """
        waiting: deque[tuple[Sequence[A], Job[list[R]]]] = deque()
        parts = [items[at : at + chunk] for at in range(0, len(items), chunk)]
        for part in parts:
            job = self._start().begin(partial(_each, function), (part,), 2 * timeout_s)
            waiting.append((part, job))
            if len(waiting) > 2 * self._workers:
                yield from self._finish(function, *waiting.popleft(), timeout_s)
        while waiting:
            yield from self._finish(function, *waiting.popleft(), timeout_s)

    def close(self) -> None:
        """End all children, also those at work, and wait until they are gone."""
        with self._lock:
            self._closed = True
            children, self._children = self._children, None
        if children is not None:
            children.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self) -> Children:
        with self._lock:
            if self._closed:
                raise KnownError("readers.closed")
            if self._children is None:
                # multiprocessing and pebble are not needed before the first picture is decoded
                from keepproof.readers.children import Children  # noqa: PLC0415

                self._children = Children(self._workers, self._memory)
            return self._children

    def _finish(
        self, function: Callable[[A], R], part: Sequence[A], job: Job[list[R]], timeout_s: float
    ) -> Iterator[R | KnownError]:
        try:
            yield from job.result()
        except KnownError as error:
            if error.code == "readers.closed":
                raise
            for item in part:
                yield self._alone(function, item, timeout_s)

    def _alone(self, function: Callable[[A], R], item: A, timeout_s: float) -> R | KnownError:
        try:
            return self.run(function, item, timeout_s=timeout_s)
        except KnownError as error:
            if error.code == "readers.closed":
                raise
            return error


def _each(function: Callable[[A], R], items: Sequence[A]) -> list[R]:
    return [function(item) for item in items]
