"""Wangwang and Qianniu conversations copied as text: `NICK 2026-8-5 9:31:00`, in all its forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from keepproof.domain.chat import Chat, ChatMessage, Role
from keepproof.readers.chats import roles
from keepproof.readers.chats.draft import RECALLED, SYSTEM, Draft, finish, is_talk

FORMAT = "wangwang"
# Matched from the right: the digits of a nick may be glued to the year.
_TIME = re.compile(r"(20\d\d-\d{1,2}-\d{1,2} {1,2}\d{1,2}:\d\d:\d\d)\s*$")
_SENTENCE = re.compile(r"[，。！？；、,!?;]|[到至在于是为：:]$")
_STATUS = {"已读": "read", "未读": "unread", "发送中": "sending"}
_RECALL = re.compile(r"^(.{1,64}?) ?撤回了一条消息$")
_HANDED = re.compile(r"^(?:由 .{1,64} 转交给 |原因：【)")
_NOISE = re.compile(r"^(?:当前用户来自|商品详情页|商品推荐)")
_BUYER = re.compile(r"^(?:cntaobao)?tb[\w*]", re.IGNORECASE)
# a line that begins otherwise says nothing about the message
_MARKED = frozenset("由原当商 \t\u3000")
_ME, _MERCHANT, _UNKNOWN = Role.ME, Role.MERCHANT, Role.UNKNOWN
NICK = 64
LONGEST = NICK * 2 + 40
BEGINNING = 40


def score(lines: Sequence[str]) -> int:
    """Count the messages; none when the first stands far from the beginning, or it is a mere list."""
    first = next((at for at, line in enumerate(lines) if _head(line) is not None), None)
    if first is None or sum(bool(line.strip()) for line in lines[:first]) > BEGINNING:
        return 0
    timed = [one for one in _drafts(lines) if one.local]
    return len(timed) if is_talk(timed) else 0


def read(lines: Sequence[str], untrusted_name: str) -> Chat:
    """Read the messages of a copied conversation."""
    del untrusted_name
    drafts = _drafts(lines)
    buyer = _buyer(drafts)
    return finish(FORMAT, _peer(drafts, buyer), drafts, otherwise=lambda one: _side(one, buyer))


def _drafts(lines: Sequence[str]) -> list[Draft]:
    drafts: list[Draft] = []
    loose: list[str] = []
    for number, line in enumerate(lines, start=1):
        head = _head(line)
        if head is None:
            body = drafts[-1].body if drafts else loose
            _take(line, number, body, drafts)
            continue
        nick, written = head
        place = number
        if not nick:
            nick, place = _line_above(drafts[-1].body if drafts else loose, number)
        drafts.append(Draft(nick, f"L{place}").dated(written))
    return drafts


def _head(line: str) -> tuple[str, str] | None:
    """Split the line that begins a message into nick and time; the nick may stand on the line above."""
    if len(line) > LONGEST or line.count(":") < 2:
        return None
    found = _TIME.search(line)
    if found is None:
        return None
    nick = line[: found.start()].rstrip().partition(" --> ")[0].strip()
    if len(nick) > NICK or _SENTENCE.search(nick):
        return None
    return nick, found[1]


def _line_above(body: list[str], number: int) -> tuple[str, int]:
    """Take the nick of the older form from the line above the time."""
    if body and body[-1].strip() and len(body[-1]) <= NICK:
        return body.pop().strip(), number - 1
    return "", number


def _take(line: str, number: int, body: list[str], drafts: list[Draft]) -> None:
    """Add a line to the message, or keep what it says about the message."""
    if line in _STATUS and drafts:
        drafts[-1].flags.append(_STATUS[line])
        return
    if line[:1] not in _MARKED and "撤回" not in line and line.strip() not in _STATUS:
        body.append(line)
        return
    words = line.strip()
    if drafts and words in _STATUS:
        drafts[-1].flags.append(_STATUS[words])
    elif (recall := _RECALL.match(words)) is not None:
        drafts.append(Draft(recall[1], f"L{number}", body=[words], flags=[RECALLED]))
    elif _HANDED.match(words):
        if drafts and SYSTEM in drafts[-1].flags:
            body.append(line)
        else:
            drafts.append(Draft("", f"L{number}", body=[words], flags=[SYSTEM]))
    elif not _NOISE.match(words):
        body.append(line)


def _buyer(drafts: list[Draft]) -> str:
    """Name the buyer: the nick that Taobao gives, else the only one who is nobody else."""
    names = dict.fromkeys(one.sender for one in drafts if one.sender)
    given = [name for name in names if _BUYER.match(name)]
    if given:
        return given[0]
    told = {name: roles.by_name(name) for name in names}
    unknown = [name for name, role in told.items() if role is Role.UNKNOWN]
    return unknown[0] if Role.MERCHANT in told.values() and len(unknown) == 1 else ""


def _peer(drafts: list[Draft], buyer: str) -> str:
    return next((one.sender for one in drafts if one.sender and one.sender != buyer), "")


def _side(one: ChatMessage, buyer: str) -> Role:
    """Tell the two sides apart once it is known who bought."""
    if not buyer or not one.sender:
        return _UNKNOWN
    return _ME if one.sender == buyer else _MERCHANT
