"""MemoTrace's CSV: a row a message, told by the names of its columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from keepproof.domain.chat import Chat
from keepproof.readers.chats.draft import CUT, Draft, finish
from keepproof.readers.chats.log import SYSTEM
from keepproof.readers.chats.moments import CHINA, moment, shown, since_1970
from keepproof.readers.chats.values import yes

FORMAT = "memotrace_csv"
NEEDED = ("StrContent", "CreateTime", "IsSender")
HEAD = 400
_KINDS = {"3": "image", "34": "voice", "43": "video", "47": "sticker", "10000": SYSTEM}
_APPS = {"6": "file", "57": "quote"}
_TITLE = re.compile(r"<title>(?:<!\[CDATA\[)?([^<\]]{1,400})")
TEXTUAL = frozenset({"", "1", "10000"})


def read(text: str) -> Chat | None:
    """Read a table; None when its columns are others. Places are the lines on which rows end."""
    if not all(name in text[:HEAD] for name in NEEDED):
        return None
    rows = csv.reader(io.StringIO(text, newline=""))
    drafts: list[Draft] = []
    problems = []
    try:
        columns = [name.strip() for name in next(rows, [])]
        last = rows.line_num
        for row in rows:
            if row:
                drafts.append(_draft(dict(zip(columns, row, strict=False)), last + 1))
            last = rows.line_num
    except csv.Error:
        problems = [CUT]
    return finish(FORMAT, "", drafts, problems)


def _draft(row: Mapping[str, str], place: int) -> Draft:
    at = since_1970(row.get("CreateTime", "").strip(), CHINA)
    written = row.get("StrTime", "").strip()
    naive = moment(written) or (at.replace(tzinfo=None) if at is not None else None)
    names = (row.get(name, "").strip() for name in ("Remark", "NickName", "Sender"))
    draft = Draft(
        next((name for name in names if name), ""),
        place,
        shown(naive) if naive is not None else written,
        at,
        own=yes(row.get("IsSender", "").strip()),
    )
    kind, content = row.get("Type", "").strip(), row.get("StrContent", "")
    draft.body = [
        content if kind in TEXTUAL or not content.lstrip().startswith("<") else _title(content)
    ]
    if kind == "49":
        draft.flags.append(_APPS.get(row.get("SubType", "").strip(), "card"))
    elif kind in _KINDS:
        draft.flags.append(_KINDS[kind])
    return draft


def _title(content: str) -> str:
    """Take the words that are shown out of what stands in the cell of a file, link or reply."""
    found = _TITLE.search(content)
    return found[1].strip() if found is not None else ""
