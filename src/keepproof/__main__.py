"""`keepproof` alone opens the window; with words behind it, it does the same work in the terminal."""

from __future__ import annotations

import sys


def main() -> int:
    """Start the window, or the command line where a command is given; return the exit status."""
    if len(sys.argv) == 1:
        from keepproof.app import main as window  # noqa: PLC0415 - the command line must not need Qt

        return window([])
    from keepproof.cli import main as command  # noqa: PLC0415 - the window must not wait for click

    return command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
