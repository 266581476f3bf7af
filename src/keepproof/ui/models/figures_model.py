"""The figures of a chart as a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.ui.models.evidence_model import SORT_ROLE
from keepproof.ui.widgets.chart_figures import Figures

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class FiguresModel(QAbstractTableModel):
    """Name first, then one column a series."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Build an empty model."""
        super().__init__(parent)
        self._figures = Figures("", (), ())

    def set_figures(self, figures: Figures) -> None:
        """Show other figures."""
        self.beginResetModel()
        self._figures = figures
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._figures.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the name and the series."""
        return 0 if parent.isValid() else 1 + len(self._figures.series)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((RIGHT if section else LEFT) | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self._figures.heading, *self._figures.series)[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a cell, its value for sorting, its side."""
        if not index.isValid() or index.row() >= len(self._figures.rows):
            return None
        row, column = self._figures.rows[index.row()], index.column()
        if role == SORT_ROLE:
            return row.values[column - 1] if column else row.name
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.words[column - 1] if column else row.name
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return int(RIGHT | Qt.AlignmentFlag.AlignVCenter)
        return None

    def as_text(self) -> str:
        """Write the table with tabs, for a spreadsheet."""
        lines = ["\t".join((self._figures.heading, *self._figures.series))]
        lines += ["\t".join((one.name, *one.words)) for one in self._figures.rows]
        return "\n".join(lines)
