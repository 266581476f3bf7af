"""The result of a check, one row an item that is not as it was imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from keepproof.domain.evidence import FiledEvidence
from keepproof.ui import labels_evidence, labels_tiles, theme
from keepproof.ui.models.evidence_model import SORT_ROLE, TILE_ROLE

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Finding:
    """One item and what the check found: missing, changed or unreadable."""

    filed: FiledEvidence
    state: str


class VerifyModel(QAbstractTableModel):
    """Result, file, fingerprint at import."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Build an empty model."""
        super().__init__(parent)
        self._rows: list[Finding] = []
        self._titles: Mapping[str, str] = {}

    def set_findings(self, rows: Sequence[Finding], titles: Mapping[str, str]) -> None:
        """Show these findings; `titles` names orders by id."""
        self.beginResetModel()
        self._rows, self._titles = list(rows), titles
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the findings."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Result"), self.tr("File"), self.tr("Fingerprint at import"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a cell, or the evidence of its row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        finding = self._rows[index.row()]
        if role == TILE_ROLE:
            return finding.filed
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(theme.color("bad_text"))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 2:
            return finding.filed.evidence.sha256
        if role in {Qt.ItemDataRole.DisplayRole, SORT_ROLE, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(finding, index.column())
        return None

    def _words(self, finding: Finding, column: int) -> str:
        if column == 0:
            return state_words(finding.state)
        item = finding.filed.evidence
        if column == 2:
            return labels_evidence.print_words(item.sha256)
        number = finding.filed.number
        title = self._titles.get(finding.filed.order_id or "", "")
        parts = [labels_tiles.number_words(number) if number is not None else "", title, item.name]
        return " · ".join(one for one in parts if one)


def state_words(state: str) -> str:
    """Name what a check found."""
    words = {
        "missing": QCoreApplication.translate("VerifyModel", "File not found"),
        "changed": QCoreApplication.translate("VerifyModel", "Content differs"),
        "unreadable": QCoreApplication.translate("VerifyModel", "Could not be read"),
    }
    return words[state]
