"""The middle column of a complaint: which proof is there, which is missing, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.services.burden import burden_of
from keepproof.services.checklist import checklist
from keepproof.ui import labels_complaint, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.burden_card import BurdenCard
from keepproof.ui.widgets.checklist_view import ChecklistView
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.pill import Pill

if TYPE_CHECKING:
    from keepproof.composing.facts import Facts


class ChecklistPane(QWidget):
    """The checklist under its head with a count."""

    left_out = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty column."""
        super().__init__(parent)
        self._session = session
        self._out: frozenset[int] = frozenset()
        self.view = ChecklistView(session, self)
        self.view.leave_out_asked.connect(self._leave_out)
        self.count = Pill("", "ok", self)
        self.burden = BurdenCard(self)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        head.addWidget(Label(self.tr("Evidence checklist"), "section", "text", self), 1)
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(14), theme.px(6), theme.px(8))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.burden)

    def set_facts(self, facts: Facts) -> None:
        """Hold the evidence against what the issue needs."""
        self._out = facts.dispute.left_out
        rows = checklist(facts.issue, facts.evidence, self._out)
        self.view.rows().set_rows(rows, left_out_by_kind(facts.evidence, self._out))
        have, missing = self.view.rows().counts()
        self.count.setText(labels_complaint.have_missing(have, missing))
        self.count.set_tone("warn" if missing else "ok")
        self.count.updateGeometry()
        view = burden_of(self._session.book, facts.issue.code, facts.order.platform)
        self.burden.set_burden(view, self._session.lang)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of a low column to the checklist."""
        super().resizeEvent(event)
        self.burden.make_room(event.size().height())

    def missing(self) -> int:
        """Count the required kinds that are not there."""
        return self.view.rows().counts()[1]

    def _leave_out(self, number: int, out: bool) -> None:
        after = self._out | {number} if out else self._out - {number}
        self.left_out.emit(after)


def left_out_by_kind(
    filed: Sequence[FiledEvidence], out: frozenset[int]
) -> dict[EvidenceKind, list[int]]:
    """Sort the numbers that are left out by their kind."""
    kinds: dict[EvidenceKind, list[int]] = {}
    for one in filed:
        if one.number is not None and one.number in out:
            kinds.setdefault(one.evidence.kind, []).append(one.number)
    return kinds
