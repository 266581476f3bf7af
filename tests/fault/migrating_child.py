"""Open a library with a program one version ahead, and die at a chosen statement of the migration.

`migrating_child.py LIBRARY STATEMENT`: statements are counted from 1; 0 never dies. Prints how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import apsw

from keepproof.library.migrations import MIGRATIONS, Migration
from keepproof.library.opening import open_catalog

NEXT = (
    *MIGRATIONS,
    Migration(
        MIGRATIONS[-1].version + 1,
        "ALTER TABLE evidence ADD COLUMN later TEXT; UPDATE evidence SET later = 'filled'; "
        "CREATE TABLE later (a); INSERT INTO later VALUES (1)",
    ),
)


def main(folder: Path, fatal: int) -> None:
    numbers = count(1)
    last = 0

    def watch(connection: apsw.Connection) -> None:
        def stated(*_: object) -> bool:
            nonlocal last
            last = next(numbers)
            if last == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
            return True

        connection.exec_trace = stated

    apsw.connection_hooks.append(watch)
    open_catalog(folder, lambda: datetime.now(UTC), NEXT).close()
    print(last)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
