"""Say what a bundle would hold before it is written: how many files, how large, which text, what may be private."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from keepproof.domain import bundle as form
from keepproof.domain.reading import ReadLine
from keepproof.domain.redaction import is_copy
from keepproof.services.bundle_places import may_name_a_place
from keepproof.services.bundle_texts import tag_names
from keepproof.services.bundle_uploads import likely_bytes, plan_uploads
from keepproof.services.export_bundle import BundleOrder, bundle_stem, plan

if TYPE_CHECKING:
    from keepproof.domain.bundle import BundledText
    from keepproof.domain.evidence import Evidence, FiledEvidence
    from keepproof.domain.order import Order
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

MOST_LINES = 3000
TEXTS_BYTES = 60_000  # lists, page and instructions of a usual bundle
CATALOGUE_BYTES = 120_000
EACH_BYTES = 700


@dataclass(frozen=True, slots=True)
class PrivateFind:
    """A piece of evidence in whose words something private may stand; `kinds` as phone, name, address."""

    filed: FiledEvidence
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BundlePlan:
    """What a bundle would hold.

    `replaced` are the numbers of originals whose redacted copy goes instead; `copied` says whether the order has any
    redacted copy. `texts` are the files at the top by name. `size` is in bytes and not too small, `video` the part of
    it that is moving pictures. `unread` are the numbers of pictures in which nobody has looked for words yet,
    `photos` what a camera may have written a place into and is no copy; both are empty for oneself. `uploads` counts small copies of pictures.
    """

    order: Order
    stem: str
    items: int
    originals: int
    copies: int
    replaced: tuple[int, ...]
    texts: tuple[str, ...]
    text: BundledText | None
    size: int
    video: int
    copied: bool
    private: tuple[PrivateFind, ...] = ()
    unread: tuple[int, ...] = ()
    photos: tuple[FiledEvidence, ...] = ()
    uploads: int = 0


def plan_bundle(library: Library, book: Book, wanted: BundleOrder, ticket: Ticket) -> BundlePlan:
    """Plan a bundle; no original is read. KnownErrors bundle.nothing, bundle.too_many."""
    ticket.check()
    now = library.now()
    contents, chosen = plan(library, book, wanted, now)
    items = contents.record.items
    files = [one for one in items if one.file]
    packed = contents.packed
    known = frozenset(one for one in (contents.order.number, contents.order.tracking_number) if one)
    own = wanted.choice.audience == "self"
    private, unread = _look_through(library, () if own else packed, known, ticket)
    texts = tag_names(wanted.choice, with_text=chosen is not None)
    small = plan_uploads(library, book, contents, wanted.lang) if wanted.choice.uploads else None
    likely = likely_bytes(small, contents) if small is not None else 0
    extra = TEXTS_BYTES + EACH_BYTES * len(items)
    if form.CATALOGUE in texts:
        extra += CATALOGUE_BYTES + EACH_BYTES * len(items)
    return BundlePlan(
        contents.order,
        bundle_stem(contents.order, now),
        len(items),
        sum(1 for one in files if one.file.startswith(form.ORIGINALS)),
        sum(1 for one in files if one.file.startswith(form.SHARE)),
        tuple(one.number for one in items if one.left_out == "redacted"),
        texts,
        chosen.which if chosen is not None else None,
        sum(one.size for one in files) + extra + likely,
        sum(one.size for one in files if one.media_type.startswith("video/")),
        any(is_copy(one.evidence) for one in contents.filed),
        tuple(private),
        tuple(unread),
        tuple(one for one in packed if not own and _photo(one.evidence)),
        len(small.uploads) if small is not None else 0,
    )


def _look_through(
    library: Library, packed: Sequence[FiledEvidence], known: frozenset[str], ticket: Ticket
) -> tuple[list[PrivateFind], list[int]]:
    """List what may be private by piece of evidence, and the numbers of pictures that were not read."""
    private: list[PrivateFind] = []
    unread: list[int] = []
    for one in packed:
        ticket.check()
        kinds = _private(library, one.evidence, known)
        if kinds is None:
            unread.append(one.number or 0)
        elif kinds:
            private.append(PrivateFind(one, kinds))
    return private, unread


def _photo(item: Evidence) -> bool:
    return may_name_a_place(item) and not is_copy(item)


def _private(library: Library, item: Evidence, known: frozenset[str]) -> tuple[str, ...] | None:
    """Name the kinds of private words in what was read of an item; None where a picture was not read."""
    from keepproof.composing.private_lines import find  # noqa: PLC0415 - the window starts without the composer

    reading = library.readings.get(item.sha256)
    if reading is None:
        return None if item.media_type.startswith("image/") else ()
    lines = list(reading.lines[:MOST_LINES])
    if not lines:
        lines = [ReadLine(one) for one in reading.text.splitlines()[:MOST_LINES]]
    return tuple(dict.fromkeys(spot.kind for spot in find(lines, known)))
