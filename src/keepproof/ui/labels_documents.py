"""Words for what documents, mails, pages and recordings say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from keepproof.domain.evidence import Evidence, FiledEvidence
from keepproof.ui import labels_tiles
from keepproof.ui.labels_orders import enumerated

if TYPE_CHECKING:
    from keepproof.services.attachments import Attached

MOST_NAMED = 8


def fact_rows(evidence: Evidence) -> list[tuple[str, str]]:
    """List what a file says of itself: name and value."""
    facts = evidence.facts
    rows = [
        (QCoreApplication.translate("DocumentWords", "Subject"), facts.get("subject", "")),
        (QCoreApplication.translate("DocumentWords", "From"), facts.get("from", "")),
        (QCoreApplication.translate("DocumentWords", "To"), facts.get("to", "")),
        (QCoreApplication.translate("DocumentWords", "Attachments"), facts.get("attachments", "")),
        (QCoreApplication.translate("DocumentWords", "Title"), facts.get("title", "")),
        (QCoreApplication.translate("DocumentWords", "Saved from"), facts.get("address", "")),
        (QCoreApplication.translate("DocumentWords", "Pages"), _pages(evidence)),
        (QCoreApplication.translate("DocumentWords", "Frames"), _frames(evidence)),
        (QCoreApplication.translate("DocumentWords", "Length"), length_words(facts)),
        (QCoreApplication.translate("DocumentWords", "Artist"), facts.get("artist", "")),
    ]
    return [(name, value) for name, value in rows if value]


def length_words(facts: Mapping[str, str]) -> str:
    """Write the length of a recording: 0:07, 1:02:03; nothing where it is not known."""
    try:
        seconds = round(float(facts.get("duration_s", "")))
    except ValueError:
        return ""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def page_count(evidence: Evidence) -> int:
    """Count the pages that can be looked at one by one."""
    paged = {"application/pdf": "pages", "image/tiff": "frames"}
    count = evidence.facts.get(paged.get(evidence.media_type, ""), "")
    return int(count) if count.isdecimal() else 1


def attached_names(attached: Attached) -> str:
    """Name what hung on a mail by the places where it stands now."""
    names = [_place(one) for one in attached.items]
    return enumerated(names[:MOST_NAMED]) + ("…" if len(names) > MOST_NAMED else "")


def _place(filed: FiledEvidence) -> str:
    if filed.number is None:
        return filed.evidence.name
    return labels_tiles.number_words(filed.number)


def _pages(evidence: Evidence) -> str:
    pages = evidence.facts.get("pages", "")
    if evidence.media_type == "image/tiff":
        pages = _many(evidence.facts.get("frames", ""))
    if pages and evidence.facts.get("scanned"):
        words = QCoreApplication.translate("DocumentWords", "{pages}, without text (scanned)")
        return words.format(pages=pages)
    return pages


def _frames(evidence: Evidence) -> str:
    moving = evidence.media_type.startswith("image/") and evidence.media_type != "image/tiff"
    return _many(evidence.facts.get("frames", "")) if moving else ""


def _many(count: str) -> str:
    return "" if count == "1" else count
