"""The evidence of one order as tiles: one row, or all of them, with what is missing at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from keepproof.domain.evidence import FiledEvidence
from keepproof.ui import labels_tiles, theme
from keepproof.ui.models.evidence_model import EvidenceModel, MissingTile
from keepproof.ui.session import Session
from keepproof.ui.widgets.evidence_delegate import EvidenceDelegate


class EvidenceTiles(QListView):
    """Tiles that fill their width; opening, adding, renaming and removing are asked for by signals."""

    opened = Signal(object)
    add_asked = Signal(object)
    remove_asked = Signal(list)
    menu_asked = Signal(list, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty list with its own model and delegate."""
        super().__init__(parent)
        book, lang = session.book, session.lang
        self._model = EvidenceModel(lambda tile: labels_tiles.tile_sentence(tile, book, lang), self)
        self._delegate = EvidenceDelegate(session, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Evidence of this order"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._add)
        session.thumbnails.ready.connect(self._model.picture_came)
        theme.changed().connect(self.doItemsLayout)

    def set_large(self) -> None:
        """Show larger pictures."""
        self._delegate.set_large()
        self._stretch()

    def set_place(self, place: Callable[[FiledEvidence], str]) -> None:
        """Let every tile say where it belongs."""
        self._delegate.set_place(place)

    def tiles(self) -> EvidenceModel:
        """Give the model of the tiles."""
        return self._model

    def columns(self) -> int:
        """Say how many tiles fit beside each other."""
        return max(1, self.viewport().width() // self._delegate.natural_width())

    def chosen(self) -> list[FiledEvidence]:
        """List the evidence that is selected, in the order shown."""
        rows = sorted(self.selectedIndexes(), key=lambda index: index.row())
        tiles = (self._model.tile_at(index) for index in rows)
        return [tile for tile in tiles if isinstance(tile, FiledEvidence)]

    def choose(self, evidence_ids: Sequence[str]) -> None:
        """Select these and nothing else."""
        selection = self.selectionModel()
        selection.clearSelection()
        for one in evidence_ids:
            for index in self._model.indexes_of(one):
                selection.select(index, selection.SelectionFlag.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space, remove with Delete; the rest is the list's own."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            tile = self._model.tile_at(self.currentIndex())
            if isinstance(tile, MissingTile):
                self.add_asked.emit(tile.kind)
            elif tile is not None:
                self.opened.emit(tile)
            return
        if key == Qt.Key.Key_Delete and self.chosen():
            self.remove_asked.emit(self.chosen())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch the tiles over the new width."""
        self._stretch()
        super().resizeEvent(event)

    def _stretch(self) -> None:
        # One pixel less: Qt wraps a row that fills the width exactly.
        self._delegate.set_tile_width((self.viewport().width() - 1) // self.columns())
        self.setGridSize(self._delegate.tile_size())

    def _open(self, index: QModelIndex) -> None:
        tile = self._model.tile_at(index)
        if isinstance(tile, FiledEvidence):
            self.opened.emit(tile)

    def _add(self, index: QModelIndex) -> None:
        tile = self._model.tile_at(index)
        if isinstance(tile, MissingTile):
            self.add_asked.emit(tile.kind)

    def _ask_menu(self) -> None:
        chosen = self.chosen()
        if chosen:
            where = self.visualRect(self.currentIndex()).center()
            self.menu_asked.emit(chosen, self.viewport().mapToGlobal(where))


class EvidenceStrip(EvidenceTiles):
    """Tiles that show one row until they are unfolded; it is as high as what it shows."""

    folded_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty, folded strip."""
        super().__init__(session, parent)
        self._filed: tuple[FiledEvidence, ...] = ()
        self._missing: tuple[MissingTile, ...] = ()
        self._folded = True
        self._columns = 0
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tiles(self, filed: Sequence[FiledEvidence], missing: Sequence[MissingTile]) -> None:
        """Show this evidence, and these kinds as missing."""
        self._filed, self._missing = tuple(filed), tuple(missing)
        self._fill()

    def filed(self) -> tuple[FiledEvidence, ...]:
        """List all evidence of the strip, folded away or not."""
        return self._filed

    def set_folded(self, *, folded: bool) -> None:
        """Show one row, or all of them."""
        self._folded = folded
        self._fill()
        self.folded_changed.emit()

    @property
    def folded(self) -> bool:
        """Say whether only one row is shown."""
        return self._folded

    def overflows(self) -> bool:
        """Say whether one row is too short for everything."""
        return len(self._filed) + len(self._missing) > self.columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many tiles as one row takes."""
        super().resizeEvent(event)
        if self.columns() != self._columns:
            self._fill()
            self.folded_changed.emit()

    def sizeHint(self) -> QSize:
        """Be as high as the rows shown."""
        rows = -(-self.tiles().rowCount() // self.columns())
        return QSize(
            self._delegate.natural_width() * 4, max(1, rows) * self._delegate.tile_size().height()
        )

    def minimumSizeHint(self) -> QSize:
        """Take whatever width there is."""
        return QSize(self._delegate.natural_width() * 2, self.sizeHint().height())

    def _fill(self) -> None:
        self._columns = columns = self.columns()
        kept = [one.evidence.id for one in self.chosen()]
        filed, missing = self._filed, self._missing
        if self._folded and len(filed) + len(missing) > columns:
            gaps = min(len(missing), max(columns - len(filed), columns // 3))
            filed, missing = filed[: columns - gaps], missing[:gaps]
        self.tiles().set_tiles(filed, missing)
        self.choose(kept)
        self._stretch()
        self.updateGeometry()
