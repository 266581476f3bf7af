"""Write a complaint as PDF or Word document, with the list of the evidence it rests on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from keepproof import messages
from keepproof.exporting.complaint_paper import ComplaintSheet, as_paper
from keepproof.exporting.documents.pdf import Printed, as_pdf
from keepproof.exporting.documents.word import as_word
from keepproof.exporting.writing import export_whole
from keepproof.services.check_evidence import check_order
from keepproof.services.evidence_words import evidence_lines, moment_words, order_facts
from keepproof.services.export_catalogue import Exported, fingerprint
from keepproof.services.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from keepproof.composing.facts import Facts
    from keepproof.domain.complaint import Complaint
    from keepproof.domain.evidence import FiledEvidence
    from keepproof.exporting.documents.fonts import FontSource
    from keepproof.knowledge.book import Book
    from keepproof.knowledge.channel import Channel
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

FORMS = ("pdf", "docx")


def export_complaint(
    library: Library,
    book: Book,
    facts: Facts,
    channel: Channel,
    complaint: Complaint,
    path: Path,
    form: str,
    ticket: Ticket,
    fonts: FontSource | None = None,
) -> Outcome[Exported]:
    """Check the evidence a complaint cites and write both as pdf or docx; fixes its numbers for good.

    KnownErrors export.no_font, export.store_unreachable, export.full, export.failed; CancelledError leaves
    no file.
    """
    order_id = facts.order.id
    checked = check_order(library, order_id, ticket, frozenset(complaint.numbers))
    sheet = complaint_sheet(book, facts, channel, complaint, checked.filed, library.now())
    printed = print_sheet(sheet, form, fonts)
    exported = Exported(
        path, fingerprint(printed), len(sheet.lines), checked.broken, printed.unshown
    )
    ticket.check()
    with library.transaction():
        library.evidence.freeze(order_id, complaint.numbers)
        library.custody.record(
            "export.complaint",
            facts.dispute.id,
            channel=complaint.channel,
            form=form,
            sha256=exported.sha256,
            numbers=list(complaint.numbers),
        )
        export_whole(path, printed.data)
    return Outcome(exported, checked.changes, label="export.complaint")


def print_sheet(sheet: ComplaintSheet, form: str, fonts: FontSource | None = None) -> Printed:
    """Write a sheet as pdf or docx; KnownError export.no_font."""
    paper = as_paper(sheet)
    return Printed(as_word(paper)) if form == "docx" else as_pdf(paper, fonts)


def complaint_sheet(
    book: Book,
    facts: Facts,
    channel: Channel,
    complaint: Complaint,
    filed: Sequence[FiledEvidence],
    now: datetime,
) -> ComplaintSheet:
    """Gather what stands on the paper; private data are hidden as they are in the text."""
    from keepproof.composing.masking import hide  # noqa: PLC0415 - the window starts without the composer

    lang = complaint.lang
    shown = hide(replace(facts, evidence=tuple(filed)), channel).facts
    named = [_named(one, book, lang) for one in shown.evidence if one.number in complaint.numbers]
    order = shown.order
    about = [
        *order_facts(order, book, lang),
        (messages.say("paper.issue", lang), facts.issue.label.of(lang)),
        (messages.say("paper.channel", lang), channel.label.of(lang)),
        (messages.say("paper.made_at", lang), moment_words(now)),
    ]
    lines = evidence_lines(named, book, lang, facts.evidence)
    inquiry = facts.issue.inquiry
    return ComplaintSheet(lang, now, order.number, tuple(about), complaint.text, lines, inquiry)


def _named(filed: FiledEvidence, book: Book, lang: str) -> FiledEvidence:
    """Name a piece without a title by its kind; its file name and note may be private and stay out."""
    item = filed.evidence
    title = item.title if item.title.strip() else book.kind(item.kind).label.of(lang)
    return replace(filed, evidence=replace(item, title=title, note=""))
