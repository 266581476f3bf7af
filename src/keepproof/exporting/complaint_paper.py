"""A complaint on paper: the order, the text exactly as composed, and the list of its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from keepproof import messages
from keepproof.exporting.catalogue import footer
from keepproof.exporting.documents.paper import (
    FactTable,
    Listing,
    Notes,
    Paper,
    Part,
    Record,
    Words,
)
from keepproof.exporting.evidence_lines import EvidenceLine, broken_words, numbered, time_lines

COLUMNS = ("number", "name", "kind", "times", "proves")
WIDTHS = (1.3, 2.6, 1.9, 5.4, 2.4)


@dataclass(frozen=True, slots=True)
class ComplaintSheet:
    """What goes on the paper; `inquiry` names it so, `lines` are the pieces the text rests on."""

    lang: str
    made_at: datetime
    order_number: str
    facts: tuple[tuple[str, str], ...]
    text: str
    lines: tuple[EvidenceLine, ...]
    inquiry: bool = False


def as_paper(sheet: ComplaintSheet) -> Paper:
    """Lay a complaint out: what it is about, its text, its evidence."""
    lang = sheet.lang
    title = messages.say("paper.inquiry" if sheet.inquiry else "paper.complaint", lang)
    parts: list[Part] = [
        FactTable(sheet.facts),
        Words(messages.say("paper.text", lang), tuple(sheet.text.split("\n"))),
    ]
    if sheet.lines:
        columns = tuple(messages.say(f"paper.column.{one}", lang) for one in COLUMNS)
        records = tuple(_record(one, lang) for one in sheet.lines)
        parts.append(Listing(messages.say("paper.appendix", lang), columns, WIDTHS, records))
        about = messages.say("paper.about_hash", lang)
        notes = (broken_words(sheet.lines, lang), about)
        parts.append(Notes(tuple(one for one in notes if one)))
    foot = footer(title, sheet.order_number, sheet.made_at, lang)
    return Paper(title, lang, sheet.made_at, foot, tuple(parts))


def _record(line: EvidenceLine, lang: str) -> Record:
    times = time_lines(line, lang, unknown=False)
    cells = (numbered(line, lang), line.name, line.kind, times, line.proves or "—")
    return Record(cells, f"SHA-256 {line.sha256}\n{line.state}")
