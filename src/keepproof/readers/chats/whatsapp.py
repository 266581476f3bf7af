"""WhatsApp's exports of Android and iOS, in the ways of writing of many countries."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from keepproof.domain.chat import Chat, ChatProblem
from keepproof.readers.chats.blocks import Head
from keepproof.readers.chats.date_order import Stamp, date_of, orders_of
from keepproof.readers.chats.log import BAD_TIME, SYSTEM, Flags, Log, held
from keepproof.readers.chats.moments import clock_time, on_24

FORMAT = "whatsapp"
_HALF = r"[ap]\.? ?m\.?(?![a-z])|上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|午前|午後|오전|오후"
_DATE = r"\d{1,4}(?:[-/年]|\. ?)\d{1,2}(?:[-/月]|\. ?)\d{1,4}(?:日|\.)?"
_CLOCK = rf"(?:klo )?(?:{_HALF})? ?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)? ?(?:{_HALF})?"
# any of these blanks may stand where one is written here
_BLANK = "[ \u202f\xa0]"
# Android writes `DATE, CLOCK - `, iOS `[DATE, CLOCK] `
_HEAD = Head(rf"(?i:\[?({_DATE}),? {{1,2}}({_CLOCK})(?:\]| [-–]) )".replace(" ", _BLANK))
# the same, but with any words around the time: found faster, and looked at afterwards
_LIKE_HEAD = Head(
    rf"\[?({_DATE}),? {{1,2}}([^\n\d:]{{0,6}}\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?[^\n\d:\]]{{0,7}}?)(?:\]| [-–]) ".replace(
        " ", _BLANK
    )
)
_TIME = re.compile(
    rf"(?:klo )?({_HALF})? ?(\d{{1,2}})[:.](\d\d)(?:[:.](\d\d))? ?({_HALF})?".replace(" ", _BLANK),
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+")
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
# without its first letter, which may be large
_TOLD = ("mitted", "略")
_NO_NAME = re.compile('["“”„«»\n]')
NAME = 100
NOTICES = 3


def score(text: str) -> int:
    """Count the messages."""
    return _HEAD.count(text)


def read(text: str, untrusted_name: str) -> Chat:
    """Read an export. It names no zone, so only the local time is known."""
    found = _LIKE_HEAD.blocks(text)
    if not all(_TIME.fullmatch(one) for one in set(found.heads[1])):
        found = _HEAD.blocks(text)
    dates, clocks = found.heads
    times = {one: _time(one) for one in set(clocks)}
    eastern = any(half > "\x7f" for _, half in times.values())
    days = {one: _day(one, eastern) for one in dict.fromkeys(dates)}
    orders = orders_of([days[one] for one, _ in groupby(dates)])
    problems = []
    if len(orders) != 1:
        choices = " / ".join(_shown_order(one) for one in orders)
        problems = [ChatProblem("chats.ambiguous_dates", (("orders", choices or "?"),))]
    senders, texts, flags = _said(text, found.bodies)
    if len(orders) == 1:
        shown = {one: _shown_date(day, orders[0]) for one, day in days.items()}
        locals = _locals(dates, clocks, shown, {one: clock for one, (clock, _) in times.items()})
    else:
        locals = _written(text)
    if not all(locals):
        flags = [
            told if local else (*told, BAD_TIME) for told, local in zip(flags, locals, strict=True)
        ]
        written = _written(text)
        locals = [local or written[at] for at, local in enumerate(locals)]
    log = Log()
    log.extend(senders, found.lines, locals, [None] * len(locals), texts, flags=flags)
    return log.chat(FORMAT, _peer(untrusted_name), problems)


def _locals(
    dates: Sequence[str], clocks: Sequence[str], days: Mapping[str, str], times: Mapping[str, str]
) -> list[str]:
    """Write the moments of all messages; empty where a clock shows no time."""
    pairs = zip(dates, clocks, strict=True)
    if all(times.values()):
        return [f"{days[date]} {times[clock]}" for date, clock in pairs]
    return [f"{days[date]} {times[clock]}" if times[clock] else "" for date, clock in pairs]


def _written(text: str) -> list[str]:
    """Return the moments of all messages as they are written."""
    return [head.strip("\n -–[]") for head in _HEAD.found(text)]


def _time(written: str) -> tuple[str, str]:
    """Return a time on a clock of 24 hours, empty where there is no such time, and the word for its half."""
    ((before, hour, minute, second, after),) = _TIME.findall(written)
    half = before or after
    return clock_time(f"{_hour(hour, half)}:{minute}:{second or '00'}"), half


def _day(written: str, eastern: bool) -> Stamp:
    first, second, third = _NUMBERS.findall(written)
    sign = written[len(first)]
    return Stamp((first, second, third), sign, (0, 0, 0), eastern or sign == "年")


@lru_cache(maxsize=1024)
def _hour(hour: str, word: str) -> str:
    number = int(hour)
    return f"{on_24(number, _half(word, number)):02d}"


def _shown_date(day: Stamp, order: str) -> str:
    return "{:04d}-{:02d}-{:02d}".format(*date_of(day, order))


def _half(word: str, hour: int) -> str:
    """Say which half of the day a word means: a, p or neither."""
    if not word:
        return ""
    if word == "中午":
        return "" if hour >= 10 else "p"
    return "p" if word[0] in "pP" or word in _LATE else "a"


def _said(whole: str, bodies: Sequence[str]) -> tuple[list[str], list[str], list[Flags]]:
    """Part senders and texts, and say what the words tell; a line without a name is the program speaking."""
    parted = [body.partition(": ") for body in bodies]
    names = {head: _name(head) for head in {head for head, _, _ in parted} if len(head) <= NAME}
    senders = [names.get(head, "") if colon else "" for head, colon, _ in parted]
    texts = [text for _, _, text in parted]
    flags: list[Flags] = [()] * len(texts)
    if not all(senders):
        for at in [at for at, name in enumerate(senders) if not name]:
            senders[at], texts[at], flags[at] = _odd(bodies[at])
    for at in {at for word in held(whole, _TOLD) for at, text in enumerate(texts) if word in text}:
        flags[at] += _told(texts[at])
    # a chat begins with words on its encryption; later they are what somebody says about it
    for at in range(min(len(texts), NOTICES)):
        if _NOTICE.search(texts[at].partition("\n")[0][:400]):
            flags[at] += (SYSTEM,)
    return senders, texts, flags


def _odd(body: str) -> tuple[str, str, Flags]:
    """Part what has no usual name: one with a tight colon, an empty text, or the program speaking."""
    line, _, below = body.partition("\n")
    found = _SENDER.match(line) or _TIGHT.match(line)
    if found is None:
        return "", body, (SYSTEM,)
    return _name(found[1]), f"{found[2] or ''}\n{below}", ()


def _told(text: str) -> Flags:
    """Say what the first line of a text tells about it."""
    line = text.partition("\n")[0][:120]
    return tuple(flag for flag, rule in _OMITTED if rule.search(line))


@lru_cache(maxsize=1024)
def _name(before: str) -> str:
    """Take what stands before a colon for a name; empty where it cannot be one."""
    return "" if _NO_NAME.search(before) else before.strip(" ~\xa0\u202f")


def _shown_order(order: str) -> str:
    return "/".join(order.upper())


def _peer(untrusted_name: str) -> str:
    found = (rule.search(untrusted_name) for rule in _PEER)
    return next((one[1].strip()[:80] for one in found if one), "")
