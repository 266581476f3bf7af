"""Evidence: what was kept, what it is, and its four times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class EvidenceKind(StrEnum):
    """The 21 kinds of evidence, and `other` for what is not sorted yet."""

    ORDER_SHOT = "order_shot"
    PAY_SHOT = "pay_shot"
    SNAPSHOT = "snapshot"
    PHOTO = "photo"
    UNBOX = "unbox"
    USE_VIDEO = "use_video"
    MEASURE = "measure"
    WAYBILL = "waybill"
    TRACK = "track"
    CHAT = "chat"
    CALL = "call"
    PROMISE = "promise"
    REFUSE = "refuse"
    RETURN = "return"
    TEST = "test"
    INVOICE = "invoice"
    SMS = "sms"
    BATCH = "batch"
    MEDICAL = "medical"
    FREIGHT = "freight"
    LICENCE = "licence"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SourcedTime:
    """A moment and where it was read.

    `source` is file_system, exif, video, document, mail, page, clock, stated, text or screen.
    """

    at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class EvidenceTimes:
    """The four times of a piece of evidence; they are never merged, unknown stays unknown."""

    file: SourcedTime | None = None
    content: SourcedTime | None = None
    imported: SourcedTime | None = None
    event: SourcedTime | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One kept item. Its bytes are named by `sha256` and never change.

    `origin` says how it came: dropped, pasted, chosen, command_line, example, notes, attached (to a mail), derived,
    redacted.
    `fixity` is the result of the last check: intact, missing, changed, unreadable. `odd` is the code of
    what could not be read in it ("" when nothing is odd). `state` is kept or trashed.
    """

    id: str
    sha256: str
    size: int
    media_type: str
    original_name: str
    kind: EvidenceKind = EvidenceKind.OTHER
    kind_by_user: bool = False
    title: str = ""
    note: str = ""
    times: EvidenceTimes = field(default_factory=EvidenceTimes)
    origin: str = "chosen"
    derived_from: str | None = None
    state: str = "kept"
    fixity: str = "intact"
    checked_at: datetime | None = None
    odd: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Show the title, or the name the file came with."""
        return self.title or self.original_name

    @property
    def broken(self) -> bool:
        """Say whether the last check did not find the bytes as they were imported."""
        return self.fixity != "intact"


@dataclass(frozen=True, slots=True)
class FiledEvidence:
    """A piece of evidence as it stands in one order; number None means in no order."""

    evidence: Evidence
    order_id: str | None = None
    number: int | None = None
    frozen: bool = False

    @property
    def kind(self) -> EvidenceKind:
        """Give the kind of the item."""
        return self.evidence.kind

    @property
    def broken(self) -> bool:
        """Say whether the last check did not find the bytes as they were imported."""
        return self.evidence.broken


@dataclass(frozen=True, slots=True)
class FilingMark:
    """What a list of orders needs of a piece of evidence in one of them; `id` is the one of the item."""

    id: str
    order_id: str
    number: int
    kind: EvidenceKind
    media_type: str
    broken: bool


class Proof(Protocol):
    """A piece of evidence in an order, as far as a checklist or a next step looks at it."""

    @property
    def number(self) -> int | None:
        """Give its number in the order."""

    @property
    def kind(self) -> EvidenceKind:
        """Give its kind."""

    @property
    def broken(self) -> bool:
        """Say whether the last check did not find the bytes as they were imported."""


def number_label(number: int, lang: str, *, short: bool = False) -> str:
    """Write an evidence number: 证据3, Evidence 3, or E3 where bytes are short."""
    if short:
        return f"E{number}"
    return f"证据{number}" if lang == "zh" else f"Evidence {number}"


def number_runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Fold numbers into sorted runs (first, last): 3, 4, 5, 9 -> (3, 5), (9, 9)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
