"""WhatsApp's exports of Android and iOS, in the ways of writing of many countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from keepproof.domain.chat import Chat, ChatProblem
from keepproof.readers.chats.date_order import Stamp, date_of, orders_of
from keepproof.readers.chats.draft import BAD_TIME, SYSTEM, Draft, finish
from keepproof.readers.chats.moments import made, on_24, shown

FORMAT = "whatsapp"
_HALF = r"[ap]\.? ?m\.?(?![a-z])|上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|午前|午後|오전|오후"
_DATE = r"(\d{1,4})([-/年]|\. ?)(\d{1,2})(?:[-/月]|\. ?)(\d{1,4})(?:日|\.)?"
_CLOCK = rf"(?:klo )?({_HALF})? ?(\d{{1,2}})[:.](\d\d)(?:[:.](\d\d))? ?({_HALF})?"
_HEAD = re.compile(
    rf"(?:\[(?={_DATE},? {{1,2}}{_CLOCK}\])[^\]]*\]|(?={_DATE},? {{1,2}}{_CLOCK} [-–] )[^–]*? [-–]) ",
    re.IGNORECASE,
)
_LATE = frozenset({"下午", "傍晚", "晚上", "午後", "오후"})
# a name may hold a colon, but not one before a space; an empty message ends with it
_SENDER = re.compile(r"([^\"“”„«»\n]{1,100}?):(?: (.*)|$)")
_TIGHT = re.compile(r"([^\"“”„«»\n]{1,100}?):(.*)")
_NOTICE = re.compile(
    r"端到端加密|端對端加密|end-to-end encrypt|Ende-zu-Ende-verschlüsselt|chiffrés de bout en bout|"
    r"cifrados de extremo a extremo",
    re.IGNORECASE,
)
_PEER = (
    re.compile(r"与(.+?)的 ?WhatsApp ?聊天"),
    re.compile(r"與(.+?)的 ?WhatsApp ?對話"),
    re.compile(r"WhatsApp Chat with (.+?)(?:\.txt|$)", re.IGNORECASE),
)
_OMITTED = (
    ("image", re.compile(r"^(?:image omitted|圖片已略去|图片已忽略|<省略图片>)", re.IGNORECASE)),
    ("video", re.compile(r"^(?:video omitted|影片已略去|视频已忽略)", re.IGNORECASE)),
    ("voice", re.compile(r"^(?:audio omitted|音訊已略去|音频已忽略)", re.IGNORECASE)),
    ("sticker", re.compile(r"^(?:sticker omitted|貼圖已略去)", re.IGNORECASE)),
    ("file", re.compile(r"^.{0,80}document omitted", re.IGNORECASE)),
)
_SPACES = {0x202F: " ", 0xA0: " "}
HEAD = 80


@dataclass(frozen=True, slots=True)
class _Line:
    written: str
    stamp: Stamp
    rest: str


def score(lines: Sequence[str]) -> int:
    """Count the messages."""
    return sum(_head(line) is not None for line in lines)


def read(lines: Sequence[str], untrusted_name: str) -> Chat:
    """Read an export. It names no zone, so only the local time is known."""
    drafts: list[Draft] = []
    stamps: list[Stamp] = []
    for number, line in enumerate(lines, start=1):
        head = _head(line)
        if head is None:
            if drafts:
                drafts[-1].body.append(line)
            continue
        drafts.append(_draft(head, f"L{number}"))
        stamps.append(head.stamp)
    orders = orders_of(stamps)
    problems = []
    if len(orders) == 1:
        for draft, stamp in zip(drafts, stamps, strict=True):
            _set_time(draft, stamp, orders[0])
    else:
        choices = " / ".join(_shown_order(one) for one in orders)
        problems = [ChatProblem("chats.ambiguous_dates", (("orders", choices or "?"),))]
    return finish(FORMAT, _peer(untrusted_name), drafts, problems)


def _head(line: str) -> _Line | None:
    """Read the beginning of a message: date, time and what stands behind."""
    if not (line[:1].isdigit() or line[:1] == "["):
        return None
    found = _HEAD.match(line[:HEAD].translate(_SPACES))
    if found is None:
        return None
    groups = found.groups()
    first, sign, second, third, before, hour, minute, second_of, after = (
        groups[:9] if groups[0] is not None else groups[9:]
    )
    time = (
        on_24(int(hour), _half(before or after or "", int(hour))),
        int(minute),
        int(second_of or 0),
    )
    eastern = sign == "年" or (before or after or "a") > "\x7f"
    stamp = Stamp((first, second, third), sign.strip(), time, eastern)
    return _Line(line[: found.end()].strip(" -–[]"), stamp, line[found.end() :])


def _half(word: str, hour: int) -> str:
    """Say which half of the day a word means: a, p or neither."""
    if not word:
        return ""
    if word == "中午":
        return "" if hour >= 10 else "p"
    return "p" if word[0] in "pP" or word in _LATE else "a"


def _draft(head: _Line, place: str) -> Draft:
    """Tell a message from a line in which the program itself speaks."""
    found = _SENDER.match(head.rest) or _TIGHT.match(head.rest)
    if found is None:
        return Draft("", place, head.written, body=[head.rest], flags=[SYSTEM])
    sender, text = found[1].strip(" ~\xa0\u202f"), found[2] or ""
    draft = Draft(sender, place, head.written, body=[text])
    if _NOTICE.search(text[:400]):
        draft.flags.append(SYSTEM)
    draft.flags += [flag for flag, words in _OMITTED if words.search(text[:120])]
    return draft


def _set_time(draft: Draft, stamp: Stamp, order: str) -> None:
    naive = made(date_of(stamp, order), stamp.time)
    if naive is None:
        draft.flags.append(BAD_TIME)
    else:
        draft.local = shown(naive)


def _shown_order(order: str) -> str:
    return "/".join(order.upper())


def _peer(untrusted_name: str) -> str:
    found = (rule.search(untrusted_name) for rule in _PEER)
    return next((one[1].strip()[:80] for one in found if one), "")
