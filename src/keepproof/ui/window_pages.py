"""The pages of the window, each built when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import FiledEvidence
from keepproof.library.library import Library
from keepproof.ticket import Ticket
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.ui.pages.evidence_page import EvidencePage
    from keepproof.ui.pages.orders_page import OrdersPage


class Pages:
    """Builds pages late: the window must not wait for what is not shown."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Begin without pages."""
        self._session = session
        self._window = window
        self._made: dict[str, QWidget] = {}

    def get(self, place: str) -> QWidget:
        """Give the page of a place."""
        if place not in self._made:
            self._made[place] = self._make(place)
            self._restore_splitters(self._made[place])
        return self._made[place]

    def orders(self) -> OrdersPage:
        """Give the page of orders."""
        return self.get("orders")  # type: ignore[return-value]  # made by _make

    def evidence(self) -> EvidencePage:
        """Give the page of evidence."""
        return self.get("evidence")  # type: ignore[return-value]  # made by _make

    def name_of(self, page: QWidget | None) -> str:
        """Name the place of a page."""
        return next((name for name, one in self._made.items() if one is page), "today")

    def changed(self, changes: Changes) -> None:
        """Tell the pages that do not listen themselves."""
        if "evidence" in self._made:
            self.evidence().changed(changes)

    def leave(self) -> None:
        """Let every page finish what is pending."""
        for page in self._made.values():
            flush = getattr(page, "flush", None)
            if flush is not None:
                flush()

    def open_viewer(self, evidence_id: str) -> None:
        """Open the viewer on one piece of evidence, among the others of its order."""

        def load(library: Library, ticket: Ticket) -> tuple[list[FiledEvidence], int]:
            del ticket
            here = library.evidence.filings(evidence_id)
            order = next((one.order_id for one in here if one.order_id), None)
            items = library.evidence.of_order(order) if order else []
            place = next(
                (at for at, one in enumerate(items) if one.evidence.id == evidence_id), None
            )
            if place is None:
                return [FiledEvidence(library.evidence.get(evidence_id))], 0
            return items, place

        self._session.operations.read(self._window, load, lambda found: self._show_viewer(*found))

    def _show_viewer(self, items: list[FiledEvidence], place: int) -> None:
        from keepproof.ui.dialogs.viewer_dialog import ViewerDialog  # noqa: PLC0415 - built when first needed

        ViewerDialog(self._session, items, items[place], self._window).open()

    def _make(self, place: str) -> QWidget:
        # Imported late: each page brings its own widgets, and only one is shown at the start.
        if place == "orders":
            from keepproof.ui.pages.orders_page import OrdersPage  # noqa: PLC0415

            page = OrdersPage(self._session, self._window)
            page.detail.wide.connect(self._session.wide_requested)
            return page
        if place == "evidence":
            from keepproof.ui.pages.evidence_page import EvidencePage  # noqa: PLC0415

            evidence = EvidencePage(self._session, self._window)
            evidence.refresh()
            return evidence
        if place == "welcome":
            from keepproof.ui.pages.welcome_page import WelcomePage  # noqa: PLC0415

            return WelcomePage(self._session, self._window)
        from keepproof.ui.pages.today_page import TodayPage  # noqa: PLC0415

        return TodayPage(self._session, self._window)

    def _restore_splitters(self, page: QWidget) -> None:
        saved = self._session.settings.value.window
        for one in page.findChildren(QSplitter):
            state = saved.get(one.objectName(), "")
            if state:
                one.restoreState(QByteArray.fromBase64(state.encode()))
