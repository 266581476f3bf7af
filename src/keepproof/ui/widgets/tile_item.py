"""A large picture in a scene, painted from the tiles that are seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from keepproof.ui.widgets.tile_pictures import TilePictures


class TileItem(QGraphicsItem):
    """Paints coarsely what has not come yet, and sharp what has."""

    def __init__(self, tiles: TilePictures) -> None:
        """Paint from these tiles."""
        super().__init__()
        self._tiles = tiles
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def renew(self) -> None:
        """Take the size of another picture."""
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        """Be as large as the picture."""
        return self._tiles.area()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the tiles in the part that is shown."""
        painter.setClipRect(self._tiles.area())
        seen = option.exposedRect
        ratio = widget.devicePixelRatioF() if widget is not None else 1.0
        level = self._tiles.level(painter.worldTransform().m11() * ratio)
        missing = [key for key in self._tiles.keys(level, seen) if not self._paint(painter, key)]
        if missing:
            self._paint_coarse(painter, level, missing)

    def _paint(self, painter: QPainter, key: tuple[int, int, int]) -> bool:
        pixmap = self._tiles.pixmap(key)
        if pixmap is None:
            return False
        painter.drawPixmap(self._tiles.place(key, pixmap), pixmap, QRectF(pixmap.rect()))
        return True

    def _paint_coarse(
        self, painter: QPainter, level: int, missing: list[tuple[int, int, int]]
    ) -> None:
        coarse = self._tiles.coarse()
        if coarse is None:
            return
        key, pixmap = coarse
        each, edge = 2 ** key[0], 512 * 2**level
        for _, column, row in missing:
            part = QRectF(column * edge, row * edge, edge, edge).intersected(self._tiles.area())
            source = QRectF(
                part.x() / each, part.y() / each, part.width() / each, part.height() / each
            )
            painter.drawPixmap(part, pixmap, source)
