"""New screenshots nobody decided on yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from keepproof.ui import labels_backups
from keepproof.ui.labels_orders import facts_line

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class NewFilesModel(QAbstractListModel):
    """Name, and below it when the file was written and how large it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[tuple[Path, str]] = []
        self._pictures: dict[Path, QPixmap] = {}

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Show these files; one that is gone meanwhile has no second line."""
        self.beginResetModel()
        self._rows = [(one, _facts(one)) for one in paths]
        self.endResetModel()

    def set_pictures(self, pictures: Mapping[Path, bytes]) -> None:
        """Show small pictures, given as the bytes of image files."""
        for path, data in pictures.items():
            picture = QPixmap()
            if picture.loadFromData(data):
                self._pictures[path] = picture
        if self._rows:
            ends = self.index(0), self.index(len(self._rows) - 1)
            self.dataChanged.emit(*ends, [Qt.ItemDataRole.DecorationRole])

    def lacking(self) -> list[Path]:
        """List the files without a picture."""
        return [path for path, _ in self._rows if path not in self._pictures]

    def path_at(self, index: Index) -> Path | None:
        """Give the file of a row."""
        inside = index.isValid() and 0 <= index.row() < len(self._rows)
        return self._rows[index.row()][0] if inside else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the files."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give two lines."""
        path = self.path_at(index)
        if path is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{_shown(path.name)}\n{self._rows[index.row()][1]}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(path)
        return None


def _facts(path: Path) -> str:
    try:
        found = path.stat()
        at = datetime.fromtimestamp(found.st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return ""
    return facts_line([at.strftime("%Y-%m-%d %H:%M"), labels_backups.size(found.st_size)])


def _shown(name: str) -> str:
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in name)
