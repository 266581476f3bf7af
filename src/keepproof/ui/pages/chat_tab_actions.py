"""What is done with the messages of a chat: who speaks, quoting, keeping an excerpt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from keepproof.domain.chat import ChatMessage, Role
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.promise import Promise
from keepproof.services.chat_roles import set_role
from keepproof.services.quote_messages import quote_messages, quote_of
from keepproof.services.save_excerpt import save_excerpt
from keepproof.services.take_promise import take_promise
from keepproof.ui import labels_chat
from keepproof.ui.session import Session


class ChatActions(QObject):
    """Change the library on behalf of the chat tab; every step can be taken back."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Take the session."""
        super().__init__(parent)
        self._session = session

    def give_role(self, merchant_id: str, sender: str, role: Role | None) -> None:
        """Say who a sender is, in all chats with the merchant."""
        self._session.operations.write(
            self, lambda library, ticket: set_role(library, merchant_id, sender, role, ticket)
        )

    def quote(self, dispute_id: str, evidence_id: str, chosen: Sequence[ChatMessage]) -> None:
        """Let the complaint quote these messages of a chat, and no others of it."""
        quotes = [quote_of(evidence_id, one) for one in chosen]
        said = self.tr("The complaint quotes the ticked messages")
        self._session.operations.write(
            self,
            lambda library, ticket: quote_messages(
                library, dispute_id, evidence_id, quotes, ticket
            ),
            lambda _: self._session.status.emit(said),
        )

    def take_promise(self, order_id: str, evidence_id: str, promise: Promise) -> None:
        """Add a promise of a chat to the contact log."""
        due = labels_chat.local_time(promise.due) if promise.due is not None else ""
        said = (
            self.tr("Added to the contact log; due by {due}").format(due=due)
            if due
            else self.tr("Added to the contact log")
        )
        self._session.operations.write(
            self,
            lambda library, ticket: take_promise(library, order_id, evidence_id, promise, ticket),
            lambda _: self._session.status.emit(said),
        )

    def save_excerpt(self, source: FiledEvidence, chosen: Sequence[ChatMessage]) -> None:
        """Keep these messages as evidence of their own."""
        lang = self._session.lang
        said = self.tr("The excerpt is kept as evidence of this order")
        self._session.operations.write(
            self,
            lambda library, ticket: save_excerpt(library, source, chosen, lang, ticket),
            lambda _: self._session.status.emit(said),
        )
