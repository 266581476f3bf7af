"""What a check of an evidence bundle found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from keepproof.domain.bundle import BundleRecord

FileState = Literal["intact", "changed", "missing", "extra"]
"""`extra` is a file that no manifest names."""

HistoryState = Literal["intact", "broken", "absent"]


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file of a bundle by its path in it; `number` is that of the evidence, None for what goes with it."""

    path: str
    state: FileState
    number: int | None = None


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What every file of a bundle is found to be.

    `seal` is the SHA-256 of the tag manifest ("" without one), by which two copies of a bundle can be compared.
    `history_line` is the first line of the custody record that does not hold (from 1). `disagreements` are the
    numbers of evidence of which record and manifest say different things. `record` is None where the bundle was not
    made by KeepProof or its record cannot be read.
    """

    folder: str
    seal: str
    files: tuple[CheckedFile, ...]
    history: HistoryState = "absent"
    history_line: int | None = None
    disagreements: tuple[int, ...] = ()
    record: BundleRecord | None = None

    @property
    def sound(self) -> bool:
        """Say whether everything in it is as it was when the bundle was made."""
        return (
            all(one.state == "intact" for one in self.files)
            and self.history != "broken"
            and not self.disagreements
        )

    def of(self, state: FileState) -> tuple[CheckedFile, ...]:
        """List the files of one state."""
        return tuple(one for one in self.files if one.state == state)
