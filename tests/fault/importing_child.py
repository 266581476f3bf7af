"""Keep a folder in a process of its own and say what is kept; may kill itself at a chosen step.

`importing_child.py LIBRARY SOURCE STEP`: prints a line `kept SHA256 NAME` for each item reported as kept and
`steps N` at the end. A step is anything that leaves a trace on the disk: a file opened, written, renamed or
made read-only, a statement begun in the catalogue, a commit. STEP 0 never kills.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from keepproof.library import copying, keeping
from keepproof.library.incoming import Incoming, Kept
from keepproof.library.library import Library
from keepproof.library.syncing import Syncer
from keepproof.ticket import Ticket

AUDITED = {"open", "os.rename", "os.mkdir", "os.chmod", "os.remove", "os.truncate"}


def main(library_folder: Path, source: Path, fatal: int) -> None:
    numbers = count(1)
    last = 0

    def step() -> None:
        nonlocal last
        last = next(numbers)
        if last == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    with Library.open(library_folder) as library:
        watch(library, step)
        print("ready", flush=True)
        keeping.BATCH_SECONDS = 0.01  # many batches, so that many moments lie between them
        things = [Incoming(one) for one in sorted(source.iterdir())]
        for one in library.keep(things, Ticket()):
            if isinstance(one, Kept):
                print(f"kept {one.filed.evidence.sha256} {one.incoming.path.name}", flush=True)
    print(f"steps {last}", flush=True)


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
    write, batch = copying.write, Syncer.batch

    def half_write(descriptor: int, data: memoryview) -> None:
        half = len(data) // 2
        write(descriptor, data[:half])
        step()
        write(descriptor, data[half:])

    def flush(syncer: Syncer, folders: object) -> None:
        step()
        batch(syncer, folders)  # type: ignore[arg-type]
        step()

    copying.write = half_write
    Syncer.batch = flush  # type: ignore[method-assign,assignment]
    sys.addaudithook(audited)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
