"""Open a library on a later day, when its trash is due, and die at a chosen step of deleting.

`purging_child.py LIBRARY DAYS STEP`: steps are counted from 1, each before it is done: a statement of the catalogue,
a file removed. STEP 0 never dies. Prints how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from keepproof.library import purging
from keepproof.library.catalog import Catalog
from keepproof.library.custody_log import CustodyLog
from keepproof.library.library import Library
from keepproof.library.originals import Originals


def main(folder: Path, days: int, fatal: int) -> None:
    numbers = count(1)
    last = 0

    def step(*_: object) -> bool:
        nonlocal last
        last = next(numbers)
        if last == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    def committing() -> bool:
        step()
        return False

    def audited(event: str, _: tuple[object, ...]) -> None:
        if event == "os.remove":
            step()

    real = purging.purge

    def watched(catalog: Catalog, custody: CustodyLog, originals: Originals, now: datetime) -> int:
        catalog.connection.exec_trace = step
        catalog.connection.set_commit_hook(committing)
        sys.addaudithook(audited)
        return real(catalog, custody, originals, now)

    purging.purge = watched
    Library.open(folder, now=lambda: datetime.now().astimezone() + timedelta(days=days)).close()
    print(f"steps {last}", flush=True)


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
