"""Fuzz one reader with atheris: `one.py TARGET [libFuzzer options]`; started by run.py."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "src")]


def main() -> None:
    """Fuzz until the options say stop; a bug ends the process with libFuzzer's own exit code."""
    os.environ["TZ"] = "Asia/Shanghai"
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=["keepproof"]):
        from fuzz.targets import targets

        target = targets()[name]

    def once(data: bytes) -> None:
        target(data)

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
