"""The kinds of problems, grouped, as a searchable list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics

from keepproof.knowledge.issue_type import IssueType
from keepproof.ui import theme
from keepproof.ui.models.orders_model import fold

Index = QModelIndex | QPersistentModelIndex

ISSUE_ROLE = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class IssuesModel(QAbstractListModel):
    """Issue types under the heading of their group; headings cannot be chosen."""

    def __init__(
        self, group_name: Callable[[str], str], lang: str, parent: QObject | None = None
    ) -> None:
        """Take the function that names a group, and the language of the labels."""
        super().__init__(parent)
        self._group_name = group_name
        self._lang = lang
        self._issues: list[IssueType] = []
        self._rows: list[str | IssueType] = []
        self._needle = ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count headings and issue types."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the heading or label, the sentence, or the issue type itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, round(1.7 * QFontMetrics(theme.font("body")).lineSpacing()))
        if isinstance(row, str):
            looks = {
                int(Qt.ItemDataRole.FontRole): theme.font("caption", bold=True),
                int(Qt.ItemDataRole.ForegroundRole): theme.color("text2"),
            }
            return row if role in _WORDS else looks.get(int(role))
        if role in _WORDS:
            return row.label.of(self._lang)
        return row if role == ISSUE_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only issue types be chosen."""
        if index.isValid() and self.issue_at(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def set_issues(self, issues: Sequence[IssueType]) -> None:
        """Offer these issue types, the most common first."""
        self._issues = list(issues)
        self._apply()

    def search(self, words: str) -> None:
        """Show what carries these words in its names or in the platform's reasons."""
        self._needle = fold(words).strip()
        self._apply()

    def issue_at(self, index: Index) -> IssueType | None:
        """Return the issue type at an index."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        return None if isinstance(row, str) else row

    def index_of(self, code: str) -> QModelIndex:
        """Find an issue type among the rows shown."""
        for place, row in enumerate(self._rows):
            if not isinstance(row, str) and row.code == code:
                return self.index(place)
        return QModelIndex()

    def first(self) -> QModelIndex:
        """Find the first issue type shown."""
        codes = [row.code for row in self._rows if not isinstance(row, str)]
        return self.index_of(codes[0]) if codes else QModelIndex()

    def _apply(self) -> None:
        words = self._needle.split()
        shown = [one for one in self._issues if all(word in _haystack(one) for word in words)]
        groups: dict[str, list[IssueType]] = {}
        for one in shown:
            groups.setdefault(one.group, []).append(one)
        self.beginResetModel()
        self._rows = []
        for group, issues in groups.items():
            self._rows += [self._group_name(group), *issues]
        self.endResetModel()


_WORDS = frozenset(
    {
        int(Qt.ItemDataRole.DisplayRole),
        int(Qt.ItemDataRole.AccessibleTextRole),
        int(Qt.ItemDataRole.ToolTipRole),
    }
)


def _haystack(issue: IssueType) -> str:
    names = [issue.label.zh, issue.label.en, issue.short.zh, issue.short.en]
    return fold("\n".join([*names, *issue.platform_reasons]))
