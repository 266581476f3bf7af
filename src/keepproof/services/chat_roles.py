"""Say who speaks: one choice for all messages of a sender, remembered for the merchant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from keepproof.domain.changes import Changes
from keepproof.domain.chat import Chat, Messages, Role
from keepproof.library.library import Library
from keepproof.services.outcome import Outcome
from keepproof.ticket import Ticket


def set_role(
    library: Library, merchant_id: str, sender: str, role: Role | None, ticket: Ticket
) -> Outcome[None]:
    """Remember who a sender is in all chats with a merchant; None goes back to the guess."""
    ticket.check()
    library.merchants.get(merchant_id)
    before = library.chats.roles(merchant_id).get(sender)
    library.chats.set_role(merchant_id, sender, role)
    undo = partial(set_role, merchant_id=merchant_id, sender=sender, role=before, ticket=Ticket())
    return Outcome(None, Changes(merchants=frozenset({merchant_id})), undo, "chat.role")


def roles_for(library: Library, order_id: str | None) -> dict[str, Role]:
    """Return the roles the user gave to the senders of an order's merchant."""
    if order_id is None:
        return {}
    return library.chats.roles(library.orders.get(order_id).merchant_id)


def with_roles(chat: Chat, roles: Mapping[str, Role]) -> Chat:
    """Put remembered roles in place of guessed ones; what a program says itself stays."""
    if not roles:
        return chat
    messages = Messages.of(chat.messages)
    told = tuple(
        roles.get(sender, role) if role is not Role.SYSTEM else role
        for sender, role in zip(messages.senders, messages.roles, strict=True)
    )
    return replace(chat, messages=replace(messages, roles=told))
