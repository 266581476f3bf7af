"""Export the evidence bundle of an order: packed, read back, and only then put in its place."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.domain.bundle_report import BundleReport
from keepproof.domain.changes import Changes
from keepproof.domain.file_names import safe_name
from keepproof.errors import KnownError
from keepproof.exporting.bundle import Bag, Packed, PackedFile, estimated_size, pack
from keepproof.exporting.bundle_pages import shown_moment
from keepproof.exporting.bundle_records import hash_list
from keepproof.exporting.new_file import forget_cached, neighbour
from keepproof.exporting.writing import expect_outside, export_whole, problem
from keepproof.kept_file import Trouble
from keepproof.services.bundle_contents import BundleChoice, Contents, gather
from keepproof.services.bundle_texts import ChosenText, Helpers, complaint_text, tag_files
from keepproof.services.bundle_uploads import plan_uploads, uploads
from keepproof.services.check_bundle import check_bundle
from keepproof.services.outcome import Outcome
from keepproof.ticket import PartTicket, Ticket

if TYPE_CHECKING:
    from keepproof.composing.facts import Person
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library

LONGEST_TITLE = 24
LABEL = "bundle.export"
MADE = 0.2  # the share of the work that is done when pictures for upload are made
PACKED = 0.55  # the share of the rest that is done when all is written


@dataclass(frozen=True, slots=True)
class Exported:
    """A bundle that was written and read back: where it is, its size in bytes, and what the check found."""

    path: Path
    size: int
    contents: Contents
    report: BundleReport


@dataclass(frozen=True, slots=True)
class BundleOrder:
    """What is to be exported: of which order, how, in which language a draft is written, and who complains."""

    order_id: str
    choice: BundleChoice
    lang: str
    person: Person


def export_bundle(
    library: Library,
    book: Book,
    wanted: BundleOrder,
    path: Path,
    helpers: Helpers | None,
    ticket: Ticket,
    *,
    make_folder: bool = False,
) -> Outcome[Exported]:
    """Write a bundle, read it back, put it in its place, and note it in the custody log.

    Progress is told in thousandths, of packing and then of reading back. KnownErrors: bundle.broken (data: names, ids)
    where originals are changed, missing or unreadable and were not left out by choice; then nothing is written.
    bundle.store_gone, bundle.nothing, bundle.too_many, bundle.check_failed, export.inside_library, export.full,
    export.failed. CancelledError.
    """
    ticket.check()
    expect_outside(path)
    if make_folder:
        _make_folder(path)
    now = library.now()
    contents, chosen = plan(library, book, wanted, now)
    tags = tag_files(library, book, contents, wanted.choice, chosen, wanted.lang, helpers, ticket)
    with _uploads(library, book, contents, wanted, helpers, ticket) as more:
        files = (*contents.files, *more)
        bag = Bag(bundle_stem(contents.order, now), files, tags, now, _info(contents))
        packed, report = _write(library, contents, bag, path, PartTicket(ticket, MADE, 1))
    _note(library, contents, report)
    exported = Exported(path, packed.size, contents, report)
    changes = Changes(orders=frozenset({contents.order.id}))
    return Outcome(exported, changes, label=LABEL)


def _write(
    library: Library, contents: Contents, bag: Bag, path: Path, ticket: Ticket
) -> tuple[Packed, BundleReport]:
    """Pack a bag beside its place, read it back, and put it there; nothing is left where that fails."""
    with neighbour(path, estimated_size(bag)) as part:
        packed = pack(part, bag, PartTicket(ticket, 0, PACKED))
        if packed.broken:
            raise _broken(library, contents, packed)
        forget_cached(part)
        report = check_bundle(part, PartTicket(ticket, PACKED, 1))
        if not report.sound or report.seal != packed.seal:
            raise KnownError("bundle.check_failed", path=path.name)
    return packed, report


def _uploads(
    library: Library,
    book: Book,
    contents: Contents,
    wanted: BundleOrder,
    helpers: Helpers | None,
    ticket: Ticket,
) -> AbstractContextManager[tuple[PackedFile, ...]]:
    if helpers is None or not wanted.choice.uploads:
        return nullcontext(())
    chosen = plan_uploads(library, book, contents, wanted.lang)
    part = PartTicket(ticket, 0, MADE)
    return uploads(chosen, library.now(), helpers.sandbox, part)


def plan(
    library: Library, book: Book, wanted: BundleOrder, now: datetime
) -> tuple[Contents, ChosenText | None]:
    """Gather what a bundle would hold; nothing is read or written yet."""
    choice, chosen = wanted.choice, None
    order = library.orders.get(wanted.order_id)
    if choice.complaint:
        chosen = complaint_text(library, book, order, choice.audience, wanted.lang, wanted.person)
    which = chosen.which if chosen is not None else None
    return gather(library, wanted.order_id, choice, now, which), chosen


def broken_ids(error: KnownError) -> frozenset[str]:
    """Give the ids of the evidence that stopped an export with bundle.broken; none for another error."""
    ids = error.data.get("ids", ())
    return (
        frozenset(ids) if error.code == "bundle.broken" and isinstance(ids, tuple) else frozenset()
    )


def free_path(folder: Path, stem: str) -> Path:
    """Give a place for a new bundle: the name, or the name with a figure where that is taken."""
    path, count = folder / f"{stem}.zip", 2
    while path.exists():
        path, count = folder / f"{stem} ({count}).zip", count + 1
    return path


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise problem(error, path) from error


def export_hashes(library: Library, order_id: str, path: Path, ticket: Ticket) -> int:
    """Write the hashes of an order's evidence for a third party's timestamp; return how many there are."""
    ticket.check()
    contents = gather(library, order_id, BundleChoice(), library.now(), None)
    record = contents.record
    made_at = shown_moment(record.made_at)
    export_whole(path, hash_list(record.items, record.custody, made_at, record.program))
    return len(record.items)


def bundle_stem(order: Order, now: datetime) -> str:
    """Name a bundle by its order's title and the day, without ending."""
    return f"{safe_name('', order.title[:LONGEST_TITLE]) or 'KeepProof'}_{now:%Y%m%d}"


def _broken(library: Library, contents: Contents, packed: Packed) -> KnownError:
    """Name the originals that are not as imported, and note what was found."""
    if not library.reachable():
        return KnownError("bundle.store_gone")
    states: dict[str, Trouble] = {one.sha256: state for one, state in packed.broken}
    found = [one for one in contents.packed if one.evidence.sha256 in states]
    library.evidence.note_checks(
        [(one.evidence.id, states[one.evidence.sha256]) for one in found], library.now()
    )
    names = "；".join(f"E{one.number} {one.evidence.name}" for one in found)
    ids = tuple(one.evidence.id for one in found)
    return KnownError("bundle.broken", names=names, count=len(found), ids=ids)


def _info(contents: Contents) -> list[tuple[str, str]]:
    record = contents.record
    return [
        ("Bag-Software-Agent", record.program),
        ("External-Identifier", record.order.number),
        ("External-Description", f"Evidence of one order, {len(record.items)} items"),
        ("Custody-Head", f"{record.custody.sequence} {record.custody.hash}"),
    ]


def _note(library: Library, contents: Contents, report: BundleReport) -> None:
    record = contents.record
    with library.transaction():
        if record.audience != "self":
            # The numbers went out in the names of the files.
            library.evidence.freeze(contents.order.id, [one.number for one in record.items])
        library.custody.record(
            "export.bundle",
            contents.order.id,
            audience=record.audience,
            seal=report.seal,
            numbers=[one.number for one in record.items if one.file],
            left_out={f"E{one.number}": one.left_out for one in record.items if one.left_out},
        )
