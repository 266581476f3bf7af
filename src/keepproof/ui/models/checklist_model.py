"""The proof a dispute needs, as a list: required kinds, then helpful ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.domain.evidence import EvidenceKind
from keepproof.services.checklist import ChecklistRow
from keepproof.ui import tips

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
OUT_ROLE = Qt.ItemDataRole.UserRole + 1
LIT_ROLE = Qt.ItemDataRole.UserRole + 2
NOWHERE = QModelIndex()
_ALL_ROLES: list[int] = []


class ChecklistModel(QAbstractListModel):
    """Checklist rows under a heading for each need; `lit` numbers are those of the statement pointed at."""

    def __init__(
        self,
        label: Callable[[EvidenceKind], str],
        heading: Callable[[str], str],
        sentence: Callable[[ChecklistRow, Sequence[int]], str],
        parent: QObject | None = None,
    ) -> None:
        """Take the functions that name a kind, word a heading and say a row in one sentence."""
        super().__init__(parent)
        self._label, self._heading, self._sentence = label, heading, sentence
        self._rows: list[str | ChecklistRow] = []
        self._out: dict[EvidenceKind, tuple[int, ...]] = {}
        self._lit: frozenset[int] = frozenset()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count headings and rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the label or heading, the sentence, the row, what was left out of it, what is lit in it."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            words = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return self._heading(row) if role in words else None
        out = self._out.get(row.kind, ())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._label(row.kind)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row, out)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(self._sentence(row, out))
        lit = tuple(one for one in row.have if one in self._lit)
        values: dict[int, object] = {ROW_ROLE: row, OUT_ROLE: out, LIT_ROLE: lit}
        return values.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only rows be chosen, not headings."""
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def set_rows(
        self,
        rows: Sequence[ChecklistRow],
        left_out: Mapping[EvidenceKind, Sequence[int]] | None = None,
    ) -> None:
        """Show a checklist; what stays the same keeps its place and the choice in it."""
        out = {kind: tuple(numbers) for kind, numbers in (left_out or {}).items() if numbers}
        after: list[str | ChecklistRow] = []
        for need in ("required", "helpful"):
            group = [row for row in rows if row.need == need]
            after += [need, *group] if group else []
        if _kinds(after) == _kinds(self._rows):
            self._rows, self._out = after, out
            self._tell_all()
            return
        self.beginResetModel()
        self._rows, self._out = after, out
        self.endResetModel()

    def light(self, numbers: Iterable[int]) -> None:
        """Mark the rows that hold these pieces of evidence."""
        lit = frozenset(numbers)
        if lit != self._lit:
            self._lit = lit
            self._tell_all()

    def row_at(self, index: Index) -> ChecklistRow | None:
        """Return the checklist row at an index; None on a heading."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        return None if isinstance(row, str) else row

    def left_out_at(self, index: Index) -> tuple[int, ...]:
        """List what was left out of a row."""
        row = self.row_at(index)
        return self._out.get(row.kind, ()) if row is not None else ()

    def index_of(self, kind: EvidenceKind) -> QModelIndex:
        """Find the row of a kind."""
        for place, row in enumerate(self._rows):
            if not isinstance(row, str) and row.kind == kind:
                return self.index(place)
        return QModelIndex()

    def counts(self) -> tuple[int, int]:
        """Count the kinds that are there, and the required ones that are not."""
        rows = [row for row in self._rows if not isinstance(row, str)]
        return sum(1 for row in rows if row.have), sum(1 for row in rows if wanted(row))

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), _ALL_ROLES)


def wanted(row: ChecklistRow) -> bool:
    """Say whether a row misses proof that is required."""
    return row.missing and row.need == "required"


def _kinds(rows: Sequence[str | ChecklistRow]) -> list[str]:
    return [row if isinstance(row, str) else f"{row.need}:{row.kind}" for row in rows]
