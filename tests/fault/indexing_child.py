"""Index a library in the smallest steps there are and die at a chosen one.

`indexing_child.py LIBRARY STEP`: steps are counted from 1, each before it is done: a statement of the catalogue, a
commit. STEP 0 never dies. Prints how many there were.
"""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

from keepproof.library import search_index
from keepproof.library.library import Library
from keepproof.services.search import index


def main(folder: Path, fatal: int) -> None:
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

    search_index.BATCH = 2
    with Library.open(folder) as library:
        connection = library._catalog.connection
        connection.exec_trace = step
        connection.set_commit_hook(committing)
        while index(library, 0.0).value:
            pass
    print(f"steps {last}", flush=True)


main(Path(sys.argv[1]), int(sys.argv[2]))
