"""Wangwang and Qianniu conversations copied as text: `NICK 2026-8-5 9:31:00`, in all its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from keepproof.domain.chat import Chat, Role
from keepproof.readers.chats import roles
from keepproof.readers.chats.draft import Draft, put
from keepproof.readers.chats.log import RECALLED, SYSTEM, Log

FORMAT = "wangwang"
# Matched from the right: the digits of a nick may be glued to the year.
_TIME = re.compile(r"(20\d\d-\d{1,2}-\d{1,2} {1,2}\d{1,2}:\d\d:\d\d)[^\S\n]*$", re.MULTILINE)
_SENTENCE = re.compile(r"[，。！？；、,!?;]|[到至在于是为：:]$")
_STATUS = {"已读": "read", "未读": "unread", "发送中": "sending"}
_ENDS = tuple(f"\n{words}" for words in _STATUS)
_RECALL = re.compile(r"^(.{1,64}?) ?撤回了一条消息$")
_HANDED = re.compile(r"^(?:由 .{1,64} 转交给 |原因：【)")
_NOISE = re.compile(r"^(?:当前用户来自|商品详情页|商品推荐)")
_BUYER = re.compile(r"^(?:cntaobao)?tb[\w*]", re.IGNORECASE)
# where none of this stands, all lines below a head are its text
_MARKED = re.compile("\n[由原当商 \t\u3000]|[撤读]|发送中")
# the beginning of a message: where it starts and ends in the text, nick and time
_Head = tuple[int, int, str, str]
_ME, _MERCHANT, _UNKNOWN = Role.ME, Role.MERCHANT, Role.UNKNOWN
NICK = 64
LONGEST = NICK * 2 + 40
BEGINNING = 40


def score(text: str) -> int:
    """Count the messages; none when the first stands far from the beginning, or it is a mere list."""
    first = next(_heads(text), None)
    if (
        first is None
        or sum(bool(line.strip()) for line in text[: first[0]].split("\n")) > BEGINNING
    ):
        return 0
    return _log(text).talk()


def read(text: str, untrusted_name: str) -> Chat:
    """Read the messages of a copied conversation."""
    del untrusted_name
    log = _log(text)
    buyer = _buyer(log)
    return log.chat(FORMAT, _peer(log, buyer), otherwise=lambda sender: _side(sender, buyer))


def _log(text: str) -> Log:
    log = Log()
    # what stands above the first of them is nobody's text, but may say that somebody took words back
    head: _Head = (0, 0, "", "")
    number = 1
    for following in _heads(text):
        _say(log, text, head, number, following[0] - 1)
        number += text.count("\n", head[0], following[0])
        head = following
    _say(log, text, head, number, len(text))
    return log


def _heads(text: str) -> Iterator[_Head]:
    """Find the beginnings of all messages; the nick of the older form stands on the line above the time."""
    end = -1
    for found in _TIME.finditer(text):
        at, stop = found.span()
        start = text.rfind("\n", 0, at) + 1
        nick = _nick(text[start:at]) if stop - start <= LONGEST else None
        if nick is None:
            continue
        if not nick and start - 1 > end:
            above = text.rfind("\n", 0, start - 1) + 1
            nick = _nick_above(text[above : start - 1])
            start = above if nick else start
        end = stop
        yield start, stop, nick, found[1]


@lru_cache(maxsize=1024)
def _nick(before: str) -> str | None:
    """Take the nick that stands before a time; None where the line is no head but a sentence."""
    nick = before.rstrip().partition(" --> ")[0].strip()
    return None if len(nick) > NICK or _SENTENCE.search(nick) else nick


def _nick_above(line: str) -> str:
    words = line.strip()
    told = words in _STATUS or any(one.match(words) for one in (_RECALL, _HANDED, _NOISE))
    return "" if told or len(line) > NICK else words


def _say(log: Log, text: str, head: _Head, number: int, stop: int) -> None:
    """Add the message of a head and of what stands below it, as far as the next one."""
    start, end, nick, written = head
    body = text[end:stop] if stop > end else ""
    flags: tuple[str, ...] = ()
    said = body
    if body.endswith(_ENDS):
        said, _, status = body.rpartition("\n")
        flags = (_STATUS[status],)
    if written and _MARKED.search(said) is None:
        log.dated(nick, f"L{number}", written, said, flags=flags)
        return
    drafts = [Draft(nick, f"L{number}").dated(written)] if written else []
    number += text.count("\n", start, end)
    put(_by_line(drafts, body.split("\n"), number), log)


def _by_line(drafts: list[Draft], lines: Sequence[str], number: int) -> list[Draft]:
    """Add lines to the last message, or keep what they say about it; yield it and those between the lines."""
    for at, line in enumerate(lines, start=number):
        words = line.strip()
        if drafts and words in _STATUS:
            drafts[-1].flags.append(_STATUS[words])
        elif (recall := _RECALL.match(words)) is not None:
            drafts.append(Draft(recall[1], f"L{at}", body=[words], flags=[RECALLED]))
        elif _HANDED.match(words) and not (drafts and SYSTEM in drafts[-1].flags):
            drafts.append(Draft("", f"L{at}", body=[words], flags=[SYSTEM]))
        elif drafts and (_HANDED.match(words) or not _NOISE.match(words)):
            drafts[-1].body.append(line)
    return drafts


def _buyer(log: Log) -> str:
    """Name the buyer: the nick that Taobao gives, else the only one who is nobody else."""
    names = dict.fromkeys(one for one in log.senders if one)
    given = [name for name in names if _BUYER.match(name)]
    if given:
        return given[0]
    told = {name: roles.by_name(name) for name in names}
    unknown = [name for name, role in told.items() if role is Role.UNKNOWN]
    return unknown[0] if Role.MERCHANT in told.values() and len(unknown) == 1 else ""


def _peer(log: Log, buyer: str) -> str:
    return next((one for one in log.senders if one and one != buyer), "")


def _side(sender: str, buyer: str) -> Role:
    """Tell the two sides apart once it is known who bought."""
    if not buyer or not sender:
        return _UNKNOWN
    return _ME if sender == buyer else _MERCHANT
