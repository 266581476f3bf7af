"""The deadlines of an order, one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.knowledge.deadlines import Deadline
from keepproof.ui import labels_deadlines, labels_issues, tips
from keepproof.ui.labels_orders import due_time, facts_line, listed
from keepproof.ui.models.evidence_model import SORT_ROLE

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
DEADLINE_ROLE = Qt.ItemDataRole.UserRole + 44
STATE_ROLE = Qt.ItemDataRole.UserRole + 45
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 46


class DeadlinesModel(QAbstractListModel):
    """What must happen by when; below, the rule and how well it is known."""

    def __init__(self, lang: str, parent: QObject | None = None) -> None:
        """Build an empty model that words rules in a language."""
        super().__init__(parent)
        self._lang = lang
        self._rows: list[Deadline] = []
        self._now = datetime.now().astimezone()

    def set_deadlines(self, rows: Sequence[Deadline], now: datetime) -> None:
        """Show these deadlines as they stand now."""
        self.beginResetModel()
        self._rows, self._now = list(rows), now
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the deadlines."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a row, or its deadline."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        one = self._rows[index.row()]
        known: Mapping[int, Callable[[], object]] = {
            DEADLINE_ROLE: lambda: one,
            SORT_ROLE: lambda: one.due.timestamp() if one.due is not None else float("inf"),
            STATE_ROLE: lambda: labels_deadlines.state(one, self._now),
            DETAIL_ROLE: lambda: self._detail(one),
            int(Qt.ItemDataRole.DisplayRole): lambda: self._title(one),
            int(Qt.ItemDataRole.ToolTipRole): lambda: self._hover(one),
            int(Qt.ItemDataRole.AccessibleTextRole): lambda: self._said(one),
        }
        wanted = known.get(int(role))
        return None if wanted is None else wanted()

    def _said(self, one: Deadline) -> str:
        words, _ = labels_deadlines.state(one, self._now)
        return listed([self._title(one), words, self._detail(one)])

    def _title(self, one: Deadline) -> str:
        due = due_time(one.due) if one.due is not None else ""
        return facts_line([one.label.of(self._lang), due])

    def _detail(self, one: Deadline) -> str:
        doubts = [labels_deadlines.doubt(code) for code in one.doubts]
        rule = "" if one.origin == "page" else one.rule.of(self._lang)
        return facts_line([labels_deadlines.known(one), rule, *doubts])

    def _hover(self, one: Deadline) -> str:
        who = self.tr("Who must act: {who}").format(who=self._who(one))
        source = self.tr("Source: {source}, as of {day}").format(source=one.source, day=one.as_of)
        texts = [one.condition, one.note]
        notes = [text.of(self._lang) for text in texts if text is not None]
        return tips.plain("\n".join([who, *notes, source]))

    def _who(self, one: Deadline) -> str:
        return self.tr("you") if one.who == "buyer" else labels_issues.party(one.who)
