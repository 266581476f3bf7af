"""Where a result of the search leads."""

from __future__ import annotations

from keepproof.domain.search import Hit
from keepproof.ui.models.orders_model import SEARCH_PROPERTY
from keepproof.ui.pages.order_page import TABS
from keepproof.ui.session import Session
from keepproof.ui.window_pages import Pages

_TAB_OF = {"contact": "next", "promise": "next", "dispute": "complaint", "sent": "complaint"}


def go(hit: Hit, session: Session, pages: Pages) -> None:
    """Show what was found: the order on its tab, the evidence chosen among the rest, the orders of a seller."""
    if hit.type == "merchant":
        session.setProperty(SEARCH_PROPERTY, hit.title)
        session.place_requested.emit("orders")
    elif hit.kind == "chat" and hit.order_id and "chat" in TABS:
        session.order_requested.emit(hit.order_id, "chat")
    elif hit.type == "evidence":
        session.place_requested.emit("evidence")
        pages.evidence().choose(hit.id)
    elif hit.order_id is not None:
        session.order_requested.emit(hit.order_id, _TAB_OF.get(hit.type, "overview"))
