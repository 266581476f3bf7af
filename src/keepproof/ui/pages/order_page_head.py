"""The head of an order's page: what it is, what it cost, and the tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from keepproof.domain.order import Order
from keepproof.services.chat_files import is_chat
from keepproof.services.views import OrderRow, OrderView
from keepproof.ui import labels_orders, theme
from keepproof.ui.calendar_export import CalendarExport
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import IconButton
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.pill import Pill
from keepproof.ui.widgets.tab_strip import TabStrip


class OrderHead(QWidget):
    """Title, shop and number with a copy button, amount, state, menu, tabs."""

    tab_chosen = Signal(str)
    edit_asked = Signal()
    contact_asked = Signal()
    merchant_asked = Signal()
    archive_asked = Signal()
    remove_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty head."""
        super().__init__(parent)
        self._session = session
        self._order: Order | None = None
        self.dates = CalendarExport(session, self)
        self._number = ""
        self._archived = False
        self._title = ElidedLabel(Qt.TextElideMode.ElideRight, "", self)
        self._title.setFont(theme.font("title"))
        self._shop = ElidedLabel(Qt.TextElideMode.ElideRight, "", self)
        # As wide as its words, so that the copy button follows them, and elided where there is no room.
        self._shop.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._amount = Label("", "title", "text", self)
        self._pill = Pill("", "mute", self)
        self.copy_button = IconButton("copy", self.tr("Copy the order number"))
        self.copy_button.clicked.connect(self.copy_number)
        self.menu_button = IconButton("dots-three", self.tr("More for this order"))
        self.menu_button.clicked.connect(self._show_menu)
        self.tabs = TabStrip(self)
        self.tabs.set_options(
            [
                ("overview", self.tr("Overview")),
                ("chat", self.tr("Chat")),
                ("next", self.tr("Next steps")),
                ("complaint", self.tr("Complaint")),
            ]
        )
        self.tabs.chosen.connect(self.tab_chosen)
        self._lay_out()

    def set_view(self, view: OrderView) -> None:
        """Show one order."""
        order = view.order
        self._order = order
        self._number, self._archived = order.number, order.archived
        self._title.setText(order.title)
        number = self.tr("Order {number}").format(number=order.number)
        self._shop.setText(labels_orders.facts_line([order.shop, number]))
        self._amount.setText(order.paid.shown() if order.paid is not None else "")
        row = OrderRow(order, len(view.filed), view.dispute, 0, None, view.next)
        words, tone = labels_orders.pill(row, self._session.book, self._session.lang)
        self._pill.setText(words)
        self._pill.set_tone(tone)
        chats = sum(is_chat(one.evidence) for one in view.filed)
        chat = self.tr("Chat {count}").format(count=chats) if chats else self.tr("Chat")
        self.tabs.set_words("chat", chat)

    def set_tab(self, tab: str) -> None:
        """Show which tab is in front."""
        self.tabs.set_current(tab)

    def copy_number(self) -> None:
        """Put the order number on the clipboard."""
        QGuiApplication.clipboard().setText(self._number)
        words = self.tr("Copied {number}").format(number=self._number)
        self._session.status.emit(words)

    def export_dates(self) -> None:
        """Take what is still to come along into a calendar."""
        if self._order is not None:
            self.dates.ask(self._order)

    def export_bundle(self) -> None:
        """Export all evidence as one file that anybody can check."""
        if self._order is not None:
            self._session.bundle_requested.emit(self._order.id)

    def export_hashes(self) -> None:
        """Write the hashes of all evidence for a third party's timestamp."""
        if self._order is not None:
            self._session.hashes_requested.emit(self._order.id)

    def menu(self) -> QMenu:
        """Build the menu of the order."""
        menu = QMenu(self)
        menu.addAction(self.tr("Log a contact…"), self.contact_asked.emit)
        menu.addAction(self.tr("Change order…"), self.edit_asked.emit)
        menu.addAction(self.tr("Seller details…"), self.merchant_asked.emit)
        menu.addAction(self.tr("Copy the order number"), self.copy_number)
        menu.addAction(self.tr("Export evidence bundle…"), self.export_bundle)
        menu.addAction(self.tr("Hash list for a timestamp…"), self.export_hashes)
        menu.addAction(self.tr("Export deadlines to a calendar…"), self.export_dates)
        menu.addSeparator()
        archive = self.tr("Take out of the archive") if self._archived else self.tr("Archive")
        menu.addAction(archive, self.archive_asked.emit)
        menu.addAction(self.tr("Delete order"), self.remove_asked.emit)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the hairline below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.menu_button.rect().bottomRight()
        where = self.menu_button.mapToGlobal(corner)
        where.setX(where.x() - menu.sizeHint().width())
        menu.popup(where)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.px(2))
        line.addWidget(self._shop)
        line.addWidget(self.copy_button)
        line.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addLayout(line)
        figures = QVBoxLayout()
        figures.setSpacing(theme.px(2))
        figures.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignRight)
        figures.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignRight)
        top = QHBoxLayout()
        top.setSpacing(theme.px(14))
        top.addLayout(names, 1)
        top.addLayout(figures)
        top.addWidget(self.menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(20), theme.px(16), theme.px(16), 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(top)
        layout.addWidget(self.tabs)
