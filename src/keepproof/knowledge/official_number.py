"""Phone numbers the user copied from a platform's own page; the program ships none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from keepproof.knowledge.reading import convert, parsed, written

FILE = "numbers.toml"


@dataclass(frozen=True, slots=True)
class OfficialNumber:
    """One number: for which platform and what, where it stood, and when it was copied from there."""

    number: str
    platform: str
    topic: str
    place: str
    copied_on: date


@dataclass(frozen=True, slots=True)
class NumberFile:
    """The shape of the user's file of numbers."""

    numbers: tuple[OfficialNumber, ...] = ()


def read_numbers(folder: Path) -> tuple[OfficialNumber, ...]:
    """Read the numbers in the user's folder, none where there is no file; KnownError knowledge.invalid."""
    file = folder / FILE
    if not file.is_file():
        return ()
    text = written(file)
    return convert(parsed(text, file.name), NumberFile, file.name, text).numbers
