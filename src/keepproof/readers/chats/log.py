"""A chat while it is being read, column by column; what names and wording tell is added on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, tzinfo

from keepproof.domain.chat import Chat, ChatProblem, Messages, Role
from keepproof.readers.chats.moments import CHINA, local_time
from keepproof.readers.chats.roles import guess

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
_START = frozenset("[<【")
# an attribute of an enumeration costs a call each time
_SYSTEM, _UNKNOWN = Role.SYSTEM, Role.UNKNOWN
_NOT_SPOKEN = frozenset({EMPTY, SYSTEM})


Row = tuple[str, Role, datetime | tzinfo | None, str, str, str, tuple[str, ...]]


class Log:
    """The messages found so far, as rows in the order of the columns of Messages."""

    def __init__(self) -> None:
        """Start without a message."""
        self._rows: list[Row] = []

    @property
    def senders(self) -> list[str]:
        """Name the sender of each message, empty where there is none."""
        return [row[0] for row in self._rows]

    def dated(
        self,
        sender: str,
        source: str,
        written: str,
        text: str,
        *,
        own: bool | None = None,
        role: Role | None = None,
        flags: tuple[str, ...] = (),
    ) -> None:
        """Add a message with a time of a Chinese program; what is no moment stays as written."""
        local = local_time(written)
        if local:
            self.add(sender, source, local, CHINA, text, own=own, role=role, flags=flags)
        else:
            flags = (BAD_TIME, *flags)
            self.add(sender, source, written, None, text, own=own, role=role, flags=flags)

    def add(
        self,
        sender: str,
        source: str,
        local: str,
        moment: datetime | tzinfo | None,
        text: str,
        *,
        own: bool | None = None,
        role: Role | None = None,
        flags: tuple[str, ...] = (),
    ) -> None:
        """Add a message; `own` is what the program says about the side, None when it does not."""
        text = text.strip("\n ")
        # one of these stands in every text that has a kind: asked here, as nearly all have none
        if (
            text[:1] in _START
            or "引用" in text
            or "撤回" in text
            or "息已" in text
            or "deleted" in text
        ):
            flags += tuple(_kinds(text))
        if not text and SAYS_NOTHING.issuperset(flags):
            flags = (*flags, EMPTY)
        if role is None:
            role = _SYSTEM if SYSTEM in flags else guess(sender, text, own)
        if role is _SYSTEM:
            flags = (*flags, SYSTEM)
        told = tuple(dict.fromkeys(flags)) if flags else ()
        self._rows.append((sender, role, moment, local, text, source, told))

    def chat(
        self,
        format: str,
        peer: str,
        problems: Iterable[ChatProblem] = (),
        *,
        otherwise: Callable[[str], Role] | None = None,
    ) -> Chat:
        """Return the chat. `otherwise` gives the role of a sender whose name and words leave it open."""
        senders, told, moments, locals, texts, sources, flags = (
            zip(*self._rows, strict=True) if self._rows else ((),) * 7
        )
        if otherwise is not None:
            others = {name: otherwise(name) for name in set(senders)}
            pairs = zip(senders, told, strict=True)
            told = tuple(others[name] if role is _UNKNOWN else role for name, role in pairs)
        messages = Messages(senders, told, moments, locals, texts, sources, flags)
        return Chat(format, peer, messages, (*problems, *_missing(messages)))

    def talk(self) -> int:
        """Count the messages with a time; none where they are no conversation."""
        timed = [row for row in self._rows if row[3]]
        spoken = sum(bool(row[4].strip()) or not _NOT_SPOKEN.issuperset(row[6]) for row in timed)
        return len(timed) if is_talk([row[0] for row in timed], spoken) else 0


def _missing(messages: Messages) -> list[ChatProblem]:
    """Say what is missing in the messages as a whole."""
    columns = zip(messages.locals, messages.moments, messages.flags, strict=True)
    timeless = [flags for local, moment, flags in columns if not local and moment is None]
    if timeless and len(timeless) == len(messages):
        return [ChatProblem("chats.no_times")]
    told = [flags for flags in messages.flags if flags]
    counts = {
        "chats.some_without_time": sum(
            SYSTEM not in flags and RECALLED not in flags for flags in timeless
        ),
        "chats.bad_times": sum(BAD_TIME in flags for flags in told),
        "chats.empty_messages": sum(EMPTY in flags for flags in told),
    }
    return [ChatProblem(code, (("count", count),)) for code, count in counts.items() if count]


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
    if text[:1] in _START:
        placeholder = _PLACEHOLDER.match(text)
        if placeholder:
            found = [flag for flag, words in _KIND if words.search(placeholder[1])][:1]
    if "引用" in text and _QUOTE.search(text):
        found.append("quote")
    if len(text) < 80 and _RECALL.search(text):
        found.append(RECALLED)
    return found
