"""Evidence as a table: number, name, kind, order, time, integrity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.ui import labels_evidence, labels_tiles, tips
from keepproof.ui.models.evidence_model import SORT_ROLE, TILE_ROLE
from keepproof.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NUMBER, NAME, KIND, ORDER, IMPORTED, STATE = range(6)


class EvidenceTableModel(QAbstractTableModel):
    """One row a filing; every cell knows its own sort value, editing a name asks for it through `rename_asked`."""

    rename_asked = Signal(object, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take the session for the words of kinds."""
        super().__init__(parent)
        self._book, self._lang = session.book, session.lang
        self._rows: list[FiledEvidence] = []
        self._orders: Mapping[str, Order] = {}

    def set_rows(self, rows: Sequence[FiledEvidence], orders: Mapping[str, Order]) -> None:
        """Show other rows; the same ones leave what is chosen or typed as it is."""
        if list(rows) == self._rows and orders == self._orders:
            return
        self.beginResetModel()
        self._rows, self._orders = list(rows), orders
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else STATE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (
            self.tr("Number"),
            self.tr("Name"),
            self.tr("Kind"),
            self.tr("Order"),
            self.tr("Imported"),
            self.tr("Since import"),
        )
        return names[section] if 0 <= section < len(names) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its sort value, or the evidence of its row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        filed = self._rows[index.row()]
        if role == TILE_ROLE:
            return filed
        if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
            return filed.evidence.name
        if role == SORT_ROLE:
            return self._sort_value(filed, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(filed, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(self._words(filed, index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {self._words(filed, index.column())}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be edited."""
        editable = index.isValid() and index.column() == NAME
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the row itself changes when the library says so."""
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            filed, name = self._rows[index.row()], str(value).strip()
            if name and name != filed.evidence.name:
                self.rename_asked.emit(filed, name)
        return False

    def row_of(self, evidence_id: str) -> int | None:
        """Find the first row of a piece of evidence."""
        return next(
            (row for row, one in enumerate(self._rows) if one.evidence.id == evidence_id), None
        )

    def _words(self, filed: FiledEvidence, column: int) -> str:
        item = filed.evidence
        if column == NUMBER:
            return labels_tiles.number_words(filed.number) if filed.number is not None else "–"
        if column == NAME:
            return item.name
        if column == KIND:
            return self._book.kind(item.kind).label.of(self._lang)
        if column == ORDER:
            return self._title(filed)
        if column == IMPORTED:
            return item.times.imported.at.strftime("%Y-%m-%d %H:%M") if item.times.imported else "–"
        return labels_evidence.fixity_words(item)[0]

    def _sort_value(self, filed: FiledEvidence, column: int) -> object:
        if column == NUMBER:
            return filed.number or 0
        if column == IMPORTED:
            imported = filed.evidence.times.imported
            return imported.at.timestamp() if imported else 0.0
        return self._words(filed, column)

    def _title(self, filed: FiledEvidence) -> str:
        order = self._orders.get(filed.order_id or "")
        return order.title if order is not None else self.tr("Not filed")
