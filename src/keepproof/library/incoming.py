"""What goes into the library and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from keepproof.domain.evidence import EvidenceKind, FiledEvidence

UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing to keep: the file at `path`, or `data` or what `pieces` gives, under the name of `path`.

    `pieces` is called once, from a worker thread; a KnownError it raises is the reason why the thing is refused. It gives
    `size` bytes and no more.
    `kind` is set where the user chose it. A link given by the user herself is followed, one found inside a
    folder is not (`follow`).
    """

    path: Path
    data: bytes | None = None
    order_id: str | None = None
    kind: EvidenceKind | None = None
    origin: str = "chosen"
    derived_from: str | None = None
    follow: bool = True
    pieces: Callable[[], Iterable[bytes]] | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Description:
    """What a look at the content says: its media type and the kind of evidence it suggests."""

    media_type: str = UNKNOWN_TYPE
    kind: EvidenceKind = EvidenceKind.OTHER


Describe = Callable[[Path, str], Description]
"""Looks at a kept copy; is called with its path and its untrusted name, from any thread."""


@dataclass(frozen=True, slots=True)
class Kept:
    """It is in the library and safe. A duplicate was there before; `newly_filed` says it now has a number."""

    incoming: Incoming
    filed: FiledEvidence
    duplicate: bool = False
    newly_filed: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not kept; `reason` is a code and `data` what its sentence needs."""

    path: Path
    reason: str
    data: Mapping[str, object] = field(default_factory=dict)
