"""Export pictures and a catalogue in a process of its own; may kill itself at a chosen step.

`exporting_child.py LIBRARY OUT STEP`: prints `steps N` at the end. STEP 0 never kills. A step is the writing of one file,
its taking its place, and the folder taking its place, before and after each.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

from keepproof.errors import KnownError
from keepproof.exporting.picture_set.plan import PictureLimits
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.export_catalogue import export_catalogue
from keepproof.services.export_pictures import make_pictures, record_pictures
from keepproof.services.plan_pictures import PictureRequest, prepare_pictures
from keepproof.ticket import Ticket

A = TypeVar("A")
R = TypeVar("R")


class Here(Sandbox):
    """Works in this very process."""

    def map(
        self,
        function: Callable[[A], R],
        items: Sequence[A],
        *,
        timeout_s: float = 0,
        chunk: int = 1,
    ) -> Iterator[R | KnownError]:
        yield from map(function, items)


def main(folder: Path, out: Path, fatal: int) -> None:
    numbers = count(1)
    last = 0

    def step(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal last
        # Everything that leaves a trace in the folder: files made, given their names, taken away.
        if event not in {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir"}:
            return
        if not any(
            isinstance(one, str | os.PathLike) and str(out) in str(one) for one in arguments
        ):
            return
        last = next(numbers)
        if last == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    with Library.open(folder) as library:
        (order,) = library.orders.all()
        request = PictureRequest(order.id, None, {}, PictureLimits(), "zh")
        sys.addaudithook(step)
        plan = prepare_pictures(library, request, Ticket()).value
        report = make_pictures(plan, out / "set", Here(), Ticket())
        record_pictures(library, order.id, "", report, Ticket())
        export_catalogue(library, Book.load(), order.id, out / "list.csv", "csv", "zh", Ticket())
        print(f"steps {last}", flush=True)
        if fatal:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
