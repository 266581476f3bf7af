"""The list of orders with its search, segments, sorting and menu."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QKeyEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from keepproof.services.views import OrderRow
from keepproof.ui import labels_orders, theme
from keepproof.ui.models.orders_model import OrdersModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.empty_state import EmptyState
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.order_delegate import OrderDelegate
from keepproof.ui.widgets.search_field import SearchField
from keepproof.ui.widgets.segment import Segment


class OrderList(QListView):
    """The rows; keys and drops are answered here, what they mean is told by signals."""

    opened = Signal(str)
    remove_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty list."""
        super().__init__(parent)
        book, lang = session.book, session.lang
        self.rows = OrdersModel(lambda row: labels_orders.row_sentence(row, book, lang), self)
        self.delegate = OrderDelegate(session, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Orders"))
        self.viewport().setAutoFillBackground(False)
        session.thumbnails.ready.connect(self.rows.cover_came)
        theme.changed().connect(self.doItemsLayout)

    def row(self) -> OrderRow | None:
        """Give the current row."""
        return self.rows.row_at(self.currentIndex())

    def order_at(self, point: QPoint) -> OrderRow | None:
        """Give the row at a point of the list."""
        return self.rows.row_at(self.indexAt(self.viewport().mapFrom(self, point)))

    def mark_target(self, order_id: str) -> None:
        """Show which order would take what is dragged; "" for none."""
        if self.delegate.target != order_id:
            self.delegate.target = order_id
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, delete with Delete."""
        row = self.row()
        if row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row.order.id)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(row.order.id)
        else:
            super().keyPressEvent(event)


class OrdersPane(QWidget):
    """Heading, search, segments and rows; `chosen` carries the order to show."""

    chosen = Signal(str)
    menu_asked = Signal(object, QPoint)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the pane."""
        super().__init__(parent)
        self._session = session
        self._order = "newest"
        self._wanted = ""
        # An order asked for before the list was loaded, and the row that was current last.
        self._asked = False
        self._place = 0
        self.list = OrderList(session, self)
        self.search = SearchField(self.tr("Shop, item, order no."), self)
        self.segment = Segment(self)
        self.sort_button = IconButton("sliders-horizontal", self.tr("Sort orders"))
        self.new_button = IconButton("plus", self.tr("New order"))
        self.no_orders = self._empty_library()
        self.no_match = self._empty_search()
        self.stack = QStackedWidget(self)
        self._settling = False
        self.segment.set_options([("open", ""), ("all", ""), ("archived", self.tr("Archived"))])
        self._lay_out()
        self._show_counts()
        self._connect()

    def set_rows(self, rows: list[OrderRow]) -> None:
        """Show these orders; the chosen one stays chosen."""
        self.list.rows.set_rows(rows)
        self._show_counts()
        if self._wanted and all(row.order.id != self._wanted for row in rows):
            self._wanted = ""
        if self._asked:
            self.choose(self._wanted)
        self._settle()

    def choose(self, order_id: str) -> None:
        """Choose an order, in another segment when the present one does not hold it."""
        self._wanted = order_id
        self._asked = not self.list.rows.rows()
        if not self._asked and not self.list.rows.index_of(order_id).isValid():
            self._show_all()
        self._settle()

    def look_for(self, words: str) -> None:
        """Search all orders for words."""
        self.segment.set_current("all")
        self.search.setText(words)
        self._apply()
        self.search.setFocus()

    def sort_menu(self) -> QMenu:
        """Build the menu of sortings."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for code, words in (
            ("newest", self.tr("Newest first")),
            ("amount", self.tr("Highest amount first")),
            ("shop", self.tr("By shop")),
            ("title", self.tr("By item")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(code == self._order)
            action.setData(code)
            group.addAction(action)
        group.triggered.connect(self._sort)
        return menu

    def _sort(self, action: QAction) -> None:
        self._order = str(action.data())
        self._apply()

    def _apply(self) -> None:
        segment = self.segment.current() or "open"
        self.list.rows.set_view(search=self.search.text(), segment=segment, order=self._order)
        self._settle()

    def _settle(self) -> None:
        """Keep the wanted order current, or take the first; say why when the list is empty."""
        rows = self.list.rows
        here = rows.index_of(self._wanted)
        if not here.isValid() and not self._wanted:
            here = rows.index(max(0, min(self._place, rows.rowCount() - 1)))
        self._settling = True
        self.list.setCurrentIndex(here)
        self._settling = False
        self._tell(here)
        self._show_empty()

    def _moved(self, current: QModelIndex) -> None:
        if not self._settling:
            self._tell(current)

    def _tell(self, current: QModelIndex) -> None:
        row = self.list.rows.row_at(current)
        if row is None:
            return
        self._place = current.row()
        if row.order.id != self._wanted:
            self._wanted = row.order.id
            self.chosen.emit(self._wanted)

    def _empty_library(self) -> EmptyState:
        paste = Button(self.tr("Paste order text"), "primary")
        paste.clicked.connect(lambda: self._session.new_order_requested.emit(""))
        bills = Button(self.tr("Import a bill"), "secondary")
        bills.clicked.connect(self._session.bills_requested)
        return EmptyState(
            "package",
            self.tr("Log the first order"),
            self.tr("Paste the text of the order page; shop, amounts and times fill in."),
            [paste, bills],
            self,
        )

    def _empty_search(self) -> EmptyState:
        clear = Button(self.tr("Show all orders"), "secondary")
        clear.clicked.connect(self._show_all)
        return EmptyState(
            "magnifying-glass",
            self.tr("No order here"),
            self.tr("Nothing in this part of the list, or nothing with these words."),
            [clear],
            self,
        )

    def _show_all(self) -> None:
        self.search.clear()
        self.segment.set_current("all")
        self._apply()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Orders"), "title", "text", self), 1)
        head.addWidget(self.sort_button)
        head.addWidget(self.new_button)
        for pane in (self.list, self.no_orders, self.no_match):
            self.stack.addWidget(pane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(14), 0, 0)
        layout.setSpacing(theme.px(8))
        edge = theme.px(14)
        for part in (head, self.search, self.segment):
            row = QHBoxLayout()
            row.setContentsMargins(edge, 0, edge, 0)
            if isinstance(part, QWidget):
                row.addWidget(part, 0 if part is self.segment else 1)
                if part is self.segment:
                    row.addStretch(1)
            else:
                row.addLayout(part)
            layout.addLayout(row)
        rows = QHBoxLayout()
        rows.setContentsMargins(theme.px(6), 0, theme.px(6), 0)
        rows.addWidget(self.stack)
        layout.addLayout(rows, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._apply())
        self.segment.chosen.connect(lambda _: self._apply())
        self.sort_button.clicked.connect(self._show_sort)
        self.new_button.clicked.connect(lambda: self._session.new_order_requested.emit(""))
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def _show_sort(self) -> None:
        menu = self.sort_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.sort_button.mapToGlobal(self.sort_button.rect().bottomLeft()))

    def _show_counts(self) -> None:
        counts = self.list.rows.counts()
        self.segment.set_words("open", self.tr("Open {count}").format(count=counts["open"]))
        self.segment.set_words("all", self.tr("All {count}").format(count=counts["all"]))

    def _show_empty(self) -> None:
        rows = self.list.rows
        if rows.rowCount():
            self.stack.setCurrentWidget(self.list)
            return
        self.stack.setCurrentWidget(self.no_match if rows.rows() else self.no_orders)

    def _show_menu(self, point: QPoint) -> None:
        row = self.list.rows.row_at(self.list.indexAt(point))
        if row is not None:
            self.menu_asked.emit(row, self.list.viewport().mapToGlobal(point))
