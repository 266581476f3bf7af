"""Quote messages of a chat in a complaint, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from keepproof.domain.changes import Changes
from keepproof.domain.chat import ChatMessage, Role
from keepproof.domain.evidence import Evidence
from keepproof.domain.quote import Quote
from keepproof.library.library import Library
from keepproof.services.chat_files import pictured
from keepproof.services.outcome import Outcome
from keepproof.services.read_chats import pictured_chat
from keepproof.ticket import Ticket


def quote_of(evidence_id: str, message: ChatMessage) -> Quote:
    """Take the words, the time and the place of a message as they are."""
    return Quote(
        evidence_id, message.source, message.sender, message.role, message.time, message.text
    )


def quote_messages(
    library: Library, dispute_id: str, evidence_id: str, quotes: Sequence[Quote], ticket: Ticket
) -> Outcome[None]:
    """Quote these messages of one piece of evidence, in place of those quoted from it before."""
    ticket.check()
    before = library.chats.quotes(dispute_id)
    others = [one for one in before if one.evidence_id != evidence_id]
    return _put(library, dispute_id, [*others, *quotes])


def quotes_of(library: Library, dispute_id: str) -> tuple[Quote, ...]:
    """List what a dispute quotes, with the roles as they are known now."""
    quotes = library.chats.quotes(dispute_id)
    if not quotes:
        return ()
    order = library.orders.get(library.disputes.get(dispute_id).order_id)
    roles = library.chats.roles(order.merchant_id)
    read = _Pictured(library)
    return tuple(
        replace(
            one,
            role=one.role if one.role is Role.SYSTEM else roles.get(one.sender, one.role),
            stale=read.otherwise(one),
        )
        for one in quotes
    )


class _Pictured:
    """Compares quotes with what is read in their pictures now; each picture is looked up once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._said: dict[str, frozenset[str] | None] = {}

    def otherwise(self, quote: Quote) -> bool:
        """Say whether the words were read in a picture in which they do not stand any more."""
        id = quote.evidence_id
        if id not in self._said:
            self._said[id] = self._messages(self._library.evidence.get(id))
        said = self._said[id]
        return said is not None and quote.text not in said

    def _messages(self, evidence: Evidence) -> frozenset[str] | None:
        """Give the messages of a picture; None for a file, and while nobody has read it again."""
        if not pictured(evidence):
            return None
        reading = self._library.readings.get(evidence.sha256)
        if reading is None:
            return None
        chat = pictured_chat(reading)
        return frozenset(one.text for one in chat.messages) if chat is not None else frozenset()


def _put(library: Library, dispute_id: str, quotes: Sequence[Quote]) -> Outcome[None]:
    before = library.chats.quotes(dispute_id)
    order_id = library.disputes.get(dispute_id).order_id
    library.chats.put_quotes(dispute_id, quotes)
    changes = Changes(orders=frozenset({order_id}), disputes=frozenset({dispute_id}))
    undo = partial(_put, dispute_id=dispute_id, quotes=before)
    return Outcome(None, changes, undo, "chat.quote")
