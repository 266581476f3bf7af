"""Add evidence: keep files and pasted content, file it, and say what became of each thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import Evidence, EvidenceKind, FiledEvidence
from keepproof.errors import CancelledError, KnownError
from keepproof.library import sources
from keepproof.library.incoming import Description, Incoming, Kept, Refused
from keepproof.library.library import Library
from keepproof.readers import facts, kinds, sniff
from keepproof.readers.sandbox import Sandbox
from keepproof.readers.text_head import text_head
from keepproof.services.attachments import Attached, attached, keep_attachments
from keepproof.services.edit_evidence import touched
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

_LABEL = "evidence.add"
_UNDO_REASON = "adding undone"
_HEAD_CHARACTERS = 2000
_AT_ONCE = 32  # pictures looked at between two steps of progress


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The file at `path` was in the library already, as `of`; `newly_filed` says it now has a number there.

    `order` names the order where it stands when that is not the one it was added to, else "".
    """

    path: Path
    of: FiledEvidence
    newly_filed: bool
    order: str = ""


@dataclass(frozen=True, slots=True)
class Odd:
    """The file was kept, but something in it could not be read; `reason` is the code of what."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of everything that was to be added; an odd file stands in `kept` as well.

    What hung on a mail stands in `kept` or `duplicates` too, and once more with its mail in `attached`.
    """

    kept: tuple[FiledEvidence, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    odd: tuple[Odd, ...] = ()
    refused: tuple[Refused, ...] = ()
    cancelled: bool = False
    attached: tuple[Attached, ...] = ()


def add_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    order_id: str | None,
    kind: EvidenceKind | None,
    origin: str,
    ticket: Ticket,
    sandbox: Sandbox | None = None,
) -> Outcome[AddReport]:
    """Keep files and whole folders; the sources are only read. A cancelled run keeps what was finished.

    With a sandbox, pictures, recordings and documents are looked at once they are kept, and what hangs on a mail
    is kept beside it.
    """
    found = list(sources.find(paths, library.folder))
    left_out = [one for one in found if isinstance(one, Refused)]
    incoming = [
        Incoming(one[0], order_id=order_id, kind=kind, origin=origin, follow=one[1])
        for one in found
        if not isinstance(one, Refused)
    ]
    return _add(library, incoming, left_out, ticket, sandbox)


def add_content(
    library: Library,
    data: bytes,
    name: str,
    *,
    order_id: str | None,
    kind: EvidenceKind | None,
    origin: str,
    ticket: Ticket,
    sandbox: Sandbox | None = None,
    derived_from: str | None = None,
) -> Outcome[AddReport]:
    """Keep content that is no file yet, such as a pasted picture; `derived_from` is the item it was made from."""
    one = Incoming(
        Path(name),
        data=data,
        order_id=order_id,
        kind=kind,
        origin=origin,
        derived_from=derived_from,
    )
    return _add(library, [one], [], ticket, sandbox)


def describe(path: Path, untrusted_name: str) -> Description:
    """Say by its content what a kept copy is, and what kind of evidence it may be."""
    media_type = sniff.media_type(path, untrusted_name)
    head = text_head(path, media_type, _HEAD_CHARACTERS)
    return Description(media_type, kinds.suggest(media_type, untrusted_name, head))


def read_facts(
    library: Library, items: Iterable[FiledEvidence], sandbox: Sandbox, ticket: Ticket
) -> Outcome[None]:
    """Look at kept files in the sandbox: the time they name, size, pages, what is odd in them.

    This is derived work: it can be done again at any time and cannot be undone.
    """
    wanted = {one.evidence.id: one.evidence for one in items}
    looked = list(wanted.values())
    for start in range(0, len(looked), _AT_ONCE):
        ticket.step(start, len(looked), looked[start].name)
        some = looked[start : start + _AT_ONCE]
        files = [(library.original_path(one.sha256), one.media_type) for one in some]
        found = facts.examine_all(sandbox, files)
        with library.transaction():
            for one, seen in zip(some, found, strict=True):
                library.evidence.replace(_with_facts(library.evidence.get(one.id), seen))
    return Outcome(None, touched(library, wanted), label="evidence.facts")


def _add(
    library: Library,
    incoming: Sequence[Incoming],
    refused: list[Refused],
    ticket: Ticket,
    sandbox: Sandbox | None,
) -> Outcome[AddReport]:
    if incoming and incoming[0].order_id is not None:
        library.orders.get(incoming[0].order_id)
    results: list[Kept] = []
    cancelled = False
    try:
        for result in library.keep(incoming, ticket, describe):
            if isinstance(result, Kept):
                results.append(result)
            else:
                refused.append(result)
        if sandbox is not None and results:
            # What is kept is told even where a disk fails now: looking at it can be done again.
            with suppress(KnownError):
                _look(library, results, refused, sandbox, ticket)
    except CancelledError:
        cancelled = True
    return _outcome(library, results, tuple(refused), cancelled=cancelled)


def _look(
    library: Library,
    results: list[Kept],
    refused: list[Refused],
    sandbox: Sandbox,
    ticket: Ticket,
) -> None:
    """Take off what hangs on mails, and look at all that is new."""
    for one in keep_attachments(library, tuple(results), describe, sandbox, ticket):
        if isinstance(one, Kept):
            results.append(one)
        else:
            refused.append(one)
    new = [one.filed for one in results if not one.duplicate]
    if new:
        read_facts(library, new, sandbox, ticket)


def _elsewhere(library: Library, one: Kept) -> str:
    """Name the order of a duplicate that stands in another than the one asked for."""
    order_id = one.filed.order_id
    if order_id is None or order_id == one.incoming.order_id:
        return ""
    return library.orders.get(order_id).title


def _outcome(
    library: Library, results: Sequence[Kept], refused: tuple[Refused, ...], *, cancelled: bool
) -> Outcome[AddReport]:
    kept = [_now(library, one) for one in results if not one.duplicate]
    report = AddReport(
        kept=tuple(filed for _, filed in kept),
        duplicates=tuple(
            Duplicate(one.incoming.path, one.filed, one.newly_filed, _elsewhere(library, one))
            for one in results
            if one.duplicate
        ),
        odd=tuple(Odd(path, filed.evidence.odd) for path, filed in kept if filed.evidence.odd),
        refused=refused,
        cancelled=cancelled,
        attached=attached(results),
    )
    added = _Added(
        new=tuple(filed.evidence.id for filed in report.kept),
        filings=tuple(
            (one.filed.evidence.id, one.filed.order_id, one.filed.number)
            for one in results
            if one.filed.order_id is not None
            and one.filed.number is not None
            and (one.newly_filed or not one.duplicate)
        ),
    )
    undo = partial(_take_back, added=added) if added.new or added.filings else None
    return Outcome(report, added.changes(), undo, _LABEL)


def _now(library: Library, one: Kept) -> tuple[Path, FiledEvidence]:
    """Look at a kept item again, now that its facts were read."""
    return one.incoming.path, replace(
        one.filed, evidence=library.evidence.get(one.filed.evidence.id)
    )


@dataclass(frozen=True, slots=True)
class _Added:
    """What adding changed: new items, and filings as (item, order, number)."""

    new: tuple[str, ...]
    filings: tuple[tuple[str, str, int], ...]

    def changes(self) -> Changes:
        return Changes(
            evidence=frozenset(self.new) | {id for id, _, _ in self.filings},
            orders=frozenset(order_id for _, order_id, _ in self.filings),
        )


def _take_back(library: Library, added: _Added) -> Outcome[None]:
    with library.transaction():
        for id, order_id, _ in added.filings:
            library.evidence.unfile(id, order_id)
        for id in added.new:
            library.evidence.trash(id, _UNDO_REASON)
    return Outcome(None, added.changes(), partial(_bring_back, added=added), _LABEL)


def _bring_back(library: Library, added: _Added) -> Outcome[None]:
    with library.transaction():
        for id in added.new:
            library.evidence.restore(id)
        for id, order_id, number in added.filings:
            library.evidence.refile(id, order_id, number)
    return Outcome(None, added.changes(), partial(_take_back, added=added), _LABEL)


def _with_facts(item: Evidence, seen: facts.FileFacts) -> Evidence:
    found = {
        "width": str(seen.width or ""),
        "height": str(seen.height or ""),
        "frames": str(seen.frames or ""),
        "duration_s": "" if seen.duration_s is None else f"{seen.duration_s:.3f}",
    }
    return replace(
        item,
        kind=_kind(item, seen.head),
        odd=seen.odd,
        facts={**item.facts, **seen.said, **{name: one for name, one in found.items() if one}},
        times=replace(item.times, content=seen.taken_at or item.times.content),
    )


def _kind(item: Evidence, head: str) -> EvidenceKind:
    """Guess again where only a look inside showed words, as in a PDF."""
    if item.kind_by_user or not head or item.kind not in {EvidenceKind.OTHER, EvidenceKind.SMS}:
        return item.kind
    return kinds.suggest(item.media_type, item.original_name, head)
