"""All orders: the list at the left, the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QWidget

from keepproof.domain.changes import Changes
from keepproof.services.log_order import archive_order, remove_order
from keepproof.services.views import OrderRow, order_rows
from keepproof.ui import labels_orders, theme
from keepproof.ui.drops import DropTarget
from keepproof.ui.models.orders_model import SEARCH_PROPERTY
from keepproof.ui.pages.order_page import OrderPage
from keepproof.ui.pages.orders_page_list import OrdersPane
from keepproof.ui.session import Session
from keepproof.ui.widgets.empty_state import EmptyState


class OrdersPage(QWidget):
    """List and detail; a wide tab takes the room of the list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page and load the orders."""
        super().__init__(parent)
        self._session = session
        self._wide = False
        self._sized = "orders" in session.settings.value.window
        self.pane = OrdersPane(session, self)
        self.detail = OrderPage(session, self)
        self.blank = EmptyState(
            "package",
            self.tr("No order is chosen"),
            self.tr("Choose one in the list, or log a new one."),
            [],
            self,
        )
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.blank)
        self.stack.addWidget(self.detail)
        self.splitter = QSplitter(self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setObjectName("orders")
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(self.stack)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.handle(1).installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.pane.chosen.connect(self._show)
        self.pane.list.opened.connect(lambda _: self.detail.focus_first())
        self.pane.list.remove_asked.connect(self._remove)
        self.pane.menu_asked.connect(self._show_menu)
        self.detail.shown.connect(lambda: self.stack.setCurrentWidget(self.detail))
        self.detail.gone.connect(lambda: self.stack.setCurrentWidget(self.blank))
        self.detail.wide.connect(self._widen)
        session.events.changed.connect(self.changed)
        self.refresh()

    def refresh(self) -> None:
        """Load the list again."""
        book = self._session.book
        self._session.operations.read(
            self, lambda library, _: order_rows(library, book), self.pane.set_rows
        )

    def changed(self, changes: Changes) -> None:
        """Look again when orders, their evidence or their disputes changed."""
        if changes.things:
            self.refresh()

    def show_order(self, order_id: str, tab: str = "overview") -> None:
        """Show one order, on one of its tabs."""
        self.pane.choose(order_id)
        self.detail.set_order(order_id, tab)
        if tab == "overview":
            self.pane.list.setFocus()
        else:
            self.detail.focus_first()

    def look_for(self, words: str) -> None:
        """Search the orders."""
        self.detail.show_tab("overview")
        self.pane.look_for(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Take over the words another page asked to look up."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            self._size_list()
        words = self._session.property(SEARCH_PROPERTY)
        if words:
            self._session.setProperty(SEARCH_PROPERTY, None)
            self.look_for(str(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the list its usual width after a double click on the edge between the panes."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._size_list()
        return super().eventFilter(watched, event)

    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self.pane.list.setFocus()

    def focus_search(self) -> None:
        """Put the keyboard into the search of the list."""
        self.detail.show_tab("overview")
        self.pane.search.setFocus()
        self.pane.search.selectAll()

    def show_tab(self, tab: str) -> None:
        """Show a tab of the order."""
        if self.detail.order_id:
            self.detail.show_tab(tab)

    def copy_complaint(self) -> None:
        """Copy the text of the complaint, if one is shown."""
        self.detail.copy_complaint()

    @property
    def wide_now(self) -> bool:
        """Say whether the shown tab wants the room of the side bar."""
        return self._wide

    def drop_target(self) -> DropTarget | None:
        """Say that what is dropped or pasted here is filed under the order shown."""
        return self.detail.drop_target()

    def drop_target_at(self, point: QPoint) -> DropTarget | None:
        """Say which order of the list lies under a point; elsewhere it is the order shown."""
        rows = self.pane.list
        if rows.isVisible() and rows.rect().contains(rows.mapFrom(self, point)):
            row = rows.order_at(rows.mapFrom(self, point))
            if row is not None and row.order.id != self.detail.order_id:
                title = labels_orders.shortened(row.order.title, 24)
                return DropTarget(row.order.id, title)
        return self.drop_target()

    def mark_target(self, order_id: str) -> None:
        """Show in the list which order would take what is dragged; "" for none."""
        self.pane.list.mark_target(order_id)

    def flush(self) -> None:
        """Let the order store what is still being typed."""
        self.detail.flush()

    def row_menu(self, row: OrderRow) -> QMenu:
        """Build the menu of one row."""
        order = row.order
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self.show_order(order.id))
        menu.addAction(self.tr("Add evidence…"), lambda: self._add(order.id))
        menu.addAction(
            self.tr("Log a contact…"), lambda: self._session.contact_requested.emit(order.id)
        )
        menu.addAction(self.tr("Change order…"), lambda: self._edit(row))
        menu.addAction(
            self.tr("Copy the order number"),
            lambda: QGuiApplication.clipboard().setText(order.number),
        )
        menu.addSeparator()
        archive = self.tr("Take out of the archive") if order.archived else self.tr("Archive")
        menu.addAction(archive, lambda: self._archive(row))
        menu.addAction(self.tr("Delete order"), lambda: self._remove(order.id))
        return menu

    def _size_list(self) -> None:
        wide = self.window().width()
        design = 250 if wide < theme.px(1180) else 292 if wide < theme.px(1600) else 340
        list_width = theme.px(design)
        self.splitter.setSizes([list_width, max(self.width() - list_width, list_width)])

    def _widen(self, wide: bool) -> None:
        self._wide = wide
        self.pane.setVisible(not wide)

    def _show(self, order_id: str) -> None:
        self.detail.set_order(order_id)

    def _show_menu(self, row: OrderRow, where: QPoint) -> None:
        menu = self.row_menu(row)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _add(self, order_id: str) -> None:
        self._session.add_requested.emit(order_id, None)

    def _edit(self, row: OrderRow) -> None:
        from keepproof.ui.dialogs.order_dialog import OrderDialog  # noqa: PLC0415 - built when first needed

        OrderDialog(self._session, self.window(), row.order).open()

    def _archive(self, row: OrderRow) -> None:
        id, archived = row.order.id, not row.order.archived
        self._session.operations.write(
            self, lambda library, ticket: archive_order(library, id, ticket, archived=archived)
        )

    def _remove(self, order_id: str) -> None:
        said = self.tr("Order deleted; its evidence stays. Undo brings it back.")
        self._session.operations.write(
            self,
            lambda library, ticket: remove_order(library, order_id, ticket),
            lambda _: self._session.status.emit(said),
        )
