"""Read finished papers with other programs' eyes."""

from __future__ import annotations

from io import BytesIO

import docx
import pypdfium2


def pdf_pages(data: bytes) -> list[str]:
    """Give the text of each page, with blanks and breaks taken out: where lines break is the page's business."""
    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for page in document:
            texts.append(bare(page.get_textpage().get_text_range()))
            page.close()
        return texts
    finally:
        document.close()


def word_text(data: bytes) -> str:
    """Give all text of a Word document, tables included, without blanks."""
    document = docx.Document(BytesIO(data))
    lines = [one.text for one in document.paragraphs]
    for table in document.tables:
        lines += [cell.text for row in table.rows for cell in row.cells]
    return bare("\n".join(lines))


def bare(text: str) -> str:
    """Take out blanks, breaks and the marks pdfium puts where a line was broken."""
    return "".join(text.replace("\ufffe", "").split())
