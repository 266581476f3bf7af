"""Wangwang and Qianniu conversations copied as text: `NICK 2026-8-5 9:31:00`, in all its forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, repeat

from keepproof.domain.chat import Chat, Role
from keepproof.readers.chats import roles
from keepproof.readers.chats.blocks import Blocks
from keepproof.readers.chats.draft import Draft, put
from keepproof.readers.chats.log import RECALLED, SYSTEM, Log, held
from keepproof.readers.chats.moments import padded

FORMAT = "wangwang"
# the line of a head from its right: the digits of a nick may be glued to the year
_CLOCK = re.compile(r" (\d{1,2}:\d\d:\d\d)[^\S\n]*$", re.MULTILINE | re.ASCII)
_DAY = re.compile(r"(20\d\d-\d{1,2}-\d{1,2}) ?$", re.ASCII)
_SENTENCE = re.compile(r"[，。！？；、,!?;]|[到至在于是为：:]$")
_STATUS = {"已读": "read", "未读": "unread", "发送中": "sending"}
# what a message ends with, by its last three characters
_ENDS = {"\n已读": ("read",), "\n未读": ("unread",)}
_RECALL = re.compile(r"^(.{1,64}?) ?撤回了一条消息$")
_HANDED = re.compile(r"^(?:由 .{1,64} 转交给 |原因：【)")
_NOISE = re.compile(r"^(?:当前用户来自|商品详情页|商品推荐)")
_BUYER = re.compile(r"^(?:cntaobao)?tb[\w*]", re.IGNORECASE)
# the lines of a text that may be more than a text, and the characters they begin with
_MARKED = re.compile(
    r"^[^\S\n]*(?:由 |原因：【|当前用户来自|商品详情页|商品推荐|已读|未读|发送中)", re.MULTILINE
)
_BEGINNINGS = frozenset("由原当商已未发 \t\u3000")
_BEGUN = tuple(f"\0{mark}" for mark in _BEGINNINGS)
_TAKEN_BACK = "撤回了一条消息"
_ME, _MERCHANT, _UNKNOWN = Role.ME, Role.MERCHANT, Role.UNKNOWN
NICK = 64
LONGEST = NICK * 2 + 20
BEGINNING = 40


def score(text: str) -> int:
    """Count the messages; none when the first stands far from the beginning, or it is a mere list."""
    found = _blocks(text)
    if sum(bool(line.strip()) for line in found.above.split("\n")) > BEGINNING:
        return 0
    return _log(found).talk()


def read(text: str, untrusted_name: str) -> Chat:
    """Read the messages of a copied conversation."""
    del untrusted_name
    log = _log(_blocks(text))
    buyer = _buyer(log)
    return log.chat(FORMAT, _peer(log, buyer), otherwise=lambda sender: _side(sender, buyer))


def _blocks(text: str) -> Blocks:
    """Cut a text at all lines that end with a moment; the columns are the nick before it, day and time."""
    *spoken, last = _CLOCK.split(text)
    if not spoken:
        return Blocks(text, [], ([], [], []), [])
    pieces, clocks = spoken[::2], spoken[1::2]
    lines = list(accumulate(map(str.count, pieces, repeat("\n")), initial=1))[1:]
    parted = list(map(str.rpartition, pieces, repeat("\n")))
    before = [line for _, _, line in parted]
    above, *bodies = [body for body, _, _ in parted]
    bodies.append(last)
    known = {one: _nick_and_day(one) for one in set(before)}
    if not all(nick for nick, _ in known.values()):
        return _mended(Blocks(above, lines, (before, clocks), bodies))
    nicks = {one: nick or "" for one, (nick, _) in known.items()}
    days = {one: day for one, (_, day) in known.items()}
    heads = (list(map(nicks.__getitem__, before)), list(map(days.__getitem__, before)), clocks)
    return Blocks(above, lines, heads, bodies)


def _mended(found: Blocks) -> Blocks:
    """Give sentences that end with a time back to the text above, and take a nick from the line above."""
    bodies = [found.above]
    lines: list[int] = []
    heads: tuple[list[str], ...] = ([], [], [])
    for line, before, clock, body in zip(found.lines, *found.heads, found.bodies, strict=True):
        nick, day = _nick_and_day(before)
        if nick is None:
            bodies[-1] += f"\n{before} {clock}{body}"
            continue
        above, end, last = bodies[-1].rpartition("\n")
        taken = "" if nick or (lines and not end) else _nick_above(last)
        if taken:
            bodies[-1] = above
        # the line end of the nick stays, so that the lines below are counted from the nick's
        bodies.append(f"\n{body}" if taken else body)
        lines.append(line - 1 if taken else line)
        for column, one in zip(heads, (taken or nick, day, clock), strict=True):
            column.append(one)
    return Blocks(bodies[0], lines, heads, bodies[1:])


@lru_cache(maxsize=1024)
def _nick_and_day(before: str) -> tuple[str | None, str]:
    """Take nick and day that stand before a time; no nick where the line is no head but a sentence."""
    found = _DAY.search(before) if len(before) <= LONGEST else None
    if found is None:
        return None, ""
    nick = before[: found.start()].rstrip().partition(" --> ")[0].strip()
    return None if len(nick) > NICK or _SENTENCE.search(nick) else nick, found[1]


def _nick_above(line: str) -> str:
    words = line.strip()
    told = words in _STATUS or any(one.match(words) for one in (_RECALL, _HANDED, _NOISE))
    return "" if told or len(line) > NICK else words


def _log(found: Blocks) -> Log:
    """Put the messages in a log: those whose lines must be looked at singly between runs of the others."""
    log = Log()
    # what stands above the first of them is nobody's text, but may say that somebody took words back
    put(_by_line([], found.above.split("\n"), 1), log)
    nicks, days, clocks = found.heads
    written = padded(days, clocks)
    flags = list(map(_ENDS.get, [body[-3:] for body in found.bodies], repeat(())))
    pairs = zip(found.bodies, flags, strict=True)
    # without the end of the line of the head
    texts = [body[1:-3] if told else body[1:] for body, told in pairs]
    done = 0
    for at in [*_marked(texts), len(texts)]:
        run = slice(done, at)
        parts = (days[run], clocks[run])
        log.dated(
            nicks[run], found.lines[run], written[run], texts[run], parts=parts, flags=flags[run]
        )
        if at < len(texts):
            draft = Draft(nicks[at], found.lines[at]).dated(f"{days[at]} {clocks[at]}")
            put(_by_line([draft], found.bodies[at].split("\n"), found.lines[at]), log)
        done = at + 1
    return log


def _marked(texts: Sequence[str]) -> list[int]:
    """Name the texts with a line that may be more than a text."""
    # what stands in no text at all need not be looked for in each
    whole = "\0".join(("", *texts))
    likely: set[int] = set()
    if "\n" in whole:
        likely.update(at for at, text in enumerate(texts) if "\n" in text)
    if held(whole, _BEGUN):
        likely.update(at for at, text in enumerate(texts) if text[:1] in _BEGINNINGS)
    found = {at for at in likely if _MARKED.search(texts[at])}
    if held(whole, [_TAKEN_BACK]):
        found.update(at for at, text in enumerate(texts) if _TAKEN_BACK in text)
    return sorted(found)


def _by_line(drafts: list[Draft], lines: Sequence[str], number: int) -> list[Draft]:
    """Add lines to the last message, or keep what they say about it; yield it and those between the lines."""
    for at, line in enumerate(lines, start=number):
        words = line.strip()
        if drafts and words in _STATUS:
            drafts[-1].flags.append(_STATUS[words])
        elif (recall := _RECALL.match(words)) is not None:
            drafts.append(Draft(recall[1], at, body=[words], flags=[RECALLED]))
        elif _HANDED.match(words) and not (drafts and SYSTEM in drafts[-1].flags):
            drafts.append(Draft("", at, body=[words], flags=[SYSTEM]))
        elif drafts and (_HANDED.match(words) or not _NOISE.match(words)):
            drafts[-1].body.append(line)
    return drafts


def _buyer(log: Log) -> str:
    """Name the buyer: the nick that Taobao gives, else the only one who is nobody else."""
    names = [one for one in dict.fromkeys(log.senders) if one]
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
