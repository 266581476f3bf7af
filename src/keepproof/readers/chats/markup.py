"""Saved web pages as a tree. Pages built to keep a parser busy are not parsed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from keepproof.readers.chats.decoding import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)")
_BREAK = re.compile(r"<br\b[^<>]{0,20}>", re.IGNORECASE)
_NEVER_CLOSED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "dd",
        "dt",
        "embed",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "p",
        "param",
        "source",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "track",
        "wbr",
    ]
)
# real pages stay far below; the parser's time grows with the square of both
DEEPEST = 500
ATTRIBUTES = 400
LARGEST = 64 * 1024 * 1024


def parse(page: str) -> LexborHTMLParser | None:
    """Parse a page, line breaks turned into line ends; None when it is unreasonably built."""
    # not every start of the program reads a page
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError  # noqa: PLC0415

    if len(page) > LARGEST or not _reasonable(page):
        return None
    try:
        return LexborHTMLParser(_BREAK.sub("\n", page))
    except (SelectolaxError, ValueError):
        return None


def text_of(node: LexborNode | None) -> str:
    """Return the words in a node, safe to show; empty without a node."""
    return clean(node.text()).replace("\xa0", " ").strip() if node is not None else ""


def classes(node: LexborNode) -> list[str]:
    """Return the classes of a node."""
    return (node.attributes.get("class") or "").split()


def _reasonable(page: str) -> bool:
    depth = 0
    for found in _TAG.finditer(page):
        if found[1]:
            depth -= 1 if depth and found[2].lower() not in _NEVER_CLOSED else 0
            continue
        if len(found[3]) > ATTRIBUTES and len(found[3].split(None, ATTRIBUTES)) > ATTRIBUTES:
            return False
        if not found[3].endswith("/") and found[2].lower() not in _NEVER_CLOSED:
            depth += 1
            if depth > DEEPEST:
                return False
    return True
