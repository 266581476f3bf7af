"""The evidence as a table, sorted by any column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.ui import theme
from keepproof.ui.models import evidence_table_model
from keepproof.ui.models.evidence_model import SORT_ROLE, TILE_ROLE
from keepproof.ui.models.evidence_table_model import EvidenceTableModel
from keepproof.ui.session import Session


class EvidenceTable(QTableView):
    """Rows of evidence; opening, removing and the menu are asked for by signals."""

    opened = Signal(object)
    remove_asked = Signal(list)
    menu_asked = Signal(list, object)
    rename_asked = Signal(object, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty table."""
        super().__init__(parent)
        self._model = EvidenceTableModel(session, self)
        self._model.rename_asked.connect(self.rename_asked)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(SORT_ROLE)
        self._proxy.setSourceModel(self._model)
        self.setModel(self._proxy)
        self.setAccessibleName(self.tr("Evidence as a table"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self._proxy.sort(-1)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionResizeMode(evidence_table_model.NAME, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed().connect(self._measure)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self._open)

    def set_rows(self, rows: Sequence[FiledEvidence], orders: Mapping[str, Order]) -> None:
        """Show other rows; what was chosen stays chosen."""
        kept = {_key(one) for one in self.chosen()}
        self._model.set_rows(rows, orders)
        whole = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in range(self._proxy.rowCount() if kept else 0):
            index = self._proxy.index(row, 0)
            if _key(index.data(TILE_ROLE)) in kept:
                self.selectionModel().select(index, whole)

    def chosen(self) -> list[FiledEvidence]:
        """List the evidence of the selected rows."""
        return [index.data(TILE_ROLE) for index in self.selectionModel().selectedRows()]

    def choose(self, evidence_id: str) -> None:
        """Select one row."""
        row = self._model.row_of(evidence_id)
        if row is not None:
            place = self._proxy.mapFromSource(self._model.index(row, 0))
            self.selectRow(place.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space, remove with Delete."""
        chosen = self.chosen()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and chosen:
            self.opened.emit(chosen[0])
        elif event.key() == Qt.Key.Key_F2 and chosen:
            self.edit(self.currentIndex().siblingAtColumn(evidence_table_model.NAME))
        elif event.key() == Qt.Key.Key_Delete and chosen:
            self.remove_asked.emit(chosen)
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        line = QFontMetrics(theme.font("body")).lineSpacing()
        self.verticalHeader().setDefaultSectionSize(round(1.7 * line))
        for column in range(self._model.columnCount()):
            if column != evidence_table_model.NAME:
                self.setColumnWidth(
                    column, theme.px(80 if column == evidence_table_model.NUMBER else 128)
                )

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(TILE_ROLE))

    def _ask_menu(self) -> None:
        chosen = self.chosen()
        if chosen:
            where = self.visualRect(self.currentIndex()).center()
            self.menu_asked.emit(chosen, self.viewport().mapToGlobal(where))


def _key(filed: FiledEvidence) -> tuple[str, str | None]:
    return filed.evidence.id, filed.order_id
