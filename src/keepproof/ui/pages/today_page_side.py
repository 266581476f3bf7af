"""The right side of Today: unfiled evidence and the latest orders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.domain.evidence import Evidence
from keepproof.services.views import OrderRow
from keepproof.ui import icons, labels_orders, theme
from keepproof.ui.models.orders_model import OrdersModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.order_delegate import RecentDelegate
from keepproof.ui.widgets.whole_list import WholeList


class UnfiledCard(Card):
    """How much evidence is in no order yet, with the way to sort it; hidden when all is filed."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the hidden card."""
        super().__init__(parent)
        self._icon = QLabel(self)
        self._title = BoldLabel("", "small", "text", self)
        self._detail = Label("", "caption", "text2", self)
        self.button = Button(self.tr("Sort"), "secondary")
        self.button.clicked.connect(self.pressed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        theme.changed().connect(self._recolour)
        self._recolour()
        self.hide()

    def set_evidence(self, unfiled: Sequence[Evidence]) -> None:
        """Say what is not filed."""
        count = len(unfiled)
        self._title.setText(self.tr("%n item(s) in no order yet", "", count))
        times = [one.times.imported.at for one in unfiled if one.times.imported is not None]
        newest = labels_orders.short_time(max(times)) if times else ""
        self._detail.setText(self.tr("Last added {at}").format(at=newest) if newest else "")
        self.setVisible(count > 0)

    def _recolour(self) -> None:
        edge = theme.px(18)
        self._icon.setPixmap(icons.pixmap("tray", "text2", edge, self.devicePixelRatioF()))


class RecentOrders(QWidget):
    """The latest orders, and the way to all of them."""

    opened = Signal(str)
    all_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty list."""
        super().__init__(parent)
        book, lang = session.book, session.lang
        self.model = OrdersModel(lambda row: labels_orders.row_sentence(row, book, lang), self)
        self.model.set_view(search="", segment="all", order="newest")
        self.list = WholeList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RecentDelegate(session, self.list))
        self.list.setAccessibleName(self.tr("Recent orders"))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.all_button = Button("", "link")
        self.all_button.clicked.connect(self.all_asked)
        head = QHBoxLayout()
        head.addWidget(BoldLabel(self.tr("Recent orders"), "small", "text2", self), 1)
        head.addWidget(self.all_button)
        card = Card(self)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        inner.addWidget(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(card)
        session.thumbnails.ready.connect(self.model.cover_came)
        self.hide()

    def set_rows(self, rows: Sequence[OrderRow], total: int) -> None:
        """Show the latest orders and how many there are in all."""
        self.model.set_rows(rows)
        self.all_button.setText(self.tr("All {count}").format(count=total))
        self.setVisible(bool(rows))

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None:
            self.opened.emit(row.order.id)
