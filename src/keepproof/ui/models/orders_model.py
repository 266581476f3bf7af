"""The list of orders: searched, filtered and sorted in memory, so that 10,000 rows stay smooth."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from keepproof.services.views import OrderRow
from keepproof.ui import tips

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
# Words another page wants looked up among the orders, left on the session as this property.
SEARCH_PROPERTY = "orders_search"
SEGMENTS = ("open", "all", "archived")
NOWHERE = QModelIndex()
_GROUPING = re.compile(r"(?<=\d) (?=\d)")


def fold(text: str) -> str:
    """Fold case and width, and drop the spaces that group digits: what is typed meets what is kept."""
    return _GROUPING.sub("", unicodedata.normalize("NFKC", text).casefold())


def in_segment(row: OrderRow, segment: str) -> bool:
    """Say whether a row belongs to a segment: open (not archived, not over), all, archived."""
    if segment == "all":
        return True
    if segment == "archived" or row.order.archived:
        return segment == "archived" and row.order.archived
    running = row.dispute is not None and row.dispute.state == "open"
    return running or row.order.moments.confirmed is None


class OrdersModel(QAbstractListModel):
    """Rows of orders; `search`, `segment` and `order` choose which are shown and how."""

    def __init__(self, sentence: Callable[[OrderRow], str], parent: QObject | None = None) -> None:
        """Take the function that says a row in one sentence (for screen readers)."""
        super().__init__(parent)
        self._sentence = sentence
        self._rows: list[OrderRow] = []
        self._folded: dict[str, str] = {}
        self._shown: list[OrderRow] = []
        self._needle = ""
        self._segment = "open"
        self._order = "newest"

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the title, the sentence, the row itself or its id."""
        if not index.isValid() or not 0 <= index.row() < len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.order.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(row.order.title)
        if role in {
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        }:
            return self._sentence(row)
        if role == SORT_ROLE:
            return row.order.number
        return {int(ROW_ROLE): row, int(ID_ROLE): row.order.id}.get(int(role))

    def set_rows(self, rows: Sequence[OrderRow]) -> None:
        """Show other rows; rows that only changed in content keep their place and selection."""
        self._rows = list(rows)
        self._folded.clear()
        self._apply()

    def set_view(self, *, search: str, segment: str, order: str) -> None:
        """Choose the words searched for, the segment and the sorting (newest, amount, shop, title)."""
        chosen = (fold(search).strip(), segment, order)
        if chosen != (self._needle, self._segment, self._order):
            self._needle, self._segment, self._order = chosen
            self._apply()

    def rows(self) -> list[OrderRow]:
        """List all rows, shown or not."""
        return list(self._rows)

    def counts(self) -> Mapping[str, int]:
        """Count the rows of each segment, whatever is searched for."""
        return {one: sum(in_segment(row, one) for row in self._rows) for one in SEGMENTS}

    def index_of(self, order_id: str) -> QModelIndex:
        """Find the index of an order among the rows shown; an invalid one when it is not."""
        for place, row in enumerate(self._shown):
            if row.order.id == order_id:
                return self.index(place)
        return QModelIndex()

    def row_at(self, index: Index) -> OrderRow | None:
        """Return the row at an index."""
        if index.isValid() and 0 <= index.row() < len(self._shown):
            return self._shown[index.row()]
        return None

    def cover_came(self, evidence_id: str) -> None:
        """Repaint the rows whose cover is this evidence: its picture has come."""
        for place, row in enumerate(self._shown):
            if row.cover is not None and row.cover.id == evidence_id:
                here = self.index(place)
                self.dataChanged.emit(here, here)

    def _apply(self) -> None:
        found = [row for row in self._rows if in_segment(row, self._segment)]
        for word in self._needle.split():
            found = [row for row in found if word in self._haystack(row)]
        found = _sorted(found, self._order)
        if [row.order.id for row in found] == [row.order.id for row in self._shown]:
            self._shown = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self._shown = found
        self.endResetModel()

    def _haystack(self, row: OrderRow) -> str:
        order = row.order
        known = self._folded.get(order.id)
        if known is None:
            parts = [one.title for one in order.items]
            parts += [order.shop, order.number, order.tracking_number, order.note]
            known = self._folded[order.id] = fold("\n".join(parts))
        return known


def _sorted(rows: list[OrderRow], order: str) -> list[OrderRow]:
    if order == "amount":
        return sorted(rows, key=lambda row: -(row.order.paid.cents if row.order.paid else 0))
    if order == "shop":
        return sorted(rows, key=lambda row: row.order.shop.casefold())
    if order == "title":
        return sorted(rows, key=lambda row: row.order.title.casefold())
    return rows
