"""The pages of the window, each built when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.domain.changes import Changes
    from keepproof.domain.evidence import FiledEvidence
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket
    from keepproof.ui.drops import DropTarget
    from keepproof.ui.pages.closed_page import ClosedPage
    from keepproof.ui.pages.evidence_page import EvidencePage
    from keepproof.ui.pages.orders_page import OrdersPage
    from keepproof.ui.pages.welcome_page import WelcomePage


class Pages:
    """Builds pages late: the window must not wait for what is not shown.

    A page may have `focus_first`, `focus_search`, `show_tab`, `copy_complaint`, `drop_target`, `drop_target_at`, `mark_target`,
    `wide_now` and `flush`; what it has not is not asked of it.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        """Begin without pages."""
        self._session = session
        self._window = window
        self._made: dict[str, QWidget] = {}
        self.stack = QStackedWidget(window)
        self.opened = False

    def get(self, place: str) -> QWidget:
        """Give the page of a place."""
        if place not in self._made:
            page = self._make(place)
            self._made[place] = page
            self.stack.addWidget(page)
            self._restore_splitters(page)
        return self._made[place]

    def orders(self) -> OrdersPage:
        """Give the page of orders."""
        return self.get("orders")  # type: ignore[return-value]  # made by _make

    def evidence(self) -> EvidencePage:
        """Give the page of evidence."""
        return self.get("evidence")  # type: ignore[return-value]  # made by _make

    def welcome(self) -> WelcomePage:
        """Give the page of an empty library."""
        return self.get("welcome")  # type: ignore[return-value]  # made by _make

    def closed(self) -> ClosedPage:
        """Give the page that stands for a library that is not open."""
        return self.get("closed")  # type: ignore[return-value]  # made by _make

    def current(self) -> QWidget | None:
        """Give the page that is shown."""
        return self.stack.currentWidget()

    def place(self) -> str:
        """Name the place that is shown; "" before the first."""
        shown = self.current()
        return next((name for name, one in self._made.items() if one is shown), "")

    def call(self, *names: str) -> None:
        """Call the first of these functions that the page has."""
        for name in names:
            found = getattr(self.current(), name, None)
            if found is not None:
                found()
                return

    def find(self) -> None:
        """Put the keyboard where one searches on the page."""
        from keepproof.ui.widgets.search_field import SearchField  # noqa: PLC0415 - not before the first paint

        page = self.current()
        fields = [] if page is None else page.findChildren(SearchField)
        shown = [one for one in fields if one.isVisible()]
        if hasattr(page, "focus_search") or not shown:
            self.call("focus_search", "focus_first")
        else:
            shown[0].setFocus()
            shown[0].selectAll()

    def show_tab(self, tab: str) -> None:
        """Show a tab, where the page has tabs."""
        show = getattr(self.current(), "show_tab", None)
        if show is not None:
            show(tab)

    def wide(self) -> bool:
        """Say whether the page wants the room of the side bar."""
        return bool(getattr(self.current(), "wide_now", False))

    def drop_target(self, point: QPoint | None = None) -> DropTarget:
        """Say where things would go that are let go at a point of the window, or pasted."""
        from keepproof.ui.drops import DropTarget  # noqa: PLC0415 - not before the first paint

        page = self.current()
        found = None
        at = getattr(page, "drop_target_at", None)
        if page is not None and at is not None and point is not None:
            found = at(page.mapFrom(self._window, point))
        ask = getattr(page, "drop_target", None)
        if found is None and ask is not None:
            found = ask()
        return found if isinstance(found, DropTarget) else DropTarget(None, "")

    def mark_target(self, order_id: str) -> None:
        """Let the page show which order would take what is dragged; "" for none."""
        mark = getattr(self.current(), "mark_target", None)
        if mark is not None:
            mark(order_id)

    def drop_pane(self) -> QWidget:
        """Give the part of the window that receives: beside the list of orders, the order."""
        return self.orders().stack if self.place() == "orders" else self.stack

    def changed(self, changes: Changes) -> None:
        """Tell the pages that do not listen themselves."""
        if "evidence" in self._made:
            self.evidence().changed(changes)

    def flush(self) -> None:
        """Let every page store what is still being typed."""
        for page in self._made.values():
            store = getattr(page, "flush", None)
            if store is not None:
                store()

    def splitters(self) -> dict[str, str]:
        """Give the state of all splitters by name, to be remembered."""
        named = [one for page in self._made.values() for one in page.findChildren(QSplitter)]
        return {
            one.objectName(): bytes(one.saveState().toBase64().data()).decode()
            for one in named
            if one.objectName()
        }

    def open_viewer(self, evidence_id: str) -> None:
        """Open the viewer on one piece of evidence, among the others of the order that is shown or of its first."""
        order_id = self.drop_target().order_id

        def load(library: Library, ticket: Ticket) -> tuple[list[FiledEvidence], FiledEvidence]:
            del ticket
            library.evidence.get(evidence_id)
            filings = library.evidence.filings(evidence_id)
            shown = next((one for one in filings if one.order_id == order_id), filings[0])
            beside = library.evidence.of_order(shown.order_id) if shown.order_id else [shown]
            return beside if shown in beside else [shown], shown

        self._session.operations.read(self._window, load, lambda found: self._show_viewer(*found))

    def _show_viewer(self, items: list[FiledEvidence], item: FiledEvidence) -> None:
        from keepproof.ui.dialogs.viewer_dialog import ViewerDialog  # noqa: PLC0415 - built when first needed

        ViewerDialog(self._session, items, item, self._window).open()

    def open_redaction(self, filed: FiledEvidence) -> None:
        """Open the editor of redacted copies, over the viewer where that is open."""
        from keepproof.ui.dialogs.redact_dialog import RedactDialog  # noqa: PLC0415 - built when first needed

        RedactDialog(self._session, filed, QApplication.activeModalWidget() or self._window).open()

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
        if place == "channels":
            from keepproof.ui.pages.channels_page import ChannelsPage  # noqa: PLC0415

            return ChannelsPage(self._session, self._window)
        if place == "overview":
            from keepproof.ui.pages.overview_page import OverviewPage  # noqa: PLC0415

            return OverviewPage(self._session, self._window)
        if place == "welcome":
            from keepproof.ui.pages.welcome_page import WelcomePage  # noqa: PLC0415

            return WelcomePage(self._session, self._window)
        if place == "closed":
            from keepproof.ui.pages.closed_page import ClosedPage  # noqa: PLC0415

            return ClosedPage(self._session, self._window)
        from keepproof.ui.pages.today_page import TodayPage  # noqa: PLC0415

        return TodayPage(self._session, self._window)

    def _restore_splitters(self, page: QWidget) -> None:
        saved = self._session.settings.value.window
        for one in page.findChildren(QSplitter):
            state = saved.get(one.objectName(), "")
            if state:
                one.restoreState(QByteArray.fromBase64(state.encode()))
