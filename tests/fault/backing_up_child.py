"""Back a library up, or restore a backup, in a process of its own that kills itself at a chosen step.

`backing_up_child.py backup LIBRARY FILE STEP` and `… restore FILE FOLDER STEP`. A step is anything that leaves a trace
on the disk: a file opened, written, renamed, removed or made read-only, a folder made, a flush. STEP 0 never kills.
Prints `done` once the work is reported as done, then `steps N`.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from keepproof.library import copying, syncing
from keepproof.library.backups import restoring, writing
from keepproof.library.library import Library
from keepproof.library.syncing import Syncer
from keepproof.services import back_up, restore
from keepproof.ticket import Ticket

AUDITED = {"open", "os.rename", "os.mkdir", "os.chmod", "os.remove", "os.rmdir", "os.truncate"}


def main(what: str, source: Path, target: Path, fatal: int) -> None:
    numbers = count(1)
    last = 0

    def step() -> None:
        nonlocal last
        last = next(numbers)
        if last == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    if what == "backup":
        with Library.open(source) as library:
            watch(step)
            back_up.back_up(library, target, {}, Ticket())
            print("done", flush=True)
    else:
        watch(step)
        opened = restore.open_backup(source)
        restore.restore(opened, target, Ticket(), lambda: datetime.now(UTC))
        print("done", flush=True)
    print(f"steps {last}", flush=True)


def watch(step: object) -> None:
    """Count every step that leaves a trace, before it is done."""
    assert callable(step)

    def audited(event: str, _: tuple[object, ...]) -> None:
        if event in AUDITED:
            step()

    write, flush, batch = copying.write, syncing.flush, Syncer.batch

    def half_write(descriptor: int, data: memoryview) -> None:
        half = len(data) // 2
        write(descriptor, data[:half])
        step()
        write(descriptor, data[half:])

    def flushed(descriptor: int) -> None:
        step()
        flush(descriptor)
        step()

    def flushed_all(syncer: Syncer, folders: object) -> None:
        step()
        batch(syncer, folders)  # type: ignore[arg-type]
        step()

    restoring.write = half_write  # type: ignore[attr-defined]
    writing.flush = flushed  # type: ignore[attr-defined]
    Syncer.batch = flushed_all  # type: ignore[method-assign,assignment]
    sys.addaudithook(audited)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
