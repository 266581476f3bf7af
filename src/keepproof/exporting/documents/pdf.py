"""Papers as PDF, set by typst: foreign text goes in as data and is never read as markup."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from keepproof import assets
from keepproof.errors import KnownError
from keepproof.exporting.documents import fonts as faces
from keepproof.exporting.documents.fonts import FontSource
from keepproof.exporting.documents.paper import (
    FactTable,
    Listing,
    Notes,
    Paper,
    Part,
    Words,
    has_han,
    printable,
)

if TYPE_CHECKING:
    from typst import Fonts

# Every character has a meaning in it, so that the text can be searched and copied for good.
ARCHIVAL: Final = "a-2u"
PROBE = "留证订单证据投诉"
NO_GLYPH = "could not be displayed"
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished file; `unshown` is the first text for which no font has a sign, "" when all is there."""

    data: bytes
    unshown: str = ""


def as_pdf(paper: Paper, source: FontSource | None = None) -> Printed:
    """Print a paper; KnownError export.no_font when it is Chinese and no font here has the characters."""
    from typst import TypstError  # noqa: PLC0415 - only where something is printed

    fonts = faces.load(source or FontSource())
    names = faces.families(fonts)
    data = _values(paper, names)
    if has_han(json.dumps(data, ensure_ascii=False)):
        _want_chinese(fonts, names)
    try:
        return Printed(_set(data, fonts, paper, archival=True))
    except TypstError as error:
        if NO_GLYPH not in error.message:
            raise
        return Printed(_set(data, fonts, paper, archival=False), _quoted(error.message))


def _set(data: dict[str, Any], fonts: Fonts, paper: Paper, *, archival: bool) -> bytes:
    import typst  # noqa: PLC0415 - see as_pdf

    template = assets.path("print", "paper.typ")
    return typst.compile(
        template,
        root=template.parent,
        font_paths=fonts,
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=[ARCHIVAL] if archival else [],
        timestamp=int(paper.made_at.timestamp()),
    )


def _want_chinese(fonts: Fonts, names: list[str]) -> None:
    import typst  # noqa: PLC0415 - see as_pdf

    source = b"#set text(font: json(bytes(sys.inputs.fonts)))\n#sys.inputs.words"
    inputs = {"fonts": json.dumps(names), "words": PROBE}
    try:
        typst.compile(source, font_paths=fonts, sys_inputs=inputs, pdf_standards=[ARCHIVAL])
    except typst.TypstError as error:
        if NO_GLYPH not in error.message:
            raise
        raise KnownError("export.no_font") from error


def _values(paper: Paper, names: list[str]) -> dict[str, Any]:
    return {
        "title": _line(paper.title),
        "lang": paper.lang,
        "footer": _line(paper.footer),
        "wide": paper.wide,
        "fonts": names,
        "parts": [_part(one) for one in paper.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, FactTable):
        rows = [[_line(name), printable(value)] for name, value in part.rows]
        return {"kind": "facts", "rows": rows}
    if isinstance(part, Words):
        lines = [row for one in part.lines for row in printable(one).split("\n")]
        return {"kind": "words", "heading": _line(part.heading), "lines": lines}
    if isinstance(part, Notes):
        return {"kind": "notes", "lines": [_line(one) for one in part.lines]}
    return _listing(part)


def _listing(part: Listing) -> dict[str, Any]:
    return {
        "kind": "listing",
        "heading": _line(part.heading),
        "columns": [_line(one) for one in part.columns],
        "widths": list(part.widths),
        "records": [
            {"cells": [printable(cell) for cell in one.cells], "under": printable(one.under)}
            for one in part.records
        ],
    }


def _line(text: str) -> str:
    return printable(text).replace("\n", " ")


def _quoted(message: str) -> str:
    """Take the text out of: the text `"…"` could not be displayed."""
    quoted = message.partition('`"')[2].partition('"`')[0]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), quoted)
