"""One order: its head, and the tabs below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind
from keepproof.errors import KnownError
from keepproof.messages import explain
from keepproof.services.log_order import archive_order, remove_order
from keepproof.services.views import OrderView, order_page
from keepproof.ui import labels_orders
from keepproof.ui.drops import DropTarget
from keepproof.ui.pages.order_overview import OrderOverview
from keepproof.ui.pages.order_page_head import OrderHead
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket
    from keepproof.ui.pages.chat_tab import ChatTab
    from keepproof.ui.pages.complaint_tab import ComplaintTab
    from keepproof.ui.pages.next_tab import NextTab

TABS = ("overview", "chat", "next", "complaint")


class OrderPage(QWidget):
    """Show one order at a time; `wide` says whether the shown tab wants the whole window."""

    wide = Signal(bool)
    shown = Signal()
    gone = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page without an order."""
        super().__init__(parent)
        self._session = session
        self._order_id = ""
        self._tab = "overview"
        self._view: OrderView | None = None
        self._next_number = 1
        self._chat: ChatTab | None = None
        self._complaint: ComplaintTab | None = None
        self._next: NextTab | None = None
        self.head = OrderHead(session, self)
        self.overview = OrderOverview(session, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.overview)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.stack, 1)
        self.head.tab_chosen.connect(self.show_tab)
        self.head.edit_asked.connect(lambda: self.edit(""))
        self.head.contact_asked.connect(lambda: session.contact_requested.emit(self._order_id))
        self.head.merchant_asked.connect(self.edit_merchant)
        self.head.archive_asked.connect(self.archive)
        self.head.remove_asked.connect(self.remove)
        self.overview.step_pressed.connect(self.take_step)
        self.overview.edit_asked.connect(self.edit)
        self.overview.issue_asked.connect(self._write_complaint)
        session.events.changed.connect(self.changed)

    @property
    def order_id(self) -> str:
        """Say which order is shown."""
        return self._order_id

    @property
    def tab(self) -> str:
        """Say which tab is shown."""
        return self._tab

    def set_order(self, order_id: str, tab: str = "overview") -> None:
        """Show another order."""
        if order_id != self._order_id:
            self._order_id = order_id
            self._view = None
        self.show_tab(*tab.split("/", 1))
        self.refresh()

    def refresh(self) -> None:
        """Load the order again."""
        if not self._order_id:
            return
        order_id, book = self._order_id, self._session.book

        def load(library: Library, ticket: Ticket) -> tuple[OrderView, int]:
            del ticket
            view = order_page(library, order_id, book)
            return view, library.evidence.next_number(order_id)

        self._session.operations.read(self, load, lambda found: self._show(*found), self._lost)

    def changed(self, changes: Changes) -> None:
        """Look again when something of this order changed."""
        if self._order_id and self._touches(changes):
            self.refresh()

    def show_tab(self, tab: str, channel: str = "") -> None:
        """Show a tab; the complaint for a channel, where one is named."""
        self._tab = tab if tab in TABS else "overview"
        self.head.set_tab(self._tab)
        self._place()
        if channel and self._complaint is not None:
            self._complaint.choose_channel(channel)

    def take_step(self, code: str) -> None:
        """Do what the next step asks for."""
        channel = str(self._view.next.data.get("channel", "")) if self._view is not None else ""
        if code in {"contact_merchant", "escalate", "write"}:
            self._take_channel(channel)
        elif code in {"answer", "kept"}:
            self._write_complaint()
        elif code in {"await_reply", "await_promise", "overdue", "solved"}:
            self.show_tab("next")
            self.focus_first()
        elif code in {"add_first", "add_missing"}:
            self._session.add_requested.emit(self._order_id, self._first_missing())
        elif code == "check_changed" and self._view is not None:
            self.overview.evidence.show_broken()

    def edit(self, field: str) -> None:
        """Open the form of this order, with the keyboard in one field."""
        if self._view is None:
            return
        from keepproof.ui.dialogs.order_dialog import OrderDialog  # noqa: PLC0415 - built when first needed

        dialog = OrderDialog(self._session, self.window(), self._view.order)
        dialog.open_asked.connect(
            lambda known: self._session.order_requested.emit(known, "overview")
        )
        dialog.open()
        dialog.focus_field(field or "number")

    def edit_merchant(self) -> None:
        """Open the details of the merchant."""
        if self._view is None:
            return
        from keepproof.ui.dialogs.merchant_dialog import MerchantDialog  # noqa: PLC0415 - as above

        MerchantDialog(self._session, self._view.merchant, self.window()).open()

    def archive(self) -> None:
        """Put the order away, or take it back."""
        if self._view is None:
            return
        id, archived = self._order_id, not self._view.order.archived
        self._session.operations.write(
            self, lambda library, ticket: archive_order(library, id, ticket, archived=archived)
        )

    def remove(self) -> None:
        """Delete the order; undo brings it back with everything in it."""
        id = self._order_id
        said = self.tr("Order deleted; its evidence stays. Undo brings it back.")
        self._session.operations.write(
            self,
            lambda library, ticket: remove_order(library, id, ticket),
            lambda _: self._session.status.emit(said),
        )

    def find_in_chat(self, evidence_id: str, words: str) -> None:
        """Show one chat of the order and where these words stand in it."""
        self.show_tab("chat")
        self._chat_pane().look_for(evidence_id, words)

    def _take_channel(self, channel: str) -> None:
        """Write for a channel; one that takes no text is shown on the ladder."""
        platform = self._view.order.platform if self._view is not None else ""
        if channel and channel not in {one.id for one in self._session.book.channels(platform)}:
            self.show_tab("next")
            self.focus_first()
        else:
            self._write_complaint(channel)

    def _write_complaint(self, channel: str = "") -> None:
        self.show_tab("complaint", channel)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard where work begins: into the complaint, or on the next step."""
        current = self.stack.currentWidget()
        panes = (self._chat, self._next, self._complaint)
        pane = next((one for one in panes if one is not None and one is current), None)
        if pane is not None:
            pane.focus_first()
        else:
            self.overview.banner.button.setFocus()

    def drop_target(self) -> DropTarget | None:
        """Say that what is dropped here is filed under the order shown."""
        if self._view is None:
            return None
        title = labels_orders.shortened(self._view.order.title, 24)
        return DropTarget(self._order_id, title, None, self._next_number)

    def copy_complaint(self) -> None:
        """Copy the text of the complaint, when its tab is in front."""
        if self._complaint is not None and self.stack.currentWidget() is self._complaint:
            self._complaint.copy_text()

    def flush(self) -> None:
        """Let the complaint store what is still being typed."""
        if self._complaint is not None:
            self._complaint.flush()

    def _show(self, view: OrderView, next_number: int) -> None:
        if view.order.id != self._order_id:
            return
        self._view, self._next_number = view, next_number
        self.head.set_view(view)
        self.overview.set_view(view)
        self._place()
        self.shown.emit()

    def _lost(self, error: KnownError) -> None:
        """Leave an order that is no longer there."""
        self._order_id, self._view = "", None
        self.show_tab("overview")
        self.gone.emit()
        if error.code != "library.not_found":
            self._session.status.emit(explain(error, self._session.lang))

    def _place(self) -> None:
        """Put the pane of the tab in front."""
        panes = {
            "chat": self._chat_pane,
            "next": self._next_pane,
            "complaint": self._complaint_pane,
        }
        build = panes.get(self._tab) if self._order_id else None
        self.stack.setCurrentWidget(build() if build is not None else self.overview)
        self.wide.emit(build is not None)

    def _chat_pane(self) -> ChatTab:
        if self._chat is None:
            from keepproof.ui.pages.chat_tab import (  # noqa: PLC0415 - built when first shown
                ChatTab,
            )

            self._chat = ChatTab(self._session, self)
            self._chat.complaint_asked.connect(self._write_complaint)
            self.stack.addWidget(self._chat)
        self._chat.set_order(self._order_id)
        return self._chat

    def _next_pane(self) -> NextTab:
        if self._next is None:
            from keepproof.ui.pages.next_tab import NextTab  # noqa: PLC0415 - built when first shown

            self._next = NextTab(self._session, self)
            self._next.text_asked.connect(self._write_complaint)
            self._next.issue_asked.connect(self._write_complaint)
            self.stack.addWidget(self._next)
        self._next.set_order(self._order_id)
        return self._next

    def _complaint_pane(self) -> ComplaintTab:
        if self._complaint is None:
            from keepproof.ui.pages.complaint_tab import (  # noqa: PLC0415 - the largest page, built when first shown
                ComplaintTab,
            )

            self._complaint = ComplaintTab(self._session, self)
            self.stack.addWidget(self._complaint)
        self._complaint.set_order(self._order_id)
        return self._complaint

    def _touches(self, changes: Changes) -> bool:
        if self._view is None:
            return self._order_id in changes.orders
        view = self._view
        evidence = {one.evidence.id for one in view.filed}
        dispute = {view.dispute.id} if view.dispute is not None else set()
        return bool(
            self._order_id in changes.orders
            or changes.platforms
            or evidence & changes.evidence
            or dispute & changes.disputes
            or view.merchant.id in changes.merchants
        )

    def _first_missing(self) -> EvidenceKind | None:
        if self._view is None:
            return None
        for row in self._view.checklist:
            if row.missing and row.need == "required":
                return row.kind
        return None
