"""The web archive (.mht) that the QQ message manager writes."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from typing import TYPE_CHECKING

from keepproof.domain.chat import Chat, ChatProblem, Role
from keepproof.readers.chats import markup
from keepproof.readers.chats.decoding import source
from keepproof.readers.chats.draft import CUT, Draft, finish
from keepproof.readers.chats.markup import text_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

FORMAT = "qq_mht"
NEEDED = (b"Tencent IM Message", b"Tencent MsgMgr")
HEAD = 4096
# the page is the first part: its head stands within these bytes
PART = 64 * 1024
OWN = "#42b475"
OTHER = "#006efe"
_BOUNDARY = re.compile(rb"boundary=\"?([^\"\r\n]{1,200})")
_PAGE = re.compile(rb"content-type:\s{0,8}text/html[^\n]{0,200}\n", re.IGNORECASE)
_BODY = re.compile(rb"\r?\n\r?\n")
_ENCODED = re.compile(rb"content-transfer-encoding:\s{0,8}([\w-]{1,20})", re.IGNORECASE)
_DATE = re.compile(r"^日期[:：]\s*(\d{4}[-/]\d{1,2}[-/]\d{1,2})")
_PEER = re.compile(r"^消息对象[:：]\s*(.*)$")
_SYSTEM = re.compile(r"\((?:10000|1000000)\)$")
_TIME = re.compile(r"\d{1,2}:\d\d:\d\d(?: [AP]M)?\s*$")


def is_one(data: bytes) -> bool:
    """Say whether the file is one of QQ's."""
    return any(mark in data[:HEAD] for mark in NEEDED)


def read(data: bytes) -> Chat | None:
    """Read the messages of the page in the archive; None when there are none.

    The header lacks a semicolon and the pictures can be most of the file, so the page is cut out
    rather than the whole letter parsed.
    """
    page, whole = _page(data)
    tree = markup.parse(source(page).text) if page else None
    if tree is None:
        return None
    drafts, peers = _messages(tree)
    problems = [] if whole else [CUT]
    if len(peers) > 1:
        problems.append(ChatProblem("chats.several_chats", (("count", len(peers)),)))
    return finish(FORMAT, peers[0] if len(peers) == 1 else "", drafts, problems)


def _page(data: bytes) -> tuple[bytes, bool]:
    """Cut the page out of the archive; say whether its end is there."""
    part = _PAGE.search(data[:PART], data.find(b"\n--", 0, PART) + 1)
    body = _BODY.search(data, part.end() - 1) if part is not None else None
    if part is None or body is None:
        return b"", False
    boundary = _BOUNDARY.search(data[:HEAD])
    end = data.find(b"\n--" + boundary[1], body.end()) if boundary is not None else -1
    raw = data[body.end() : end if end >= 0 else len(data)]
    way = _ENCODED.search(data[part.start() : body.start()])
    page = _plain(raw, way[1].lower() if way is not None else b"")
    return page, end >= 0 or b"</html>" in page[-200:]


def _plain(raw: bytes, way: bytes) -> bytes:
    if way == b"quoted-printable":
        return quopri.decodestring(raw)
    if way == b"base64":
        try:
            return base64.b64decode(raw + b"==")
        except binascii.Error:
            return b""
    return raw


def _messages(tree: LexborHTMLParser) -> tuple[list[Draft], list[str]]:
    drafts: list[Draft] = []
    peers: list[str] = []
    day = ""
    for number, cell in enumerate(tree.css("td"), start=1):
        divs = [one for one in cell.iter() if one.tag == "div"]
        if len(divs) >= 2:
            drafts.append(_draft(divs, day, f"#{number}"))
            continue
        text = text_of(cell)
        if (date := _DATE.match(text)) is not None:
            day = date[1]
        elif (peer := _PEER.match(text)) is not None:
            peers.append(peer[1].strip())
    return drafts, peers


def _draft(divs: list[LexborNode], day: str, place: str) -> Draft:
    """Read a message: name and time in the first block, its text in the second."""
    head, body = divs[0], divs[1]
    sender = text_of(head.css_first("div div"))
    written = _TIME.search(text_of(head))
    style = (head.attributes.get("style") or "").lower()
    own = True if OWN in style else (False if OTHER in style else None)
    draft = Draft(sender, place, body=[text_of(body)], own=own)
    draft.role = Role.SYSTEM if _SYSTEM.search(sender) else None
    if written is not None:
        draft.dated(f"{day} {written[0].strip()}".strip())
    if body.css_first("img") is not None:
        draft.flags.append("image")
    return draft
