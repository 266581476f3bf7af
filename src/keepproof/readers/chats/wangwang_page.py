"""Saved pages of the Wangwang web client, of the buyer's side and of the seller's history search."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from keepproof.domain.chat import Chat, Role
from keepproof.readers.chats import markup
from keepproof.readers.chats.draft import Draft, finish
from keepproof.readers.chats.markup import text_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

FORMAT = "wangwang_page"
HISTORY = "wangwang_history"
NEEDED = "message-item"
NEEDED_HISTORY = "chatWrap"
_DATE = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}")
_CARDS = ".item-card, .im-template-msg"
_GROUPS = '[class*="groupTime"], [class*="chatWrap"]'


def read(page: str) -> Chat | None:
    """Read a saved page; None when it is another page."""
    if "<" not in page or (NEEDED not in page and NEEDED_HISTORY not in page):
        return None
    tree = markup.parse(page)
    if tree is None:
        return None
    items = [one for one in tree.css(".message-item") if one.css_first(".nick, .time") is not None]
    return _bought(tree, items) if items else _history(tree)


def _bought(tree: LexborHTMLParser, items: list[LexborNode]) -> Chat:
    """Read the buyer's page. It unloads old texts while scrolling: such shells are told, not filled."""
    drafts = [_item(one, number) for number, one in enumerate(items, start=1)]
    peer = text_of(tree.css_first(".ww_header .name"))
    return finish(FORMAT, peer, drafts, otherwise=_merchant)


def _item(item: LexborNode, number: int) -> Draft:
    own = "self" in markup.classes(item)
    draft = Draft(text_of(item.css_first(".nick")), f"#{number}", own=own)
    if written := text_of(item.css_first(".time")):
        draft.dated(written)
    draft.body = [text for one in item.css(".content pre") if (text := text_of(one))]
    for file in item.css(".file-msg .file-name"):
        draft.body.append(file.attributes.get("title") or text_of(file))
        draft.flags.append("file")
    card = item.css_first(_CARDS)
    if card is not None:
        draft.flags.append("card")
        draft.body += [] if draft.body else [" ".join(text_of(card).split())]
    elif item.css_first(".content img") is not None:
        draft.flags.append("image")
    return draft


def _merchant(sender: str) -> Role:
    """Take the other side of a Wangwang chat for the shop."""
    return Role.MERCHANT if sender else Role.UNKNOWN


def _history(tree: LexborHTMLParser) -> Chat | None:
    """Read the seller's page, where the date stands once above the messages of a day."""
    drafts: list[Draft] = []
    day = ""
    for node in tree.css(_GROUPS):
        name = " ".join(markup.classes(node))
        if "groupTime" in name:
            found = _DATE.search(text_of(node))
            day = found[0] if found is not None else ""
            continue
        if node.css_first('[class*="chatName"], [class*="chatTime"]') is not None:
            drafts.append(_said(node, day, len(drafts) + 1))
    return finish(HISTORY, "", drafts) if drafts else None


def _said(node: LexborNode, day: str, number: int) -> Draft:
    draft = Draft(text_of(node.css_first('[class*="chatName"]')), f"#{number}")
    written = text_of(node.css_first('[class*="chatTime"]'))
    if written and not _DATE.search(written):
        written = f"{day} {written}".strip()
    if written:
        draft.dated(written)
    draft.body = [text_of(one) for one in node.css('[class*="chatText"]')]
    if node.css_first('[class*="chatText"] img, [class*="chatImg"]') is not None:
        draft.flags.append("image")
    return draft
