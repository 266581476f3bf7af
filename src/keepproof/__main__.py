"""`keepproof` alone opens the window; with words behind it, it does the same work in the terminal."""

from __future__ import annotations

import sys


def main() -> int:
    """Start the window, or the command line where a command is given; return the exit status."""
    if len(sys.argv) == 1:
        return window()
    from keepproof.cli import main as command  # noqa: PLC0415 - the window must not wait for click

    return command(sys.argv[1:])


def window() -> int:
    """Open the window; return the exit status."""
    from keepproof.app import main as opened  # noqa: PLC0415 - the command line must not need Qt

    return opened([])


if __name__ == "__main__":
    sys.exit(main())
