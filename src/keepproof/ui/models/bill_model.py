"""What bills and order exports hold, one row a purchase, each with a tick."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from keepproof.ui import labels_bills, labels_orders, theme, tips
from keepproof.ui.models.evidence_filter import fold
from keepproof.ui.models.evidence_model import SORT_ROLE

if TYPE_CHECKING:
    from keepproof.services.import_orders import Entry, ImportPreview
    from keepproof.services.read_bills import ImportProblem

Index = QModelIndex | QPersistentModelIndex
Say = Callable[[str, Mapping[str, object]], str]
NOWHERE = QModelIndex()
TICK, DATE, SHOP, ITEM, AMOUNT, NUMBER, STATE = range(7)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
STATE_ROLE = Qt.ItemDataRole.UserRole + 21


@dataclass(frozen=True, slots=True)
class BillLine:
    """One purchase, or one row that could not be used."""

    state: str
    entry: Entry | None = None
    problem: ImportProblem | None = None


class BillModel(QAbstractTableModel):
    """Tick, date, shop, item, amount, order number, state; what cannot be used has no tick."""

    ticks_changed = Signal()

    def __init__(self, say: Say, parent: QObject | None = None) -> None:
        """Build an empty model; `say` words the reason of a problem."""
        super().__init__(parent)
        self._say = say
        self._rows: list[BillLine] = []
        self._ticked: set[int] = set()
        self._texts: list[str] = []

    def set_preview(self, preview: ImportPreview) -> None:
        """Show a preview; the first time what looks like shopping is ticked, later the ticks stay."""
        first = not self._rows
        before = {_key(self._rows[row]) for row in self._ticked}
        self.beginResetModel()
        entries = (*preview.entries, *preview.others)
        lines = [BillLine(_state(one), one) for one in entries]
        lines.sort(key=_moment, reverse=True)
        lines += (BillLine("refused", None, one) for one in preview.problems)
        self._rows, self._texts = lines, []
        self._ticked = {
            row
            for row, line in enumerate(lines)
            if (line.state == "new" if first else line.state != "refused" and _key(line) in before)
        }
        self.endResetModel()
        self.ticks_changed.emit()

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
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= STATE:
            return None
        names = (
            self.tr("Add"),
            self.tr("Date"),
            self.tr("Shop"),
            self.tr("Item"),
            self.tr("Amount"),
            self.tr("Order no."),
            self.tr("State"),
        )
        if role == Qt.ItemDataRole.TextAlignmentRole and section == AMOUNT:
            return RIGHT
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be ticked that can be used."""
        flags = super().flags(index)
        line = self.line(index)
        if line is not None and line.entry is not None and index.column() == TICK:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell's words, its tick, its sort value, or the state and words of its row."""
        line = self.line(index)
        if line is None:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(row, line) if column == TICK else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(self._words(line, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, line, column)
        if role == SORT_ROLE:
            return self._sort_value(row, line, column)
        return line.state if role == STATE_ROLE else _look(line, column, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take its tick away."""
        line = self.line(index)
        if role != Qt.ItemDataRole.CheckStateRole or line is None or line.entry is None:
            return False
        self.tick([index.row()], ticked=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Iterable[int], *, ticked: bool) -> None:
        """Tick rows, or take their ticks away; what cannot be used is passed over."""
        usable = {row for row in rows if self._rows[row].entry is not None}
        after = self._ticked | usable if ticked else self._ticked - usable
        changed = after ^ self._ticked
        if not changed:
            return
        self._ticked = after
        roles = [Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.AccessibleTextRole]
        self.dataChanged.emit(self.index(min(changed), TICK), self.index(max(changed), TICK), roles)
        self.ticks_changed.emit()

    def tick_new(self) -> None:
        """Tick what is new and looks like shopping, and nothing else."""
        new = {row for row, line in enumerate(self._rows) if line.state == "new"}
        self.tick(self._ticked - new, ticked=False)
        self.tick(new, ticked=True)

    def is_ticked(self, row: int) -> bool:
        """Say whether a row is ticked."""
        return row in self._ticked

    def ticked(self) -> list[Entry]:
        """List the entries of the ticked rows."""
        rows = (self._rows[row].entry for row in sorted(self._ticked))
        return [one for one in rows if one is not None]

    def line(self, index: Index) -> BillLine | None:
        """Give the row of an index."""
        fits = index.isValid() and index.row() < len(self._rows)
        return self._rows[index.row()] if fits else None

    def counts(self) -> dict[str, int]:
        """Count the rows by state."""
        counts = dict.fromkeys(labels_bills.STATES, 0)
        for line in self._rows:
            counts[line.state] += 1
        return counts

    def matching(self, words: str, state: str) -> set[int]:
        """Find the rows that hold all these words, of one state where one is named."""
        wanted = fold(words).split()
        if wanted and not self._texts:
            self._texts = [fold(self._searched(line)) for line in self._rows]
        return {
            row
            for row, line in enumerate(self._rows)
            if (not state or line.state == state)
            and all(word in self._texts[row] for word in wanted)
        }

    def reason(self, line: BillLine) -> str:
        """Word why a row could not be used."""
        return self._say(line.problem.code, line.problem.data) if line.problem else ""

    def _searched(self, line: BillLine) -> str:
        entry = line.entry
        if entry is None:
            return f"{line.problem.file if line.problem else ''} {self.reason(line)}"
        form = entry.form
        titles = [item.title for item in form.items]
        paid = [form.paid.plain(), form.paid.shown()] if form.paid is not None else []
        return " ".join([form.number, form.shop, *titles, *paid, form.tracking_number])

    def _tick(self, row: int, line: BillLine) -> object:
        if line.entry is None:
            return None
        # the number and not the enumeration: Qt's own tester wants it so
        ticked = Qt.CheckState.Checked if row in self._ticked else Qt.CheckState.Unchecked
        return ticked.value

    def _words(self, line: BillLine, column: int) -> str:
        entry = line.entry
        if column == TICK:
            return ""
        if column == STATE:
            back = labels_bills.refunded(entry) if entry is not None else ""
            return labels_orders.facts_line([labels_bills.state_words(line.state), back])
        if entry is None:
            file = line.problem.file if line.problem else ""
            return {SHOP: file, ITEM: self.reason(line)}.get(column, "")
        form, at = entry.form, labels_bills.at(entry)
        words = {
            DATE: labels_orders.full_time(at) if at is not None else "",
            SHOP: form.shop,
            ITEM: labels_bills.item_words(entry),
            AMOUNT: form.paid.shown() if form.paid is not None else "",
            NUMBER: form.number,
        }
        return words[column]

    def _sort_value(self, row: int, line: BillLine, column: int) -> object:
        if column == TICK:
            return row not in self._ticked
        if column == DATE:
            return _moment(line)
        if column == AMOUNT:
            paid = line.entry.form.paid if line.entry is not None else None
            return paid.cents if paid is not None else -1
        if column == STATE:
            return labels_bills.STATES.index(line.state)
        return self._words(line, column)

    def _spoken(self, row: int, line: BillLine, column: int) -> str:
        if column != TICK:
            name = self.headerData(column, Qt.Orientation.Horizontal)
            return f"{name}: {self._words(line, column)}"
        if line.entry is None:
            return labels_bills.state_words(line.state)
        return self.tr("ticked") if row in self._ticked else self.tr("not ticked")


def _look(line: BillLine, column: int, role: int) -> object:
    if role == Qt.ItemDataRole.ForegroundRole and column == STATE:
        return QColor(theme.color(labels_bills.TONES.get(line.state, "text2")))
    if role == Qt.ItemDataRole.TextAlignmentRole and column == AMOUNT:
        return RIGHT
    return None


def _state(entry: Entry) -> str:
    return entry.state if entry.likely or entry.state != "new" else "other"


def _key(line: BillLine) -> str:
    return line.entry.form.number if line.entry is not None else ""


def _moment(line: BillLine) -> float:
    at = labels_bills.at(line.entry) if line.entry is not None else None
    return at.timestamp() if at is not None else 0.0
