"""The evidence catalogue of an order: 编号, 名称, 来源, 证明内容, 时间, 页数, 散列值."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from keepproof import messages
from keepproof.exporting.documents.fonts import FontSource
from keepproof.exporting.documents.paper import (
    FactTable,
    Listing,
    Notes,
    Paper,
    Record,
    printable,
)
from keepproof.exporting.documents.pdf import Printed, as_pdf
from keepproof.exporting.documents.word import as_word
from keepproof.exporting.evidence_lines import EvidenceLine, broken_words, numbered, time_lines

FORMS = ("pdf", "docx", "csv")
COLUMNS = ("number", "name", "source", "proves", "times", "pages")
WIDTHS = (1.3, 3.8, 3.4, 2.8, 5.8, 1.2)
TIMES = ("event", "content", "file", "imported")
# What a spreadsheet takes for the beginning of a formula, also in full width and behind blanks.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_FIGURE = re.compile(r"[0-9]+(\.[0-9]+)?([eE][0-9]+)?")
LONGEST_FIGURE = 11  # a spreadsheet shows longer ones as 2.69E+18


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The evidence of one order; `facts` are name and value of what the order is."""

    lang: str
    made_at: datetime
    order_number: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[EvidenceLine, ...]


def as_file(catalogue: Catalogue, form: str, fonts: FontSource | None = None) -> Printed:
    """Write a catalogue as pdf, docx or csv; KnownError export.no_font."""
    if form == "csv":
        return Printed(as_csv(catalogue))
    paper = as_paper(catalogue)
    return Printed(as_word(paper)) if form == "docx" else as_pdf(paper, fonts)


def as_paper(catalogue: Catalogue) -> Paper:
    """Lay a catalogue out as a table on wide pages, the hash below each row."""
    lang = catalogue.lang
    title = messages.say("paper.catalogue", lang)
    notes = [broken_words(catalogue.lines, lang)]
    notes += [messages.say(f"paper.about_{one}", lang) for one in ("times", "hash")]
    columns = tuple(_column(one, lang) for one in COLUMNS)
    records = tuple(_record(one, lang) for one in catalogue.lines)
    return Paper(
        title,
        lang,
        catalogue.made_at,
        footer(title, catalogue.order_number, catalogue.made_at, lang),
        (
            FactTable(catalogue.facts),
            Listing("", columns, WIDTHS, records),
            Notes(tuple(one for one in notes if one)),
        ),
        wide=True,
    )


def as_csv(catalogue: Catalogue) -> bytes:
    """Write a catalogue for a spreadsheet: UTF-8 with mark, nothing in it acts as a formula, numbers stay text."""
    lang = catalogue.lang
    head = [_column(one, lang) for one in ("number", "name", "kind", "source", "proves")]
    for which in TIMES:
        name = messages.say(f"paper.time.{which}", lang)
        head += [name, messages.say("paper.column.time_source", lang, {"time": name})]
    head += [_column(one, lang) for one in ("pages", "hash", "size", "state", "file")]
    head.append(messages.say("paper.order", lang))
    made = StringIO()
    writer = csv.writer(made)
    writer.writerow(head)
    for one in catalogue.lines:
        writer.writerow([harmless(cell) for cell in _cells(one, catalogue)])
    return made.getvalue().encode("utf-8-sig")


def harmless(untrusted: str) -> str:
    """Make a value that no spreadsheet reads as a formula, and none shortens as a figure."""
    text = printable(untrusted)
    if _FIGURE.fullmatch(text):
        # The mark Chinese exports use to keep long numbers whole; it is not seen.
        return f"{text}\t" if len(text) > LONGEST_FIGURE else text
    return f"'{text}" if _FORMULA.match(text) else text


def footer(title: str, order_number: str, made_at: datetime, lang: str) -> str:
    """Write the line at the foot of every page."""
    at = made_at.strftime("%Y-%m-%d %H:%M")
    data = {"title": title, "order": order_number, "at": at}
    return messages.say("paper.footer", lang, data)


def _record(line: EvidenceLine, lang: str) -> Record:
    cells = (
        numbered(line, lang),
        line.name,
        line.source,
        line.proves or "—",
        time_lines(line, lang, unknown=True),
        line.pages or "—",
    )
    return Record(cells, f"SHA-256 {line.sha256}  {line.state}")


def _cells(line: EvidenceLine, catalogue: Catalogue) -> list[str]:
    times = {one.which: one for one in line.times}
    row = [numbered(line, catalogue.lang), line.name, line.kind, line.source, line.proves]
    for which in TIMES:
        row += [times[which].at, times[which].source]
    row += [line.pages, line.sha256, str(line.size), line.state, line.file_name]
    return [*row, catalogue.order_number]


def _column(name: str, lang: str) -> str:
    return messages.say(f"paper.column.{name}", lang)
