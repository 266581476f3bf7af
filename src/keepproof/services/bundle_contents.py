"""Gather what goes into the evidence bundle of an order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof import __version__
from keepproof.domain import bundle as form
from keepproof.domain.bundle import (
    Amount,
    BundledItem,
    BundledOrder,
    BundledProduct,
    BundledText,
    BundleRecord,
    ChainHead,
)
from keepproof.domain.evidence import Evidence, FiledEvidence
from keepproof.domain.file_names import safe_name, safe_suffix
from keepproof.domain.redaction import copies, is_copy
from keepproof.errors import KnownError
from keepproof.exporting.bundle import PackedFile

if TYPE_CHECKING:
    from keepproof.domain.money import Money
    from keepproof.domain.order import Order
    from keepproof.library.library import Library

PROGRAM = f"KeepProof {__version__}"
MOST_DEFLATED = 16 * 1024 * 1024
_SMALLER = (
    "text/",
    "application/json",
    "application/xml",
    "message/",
    "image/bmp",
    "image/x-ms-bmp",
)
_SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/heic": ".heic",
    "video/mp4": ".mp4",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/html": ".html",
}


@dataclass(frozen=True, slots=True)
class BundleChoice:
    """What the user wants in a bundle.

    `audience` is platform, 12315 or self; only one's own bundle holds private notes. With `redacted` an original that has
    a redacted copy is only listed with its hash. `uploads` are small copies of the pictures beside them. `left_out` are the ids of evidence that is known to be broken and
    shall not stop the export.
    """

    audience: str = "platform"
    redacted: bool = True
    complaint: bool = True
    catalogue: bool = True
    messages: bool = False
    uploads: bool = False
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Contents:
    """The order, its evidence by number, what becomes of each item, and the files to be packed.

    `filed` is as others may see it: without private notes, and without the file name of an original that stays out.
    """

    order: Order
    filed: tuple[FiledEvidence, ...]
    record: BundleRecord
    files: tuple[PackedFile, ...]

    @property
    def packed(self) -> tuple[FiledEvidence, ...]:
        """List the evidence whose bytes go in."""
        numbers = {one.number for one in self.record.items if one.file}
        return tuple(one for one in self.filed if one.number in numbers)


def preset(audience: str) -> BundleChoice:
    """Choose what usually suits an audience: copies for the platform, originals for an authority, all for oneself."""
    platform = audience == "platform"
    return BundleChoice(audience, redacted=platform, messages=audience == "self", uploads=platform)


def gather(
    library: Library,
    order_id: str,
    choice: BundleChoice,
    made_at: datetime,
    complaint: BundledText | None,
) -> Contents:
    """Collect the evidence of an order; no original is read yet. KnownErrors bundle.nothing, bundle.too_many."""
    order = library.orders.get(order_id)
    filed = tuple(one for one in library.evidence.of_order(order_id) if one.number is not None)
    if not filed:
        raise KnownError("bundle.nothing", number=order.number)
    if len(filed) > form.MOST_FILES - 20:
        raise KnownError("bundle.too_many", count=len(filed), limit=form.MOST_FILES - 20)
    items = tuple(_Items(library, filed, redacted_copies(filed), choice).all())
    record = BundleRecord(
        form.FORMAT,
        PROGRAM,
        made_at.isoformat(timespec="seconds"),
        choice.audience,
        _order(order, private=choice.audience == "self"),
        items,
        chain_head(library),
        complaint,
    )
    shown = tuple(
        shown_to(one, item.left_out, choice) for one, item in zip(filed, items, strict=True)
    )
    by_number = {one.number: one.evidence for one in filed}
    files = tuple(_file(library, by_number[one.number], one.file) for one in items if one.file)
    return Contents(order, shown, record, files)


def chain_head(library: Library) -> ChainHead:
    """Give the head of the custody log."""
    sequence, hash_ = library.custody.end()
    return ChainHead(hash_, sequence)


def redacted_copies(filed: Sequence[FiledEvidence]) -> dict[str, FiledEvidence]:
    """Map the id of each original to its redacted copy, the newest where there are several.

    A broken copy counts too: the original must not go out in its place.
    """
    ids = {one.evidence.id for one in filed}
    every = {one.evidence.derived_from or "": one for one in filed if is_copy(one.evidence)}
    return {id: one for id, one in {**every, **copies(filed)}.items() if id in ids}


def shown_to(one: FiledEvidence, left_out: str, choice: BundleChoice) -> FiledEvidence:
    """Take out of what is said about an item what its audience should not read."""
    item = one.evidence
    if choice.audience == "self":
        return one
    if left_out == "redacted":
        # A file name may tell what the copy hides; the user's own title is hers to give.
        item = replace(item, original_name=f"E{one.number}{safe_suffix(item.original_name)}")
    return replace(one, evidence=replace(item, note=""))


class _Items:
    """Say of each item where it stands in the bundle, or why it does not."""

    def __init__(
        self,
        library: Library,
        filed: tuple[FiledEvidence, ...],
        copies: Mapping[str, FiledEvidence],
        choice: BundleChoice,
    ) -> None:
        self._library, self._filed, self._copies, self._choice = library, filed, copies, choice
        self._every = {one.evidence.id: one for one in filed}

    def all(self) -> Iterable[BundledItem]:
        return (self._item(one, one.number or 0) for one in self._filed)

    def _item(self, one: FiledEvidence, number: int) -> BundledItem:
        left_out = self._left_out(one.evidence)
        item = shown_to(one, left_out, self._choice).evidence
        return BundledItem(
            item.id,
            number,
            item.kind.value,
            _clean(item.title),
            _clean(item.original_name),
            item.sha256,
            item.size,
            item.media_type,
            "" if left_out else self._path(one, number),
            left_out,
            item.origin,
            self._source(item),
            _clean(item.note),
            {
                name: at
                for name in ("file", "content", "imported", "event")
                if (at := getattr(item.times, name)) is not None
            },
        )

    def _left_out(self, item: Evidence) -> str:
        if item.id in self._choice.left_out:
            return item.fixity if item.broken else ""
        return "redacted" if self._choice.redacted and item.id in self._copies else ""

    def _path(self, one: FiledEvidence, number: int) -> str:
        item = one.evidence
        prefix, folder, words = f"E{number}", form.ORIGINALS, item.name
        if is_copy(item):
            folder = form.SHARE
            source = self._every.get(item.derived_from or "")
            if source is not None:
                newest = self._copies.get(source.evidence.id) == one
                prefix = f"E{source.number}" if newest else f"E{source.number}-{number}"
                words = (source.evidence.title or item.name).removeprefix(f"E{source.number}_")
        own = safe_suffix(words)
        suffix = safe_suffix(item.original_name) or _SUFFIXES.get(item.media_type, "")
        stem = words[: -len(own)] if own and own == suffix else words
        return f"{folder}/{safe_name(prefix, stem, suffix)}"

    def _source(self, item: Evidence) -> str:
        if item.derived_from is None:
            return ""
        found = self._library.evidence.some([item.derived_from])
        return found[item.derived_from].sha256 if item.derived_from in found else ""


def _file(library: Library, item: Evidence, path: str) -> PackedFile:
    times = item.times
    at = times.file or times.imported or times.content or times.event
    small = item.size <= MOST_DEFLATED and item.media_type.startswith(_SMALLER)
    moment = at.at if at is not None else library.now()
    return PackedFile(
        library.original_path(item.sha256), path, item.sha256, item.size, moment, small
    )


def _order(order: Order, *, private: bool) -> BundledOrder:
    return BundledOrder(
        _clean(order.number),
        order.platform,
        _clean(order.shop),
        tuple(
            BundledProduct(_clean(one.title), _clean(one.sku), one.quantity, _amount(one.price))
            for one in order.items
        ),
        _amount(order.paid),
        _amount(order.discount),
        _amount(order.freight),
        {name: at.isoformat() for name, at in order.moments.known().items()},
        _clean(order.courier),
        _clean(order.tracking_number),
        _clean(order.note) if private else "",
    )


def _amount(money: Money | None) -> Amount | None:
    return None if money is None else Amount(money.cents, money.currency)


def _clean(text: str) -> str:
    """Replace halves of characters, which odd file names hold and no file in UTF-8 can."""
    return text.encode("utf-8", "replace").decode()
