"""What is known of an order: figures, problem, demand, and its stages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from keepproof.domain.dispute import Dispute
from keepproof.domain.order import MOMENTS
from keepproof.services.views import OrderView
from keepproof.ui import labels_orders, labels_overview, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.stage_strip import Stage, StageStrip

# Demand and tracking carry a figure behind their words; they get more of the width.
STRETCHES = (3, 4, 5, 5, 3)
NARROW, FEW = 460, 3  # pixels of the design below which facts stand in rows of so many


class FactsCard(Card):
    """Five facts over the six stages; a fact or stage that is unknown leads to its field."""

    edit_asked = Signal(str)
    issue_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty card."""
        super().__init__(parent)
        self._session = session
        self._names: list[ElidedLabel] = []
        self._values: list[ElidedLabel] = []
        self._columns = 0
        self.stages = StageStrip(self)
        self.stages.chosen.connect(self._chosen)
        self.start_button = Button(self.tr("Choose"), "link")
        self.start_button.clicked.connect(self.issue_asked)
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        names = (
            self.tr("Paid"),
            self.tr("Problem"),
            self.tr("Demand"),
            self.tr("Tracking"),
            self.tr("Platform"),
        )
        for name in names:
            label = ElidedLabel(Qt.TextElideMode.ElideRight, name, self)
            label.setFont(theme.font("caption"))
            value = ElidedLabel(Qt.TextElideMode.ElideRight, "", self)
            value.setAccessibleName(name)
            self._names.append(label)
            self._values.append(value)
        self._lay_out_facts(len(names))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(15), theme.px(12), theme.px(15), theme.px(12))
        layout.setSpacing(theme.px(12))
        layout.addLayout(grid)
        layout.addWidget(self.stages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts into two rows where one would cut the amounts."""
        super().resizeEvent(event)
        self._lay_out_facts(FEW if self.width() < theme.px(NARROW) else len(self._names))

    def _lay_out_facts(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            row, column = divmod(place, columns)
            self._grid.addWidget(name, 2 * row, column)
            self._grid.addWidget(value, 2 * row + 1, column)
            stretch = STRETCHES[place] if columns == len(self._names) else 1
            self._grid.setColumnStretch(place, stretch if place < columns else 0)
        left = Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self.start_button, 1, 1, left)

    def set_view(self, view: OrderView) -> None:
        """Show the facts of one order."""
        order, lang = view.order, self._session.lang
        unknown = self.tr("Not known")
        paid = order.paid.shown() if order.paid is not None else unknown
        # The figure stands first: what is cut where there is no room is never the figure.
        tracking = labels_orders.facts_line([order.tracking_number, order.courier]) or unknown
        platform = self._session.book.platform(order.platform).name.of(lang)
        issue, demand = self._problem(view.dispute)
        for label, words in zip(
            self._values, (paid, issue, demand, tracking, platform), strict=True
        ):
            label.setText(words)
        self._values[1].setVisible(view.dispute is not None)
        self.start_button.setVisible(view.dispute is None)
        self.stages.set_stages(self._stages(view))

    def _problem(self, dispute: Dispute | None) -> tuple[str, str]:
        if dispute is None:
            return "", self.tr("None")
        issue = self._session.book.issue(dispute.issue)
        lang = self._session.lang
        demands = {one.id: one.label.of(lang) for one in issue.demands}
        demand = demands.get(dispute.demand, self.tr("Not chosen"))
        if dispute.amount is not None:
            demand = labels_orders.facts_line([dispute.amount.shown(), demand])
        return issue.label.of(lang), demand

    def _stages(self, view: OrderView) -> list[Stage]:
        moments = view.order.moments
        known = moments.known()
        odd = labels_orders.reversed_moments(moments)
        last = max((place for place, name in enumerate(MOMENTS) if name in known), default=-1)
        stages = []
        for place, name in enumerate(MOMENTS):
            label = labels_orders.moment_name(name)
            if name in known:
                detail = labels_orders.short_time(known[name])
                if name in odd:
                    detail = labels_orders.facts_line([detail, odd[name]])
                stages.append(Stage(name, label, detail, "done", "warn" if name in odd else "mute"))
                continue
            state = "current" if place == last + 1 else "future"
            stages.append(Stage(name, label, self._unknown(view, name), state))
        return [*stages, self._complaint_stage(view)]

    def _unknown(self, view: OrderView, name: str) -> str:
        open_dispute = view.dispute is not None and view.dispute.state == "open"
        if name == "confirmed" and open_dispute:
            return self.tr("not yet; wait")
        return self.tr("Fill in from the page")

    def _complaint_stage(self, view: OrderView) -> Stage:
        label = self.tr("Complaint")
        sent = [one.at for one in view.timeline if one.group == "sent"]
        if view.dispute is None:
            return Stage("complaint", label, self.tr("No problem"), "future")
        if view.dispute.state != "open":
            ending = view.dispute.ending
            words = labels_overview.outcome_words(ending.outcome if ending else "")
            return Stage("complaint", label, words, "done")
        if sent:
            at = labels_orders.short_time(max(sent))
            return Stage("complaint", label, self.tr("Copied {at}").format(at=at), "done")
        return Stage("complaint", label, self.tr("Being written"), "current")

    def _chosen(self, stage: str) -> None:
        if stage == "complaint":
            self.issue_asked.emit()
        else:
            self.edit_asked.emit("paid_at" if stage == "paid" else stage)
