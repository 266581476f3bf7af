"""Advice: what to look at before buying, what to save before it vanishes, what to check when a parcel comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from keepproof.domain.evidence import EvidenceKind
from keepproof.knowledge.rule import Status
from keepproof.knowledge.text import Text

CareGroup = Literal["save", "delivery"]


@dataclass(frozen=True, slots=True)
class CarePrompt:
    """One piece of advice.

    It begins with the latest of the events in `anchor` (names as in deadlines), should be done within `hours`
    and is shown for `days` more; `next_day` counts the hours from 00:00 of the following day, as return periods do.
    Evidence of `kind` shows that it is done; without a kind the user ticks it off.
    """

    id: str
    group: CareGroup
    anchor: tuple[str, ...]
    hours: int
    days: int
    label: Text
    why: Text
    source: str
    as_of: str
    status: Status
    kind: EvidenceKind | None = None
    next_day: bool = False


@dataclass(frozen=True, slots=True)
class CareFile:
    """The shape of care.toml."""

    prompts: tuple[CarePrompt, ...]


@dataclass(frozen=True, slots=True)
class PurchaseCheck:
    """One thing to look at before buying, ticked off per shop."""

    id: str
    label: Text
    why: Text
    source: str
    as_of: str
    status: Status


@dataclass(frozen=True, slots=True)
class PurchaseFile:
    """The shape of purchase.toml."""

    checks: tuple[PurchaseCheck, ...]
