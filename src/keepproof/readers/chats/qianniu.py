"""Conversations of a Qianniu shop as its scripts save them in JSON."""

from __future__ import annotations

from keepproof.domain.chat import Chat, ChatProblem, Role
from keepproof.readers.chats.draft import Draft, finish
from keepproof.readers.chats.values import Entry, entries, entry, words

FORMAT = "qianniu_json"


def read(data: object) -> Chat | None:
    """Read an export; None when the JSON is something else."""
    root = entry(data)
    chats = entries(root.get("chats"))
    if not any("sender" in one and "date" in one and "time" in one for one in chats):
        return None
    drafts = [_draft(one, number) for number, one in enumerate(chats, start=1) if one]
    declared = root.get("count")
    problems = []
    if isinstance(declared, int) and declared != len(drafts):
        problems = [
            ChatProblem("chats.count_differs", (("declared", declared), ("count", len(drafts))))
        ]
    return finish(FORMAT, words(root.get("user")), drafts, problems, otherwise=_side)


def _draft(one: Entry, number: int) -> Draft:
    text, picture = words(one.get("text")), words(one.get("imgUrl"))
    written = f"{words(one.get('date'))} {words(one.get('time'))}".strip()
    draft = Draft(words(one.get("sender")), f"#{number}", body=[text] if text else [])
    if written:
        draft.dated(written)
    if picture:
        draft.body.append(picture)
        draft.flags.append("image")
    return draft


def _side(sender: str) -> Role:
    """Tell the buyer, whose account Taobao names `tb…`, from the shop that kept the conversation."""
    return Role.ME if sender.lower().startswith("tb") else Role.UNKNOWN
