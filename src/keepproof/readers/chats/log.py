"""A chat while it is being read, column by column; what names and wording tell is added on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from itertools import repeat

from keepproof.domain.chat import Chat, ChatProblem, Messages, Role
from keepproof.readers.chats.moments import CHINA, local_times
from keepproof.readers.chats.roles import MARKS, by_side, guess

RECALLED = "recalled"
SYSTEM = "system"
EMPTY = "empty"
BAD_TIME = "bad_time"
SAYS_NOTHING = frozenset({BAD_TIME, "read", "unread", "sending"})
# What a message is besides text, told by the placeholder it consists of or begins with.
_PLACEHOLDER = re.compile(r"[\[<【]([^\]>】\n]{1,24})[\]>】]")
_KINDS: tuple[tuple[str, str], ...] = (
    ("image", r"图片|照片|image|photo"),
    ("voice", r"语音|音频|audio|voice"),
    ("video", r"视频|影片|video"),
    ("sticker", r"表情包|动画表情|sticker"),
    ("file", r"文件|附件|档案|檔案|file|document|attached"),
    ("card", r"卡片|链接|商品|红包|转账|名片|音乐分享|小程序"),
    ("media", r"影音|媒体|媒體|多媒體|media omitted"),
)
_KIND = tuple((flag, re.compile(words, re.IGNORECASE)) for flag, words in _KINDS)
_RECALL = re.compile(
    r"撤回了(?:一条|一條)?消息|已撤回|此消息已(?:被)?删除|此訊息已刪除|This message was deleted|You deleted this message"
)
_QUOTE = re.compile(r"^引用[:：]", re.MULTILINE)
# a text says nothing about itself unless it begins with one of these or holds one of those
_BEGINNINGS = MARKS | frozenset("[<【")
_BEGUN = tuple(f"\0{mark}" for mark in _BEGINNINGS)
_PARTS = ("引用", "撤回", "息已", "deleted")
# an attribute of an enumeration costs a call each time
_SYSTEM, _UNKNOWN = Role.SYSTEM, Role.UNKNOWN
_NOT_SPOKEN = frozenset({EMPTY, SYSTEM})

Moment = datetime | tzinfo | None
Flags = tuple[str, ...]


class Log:
    """The messages found so far, in the columns of Messages."""

    def __init__(self) -> None:
        """Start without a message."""
        self.senders: list[str] = []
        self._roles: list[Role] = []
        self._moments: list[Moment] = []
        self._locals: list[str] = []
        self._texts: list[str] = []
        self._places: list[str | int] = []
        self._flags: list[Flags] = []

    def add(
        self,
        sender: str,
        place: str | int,
        local: str,
        moment: Moment,
        text: str,
        *,
        own: bool | None = None,
        role: Role | None = None,
        flags: Flags = (),
    ) -> None:
        """Add a message; `own` is what the program says about the side, None when it does not."""
        text = text.strip("\n ")
        role, flags = _judged(sender, text, role, own, flags)
        self.senders.append(sender)
        self._roles.append(role)
        self._moments.append(moment)
        self._locals.append(local)
        self._texts.append(text)
        self._places.append(place)
        self._flags.append(flags)

    def extend(
        self,
        senders: Sequence[str],
        lines: Sequence[int],
        locals: Sequence[str],
        moments: Sequence[Moment],
        texts: Sequence[str],
        *,
        roles: Mapping[str, Role] | None = None,
        flags: Sequence[Flags] | None = None,
    ) -> None:
        """Add many messages from these lines; `roles` are those of senders the program names itself.

        Only those that a word, a mark or a flag makes worth a look are looked at one by one.
        """
        # a map over what is written in C takes two thirds of the time of a loop
        texts = list(map(str.strip, texts, repeat("\n ")))
        known = {one: by_side(one, None) for one in set(senders)} | dict(roles or {})
        found = list(map(known.__getitem__, senders))
        told: list[Flags] = [()] * len(texts) if flags is None else list(flags)
        fixed = roles or {}
        for at in _telling(texts, told):
            sender = senders[at]
            found[at], told[at] = _judged(sender, texts[at], fixed.get(sender), None, told[at])
        if _SYSTEM in found:
            rows = zip(told, found, strict=True)
            told = [
                (*one, SYSTEM) if who is _SYSTEM and SYSTEM not in one else one for one, who in rows
            ]
        self.senders += senders
        self._roles += found
        self._moments += moments
        self._locals += locals
        self._texts += texts
        self._places += lines
        self._flags += told

    def dated(
        self,
        senders: Sequence[str],
        lines: Sequence[int],
        written: Sequence[str],
        texts: Sequence[str],
        *,
        parts: tuple[Sequence[str], Sequence[str]] | None = None,
        roles: Mapping[str, Role] | None = None,
        flags: Sequence[Flags] | None = None,
    ) -> None:
        """Add many messages with times of a Chinese program; what is no moment stays as written.

        `parts` are days and clocks as they stand in the source, where `written` was put together of them.
        """
        locals = local_times(written)
        moments: list[Moment] = [CHINA] * len(locals)
        if not all(locals):
            told: list[Flags] = [()] * len(locals) if flags is None else list(flags)
            for at in [at for at, local in enumerate(locals) if not local]:
                raw = f"{parts[0][at]} {parts[1][at]}" if parts is not None else written[at]
                locals[at], moments[at], told[at] = raw, None, (BAD_TIME, *told[at])
            flags = told
        self.extend(senders, lines, locals, moments, texts, roles=roles, flags=flags)

    def chat(
        self,
        format: str,
        peer: str,
        problems: Iterable[ChatProblem] = (),
        *,
        otherwise: Callable[[str], Role] | None = None,
    ) -> Chat:
        """Return the chat. `otherwise` gives the role of a sender whose name and words leave it open."""
        roles = self._roles
        if otherwise is not None and _UNKNOWN in roles:
            others = {name: otherwise(name) for name in set(self.senders)}
            if roles.count(_UNKNOWN) == len(roles):
                roles = list(map(others.__getitem__, self.senders))
            else:
                pairs = zip(self.senders, roles, strict=True)
                roles = [others[name] if role is _UNKNOWN else role for name, role in pairs]
        messages = Messages(
            tuple(self.senders),
            tuple(roles),
            tuple(self._moments),
            tuple(self._locals),
            tuple(self._texts),
            tuple(self._places),
            tuple(self._flags),
        )
        return Chat(format, peer, messages, (*problems, *_missing(messages)))

    def talk(self) -> int:
        """Count the messages with a time; none where they are no conversation."""
        timed = [at for at, local in enumerate(self._locals) if local]
        spoken = sum(
            bool(self._texts[at].strip()) or not _NOT_SPOKEN.issuperset(self._flags[at])
            for at in timed
        )
        return len(timed) if is_talk([self.senders[at] for at in timed], spoken) else 0


def held(text: str, parts: Sequence[str]) -> list[str]:
    """Name the parts that stand in a long text."""
    # a single character is looked for many times faster than a word; most are not there
    return [part for part in parts if part[-1] in text and part in text]


def _telling(texts: Sequence[str], flags: Sequence[Flags]) -> list[int]:
    """Name the messages whose role or flags may be more than sender and program say."""
    found: set[int] = set()
    # what stands in no text at all need not be looked for in each
    whole = "\0".join(("", *texts))
    if held(whole, _BEGUN):
        found.update(at for at, text in enumerate(texts) if text[:1] in _BEGINNINGS)
    for part in held(whole, _PARTS):
        found.update(at for at, text in enumerate(texts) if part in text)
    if not all(texts):
        found.update(at for at, text in enumerate(texts) if not text)
    if any(SYSTEM in one for one in set(flags)):
        found.update(at for at, one in enumerate(flags) if SYSTEM in one)
    return sorted(found)


def _judged(
    sender: str, text: str, role: Role | None, own: bool | None, flags: Flags
) -> tuple[Role, Flags]:
    """Say who speaks and what kind of message it is, from all that is known about it."""
    # one of these stands in every text that has a kind: asked here, as nearly all have none
    if text[:1] in _BEGINNINGS or any(part in text for part in _PARTS):
        flags += tuple(_kinds(text))
    if not text and SAYS_NOTHING.issuperset(flags):
        flags = (*flags, EMPTY)
    if role is None:
        role = _SYSTEM if SYSTEM in flags else guess(sender, text, own)
    if role is _SYSTEM:
        flags = (*flags, SYSTEM)
    return role, tuple(dict.fromkeys(flags)) if flags else ()


def _missing(messages: Messages) -> list[ChatProblem]:
    """Say what is missing in the messages as a whole."""
    timeless: list[Flags] = []
    if not all(messages.locals):
        columns = zip(messages.locals, messages.moments, messages.flags, strict=True)
        timeless = [flags for local, moment, flags in columns if not local and moment is None]
    if timeless and len(timeless) == len(messages):
        return [ChatProblem("chats.no_times")]
    counts = {
        "chats.some_without_time": sum(
            SYSTEM not in flags and RECALLED not in flags for flags in timeless
        ),
        "chats.bad_times": _having(BAD_TIME, messages.flags),
        "chats.empty_messages": _having(EMPTY, messages.flags),
    }
    return [ChatProblem(code, (("count", count),)) for code, count in counts.items() if count]


def _having(flag: str, flags: Sequence[Flags]) -> int:
    """Count the messages with a flag."""
    kinds = [one for one in set(flags) if flag in one]
    return sum(map(kinds.__contains__, flags)) if kinds else 0


# where a parcel passes through: in a list of its way such places stand like speakers
_PLACE = re.compile(r"(?:转运|分拨|集散|集运|处理)中心|营业[部点]|网点|揽投部")


def is_talk(senders: Sequence[str], spoken: int) -> bool:
    """Say whether lines with times are a conversation: people speak, not places, and words follow.

    `senders` has one name for each message, empty where there is none; `spoken` counts those that say something.
    """
    count = len(senders)
    names = [one for one in senders if one]
    places = sum(_PLACE.search(name) is not None for name in names)
    return len(names) * 2 > count and spoken * 2 >= count and places * 2 < count


def _kinds(text: str) -> list[str]:
    found = []
    if text[:1] in _BEGINNINGS:
        placeholder = _PLACEHOLDER.match(text)
        if placeholder:
            found = [flag for flag, words in _KIND if words.search(placeholder[1])][:1]
    if "引用" in text and _QUOTE.search(text):
        found.append("quote")
    if len(text) < 80 and _RECALL.search(text):
        found.append(RECALLED)
    return found
