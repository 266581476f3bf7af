"""Read chat files once, and find out what they say as often as roles or moments change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.domain.chat import Chat
    from keepproof.domain.evidence import Evidence
    from keepproof.services.chat_page import ChatsView, ReadChat
    from keepproof.ticket import Ticket

LONG = 5000


class ChatReading(QObject):
    """`read` carries an evidence id and a ReadChat, `refused` an id and a KnownError.

    A long chat is told twice: at once, and when it is known what it says.
    """

    read = Signal(str, object)
    refused = Signal(str, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Start with nothing read."""
        super().__init__(parent)
        self._session = session
        self._chats: dict[str, Chat | None] = {}
        self._ticket: Ticket | None = None
        self._view: ChatsView | None = None

    def forget(self) -> None:
        """Forget what was read: another order is shown."""
        self._chats.clear()

    def known(self, evidence_id: str) -> bool:
        """Say whether a file was read already."""
        return evidence_id in self._chats

    def open(self, view: ChatsView, evidence: Evidence) -> None:
        """Read a file where it was not read yet, then find out what it says; a picture may be read otherwise by now."""
        self._view = view
        if self.known(evidence.id) and evidence.id not in view.readings:
            self._understand(evidence.id)
            return
        sandbox = self._session.sandbox

        def work(ticket: Ticket) -> Chat | None:
            from keepproof.services.chat_page import read_one  # noqa: PLC0415 - the window starts without it

            del ticket
            return read_one(view, evidence, sandbox)

        self._session.operations.pool(
            self,
            work,
            lambda chat: self._take(evidence.id, chat),
            lambda error: self.refused.emit(evidence.id, error),
        )

    def _take(self, evidence_id: str, chat: Chat | None) -> None:
        self._chats[evidence_id] = chat
        if chat is not None and len(chat.messages) > LONG:
            from keepproof.services.chat_page import ReadChat  # noqa: PLC0415 - as above

            self.read.emit(evidence_id, ReadChat(chat))
        self._understand(evidence_id)

    def _understand(self, evidence_id: str) -> None:
        view, chat, book = self._view, self._chats[evidence_id], self._session.book
        if view is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()

        def work(ticket: Ticket) -> ReadChat:
            from keepproof.services.chat_page import understood  # noqa: PLC0415 - as above

            return understood(chat, view, book, ticket)

        self._ticket = self._session.operations.pool(
            self, work, lambda read: self.read.emit(evidence_id, read)
        )
