"""Keep things: two workers copy ahead, whole batches are placed, and only then is anything said to be kept."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from operator import length_hint
from uuid import uuid4

from keepproof.errors import CancelledError, KnownError
from keepproof.library.copying import Copier, Copy, Staged
from keepproof.library.incoming import Incoming, Kept, Refused
from keepproof.library.originals import PART, discard
from keepproof.library.placing import Placer
from keepproof.ticket import Ticket

BATCH_SECONDS = 0.15
BATCH_ITEMS = 200
PATIENCE = 0.25  # seconds until a long file is told about
AHEAD = 512  # copies go on while a batch is being placed


class Keeping:
    """One run: what was given goes in, in the order given, and comes out as kept or refused."""

    def __init__(
        self, placer: Placer, copier: Copier, incoming: Iterable[Incoming], ticket: Ticket
    ) -> None:
        """Prepare a run; nothing happens until `results` is asked."""
        self._placer = placer
        self._copier = copier
        self._ticket = ticket
        self._total = length_hint(incoming)
        self._source = enumerate(incoming)
        self._name = uuid4().hex
        self._running: deque[Copy] = deque()
        self._done = 0
        self._cancelled = False
        self._orders: set[str] = set()

    def results(self) -> Iterator[Kept | Refused]:
        """Give the results batch by batch; CancelledError after what was finished when asked to stop.

        Where the library's own disk fails (full, gone, read-only), all that has not been kept is refused
        with that reason.
        """
        try:
            while batch := self._next_batch():
                try:
                    yield from self._place(batch)
                except KnownError as error:
                    yield from self._refuse_all(batch, error)
                    return
                self._report(batch)
            if self._cancelled:
                raise CancelledError
        finally:
            self._abandon()
            self._copier.close()

    def _next_batch(self) -> list[Staged | Refused]:
        batch: list[Staged | Refused] = []
        self._refill()
        deadline = None
        while self._running and len(batch) < BATCH_ITEMS and not self._cancelled:
            wait = PATIENCE if deadline is None else max(0.0, deadline - time.monotonic())
            try:
                batch.append(self._running[0].result(wait))
            except TimeoutError:
                if batch:
                    break
                self._tell(self._running[0].progress, self._running[0].part_done)
                continue
            except CancelledError:
                self._cancelled = True
                break
            self._running.popleft()
            self._refill()
            deadline = deadline or time.monotonic() + BATCH_SECONDS
        return batch

    def _refill(self) -> None:
        while len(self._running) < AHEAD and not self._cancelled:
            following = next(self._source, None)
            if following is None:
                return
            number, one = following
            self._expect_order(one.order_id)
            name = f"{self._name}-{number}{PART}"
            self._running.append(self._copier.start(one, name))

    def _expect_order(self, order_id: str | None) -> None:
        if order_id is not None and order_id not in self._orders:
            self._placer.evidence.expect_order(order_id)
            self._orders.add(order_id)

    def _place(self, batch: list[Staged | Refused]) -> list[Kept | Refused]:
        staged = [one for one in batch if isinstance(one, Staged)]
        kept = iter(self._placer.place(staged, f"{self._name}-{self._done}") if staged else ())
        return [next(kept) if isinstance(one, Staged) else one for one in batch]

    def _refuse_all(self, batch: list[Staged | Refused], error: KnownError) -> Iterator[Refused]:
        waiting = [copy.incoming for copy in self._running]
        self._abandon()
        for one in batch:
            if isinstance(one, Refused):
                yield one
            else:
                yield Refused(one.incoming.path, error.code, error.data)
        for incoming in chain(waiting, (one for _, one in self._source)):
            yield Refused(incoming.path, error.code, error.data)

    def _report(self, batch: list[Staged | Refused]) -> None:
        self._done += len(batch)
        last = batch[-1]
        path = last.path if isinstance(last, Refused) else last.incoming.path
        self._tell(path.name)

    def _tell(self, what: str, part: float = 0.0) -> None:
        # A wish to stop is noticed by the copies themselves, after which what is finished is still placed.
        with suppress(CancelledError):
            self._ticket.step(self._done + part, max(self._total, self._done), what)

    def _abandon(self) -> None:
        self._copier.stop()
        while self._running:
            staged = self._running.popleft().finished()
            if staged is not None:
                discard(staged.part)
