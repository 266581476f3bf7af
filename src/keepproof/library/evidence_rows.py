"""Evidence as rows of the catalogue."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from keepproof.domain.evidence import (
    Evidence,
    EvidenceKind,
    EvidenceTimes,
    FiledEvidence,
    FilingMark,
    SourcedTime,
)
from keepproof.library.values import (
    TEXTS,
    Row,
    damaged,
    iso,
    packed,
    shown,
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
_moment = datetime.fromisoformat
_WIDTH = len(COLUMNS)
_NO_FACTS = packed({})


def evidence(row: Row) -> Evidence:
    """Build evidence from a row of COLUMNS."""
    try:
        return _evidence(row[:_WIDTH])
    except (KeyError, ValueError) as error:
        raise damaged(error) from error


def filed(rows: Iterable[Row]) -> list[FiledEvidence]:
    """Build filed evidence from rows of COLUMNS, order, number, frozen; neighbours of one id share their item."""
    result: list[FiledEvidence] = []
    last, last_id = None, None
    try:
        with _collector_paused():
            for row in rows:
                if last is None or last_id != row[0]:
                    last, last_id = _evidence(row[:_WIDTH]), row[0]
                order_id, number, frozen = row[_WIDTH:]
                result.append(FiledEvidence(last, order_id, number, frozen == 1))
    except (KeyError, ValueError) as error:
        raise damaged(error) from error
    return result


def kinds(rows: Iterable[Row]) -> frozenset[EvidenceKind]:
    """Build kinds of evidence from rows of one column."""
    try:
        return frozenset(_KINDS[kind] for (kind,) in rows)
    except KeyError as error:
        raise damaged(error) from error


def marks(rows: Iterable[Row]) -> dict[str, list[FilingMark]]:
    """Build marks by order from rows of id, order, number, kind, media type, fixity."""
    result: dict[str, list[FilingMark]] = {}
    try:
        with _collector_paused():
            for id, order_id, number, kind, media_type, fixity in rows:
                mark = FilingMark(
                    id, order_id, number, _KINDS[kind], media_type, fixity != "intact"
                )
                result.setdefault(order_id, []).append(mark)
    except KeyError as error:
        raise damaged(error) from error
    return result


@contextmanager
def _collector_paused() -> Iterator[None]:
    # All that is built stays: looking through it for garbage again and again takes as long as building it.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _evidence(row: Row) -> Evidence:
    # Runs once for each item of a listing of 100,000: what costs a call is only called where needed.
    id, sha256, size, media_type, original_name, kind, kind_by_user, title, note = row[:9]
    file_at, file_source, content_at, content_source = row[9:13]
    imported_at, imported_source, event_at, event_source = row[13:17]
    origin, derived_from, state, fixity, checked_at, odd, facts = row[17:]
    return Evidence(
        id,
        sha256,
        size,
        media_type,
        shown(original_name),
        _KINDS[kind],
        kind_by_user == 1,
        shown(title) if title else "",
        shown(note) if note else "",
        EvidenceTimes(
            SourcedTime(_moment(file_at), file_source) if file_at else None,
            SourcedTime(_moment(content_at), content_source) if content_at else None,
            SourcedTime(_moment(imported_at), imported_source) if imported_at else None,
            SourcedTime(_moment(event_at), event_source) if event_at else None,
        ),
        origin,
        derived_from,
        state,
        fixity,
        _moment(checked_at) if checked_at else None,
        odd,
        {} if facts == _NO_FACTS else TEXTS.read(facts),
    )


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
