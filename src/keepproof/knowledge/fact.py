"""The figures the program rests on, each with its rule, source, date and status."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from keepproof.errors import KnownError
from keepproof.knowledge.reading import read
from keepproof.knowledge.rule import Status
from keepproof.knowledge.text import Text

FactUnit = Literal["hours", "natural_days", "working_days", "yuan", "percent", "characters"]
STRENGTH: tuple[Status, ...] = ("open", "memory", "secondary", "excerpt", "verified", "user")


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure: a length of time or a sum in `value`, or a share in `percent` with its bounds in yuan.

    `part_of` names the fact whose condition states it, `rests_on` the rule; an open one has no figure.
    """

    id: str
    subject: Text
    rule: Text
    unit: FactUnit
    source: str
    as_of: str
    status: Status
    value: int | None = None
    percent: int | None = None
    percent_admitted: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    condition: Text | None = None
    part_of: str = ""
    rests_on: str = ""

    @property
    def figure(self) -> int | None:
        """Give the figure, whichever of the two it is."""
        return self.percent if self.unit == "percent" else self.value


@dataclass(frozen=True, slots=True)
class FactFile:
    """The shape of facts.toml."""

    facts: tuple[Fact, ...]


def read_facts(file: Path) -> dict[str, Fact]:
    """Read the figures of a file; KnownError knowledge.invalid, also for an open one with a figure."""
    facts = read(file, FactFile).facts
    for one in facts:
        if (one.figure is None) != (one.status == "open"):
            raise KnownError(
                "knowledge.invalid", name=file.name, detail=f"{one.id}: figure or open"
            )
    return {one.id: one for one in facts}


def weaker(first: Status, second: Status | None) -> Status:
    """Give the less certain of two states of knowledge."""
    return first if second is None else min(first, second, key=STRENGTH.index)
