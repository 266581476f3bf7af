"""What happened with the same shop before."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.services.merchant_history import MerchantHistory, merchant_history
from keepproof.services.views import OrderView
from keepproof.ui import labels_overview, theme
from keepproof.ui.models.cases_model import CASE_ROLE, CasesModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.two_line_delegate import TwoLineDelegate
from keepproof.ui.widgets.whole_list import WholeList

SHOWN = 3


class SellerCard(Card):
    """Disputes of other orders from this shop; hidden where there are none."""

    order_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the hidden card."""
        super().__init__(parent)
        self._session = session
        self._order_id = self._merchant_id = ""
        self._all = False
        self._sums = Label("", "small", "text2", self)
        self.model = CasesModel(session.book, session.lang, self)
        self.list = WholeList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setAccessibleName(self.tr("Earlier disputes with this shop"))
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self.more = Button("", "link")
        self.more.clicked.connect(self._show_all)
        head = QHBoxLayout()
        title = Label(self.tr("Earlier with this shop"), "section", "text", self)
        head.addWidget(title)
        head.addWidget(self._sums, 1)
        head.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(15), theme.px(12), theme.px(15), theme.px(10))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self.list)
        session.events.changed.connect(self.changed)
        self.hide()

    def set_view(self, view: OrderView) -> None:
        """Look the shop of an order up."""
        if view.order.id != self._order_id:
            self._all = False
            self.hide()
        self._order_id, self._merchant_id = view.order.id, view.merchant.id
        self.refresh()

    def changed(self, changes: Changes) -> None:
        """Look again when any dispute changed."""
        if self._merchant_id and changes.disputes:
            self.refresh()

    def refresh(self) -> None:
        """Load the history of the shop."""
        merchant_id = self._merchant_id
        self._session.operations.read(
            self,
            lambda library, _: merchant_history(library, merchant_id),
            self._show,
            lambda _: None,
        )

    def _show(self, history: MerchantHistory) -> None:
        if history.merchant.id != self._merchant_id:
            return
        others = [one for one in history.cases if one.order.id != self._order_id]
        self.model.set_cases(others if self._all else others[:SHOWN])
        self._sums.setText(self._words(history, len(others)))
        rest = len(others) - SHOWN
        self.more.setText(self.tr("Show all {count}").format(count=len(others)))
        self.more.setVisible(rest > 0 and not self._all)
        self.setVisible(bool(others))

    def _words(self, history: MerchantHistory, others: int) -> str:
        words = self.tr("%n dispute(s) with other orders", "", others)
        back = labels_overview.sums(history.recovered)
        if back:
            words = self.tr("{disputes}, {sum} recovered in all").format(disputes=words, sum=back)
        return words

    def _show_all(self) -> None:
        self._all = True
        self.refresh()

    def _open(self, index: QModelIndex) -> None:
        case = index.data(CASE_ROLE)
        if case is not None:
            self.order_asked.emit(case.order.id)
