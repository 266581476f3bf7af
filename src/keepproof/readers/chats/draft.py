"""A chat while it is being read: messages grow line by line, then become the values of the domain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from keepproof.domain.chat import Chat, ChatMessage, ChatProblem, Role
from keepproof.readers.chats import roles
from keepproof.readers.chats.moments import CHINA, moment

RECALLED = "recalled"
SYSTEM = "system"
EMPTY = "empty"
BAD_TIME = "bad_time"
CUT = ChatProblem("chats.cut_off")
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
# where a parcel passes through: in a list of its way such places stand like speakers
_PLACE = re.compile(r"(?:转运|分拨|集散|集运|处理)中心|营业[部点]|网点|揽投部")
_QUOTE = re.compile(r"^引用[:：]", re.MULTILINE)
_START = frozenset("[<【")
# an attribute of an enumeration costs a call each time
_SYSTEM, _UNKNOWN = Role.SYSTEM, Role.UNKNOWN


@dataclass(slots=True)
class Draft:
    """One message being read; `own` is what the program says about the side, None when it does not."""

    sender: str
    source: str
    local: str = ""
    at: datetime | None = None
    body: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    own: bool | None = None
    role: Role | None = None

    def dated(self, written: str) -> Draft:
        """Take over a time of a Chinese program; what is no moment stays as written."""
        naive = moment(written)
        if naive is None:
            self.local = written
            self.flags.append(BAD_TIME)
        else:
            self.local = str(naive)
            self.at = naive.replace(tzinfo=CHINA)
        return self


def is_talk(drafts: Sequence[Draft]) -> bool:
    """Say whether lines with times are a conversation: people speak, not places, and words follow."""
    count = len(drafts)
    names = [one.sender for one in drafts if one.sender]
    spoken = sum(bool(one.flags) or any(line.strip() for line in one.body) for one in drafts)
    places = sum(_PLACE.search(name) is not None for name in names)
    return len(names) * 2 > count and spoken * 2 >= count and places * 2 < count


def finish(
    format: str,
    peer: str,
    drafts: Iterable[Draft],
    problems: Iterable[ChatProblem] = (),
    *,
    otherwise: Callable[[ChatMessage], Role] | None = None,
) -> Chat:
    """Turn drafts into a chat. `otherwise` guesses the role where name and wording leave it open."""
    messages = [_message(draft) for draft in drafts]
    if otherwise is not None:
        messages = [
            _with_role(one, otherwise(one)) if one.role is _UNKNOWN else one for one in messages
        ]
    return Chat(format, peer, tuple(messages), (*problems, *_found(messages)))


def _message(draft: Draft) -> ChatMessage:
    body = draft.body
    text = (body[0] if len(body) == 1 else "\n".join(body)).strip("\n ")
    flags = draft.flags
    if "引用" in text or text[:1] in _START or (len(text) < 80 and _RECALL.search(text)):
        flags = [*flags, *(one for one in _kinds(text) if one not in flags)]
    if not text and SAYS_NOTHING.issuperset(flags):
        flags = [*flags, EMPTY]
    role = draft.role
    if role is None:
        role = _SYSTEM if SYSTEM in flags else roles.guess(draft.sender, text, own=draft.own)
    if role is _SYSTEM and SYSTEM not in flags:
        flags = [*flags, SYSTEM]
    told = tuple(dict.fromkeys(flags)) if flags else ()
    return ChatMessage(draft.sender, role, draft.at, draft.local, text, draft.source, told)


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


def _with_role(one: ChatMessage, role: Role) -> ChatMessage:
    return ChatMessage(one.sender, role, one.at, one.local, one.text, one.source, one.flags)


def _found(messages: list[ChatMessage]) -> list[ChatProblem]:
    """Say what is missing in the messages as a whole."""
    if messages and not any(one.local or one.at for one in messages):
        return [ChatProblem("chats.no_times")]
    spoken = [one for one in messages if SYSTEM not in one.flags and RECALLED not in one.flags]
    counts = {
        "chats.some_without_time": sum(not one.local and one.at is None for one in spoken),
        "chats.bad_times": sum(BAD_TIME in one.flags for one in messages),
        "chats.empty_messages": sum(EMPTY in one.flags for one in messages),
    }
    return [ChatProblem(code, (("count", count),)) for code, count in counts.items() if count]
