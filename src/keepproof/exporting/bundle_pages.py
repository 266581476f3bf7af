"""What people read in a bundle: the page that lists its evidence, and how to check it.

Everything foreign is escaped, and freed of what cannot be seen and acts on what can.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from keepproof import assets
from keepproof.domain import bundle as form
from keepproof.domain.bundle import BundledItem, BundleRecord
from keepproof.domain.redaction import ORIGIN
from keepproof.exporting.documents.paper import printable

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Environment

FOLDER = ("templates", "bundle")
POWERSHELL = (
    "Get-Content tagmanifest-sha256.txt,manifest-sha256.txt -Encoding UTF8 | ForEach-Object { "
    "$h,$f = $_ -split '\\s+',2; "
    "if ((Test-Path -LiteralPath $f) -and (Get-FileHash -LiteralPath $f -Algorithm SHA256).Hash -eq $h) "
    '{ "OK   $f" } else { "BAD  $f" } }'
)
LEFT_OUT = {
    "redacted": ("原件未放入，用遮挡副本代替", "original not included, a redacted copy takes its place"),
    "changed": ("原件与导入时不同，未放入", "original differs from what was imported, not included"),
    "missing": ("原件找不到，未放入", "original not found, not included"),
    "unreadable": ("原件读不出，未放入", "original cannot be read, not included"),
}  # fmt: skip
TIMES = {
    "event": "事情 Event",
    "content": "内容 Content",
    "file": "文件 File",
    "imported": "导入 Imported",
}
LINKS = {
    form.COMPLAINT: "投诉文本 Complaint",
    form.CATALOGUE: "证据目录 PDF Catalogue",
    form.HISTORY: "保管记录 Custody record",
    form.HASHES: "散列值 Hashes",
    form.MESSAGES: "聊天逐条 Messages",
    form.GUIDE: "怎样核对 How to check",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What the page shows beyond the record: names of kinds by number, small pictures (WebP) by number, the complaint."""

    title: str
    lines: Sequence[tuple[str, str]]
    kinds: Mapping[int, str]
    thumbs: Mapping[int, bytes]
    complaint: str = ""
    about_complaint: str = ""


def index(record: BundleRecord, page: Page, names: Sequence[str]) -> bytes:
    """Write index.html; `names` are the other files at the top of the bundle."""
    copies = _copies(record)
    values = {
        "order": {
            "title": printable(page.title),
            "lines": [
                {"label": one, "value": printable(value)} for one, value in page.lines if value
            ],
        },
        "made_at": shown_moment(record.made_at),
        "program": record.program,
        "links": [{"href": name, "words": LINKS[name]} for name in LINKS if name in names],
        "items": [_row(one, page, copies.get(one.sha256)) for one in record.items],
        "complaint": {"text": printable(page.complaint), "about": page.about_complaint}
        if page.complaint
        else None,
        "head": record.custody,
    }
    return _fill("index.html", values)


def guide(record: BundleRecord, names: Sequence[str], *, uploads: bool = False) -> bytes:
    """Write README_zh_en.txt, with the line ends and the mark that old Windows editors need."""
    packed = [one.file for one in record.items if one.file]
    left_out = [
        {"number": one.number, "sha256": one.sha256, "zh": zh, "en": en}
        for one in record.items
        if one.left_out
        for zh, en in (LEFT_OUT[one.left_out],)
    ]
    values = {
        "program": record.program,
        "made_at": shown_moment(record.made_at),
        "powershell": POWERSHELL,
        "example": (packed[0] if packed else form.INDEX).replace("/", "\\"),
        "head": record.custody,
        "left_out": left_out,
        "share": any(one.startswith(form.SHARE) for one in packed),
        "uploads": uploads,
        "complaint": form.COMPLAINT in names,
        "catalogue": form.CATALOGUE in names,
        "messages": form.MESSAGES in names,
    }
    text = _fill(form.GUIDE, values).decode()
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def shown_moment(iso: str) -> str:
    """Write an ISO 8601 moment for people, with its zone: 2026-11-22 14:05 +08:00."""
    if len(iso) < 16:
        return iso
    zone = iso[-6:] if iso[-6] in "+-" else ""
    return f"{iso[:10]} {iso[11:16]} {zone}".strip()


def _row(one: BundledItem, page: Page, copy: BundledItem | None) -> dict[str, object]:
    # Where the original stays out its row shows the copy.
    shown = copy if copy is not None and not one.file else one
    picture = page.thumbs.get(shown.number)
    remarks = [" · ".join(LEFT_OUT[one.left_out])] if one.left_out else []
    if one.origin == ORIGIN:
        remarks.append("遮挡副本，不是原件 · redacted copy, not an original")
    return {
        "number": one.number,
        "name": printable(one.title or one.original_name),
        "original_name": printable(one.original_name),
        "kind": page.kinds.get(one.number, one.kind),
        "size": _size(one.size),
        "sha256": one.sha256,
        "href": quote(one.file),
        "picture_href": quote(shown.file),
        "copy_href": quote(copy.file) if copy is not None else "",
        "thumb": f"data:image/webp;base64,{base64.b64encode(picture).decode()}" if picture else "",
        "remarks": remarks,
        "times": [
            f"{words} {shown_moment(one.times[name].at.isoformat())}"
            for name, words in TIMES.items()
            if name in one.times
        ],
    }


def _copies(record: BundleRecord) -> dict[str, BundledItem]:
    """Map the SHA-256 of an original to its redacted copy, the newest where there are several."""
    return {
        one.derived_from: one
        for one in record.items
        if one.file and one.origin == ORIGIN and one.derived_from
    }


def _size(count: int) -> str:
    if count < 1024:
        return f"{count} B"
    if count < 1024**2:
        return f"{count / 1024:.0f} KB"
    return f"{count / 1024**2:.1f} MB"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, StrictUndefined, select_autoescape  # noqa: PLC0415 - only where a bundle is exported

    # The page is escaped; the plain text is never shown as markup.
    return Environment(
        undefined=StrictUndefined,
        autoescape=select_autoescape(["html"]),
        keep_trailing_newline=True,
        loader=_loader(),
    )


def _loader() -> BaseLoader:
    from jinja2 import FunctionLoader  # noqa: PLC0415 - as above

    return FunctionLoader(lambda name: assets.text(*FOLDER, name))


def _fill(name: str, values: Mapping[str, object]) -> bytes:
    return _environment().get_template(name).render(values).encode("utf-8", "replace")
