"""Export a bundle in a process of its own and die at a chosen step.

`bundling_child.py LIBRARY OUT STEP`: steps are counted from 1, each before it is done: a file opened, renamed or
removed, a piece written into the zip, a flush to the disk, a statement of the catalogue, a commit. STEP 0 never dies.
Prints how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from keepproof.composing.facts import Person
from keepproof.knowledge.book import Book
from keepproof.library.library import Library
from keepproof.services.bundle_contents import preset
from keepproof.services.export_bundle import BundleOrder, export_bundle
from keepproof.ticket import Ticket

AUDITED = {"open", "os.rename", "os.remove", "os.truncate"}


def main(folder: Path, out: Path, fatal: int) -> None:
    numbers = count(1)
    last = 0

    def step() -> None:
        nonlocal last
        last = next(numbers)
        if last == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    with Library.open(folder) as library:
        (order,) = library.orders.all()
        wanted = BundleOrder(order.id, replace(preset("self"), catalogue=False), "zh", Person())
        book = Book.load()
        watch(library, step)
        export_bundle(library, book, wanted, out, None, Ticket())
        steps = last
    print(f"steps {steps}", flush=True)


def watch(library: Library, step: Callable[[], None]) -> None:
    """Count every step that leaves a trace, before it is done."""

    def audited(event: str, _: tuple[object, ...]) -> None:
        if event in AUDITED:
            step()

    def stated(*_: object) -> bool:
        step()
        return True

    def committing() -> bool:
        step()
        return False

    connection = library._catalog.connection
    connection.exec_trace = stated
    connection.set_commit_hook(committing)
    writer = zipfile._ZipWriteFile  # type: ignore[attr-defined]
    write, sync = writer.write, os.fsync

    def half_write(member: object, data: bytes) -> object:
        half = len(data) // 2
        write(member, data[:half])
        step()
        return write(member, data[half:])

    def flush(fd: Any) -> None:
        step()
        sync(fd)

    writer.write = half_write
    os.fsync = flush
    sys.addaudithook(audited)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
