"""Take the evidence of a bundle into the library: looked at first, nothing overwritten, the hashes as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from keepproof.domain.bundle import BundledItem, BundleRecord
from keepproof.domain.bundle_report import BundleReport
from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence, EvidenceKind, EvidenceTimes, FiledEvidence
from keepproof.errors import CancelledError, KnownError
from keepproof.library.incoming import Incoming, Kept, Refused
from keepproof.readers import bundle as reader
from keepproof.services.add_evidence import describe, read_facts
from keepproof.services.bundled_values import likely_time, order_form, order_number
from keepproof.services.edit_evidence import remove, unfile_all
from keepproof.services.log_order import add_order, remove_order
from keepproof.services.outcome import Outcome, together
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library
    from keepproof.readers.bundle import Bundle
    from keepproof.readers.sandbox import Sandbox

State = Literal["new", "known", "filed", "absent", "changed"]
"""`known` stands in the library already, `filed` in this very order; `absent` was left out when the bundle was made."""

LABEL = "bundle.import"
ORIGIN = "bundle"
KEPT_ORIGINS = frozenset({"redacted", "derived", "attached"})
UNDO_REASON = "import undone"
KINDS = frozenset(one.value for one in EvidenceKind)
MOST_TITLE, MOST_NOTE = 500, 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of evidence of a bundle and what an import would do with it."""

    item: BundledItem
    state: State


@dataclass(frozen=True, slots=True)
class BundlePreview:
    """What an import would do: `order` is the order it joins, None where one is made."""

    report: BundleReport
    record: BundleRecord
    entries: tuple[Entry, ...]
    order: Order | None

    @property
    def coming(self) -> tuple[Entry, ...]:
        """List what would be kept or filed."""
        return tuple(one for one in self.entries if one.state in {"new", "known"})


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `filed` stood in the library before and is now in the order too."""

    order: Order
    made: bool
    kept: tuple[FiledEvidence, ...]
    filed: tuple[FiledEvidence, ...]
    refused: tuple[Refused, ...]


def compare(library: Library, report: BundleReport, name: str) -> BundlePreview:
    """Say what an import of a checked bundle would do; nothing is stored. KnownError bundle.no_record."""
    record = report.record
    if record is None or not order_number(record.order):
        raise KnownError("bundle.no_record", name=name)
    states = {one.path: one.state for one in report.files}
    order = library.orders.find(order_number(record.order))
    filed = library.evidence.of_order(order.id) if order is not None else []
    here = {one.evidence.sha256 for one in filed}
    entries = []
    for item in record.items:
        state: State = "new"
        if not item.file:
            state = "absent"
        elif states.get(item.file) != "intact" or item.number in report.disagreements:
            state = "changed"
        elif item.sha256 in here:
            state = "filed"
        elif library.evidence.by_hash(item.sha256):
            state = "known"
        entries.append(Entry(item, state))
    return BundlePreview(report, record, tuple(entries), order)


def import_bundle(
    library: Library, book: Book, untrusted: Path, sandbox: Sandbox | None, ticket: Ticket
) -> Outcome[Imported]:
    """Keep the evidence of a bundle and file it in its order, which is made where there is none.

    Files are read from the zip straight into the library, by no name of the zip, and compared with the manifest on
    the way; what differs is refused. Each item keeps its number where that is free. KnownErrors as in `opened` of the
    reader, and bundle.no_record, bundle.nothing_whole. A cancelled import is taken back whole.
    """
    ticket.check()
    with reader.opened(untrusted) as found:
        if found.record is None or not order_number(found.record.order):
            raise KnownError("bundle.no_record", name=untrusted.name)
        wanted = [one for one in found.record.items if one.file]
        kept, refused = _keep(library, found, wanted, ticket)
        source = {
            "bundle": untrusted.name,
            "seal": found.seal,
            "head": found.record.custody.hash,
            "sequence": found.record.custody.sequence,
            "made_at": found.record.made_at,
        }
        record = found.record
    if not kept:
        raise KnownError("bundle.nothing_whole", name=untrusted.name)
    new = [one.filed for _, one in kept if not one.duplicate]
    try:
        done = _file(library, book, record, kept, source)
    except KnownError:
        _drop(library, kept)
        raise
    if sandbox is not None and new:
        # What is inside them can be looked at again at any time; what came in is whole.
        with suppress(CancelledError, KnownError):
            read_facts(library, new, sandbox, ticket)
    return _outcome(library, done, tuple(refused))


def _keep(
    library: Library, found: Bundle, wanted: Sequence[BundledItem], ticket: Ticket
) -> tuple[list[tuple[BundledItem, Kept]], list[Refused]]:
    incoming = [_incoming(found, one) for one in wanted]
    kept: list[tuple[BundledItem, Kept]] = []
    refused: list[Refused] = []
    try:
        for item, result in zip(wanted, library.keep(incoming, ticket, describe), strict=True):
            if isinstance(result, Kept):
                kept.append((item, result))
            else:
                refused.append(result)
        ticket.check()
    except CancelledError:
        _drop(library, kept)
        raise
    return kept, refused


def _drop(library: Library, kept: Sequence[tuple[BundledItem, Kept]]) -> None:
    ids = [one.filed.evidence.id for _, one in kept if not one.duplicate]
    remove(library, ids, UNDO_REASON, Ticket())


def _incoming(found: Bundle, item: BundledItem) -> Incoming:
    """Read one file out of the zip under the name it once came with, which names nothing on this disk."""
    name = Path(item.original_name.replace("\\", "/")).name or f"E{item.number}"
    member = found.zip.members.get(item.file)
    return Incoming(
        Path(name),
        origin=item.origin if item.origin in KEPT_ORIGINS else ORIGIN,
        pieces=partial(_pieces, found, item),
        size=member.file_size if member is not None else item.size,
    )


def _pieces(found: Bundle, item: BundledItem) -> Iterator[bytes]:
    if found.payload.get(item.file) != item.sha256:
        raise KnownError("bundle.changed", path=item.file)
    yield from found.proven(item.file)


@dataclass(frozen=True, slots=True)
class _Done:
    """What was stored: the order's own outcome where it was made, new items, and what was only filed."""

    order: Order
    made: Outcome[Order] | None
    new: tuple[str, ...]
    filed: tuple[str, ...]


def _file(
    library: Library,
    book: Book,
    record: BundleRecord,
    kept: Sequence[tuple[BundledItem, Kept]],
    source: Mapping[str, object],
) -> _Done:
    with library.transaction():
        order, made = library.orders.find(order_number(record.order)), None
        if order is None:
            form = order_form(record.order, book, str(source["bundle"]))
            made = add_order(library, form, Ticket())
            order = made.value
        here = {one.evidence.id for one in library.evidence.of_order(order.id)}
        new: list[str] = []
        filed: list[str] = []
        for item, one in kept:
            id = one.filed.evidence.id
            if id not in here:
                here.add(id)
                library.evidence.refile(id, order.id, item.number)
                (filed if one.duplicate else new).append(id)
                facts = {"number": item.number, "imported_first": _first_import(item)}
                library.custody.record("evidence.from_bundle", id, **source, **facts)
        _describe(library, kept)
        library.custody.record("bundle.imported", order.id, **source, items=len(new) + len(filed))
    return _Done(order, made, tuple(new), tuple(filed))


def _describe(library: Library, kept: Sequence[tuple[BundledItem, Kept]]) -> None:
    """Say of new items what the bundle says; what stood here before keeps its own words."""
    ids = {item.sha256: one.filed.evidence.id for item, one in kept}
    for item, one in kept:
        if one.duplicate:
            continue
        known = library.evidence.get(one.filed.evidence.id)
        original = ids.get(item.derived_from) or next(
            (found.id for found in library.evidence.by_hash(item.derived_from)), None
        )
        library.evidence.replace(
            replace(
                known,
                kind=_kind(item, known),
                kind_by_user=item.kind in KINDS,
                title=item.title[:MOST_TITLE],
                note=item.note[:MOST_NOTE],
                times=_times(item, known),
                derived_from=original if original != known.id else None,
            )
        )


def _kind(item: BundledItem, known: Evidence) -> EvidenceKind:
    return EvidenceKind(item.kind) if item.kind in KINDS else known.kind


def _times(item: BundledItem, known: Evidence) -> EvidenceTimes:
    """Take the times over; that of the import is this one, the first one stands in the custody log."""
    told = {name: likely_time(item.times.get(name)) for name in ("file", "content", "event")}
    return replace(known.times, **{name: at for name, at in told.items() if at is not None})


def _first_import(item: BundledItem) -> str | None:
    first = likely_time(item.times.get("imported"))
    return first.at.isoformat() if first is not None else None


def _outcome(library: Library, done: _Done, refused: tuple[Refused, ...]) -> Outcome[Imported]:
    stands = {one.evidence.id: one for one in library.evidence.of_order(done.order.id)}
    value = Imported(
        done.order,
        done.made is not None,
        tuple(stands[id] for id in done.new),
        tuple(stands[id] for id in done.filed),
        refused,
    )
    changes = Changes(
        orders=frozenset({done.order.id}), evidence=frozenset({*done.new, *done.filed})
    )
    if done.made is not None:
        changes |= done.made.changes
    undo = partial(_take_back, done=done) if changes.evidence else None
    return Outcome(value, changes, undo, LABEL)


def _take_back(library: Library, done: _Done) -> Outcome[None]:
    order_id, nobody = done.order.id, Ticket()
    with library.transaction():
        places = [(id, order_id) for id in (*done.filed, *done.new)]
        steps: list[Outcome[Any]] = [unfile_all(library, places, nobody)]
        if done.new:
            steps.append(remove(library, done.new, UNDO_REASON, nobody))
        if done.made is not None:
            steps.append(remove_order(library, order_id, nobody))
    return together(None, steps, LABEL)
