"""Choose one order by searching for it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from keepproof.services.views import OrderRow, order_rows
from keepproof.ui import labels_orders, theme
from keepproof.ui.models.orders_model import OrdersModel
from keepproof.ui.room import room
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.order_delegate import OrderDelegate
from keepproof.ui.widgets.search_field import SearchField


class PickOrderDialog(QDialog):
    """A searched list of orders; `picked` carries the id of the chosen one."""

    picked = Signal(str)

    def __init__(
        self, session: Session, parent: QWidget | None = None, without: str | None = None
    ) -> None:
        """Build the dialog; `without` leaves out the order something is moved away from."""
        super().__init__(parent)
        self._without = without
        book, lang = session.book, session.lang
        self.setWindowTitle(self.tr("Choose an order"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = OrdersModel(lambda row: labels_orders.row_sentence(row, book, lang), self)
        self.search = SearchField(self.tr("Shop, item, order number"), self)
        self.search.textChanged.connect(self._search)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(OrderDelegate(session, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(self.tr("Orders"))
        self.list.doubleClicked.connect(lambda _: self.accept())
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self._cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        self._cancel.clicked.connect(self.reject)
        self.ok_button = Button(self.tr("Choose"), "primary", parent=self)
        self.ok_button.setDefault(True)
        self.ok_button.setEnabled(False)
        self.ok_button.clicked.connect(self.accept)
        self._lay_out()
        self._search("")
        session.thumbnails.ready.connect(self.model.cover_came)
        session.operations.read(self, lambda library, _: order_rows(library, book), self._fill)
        self.search.setFocus()

    def accept(self) -> None:
        """Tell which order was chosen."""
        row = self.model.row_at(self.list.currentIndex())
        if row is not None:
            self.picked.emit(row.order.id)
            super().accept()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.ok_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self.tr("Choose an order"), "section", "text", self))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.resize(room(self, 460, 520))

    def _fill(self, rows: list[OrderRow]) -> None:
        self.model.set_rows([row for row in rows if row.order.id != self._without])
        self._choose_first()

    def _search(self, words: str) -> None:
        self.model.set_view(search=words, segment="all", order="newest")
        self._choose_first()

    def _choose_first(self) -> None:
        self.list.setCurrentIndex(self.model.index(0))
        self._chosen(self.list.currentIndex())

    def _chosen(self, current: QModelIndex) -> None:
        self.ok_button.setEnabled(current.isValid())
