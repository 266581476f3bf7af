"""The overview of one order: next step, facts and stages, evidence, timeline."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.services.views import OrderView
from keepproof.ui import theme
from keepproof.ui.pages.order_overview_dates import DatesRow
from keepproof.ui.pages.order_overview_evidence import EvidenceCard
from keepproof.ui.pages.order_overview_facts import FactsCard
from keepproof.ui.pages.order_overview_seller import SellerCard
from keepproof.ui.pages.order_overview_timeline import TimelineCard
from keepproof.ui.session import Session
from keepproof.ui.widgets.difference_panel import DifferencePanel
from keepproof.ui.widgets.next_step import NextStepBanner
from keepproof.ui.widgets.scroll_pane import ScrollPane

WIDEST = 1220


class OrderOverview(QWidget):
    """Everything about one order on one scrolled page; what is pressed is told by signals."""

    step_pressed = Signal(str)
    edit_asked = Signal(str)
    issue_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty page."""
        super().__init__(parent)
        self._session = session
        self._view: OrderView | None = None
        self.banner = NextStepBanner(self)
        self.differences = DifferencePanel(session, 3, self)
        self.facts = FactsCard(session, self)
        self.dates = DatesRow(session, self)
        self.evidence = EvidenceCard(session, self)
        self.seller = SellerCard(session, self)
        self.timeline = TimelineCard(session, self)
        column = QWidget(self)
        column.setMaximumWidth(theme.px(WIDEST))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(24))
        inner.setSpacing(theme.px(12))
        for part in (
            self.banner,
            self.differences,
            self.facts,
            self.dates,
            self.evidence,
            self.seller,
            self.timeline,
        ):
            inner.addWidget(part)
        inner.addStretch(1)
        pane = ScrollPane(column, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(pane)
        self.banner.pressed.connect(self._pressed)
        self.facts.edit_asked.connect(self.edit_asked)
        self.facts.issue_asked.connect(self.issue_asked)
        self.seller.order_asked.connect(
            lambda order: session.order_requested.emit(order, "overview")
        )
        self.timeline.opened.connect(session.evidence_requested)

    def set_view(self, view: OrderView) -> None:
        """Show one order."""
        self._view = view
        self.banner.set_step(view.next, self._session.book, self._session.lang, view.order.platform)
        self.differences.set_order(view.order.id)
        self.facts.set_view(view)
        self.dates.set_view(view)
        self.evidence.set_view(view)
        self.seller.set_view(view)
        self.timeline.set_view(view)

    def _pressed(self) -> None:
        if self._view is not None:
            self.step_pressed.emit(self._view.next.code)
