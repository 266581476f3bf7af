"""Keep a redacted copy in a process of its own; may kill itself at a chosen step.

`redacting_child.py LIBRARY STEP`: prints `kept SHA256` once the copy is kept, and `steps N` at the end. STEP 0 never
kills. A step is what it is in importing_child.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TypeVar

from fault.importing_child import watch
from keepproof.domain.redaction import Box
from keepproof.library.library import Library
from keepproof.readers.sandbox import Sandbox
from keepproof.services.redact_evidence import redact
from keepproof.ticket import Ticket

R = TypeVar("R")


class Here(Sandbox):
    """Works in this very process: children would make the steps come in another order each time."""

    def run(self, function: Callable[..., R], *args: object, timeout_s: float = 0) -> R:
        return function(*args)


def main(folder: Path, fatal: int) -> None:
    numbers = count(1)
    last = 0

    def step() -> None:
        nonlocal last
        last = next(numbers)
        if last == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    with Library.open(folder) as library:
        (original,) = library.evidence.all()
        # what is imported on the way is no step of this
        redact(library, original, [Box(1, 1, 5, 5)], Here(), Ticket())
        watch(library, step)
        made = redact(library, original, [Box(9, 9, 30, 30)], Here(), Ticket()).value
        print(f"kept {made.copy.evidence.sha256}", flush=True)
    print(f"steps {last}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
