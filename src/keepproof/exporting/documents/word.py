"""Papers as Word documents, to be edited further."""

from __future__ import annotations

import zipfile
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING

from keepproof.exporting.documents.paper import (
    FactTable,
    Listing,
    Notes,
    Paper,
    Part,
    Record,
    Words,
    printable,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

LATIN, CHINESE, MONO = "Calibri", "Microsoft YaHei", "Consolas"
GREY = "5C6166"
BODY_PT, TABLE_PT, SMALL_PT, HASH_PT = 10.5, 9.0, 8.5, 7.5
HEADING_PT = {1: 16.0, 2: 12.0}
MARGIN_MM = {True: 15, False: 22}
LONG_MM, SHORT_MM = 297, 210
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold


def as_word(paper: Paper) -> bytes:
    """Write a paper as .docx."""
    import docx  # noqa: PLC0415 - only where a Word document is written

    document = docx.Document()
    _describe(document, paper)
    _styles(document, paper.lang)
    _page(document.sections[0], paper)
    document.add_heading(_line(paper.title), level=1)
    for part in paper.parts:
        _add(document, part)
    made = BytesIO()
    document.save(made)
    return _timeless(made.getvalue())


def _describe(document: Document, paper: Paper) -> None:
    known, at = document.core_properties, paper.made_at.astimezone(UTC).replace(tzinfo=None)
    known.title, known.language = _line(paper.title)[:255], paper.lang
    known.author = known.last_modified_by = "KeepProof"
    known.comments, known.revision = "", 1
    known.created = known.modified = at.replace(microsecond=0)


def _styles(document: Document, lang: str) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - see as_word

    sizes = {"Normal": BODY_PT} | {f"Heading {level}": size for level, size in HEADING_PT.items()}
    for name, size in sizes.items():
        style: ParagraphStyle = document.styles[name]
        style.font.name, style.font.size = LATIN, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(_name(f"w:{theme}"), None)
        fonts.set(_name("w:eastAsia"), CHINESE)
    style = document.styles["Normal"]
    style.paragraph_format.space_after = Pt(4)
    spoken = _element("w:lang", val="en-US", eastAsia="zh-CN" if lang == "zh" else "en-US")
    style.element.get_or_add_rPr().append(spoken)


def _page(section: Section, paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - see as_word
    from docx.shared import Mm  # noqa: PLC0415 - see as_word

    wide = paper.wide
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width = Mm(LONG_MM if wide else SHORT_MM)
    section.page_height = Mm(SHORT_MM if wide else LONG_MM)
    section.left_margin = section.right_margin = Mm(MARGIN_MM[wide])
    section.top_margin = section.bottom_margin = Mm(18)
    foot = section.footer.paragraphs[0]
    _run(foot, f"{_line(paper.footer)}    ", SMALL_PT, grey=True)
    _field(foot, "PAGE")
    _run(foot, " / ", SMALL_PT, grey=True)
    _field(foot, "NUMPAGES")


def _add(document: Document, part: Part) -> None:
    if isinstance(part, FactTable):
        for name, value in part.rows:
            paragraph = document.add_paragraph()
            _run(paragraph, f"{_line(name)}  ", BODY_PT, grey=True)
            _run(paragraph, printable(value), BODY_PT)
    elif isinstance(part, Words):
        _heading(document, part.heading)
        for one in part.lines:
            document.add_paragraph(printable(one))
    elif isinstance(part, Notes):
        for one in part.lines:
            _run(document.add_paragraph(), printable(one), SMALL_PT, grey=True)
    else:
        _listing(document, part)


def _listing(document: Document, part: Listing) -> None:
    _heading(document, part.heading)
    section = document.sections[0]
    sides = [section.page_width, section.left_margin, section.right_margin]
    width, left, right = (one or 0 for one in sides)
    table = document.add_table(0, len(part.columns), "Table Grid")
    table.autofit = False
    share = (width - left - right) / sum(part.widths)
    for column, size in zip(table.columns, part.widths, strict=True):
        column.width = int(size * share)
    _row(table, part.columns, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way
    for record in part.records:
        _record(table, record)


def _record(table: Table, record: Record) -> None:
    _row(table, record.cells)
    if not record.under:
        return
    row = table.add_row()
    whole, *others = row.cells
    # python-docx can merge cells too, but looks through all rows before it for each of them.
    whole._tc.grid_span = len(others) + 1  # noqa: SLF001 - as above
    for cell in others:
        row._tr.remove(cell._tc)  # noqa: SLF001 - as above
    _run(whole.paragraphs[0], printable(record.under), HASH_PT, grey=True, mono=True)


def _row(table: Table, values: tuple[str, ...], *, bold: bool = False) -> None:
    cells: tuple[_Cell, ...] = table.add_row().cells
    for cell, value, column in zip(cells, values, table.columns, strict=True):
        if column.width is not None:
            cell.width = column.width
        _run(cell.paragraphs[0], printable(value), TABLE_PT, bold=bold)


def _heading(document: Document, words: str) -> None:
    if words:
        document.add_heading(_line(words), level=2)


def _run(
    paragraph: Paragraph,
    words: str,
    size: float,
    *,
    grey: bool = False,
    mono: bool = False,
    bold: bool = False,
) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - see as_word

    run = paragraph.add_run(words)
    run.font.size, run.font.bold = Pt(size), bold or None
    if grey:
        run.font.color.rgb = RGBColor.from_string(GREY)
    if mono:
        run.font.name = MONO


def _field(paragraph: Paragraph, code: str) -> None:
    """Add a figure that the reader's program fills in."""
    from docx.shared import Pt  # noqa: PLC0415 - see as_word

    field = _element("w:fldSimple", instr=code)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx knows no fields
    run = paragraph.add_run("1")
    run.font.size = Pt(SMALL_PT)
    field.append(run._r)  # noqa: SLF001 - as above


def _element(tag: str, **values: str) -> BaseOxmlElement:
    from docx.oxml import OxmlElement  # noqa: PLC0415 - see as_word

    made = OxmlElement(tag)
    for key, value in values.items():
        made.set(_name(f"w:{key}"), value)
    return made


def _name(tag: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415 - see as_word

    return str(qn(tag))


def _line(text: str) -> str:
    return printable(text).replace("\n", " ")


def _timeless(data: bytes) -> bytes:
    """Pack the parts again without the time of packing, so that the same paper gives the same bytes."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return made.getvalue()
