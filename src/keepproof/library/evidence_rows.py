"""Evidence as rows of the catalogue."""

from __future__ import annotations

from keepproof.domain.evidence import Evidence, EvidenceKind, EvidenceTimes, FiledEvidence
from keepproof.errors import KnownError
from keepproof.library.values import (
    Row,
    iso,
    moment_or_none,
    packed,
    shown,
    sourced,
    unpacked,
    unsourced,
)

COLUMNS: tuple[str, ...] = (
    "id",
    "sha256",
    "size",
    "media_type",
    "original_name",
    "kind",
    "kind_by_user",
    "title",
    "note",
    "file_at",
    "file_source",
    "content_at",
    "content_source",
    "imported_at",
    "imported_source",
    "event_at",
    "event_source",
    "origin",
    "derived_from",
    "state",
    "fixity",
    "checked_at",
    "odd",
    "facts",
)
_KINDS = {str(one): one for one in EvidenceKind}
_WIDTH = len(COLUMNS)


def evidence(row: Row) -> Evidence:
    """Build evidence from a row of COLUMNS."""
    kind = _KINDS.get(row[5])
    if kind is None:
        raise KnownError("library.damaged", detail=row[5])
    return Evidence(
        row[0],
        row[1],
        row[2],
        row[3],
        shown(row[4]),
        kind,
        bool(row[6]),
        shown(row[7]),
        shown(row[8]),
        EvidenceTimes(
            sourced(row[9], row[10]),
            sourced(row[11], row[12]),
            sourced(row[13], row[14]),
            sourced(row[15], row[16]),
        ),
        row[17],
        row[18],
        row[19],
        row[20],
        moment_or_none(row[21]),
        row[22],
        {} if row[23] == "{}" else unpacked(row[23], dict[str, str]),
    )


def filed(rows: list[Row]) -> list[FiledEvidence]:
    """Build filed evidence from rows of COLUMNS, order, number, frozen; neighbours of one id share their item."""
    result: list[FiledEvidence] = []
    last: Evidence | None = None
    for row in rows:
        if last is None or last.id != row[0]:
            last = evidence(row)
        order_id, number, frozen = row[_WIDTH : _WIDTH + 3]
        result.append(FiledEvidence(last, order_id, number, bool(frozen)))
    return result


def values(one: Evidence) -> tuple[object, ...]:
    """Write evidence as a row of COLUMNS."""
    times = one.times
    return (
        one.id,
        one.sha256,
        one.size,
        one.media_type,
        one.original_name,
        str(one.kind),
        int(one.kind_by_user),
        one.title,
        one.note,
        *unsourced(times.file),
        *unsourced(times.content),
        *unsourced(times.imported),
        *unsourced(times.event),
        one.origin,
        one.derived_from,
        one.state,
        one.fixity,
        iso(one.checked_at),
        one.odd,
        packed(one.facts),
    )
