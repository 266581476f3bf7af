"""The same services without a window, for scripts and for checking."""

from keepproof.cli.main import main

__all__ = ["main"]
