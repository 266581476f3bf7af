"""The table of a bill: Space ticks the chosen rows, Enter opens the order of a known one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from keepproof.ui import theme
from keepproof.ui.models import bill_model
from keepproof.ui.models.bill_filter import BillFilter
from keepproof.ui.models.bill_model import BillLine, BillModel

WIDTHS = {
    bill_model.TICK: 44,
    bill_model.SHOP: 150,
    bill_model.AMOUNT: 92,
    bill_model.NUMBER: 168,
    bill_model.STATE: 160,
}


class BillTable(QTableView):
    """Rows with ticks; `chosen` carries the current row."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, model: BillModel, parent: QWidget | None = None) -> None:
        """Show a model through a filter."""
        super().__init__(parent)
        self._model = model
        self.filter = BillFilter(model, self)
        self.setModel(self.filter)
        self.setAccessibleName(self.tr("Purchases in the bill"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.filter.sort(-1)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionResizeMode(bill_model.ITEM, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed().connect(self._measure)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.line()))
        self.doubleClicked.connect(lambda _: self.opened.emit(self.line()))

    def line(self) -> BillLine | None:
        """Give the current row."""
        return self._model.line(self.filter.mapToSource(self.currentIndex()))

    def choose_first(self) -> None:
        """Make the first row current, so that the keyboard has a place."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(
            self.filter.index(0, bill_model.TICK), flags.ClearAndSelect | flags.Rows
        )

    def tick_shown(self, *, ticked: bool) -> None:
        """Tick every row that is shown, or take the ticks away."""
        self._model.tick(self.filter.shown(), ticked=ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the chosen rows with Space, open the order with Enter."""
        if event.key() == Qt.Key.Key_Space:
            self._turn()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.line())
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        chosen = self.selectionModel().selectedRows() or [self.currentIndex()]
        places = [self.filter.mapToSource(one) for one in chosen if one.isValid()]
        rows = [one.row() for one in places if (line := self._model.line(one)) and line.entry]
        if rows:
            self._model.tick(rows, ticked=not all(map(self._model.is_ticked, rows)))

    def _measure(self) -> None:
        metrics = QFontMetrics(theme.font("body"))
        self.verticalHeader().setDefaultSectionSize(round(1.7 * metrics.lineSpacing()))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        # A moment is never cut; numbers are the widest with zeros.
        moment = metrics.horizontalAdvance("0000-00-00 00:00")
        self.setColumnWidth(bill_model.DATE, moment + theme.px(24))
