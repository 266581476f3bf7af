"""Write the evidence catalogue of an order as PDF, Word document or table."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof import messages
from keepproof.errors import KnownError
from keepproof.exporting.catalogue import Catalogue, as_file
from keepproof.exporting.writing import export_whole
from keepproof.services.check_evidence import check_order
from keepproof.services.evidence_words import evidence_lines, moment_words, order_facts
from keepproof.services.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from keepproof.domain.evidence import FiledEvidence
    from keepproof.exporting.documents.fonts import FontSource
    from keepproof.exporting.documents.pdf import Printed
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written: how many pieces of evidence it lists, which of them are not as imported.

    `unshown` is the first text for which this computer has no font, "" when there is none.
    """

    path: Path
    sha256: str
    count: int
    broken: tuple[FiledEvidence, ...] = ()
    unshown: str = ""


def export_catalogue(
    library: Library,
    book: Book,
    order_id: str,
    path: Path,
    form: str,
    lang: str,
    ticket: Ticket,
    fonts: FontSource | None = None,
) -> Outcome[Exported]:
    """Check the evidence of an order and write its catalogue as pdf, docx or csv.

    KnownErrors export.no_evidence, export.no_font, export.store_unreachable, export.full, export.failed;
    CancelledError leaves no file.
    """
    checked = check_order(library, order_id, ticket)
    catalogue = gather_catalogue(library, book, order_id, lang, checked.filed)
    if not catalogue.lines:
        raise KnownError("export.no_evidence", number=catalogue.order_number)
    printed = as_file(catalogue, form, fonts)
    exported = Exported(
        path, fingerprint(printed), len(catalogue.lines), checked.broken, printed.unshown
    )
    ticket.check()
    with library.transaction():
        library.custody.record(
            "export.catalogue",
            order_id,
            form=form,
            sha256=exported.sha256,
            numbers=[one.number for one in checked.filed],
        )
        export_whole(path, printed.data)
    return Outcome(exported, checked.changes, label="export.catalogue")


def gather_catalogue(
    library: Library,
    book: Book,
    order_id: str,
    lang: str,
    filed: Sequence[FiledEvidence] | None = None,
) -> Catalogue:
    """Put the evidence of an order into words; `filed` None: all of it, as the last check left it."""
    order, now = library.orders.get(order_id), library.now()
    everything = library.evidence.of_order(order_id)
    lines = evidence_lines(everything if filed is None else filed, book, lang, everything)
    facts = [
        *order_facts(order, book, lang),
        (messages.say("paper.count", lang), str(len(lines))),
        (messages.say("paper.made_at", lang), moment_words(now)),
    ]
    return Catalogue(lang, now, order.number, tuple(facts), lines)


def fingerprint(printed: Printed) -> str:
    """Return the SHA-256 of a finished file."""
    return hashlib.sha256(printed.data).hexdigest()
