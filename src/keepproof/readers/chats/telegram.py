"""Telegram's JSON: one chat, or all chats of an account."""

from __future__ import annotations

from collections.abc import Iterator

from keepproof.domain.chat import Chat, ChatProblem
from keepproof.readers.chats.draft import Draft, finish
from keepproof.readers.chats.log import SYSTEM
from keepproof.readers.chats.moments import moment, shown, since_1970
from keepproof.readers.chats.values import Entry, entries, entry, first, words

FORMAT = "telegram"
_MEDIA = {"photo": "image", "voice_message": "voice", "video_file": "video", "sticker": "sticker"}


def read(data: object) -> Chat | None:
    """Read an export; None when the JSON is something else.

    The messages of a second chat in the file have places such as `#2/15`.
    """
    root = entry(data)
    chats = entries(entry(root.get("chats")).get("list")) or [root]
    lists = [entries(one.get("messages")) for one in chats]
    if not any(_is_message(one) for messages in lists for one in messages):
        return None
    many = len(chats) > 1
    drafts = [
        _draft(one, f"#{chat}/{number}" if many else f"#{number}")
        for chat, messages in enumerate(lists, start=1)
        for number, one in enumerate(messages, start=1)
        if one
    ]
    several = ChatProblem("chats.several_chats", (("count", len(chats)),))
    return finish(
        FORMAT, words(chats[0].get("name")) if not many else "", drafts, [several] if many else []
    )


def _is_message(one: Entry) -> bool:
    dated = "date_unixtime" in one or "date" in one
    return dated and words(one.get("type")) in {"message", "service"}


def _draft(one: Entry, place: str) -> Draft:
    at = since_1970(one.get("date_unixtime"))
    written = words(one.get("date"))
    naive = moment(written)
    local = shown(naive) if naive is not None else written
    text = "".join(_parts(one.get("text")))
    draft = Draft(first(one, "from", "actor", "from_id"), place, local, at, [text])
    if one.get("type") == "service":
        draft.flags.append(SYSTEM)
        draft.body = [text or words(one.get("action"))]
    media = "photo" if "photo" in one else words(one.get("media_type"))
    if media or "file" in one:
        draft.flags.append(_MEDIA.get(media, "file"))
    return draft


def _parts(text: object) -> Iterator[str]:
    """Give the pieces of a text, which is a string or a list of strings and marked pieces."""
    for piece in text if isinstance(text, list) else [text]:
        yield words(piece) or words(entry(piece).get("text"))
