"""Where a result of the search leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from keepproof.domain.search import Hit
from keepproof.ui.models.orders_model import SEARCH_PROPERTY
from keepproof.ui.session import Session
from keepproof.ui.window_pages import Pages

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

_TAB_OF = {"contact": "next", "promise": "next", "dispute": "complaint", "sent": "complaint"}


class Finding(QObject):
    """Show what was found: the order on its tab, the words in a chat, evidence chosen, the orders of a seller."""

    def __init__(self, session: Session, pages: Pages, parent: QObject) -> None:
        """Work on the pages of one window."""
        super().__init__(parent)
        self._session, self._pages = session, pages

    def go(self, hit: Hit) -> None:
        """Show one result in its place."""
        session = self._session
        if hit.type == "merchant":
            session.setProperty(SEARCH_PROPERTY, hit.title)
            session.place_requested.emit("orders")
        elif hit.type == "evidence":
            self._look(hit)
        elif hit.order_id is not None:
            session.order_requested.emit(hit.order_id, _TAB_OF.get(hit.type, "overview"))

    def _look(self, hit: Hit) -> None:
        def load(library: Library, ticket: Ticket) -> bool:
            from keepproof.services.chat_files import is_chat  # noqa: PLC0415 - the window starts without it

            del ticket
            return is_chat(library.evidence.get(hit.id))

        self._session.operations.read(self, load, lambda chat: self._go_to_evidence(hit, chat=chat))

    def _go_to_evidence(self, hit: Hit, *, chat: bool) -> None:
        if hit.order_id is not None and chat:
            words = hit.snippet[slice(*hit.ranges[0])] if hit.ranges else ""
            self._session.order_requested.emit(hit.order_id, "chat")
            self._pages.orders().detail.find_in_chat(hit.id, words)
            return
        self._session.place_requested.emit("evidence")
        self._pages.evidence().choose(hit.id)
