"""MemoTrace's HTML: the messages stand only in the list of a script, the page itself is empty."""

from __future__ import annotations

import html
import re

from keepproof.domain.chat import Chat
from keepproof.readers.chats.decoding import clean
from keepproof.readers.chats.draft import CUT, Draft, finish
from keepproof.readers.chats.log import SYSTEM
from keepproof.readers.chats.moments import CHINA, shown, since_1970
from keepproof.readers.chats.values import yes

FORMAT = "memotrace_html"
_LIST = re.compile(r"chatMessages\s{0,4}=\s{0,4}\[")
_VALUE = re.compile(
    r"[\s,]*+([A-Za-z_]\w{0,40})\s*+:\s*+"
    r"(?:'((?:[^'\\]|\\.)*+)'|\"((?:[^\"\\]|\\.)*+)\"|`((?:[^`\\]|\\.)*+)`|([-\w.]{1,40}))",
    re.DOTALL,
)
_OPEN = re.compile(r"[\s,]*+\{")
_CLOSE = re.compile(r"[\s,]*+\}")
_END = re.compile(r"[\s,]*+\]")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": "", "t": "\t", "b": "", "f": "", "0": "", "\n": ""}
_BREAK = re.compile(r"<br\s{0,2}/?>", re.IGNORECASE)
_KINDS = {
    "3": "image",
    "34": "voice",
    "43": "video",
    "47": "sticker",
    "49": "card",
    "10000": SYSTEM,
}


def read(page: str) -> Chat | None:
    """Read the list of messages in the page; None when there is none."""
    # a single character is looked for many times faster than a word
    found = _LIST.search(page) if "{" in page else None
    if found is None:
        return None
    objects, whole = _objects(page, found.end())
    drafts = [_draft(one, number) for number, one in enumerate(objects, start=1)]
    return finish(FORMAT, "", drafts, [] if whole else [CUT])


def _objects(page: str, at: int) -> tuple[list[dict[str, str]], bool]:
    """Read the objects of the list, up to its end or to where it is damaged; say whether it is whole."""
    objects: list[dict[str, str]] = []
    while (start := _OPEN.match(page, at)) is not None:
        at = start.end()
        one: dict[str, str] = {}
        while (value := _VALUE.match(page, at)) is not None:
            raw = next((text for text in value.groups()[1:] if text is not None), "")
            one[value[1]] = raw
            at = value.end()
        closed = _CLOSE.match(page, at)
        if closed is None:
            return objects, False
        at = closed.end()
        objects.append(one)
    return objects, _END.match(page, at) is not None


def _draft(one: dict[str, str], number: int) -> Draft:
    at = since_1970(one.get("timestamp"), CHINA)
    local = shown(at.replace(tzinfo=None)) if at is not None else one.get("timestamp", "")
    draft = Draft(_text(one.get("displayname", "")), f"#{number}", local, at)
    draft.own = yes(one.get("is_send"))
    draft.body = [_text(one.get("text", ""))]
    kind = _KINDS.get(one.get("type", ""))
    if kind:
        draft.flags.append(kind)
    return draft


def _text(raw: str) -> str:
    """Undo what the program did to a text: escapes of the script, then those of the page."""
    plain = _ESCAPE.sub(_unescaped, raw)
    return clean(html.unescape(_BREAK.sub("\n", plain)))


def _unescaped(found: re.Match[str]) -> str:
    sign = found[1]
    if len(sign) == 5:
        return chr(int(sign[1:], 16))
    return _ESCAPES.get(sign, sign)
