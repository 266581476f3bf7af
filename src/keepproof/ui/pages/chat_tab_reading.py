"""Read chat files once, and find out what they say as often as roles or moments change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.domain.chat import Chat
    from keepproof.domain.evidence import Evidence
    from keepproof.services.chat_page import ChatsView, ReadChat
    from keepproof.ticket import Ticket

# for so long a promise is as due as it was
FRESH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a chat says, and what was known when that was found out."""

    read: ReadChat
    chat: Chat | None
    view: ChatsView

    def holds(self, chat: Chat | None, view: ChatsView) -> bool:
        """Say whether nothing is known now that could change it."""
        then, now = self.view.known, view.known
        return (
            chat is self.chat
            and view.roles == self.view.roles
            and (now.moments, now.refunded, now.unshipped, now.zone)
            == (then.moments, then.refunded, then.unshipped, then.zone)
            and now.now - then.now < FRESH
        )


class ChatReading(QObject):
    """`read` carries an evidence id and a ReadChat, `refused` an id and a KnownError.

    The same ReadChat comes again while nothing is known that could change it.
    """

    read = Signal(str, object)
    refused = Signal(str, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        """Start with nothing read."""
        super().__init__(parent)
        self._session = session
        self._chats: dict[str, Chat | None] = {}
        self._told: dict[str, _Told] = {}
        self._ticket: Ticket | None = None
        self._view: ChatsView | None = None

    def forget(self) -> None:
        """Forget what was read: another order is shown."""
        self._chats.clear()
        self._told.clear()

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
        known = self._chats.get(evidence_id)
        if chat is None or chat != known:
            self._chats[evidence_id] = chat
        self._understand(evidence_id)

    def _understand(self, evidence_id: str) -> None:
        view, chat, book = self._view, self._chats[evidence_id], self._session.book
        if view is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        told = self._told.get(evidence_id)
        if told is not None and told.holds(chat, view):
            self.read.emit(evidence_id, told.read)
            return

        def take(read: ReadChat) -> None:
            self._told[evidence_id] = _Told(read, chat, view)
            self.read.emit(evidence_id, read)

        def work(ticket: Ticket) -> ReadChat:
            from keepproof.services.chat_page import understood  # noqa: PLC0415 - as above

            return understood(chat, view, book, ticket)

        self._ticket = self._session.operations.pool(self, work, take)
