"""Decide which evidence of an order goes out as which picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof.domain.redaction import copies, is_copy, without_copies
from keepproof.exporting.picture_set.plan import LeftOut, PictureLimits, PicturePlan, Source, plan
from keepproof.readers.facts import SHOWN_IMAGES
from keepproof.services.check_evidence import check_order
from keepproof.services.outcome import Outcome
from keepproof.services.previews import original

if TYPE_CHECKING:
    from keepproof.composing.facts import Facts
    from keepproof.domain.complaint import Limits
    from keepproof.domain.evidence import Evidence, FiledEvidence
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.channel import Channel
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

DAMAGED = "readers.image_truncated"
UNSHOWN = "readers.image_broken"
MANY = frozenset({"image/tiff", "image/gif", "image/webp", "image/png"})
"""What may hold several pages or be moving; more pictures in a photo are previews and bursts."""


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """Which evidence of an order is asked for (None: all), how it is called for others, under which limits."""

    order_id: str
    numbers: frozenset[int] | None
    names: Mapping[int, str]
    limits: PictureLimits
    lang: str


def limits_of(limits: Limits) -> PictureLimits:
    """Take what concerns pictures out of the limits of a channel."""
    return PictureLimits(limits.pictures, limits.picture_bytes, limits.formats)


def names_of(book: Book, filed: Sequence[FiledEvidence], lang: str) -> dict[int, str]:
    """Name pieces of evidence for others: by title, or by kind; a file name may tell too much."""
    return {
        one.number: one.evidence.title.strip() or book.kind(one.kind).label.of(lang)
        for one in filed
        if one.number is not None
    }


def shown_names(book: Book, facts: Facts, channel: Channel, lang: str) -> dict[int, str]:
    """Name the evidence of a dispute as a channel may see it: private data hidden as in the text."""
    from keepproof.composing.masking import hide  # noqa: PLC0415 - the window starts without the composer

    return names_of(book, hide(facts, channel).facts.evidence, lang)


def preview_pictures(
    library_folder: Path, filed: Sequence[FiledEvidence], request: PictureRequest
) -> PicturePlan:
    """Decide what of the evidence of an order goes out as which picture; opens no file.

    KnownError pictures.no_format.
    """
    redacted = copies(filed)
    sources: list[Source] = []
    left_out: list[LeftOut] = []
    for one in _asked(filed, request.numbers):
        if one.number is None:
            continue
        name = request.names.get(one.number, "")
        copy = redacted.get(one.evidence.id)
        item = one.evidence if copy is None else copy.evidence
        code = "pictures.copy_broken" if _unveiled(one, copy, filed) else _unfit(item)
        if code:
            left_out.append(LeftOut(one.number, name, code))
            continue
        if _figure(item, "frames") > 1 and item.media_type in MANY:
            left_out.append(LeftOut(one.number, name, "pictures.first_only"))
        if item.odd == DAMAGED:
            left_out.append(LeftOut(one.number, name, "pictures.damaged"))
        size = _figure(item, "width"), _figure(item, "height")
        path = original(library_folder, item.sha256)
        sources.append(Source(one.number, name, path, *size, redacted=is_copy(item)))
    sources.sort(key=lambda one: one.number)
    return plan(sources, left_out, request.limits, request.lang)


def _asked(
    filed: Sequence[FiledEvidence], numbers: frozenset[int] | None
) -> Sequence[FiledEvidence]:
    """List what is asked for; a copy stands for its original, and for itself where that is not asked for."""
    return without_copies([one for one in filed if numbers is None or one.number in numbers])


def prepare_pictures(
    library: Library, request: PictureRequest, ticket: Ticket
) -> Outcome[PicturePlan]:
    """Check the originals of what is asked for, and plan with what is whole.

    KnownErrors pictures.no_format, export.store_unreachable.
    """
    filed = library.evidence.of_order(request.order_id)
    ids = {
        one.evidence.id for one in filed if request.numbers is None or one.number in request.numbers
    }
    wanted = {
        one.number
        for one in filed
        if one.number is not None
        and (one.evidence.id in ids or one.evidence.derived_from in ids)
        and one.evidence.media_type in SHOWN_IMAGES
    }
    checked = check_order(library, request.order_id, ticket, wanted)
    chosen = preview_pictures(library.folder, library.evidence.of_order(request.order_id), request)
    return Outcome(chosen, checked.changes, label="export.pictures")


def _unveiled(
    one: FiledEvidence, copy: FiledEvidence | None, filed: Sequence[FiledEvidence]
) -> bool:
    """Say whether an item was redacted, but no copy is whole: then the original must not go out in its place."""
    if copy is not None:
        return False
    return any(is_copy(of.evidence) and of.evidence.derived_from == one.evidence.id for of in filed)


def _unfit(item: Evidence) -> str:
    """Name why an item does not go out as a picture, "" when it does."""
    if item.media_type not in SHOWN_IMAGES:
        return "pictures.no_picture"
    if item.broken:
        return f"pictures.{item.fixity}"
    # Nothing of it can be shown: it must not take the place of one that can.
    return item.odd if item.odd == UNSHOWN else ""


def _figure(item: Evidence, name: str) -> int:
    value = item.facts.get(name, "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 8 else 0
