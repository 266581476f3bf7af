"""WhatsApp's exports of Android and iOS, in the ways of writing of many countries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from keepproof.domain.chat import Chat, ChatProblem
from keepproof.readers.chats.blocks import blocks
from keepproof.readers.chats.date_order import Stamp, date_of, orders_of
from keepproof.readers.chats.log import BAD_TIME, SYSTEM, Log
from keepproof.readers.chats.moments import local_time, on_24

FORMAT = "whatsapp"
_HALF = r"[ap]\.? ?m\.?(?![a-z])|上午|下午|凌晨|清晨|早上|中午|傍晚|晚上|午前|午後|오전|오후"
_DATE = r"\d{1,4}(?:[-/年]|\. ?)\d{1,2}(?:[-/月]|\. ?)\d{1,4}(?:日|\.)?"
_CLOCK = rf"(?:klo )?({_HALF})? ?(\d{{1,2}})[:.](\d\d)(?:[:.](\d\d))? ?({_HALF})?"
# any of these blanks may stand where one is written here
_BLANK = "[ \u202f\xa0]"
_HEAD = re.compile(
    rf"^(\[)?({_DATE}),? {{1,2}}{_CLOCK}(?(1)\]| [-–]) ".replace(" ", _BLANK),
    re.IGNORECASE | re.MULTILINE,
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
_TOLD = ("omitted", "略", "加密", "encrypt", "verschl", "chiffr", "cifrad")
_NO_NAME = re.compile('["“”„«»\n]')
NAME = 100


def score(text: str) -> int:
    """Count the messages."""
    return len(_HEAD.findall(text))


def read(text: str, untrusted_name: str) -> Chat:
    """Read an export. It names no zone, so only the local time is known."""
    found = [(*_moment(head), number, head, body) for number, head, body in blocks(text, _HEAD)]
    # runs of messages of the same day, for which the stamp is the same object
    days = [(day, list(run)) for day, run in groupby(found, key=itemgetter(0))]
    orders = orders_of([day for day, _ in days])
    problems = []
    if len(orders) != 1:
        choices = " / ".join(_shown_order(one) for one in orders)
        problems = [ChatProblem("chats.ambiguous_dates", (("orders", choices or "?"),))]
    low = text.lower()
    told = [word for word in _TOLD if word in low]
    log = Log()
    for day, run in days:
        date = _shown_date(day, orders[0]) if len(orders) == 1 else ""
        for _, clock, number, head, body in run:
            sender, said, flags = _said(body, told)
            local = local_time(f"{date} {clock}") if date else ""
            if date and not local:
                flags = (*flags, BAD_TIME)
            written = local or head[0].strip(" -–[]")
            log.add(sender, f"L{number}", written, None, said, flags=flags)
    return log.chat(FORMAT, _peer(untrusted_name), problems)


def _moment(head: re.Match[str]) -> tuple[Stamp, str]:
    """Return the day of a head, for the same day the same object, and the time on a clock of 24 hours."""
    _, day, before, hour, minute, second, after = head.groups()
    half = before or after or ""
    return _day(day, half > "\x7f"), f"{_hour(hour, half)}:{minute}:{second or '00'}"


@lru_cache(maxsize=4096)
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


def _said(body: str, told: Sequence[str]) -> tuple[str, str, tuple[str, ...]]:
    """Part sender and text, and say what the words tell; a line without a name is the program speaking.

    Of the words that tell something, `told` are those that stand anywhere in the file.
    """
    at = body.find(": ", 0, NAME + 2)
    name = _name(body[:at]) if at > 0 else ""
    text = body[at + 2 :]
    if not name:
        line, _, below = body.partition("\n")
        found = _SENDER.match(line) or _TIGHT.match(line)
        if found is None:
            return "", body, (SYSTEM,)
        name, text = _name(found[1]), f"{found[2] or ''}\n{below}"
    line = text.partition("\n")[0].lower() if told else ""
    if not any(word in line for word in told):
        return name, text, ()
    notice = (SYSTEM,) if _NOTICE.search(line[:400]) else ()
    return name, text, (*notice, *(flag for flag, rule in _OMITTED if rule.search(line[:120])))


@lru_cache(maxsize=1024)
def _name(before: str) -> str:
    """Take what stands before a colon for a name; empty where it cannot be one."""
    return "" if _NO_NAME.search(before) else before.strip(" ~\xa0\u202f")


def _shown_order(order: str) -> str:
    return "/".join(order.upper())


def _peer(untrusted_name: str) -> str:
    found = (rule.search(untrusted_name) for rule in _PEER)
    return next((one[1].strip()[:80] for one in found if one), "")
