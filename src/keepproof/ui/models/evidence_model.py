"""Evidence as tiles: what is there, with its number, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.ui import tips

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class MissingTile:
    """A kind of proof that is not there: its name, why it matters, and how much it is needed."""

    kind: EvidenceKind
    need: str
    label: str
    why: str = ""


Tile = FiledEvidence | MissingTile

TILE_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()


class EvidenceModel(QAbstractListModel):
    """Tiles in the order they come; editing a name asks for it through `rename_asked`."""

    rename_asked = Signal(object, str)

    def __init__(self, sentence: Callable[[Tile], str], parent: QObject | None = None) -> None:
        """Take the function that says a tile in one sentence (for screen readers)."""
        super().__init__(parent)
        self._sentence = sentence
        self._tiles: list[Tile] = []
        self._places: dict[str, list[int]] = {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the tiles."""
        return 0 if parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the name, the sentence or the tile itself."""
        tile = self.tile_at(index)
        if tile is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return tile_name(tile)
        if role in {
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        }:
            return self._sentence(tile)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tips.plain(self._sentence(tile))
        if role == SORT_ROLE:
            return index.row()
        return tile if role == TILE_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be edited, and missing tiles be chosen but not edited."""
        flags = super().flags(index)
        if isinstance(self.tile_at(index), FiledEvidence):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the row itself changes when the library says so."""
        tile = self.tile_at(index)
        if isinstance(tile, FiledEvidence) and role == Qt.ItemDataRole.EditRole:
            name = str(value).strip()
            if name and name != tile.evidence.name:
                self.rename_asked.emit(tile, name)
        return False

    def set_tiles(
        self, filed: Iterable[FiledEvidence], missing: Iterable[MissingTile] = ()
    ) -> None:
        """Show other tiles; tiles that only changed in content keep their place and selection."""
        tiles: list[Tile] = [*filed, *missing]
        if tiles == self._tiles:
            return
        if tiles and [_key(one) for one in tiles] == [_key(one) for one in self._tiles]:
            changed = [
                place
                for place, (new, old) in enumerate(zip(tiles, self._tiles, strict=True))
                if new != old
            ]
            self._tiles = tiles
            for place in changed:
                here = self.index(place)
                self.dataChanged.emit(here, here)
            return
        self.beginResetModel()
        self._tiles = tiles
        self._places = {}
        self._note_places(tiles, 0)
        self.endResetModel()

    def append(self, filed: Sequence[FiledEvidence]) -> None:
        """Add tiles at the end, as an import delivers them."""
        if not filed:
            return
        first = len(self._tiles)
        self.beginInsertRows(QModelIndex(), first, first + len(filed) - 1)
        self._tiles.extend(filed)
        self._note_places(filed, first)
        self.endInsertRows()

    def tile_at(self, index: Index) -> Tile | None:
        """Return the tile at an index."""
        if index.isValid() and 0 <= index.row() < len(self._tiles):
            return self._tiles[index.row()]
        return None

    def filed(self) -> list[FiledEvidence]:
        """List the evidence shown, without what is missing."""
        return [one for one in self._tiles if isinstance(one, FiledEvidence)]

    def indexes_of(self, evidence_id: str) -> list[QModelIndex]:
        """Find every tile of one piece of evidence (it may be filed under several orders)."""
        return [self.index(place) for place in self._places.get(evidence_id, ())]

    def picture_came(self, evidence_id: str) -> None:
        """Repaint the tiles of this evidence: its picture has come."""
        for here in self.indexes_of(evidence_id):
            self.dataChanged.emit(here, here)

    def _note_places(self, tiles: Sequence[Tile], first: int) -> None:
        for place, one in enumerate(tiles, first):
            if isinstance(one, FiledEvidence):
                self._places.setdefault(one.evidence.id, []).append(place)


def tile_name(tile: Tile) -> str:
    """Name a tile."""
    return tile.evidence.name if isinstance(tile, FiledEvidence) else tile.label


def _key(tile: Tile) -> tuple[str, ...]:
    if isinstance(tile, FiledEvidence):
        return tile.evidence.id, tile.order_id or ""
    return "missing", tile.kind.value
