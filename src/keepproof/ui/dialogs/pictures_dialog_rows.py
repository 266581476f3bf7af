"""What the dialog of pictures is asked for, and the rows it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.domain.redaction import copies, without_copies
from keepproof.knowledge.channel import Channel
from keepproof.readers.facts import SHOWN_IMAGES
from keepproof.services.plan_pictures import DAMAGED, MANY
from keepproof.ui import labels_uploads
from keepproof.ui.models.upload_model import UploadRow


@dataclass(frozen=True, slots=True)
class PicturesWanted:
    """Whose pictures: the order, its evidence, what others may call it, and what is ticked at first.

    `channel` None: for no channel in particular. `lang` is the language of captions and file names.
    """

    order: Order
    filed: Sequence[FiledEvidence]
    names: Mapping[int, str]
    cited: frozenset[int]
    lang: str
    channel: Channel | None = None


def rows_of(wanted: PicturesWanted) -> list[UploadRow]:
    """List the evidence that is asked for, a redacted copy in place of its original."""
    redacted = copies(wanted.filed)
    rows = []
    for one in without_copies(wanted.filed):
        if one.number is None:
            continue
        copy = redacted.get(one.evidence.id)
        item = one.evidence if copy is None else copy.evidence
        picture = item.media_type in SHOWN_IMAGES
        many = item.media_type in MANY and item.facts.get("frames", "1") not in {"", "0", "1"}
        notes = {
            "redacted": copy is not None,
            "first_only": many,
            "damaged": item.odd == DAMAGED,
        }
        about = labels_uploads.details(item, notes)
        name = wanted.names.get(one.number, "")
        rows.append(UploadRow(one.number, name, item, about, picture))
    return rows
