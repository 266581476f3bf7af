"""Where something is missing in a chat: a question without an answer, an answer to nothing, nobody's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from keepproof.domain.chat import Chat, ChatMessage, Messages, Role
from keepproof.domain.promise import ChatGap
from keepproof.readers.chat_shot import FORMAT as PICTURE

if TYPE_CHECKING:
    from keepproof.knowledge.promise import PromiseRules

NO_SHOP = "chats.no_identity"
NO_ME = "chats.no_me"
OTHERS = frozenset({Role.MERCHANT, Role.PLATFORM})
HEAD = 400


def gaps(
    messages: Sequence[ChatMessage], times: Sequence[datetime | None], rules: PromiseRules
) -> Iterator[ChatGap]:
    """Find the holes of a chat; a pause where nobody waits for anything is none."""
    spoken = [at for at, one in enumerate(messages) if one.role is not Role.SYSTEM and one.text]
    if not spoken:
        return
    first, last = messages[spoken[0]], messages[spoken[-1]]
    if first.role in OTHERS and not rules.greeting.search(first.text[:HEAD]):
        yield ChatGap(spoken[0], "begins")
    longest = rules.rules.gap_hours * 3600
    for before, after in pairwise(spoken):
        one, other = times[before], times[after]
        if one is None or other is None:
            continue
        seconds = round((other - one).total_seconds())
        if seconds <= longest:
            continue
        if messages[before].role is Role.ME and _asks(messages[before], rules):
            yield ChatGap(after, "unanswered", seconds)
        elif messages[before].role is not Role.ME and messages[after].role in OTHERS:
            yield ChatGap(after, "answer_alone", seconds)
    if last.role is Role.ME and _asks(last, rules):
        yield ChatGap(len(messages), "ends")


def notices(chat: Chat, rules: PromiseRules) -> Iterator[str]:
    """Say what is missing as a whole: who the shop is, who I am; in a picture the sides tell, and names are not read."""
    if chat.format == PICTURE:
        return
    messages = Messages.of(chat.messages)
    roles = {
        name: role for name, role in zip(messages.senders, messages.roles, strict=True) if name
    }
    others = [name for name, role in roles.items() if role is not Role.ME]
    named = [name for name in (*others, chat.peer) if name and not rules.nameless.search(name)]
    if not named:
        yield NO_SHOP
    if Role.ME not in roles.values():
        yield NO_ME


def _asks(one: ChatMessage, rules: PromiseRules) -> bool:
    return rules.asks.search(one.text[:HEAD]) is not None
