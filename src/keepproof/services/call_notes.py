"""Notes taken during a call become evidence: a text file, kept like any other and filed in the order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from keepproof import messages
from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket

if TYPE_CHECKING:
    from keepproof.library.library import Library

ORIGIN = "notes"


@dataclass(frozen=True, slots=True)
class CallNotes:
    """What was written down during a call, when, and whom it was with."""

    words: str
    at: datetime
    who: str = ""
    number: str = ""
    ticket: str = ""


def keep_notes(library: Library, order_id: str, notes: CallNotes, lang: str) -> Outcome[str]:
    """Keep notes as a text file of kind call, filed in the order; the value is the evidence's id."""
    from keepproof.services.add_evidence import add_content  # noqa: PLC0415 - brings the readers
    from keepproof.services.edit_evidence import rename, set_event_time  # noqa: PLC0415 - as above

    added = add_content(
        library,
        _text(library, order_id, notes, lang).encode("utf-8", "surrogatepass"),
        f"call-{notes.at:%Y-%m-%d-%H%M}.txt",
        order_id=order_id,
        kind=EvidenceKind.CALL,
        origin=ORIGIN,
        ticket=Ticket(),
    )
    report = added.value
    filed = report.kept or tuple(one.of for one in report.duplicates)
    if not filed:
        raise KnownError(report.refused[0].reason, **dict(report.refused[0].data))
    id = filed[0].evidence.id
    if report.kept:
        title = messages.say("contact.notes_title", lang, {"at": f"{notes.at:%m-%d %H:%M}"})
        rename(library, id, title, Ticket())
        set_event_time(library, id, notes.at, Ticket())
    return Outcome(id, added.changes, added.undo, added.label)


def _text(library: Library, order_id: str, notes: CallNotes, lang: str) -> str:
    """Head the notes with what they belong to; their lines stay as they were written."""
    order = library.orders.get(order_id)
    told = {
        "at": f"{notes.at:%Y-%m-%d %H:%M} {notes.at:%z}".strip(),
        "number": order.number,
        "shop": order.shop,
        "who": " ".join(one for one in (notes.who.strip(), notes.number.strip()) if one) or "-",
        "ticket": notes.ticket.strip() or "-",
    }
    head = messages.say("contact.notes", lang, told)
    return f"{head}\n\n{notes.words.strip()}\n"
