"""WeChat as the JSON of WeFlow and EchoTrace, which is the same without a `weflow` part."""

from __future__ import annotations

from keepproof.domain.chat import Chat
from keepproof.readers.chats.draft import Draft, finish
from keepproof.readers.chats.log import SYSTEM
from keepproof.readers.chats.moments import CHINA, moment, shown, since_1970
from keepproof.readers.chats.values import Entry, entries, entry, first, words, yes

# what `localType` means; 49 is told by its wording
_TYPES = {3: "image", 34: "voice", 43: "video", 47: "sticker", 10000: SYSTEM, 10002: SYSTEM}


def read(data: object) -> Chat | None:
    """Read an export; None when the JSON is something else."""
    root = entry(data)
    messages = entries(root.get("messages"))
    if not any("createTime" in one and "content" in one for one in messages):
        return None
    session = entry(root.get("session"))
    drafts = [_draft(one, number) for number, one in enumerate(messages, start=1) if one]
    peer = first(session, "remark", "displayName", "nickname")
    return finish("weflow" if "weflow" in root else "echotrace", peer, drafts)


def _draft(one: Entry, number: int) -> Draft:
    at = since_1970(one.get("createTime"), CHINA)
    written = words(one.get("formattedTime"))
    naive = moment(written) or (at.replace(tzinfo=None) if at is not None else None)
    sender = first(one, "senderDisplayName", "senderUsername")
    draft = Draft(
        sender,
        f"#{number}",
        shown(naive) if naive is not None else written,
        at,
        [words(one.get("content"))],
        own=yes(one.get("isSend")),
    )
    kind = one.get("localType")
    if isinstance(kind, int) and kind in _TYPES:
        draft.flags.append(_TYPES[kind])
    return draft
