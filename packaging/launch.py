"""Start the frozen program; its child processes come in through the same door."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()
    from keepproof.__main__ import main

    sys.exit(main())
