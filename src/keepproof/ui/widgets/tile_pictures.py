"""The tiles of a large picture, read out of sight and kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from math import log2

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPixmap

from keepproof.services.redact_picture import OpenedPicture
from keepproof.ticket import Ticket
from keepproof.ui.operations import Operations

Key = tuple[int, int, int]
"""Level, column, row; level 0 has the picture's own size, each next half of it."""

TILE = 512
KEPT = 160
AT_ONCE = 4


class TilePictures(QObject):
    """Give tiles from memory; what is not there is read, the last asked for first."""

    ready = Signal()

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        """Serve one view; `show` says of which picture."""
        super().__init__(parent)
        self._operations = operations
        self._picture: OpenedPicture | None = None
        self._pixmaps: OrderedDict[Key, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[Key, None] = OrderedDict()
        self._running: set[Key] = set()

    def show(self, picture: OpenedPicture) -> None:
        """Give the tiles of this picture from now on; its smallest one is read at once."""
        self._picture = picture
        self._pixmaps.clear()
        self._wanted.clear()
        self.pixmap((picture.levels - 1, 0, 0))

    def area(self) -> QRectF:
        """Give the rectangle of the whole picture."""
        return QRectF(0, 0, *self._picture.size) if self._picture else QRectF()

    def level(self, scale: float) -> int:
        """Choose the level for a scale, in pixels of the screen for one of the picture: never too coarse."""
        if self._picture is None:
            return 0
        return min(self._picture.levels - 1, max(0, int(log2(1 / max(scale, 1e-6)))))

    def keys(self, level: int, part: QRectF) -> Iterator[Key]:
        """List the tiles of a level that lie in a part of the picture."""
        part = part.intersected(self.area())
        if part.isEmpty():
            return
        edge = TILE * 2**level
        for row in range(int(part.top() // edge), int((part.bottom() - 1e-6) // edge) + 1):
            for column in range(int(part.left() // edge), int((part.right() - 1e-6) // edge) + 1):
                yield level, column, row

    def place(self, key: Key, pixmap: QPixmap) -> QRectF:
        """Say where a tile lies in the picture."""
        level, column, row = key
        each = 2**level
        return QRectF(
            column * TILE * each, row * TILE * each, pixmap.width() * each, pixmap.height() * each
        )

    def coarse(self) -> tuple[Key, QPixmap] | None:
        """Give the whole picture in one small tile, to stand in for those that are still being read."""
        if self._picture is None:
            return None
        key = (self._picture.levels - 1, 0, 0)
        pixmap = self.pixmap(key)
        return None if pixmap is None else (key, pixmap)

    def pixmap(self, key: Key) -> QPixmap | None:
        """Give a tile, or None until `ready` says that more have come."""
        found = self._pixmaps.get(key)
        if found is not None:
            self._pixmaps.move_to_end(key)
            return found
        if key not in self._running:
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            if len(self._wanted) > KEPT // 2:
                self._wanted.popitem(last=False)  # asked for long ago, and out of sight by now
            self._fetch()
        return None

    def _fetch(self) -> None:
        picture = self._picture
        if picture is None or not self._wanted or self._running:
            return
        keys = [self._wanted.popitem()[0] for _ in range(min(AT_ONCE, len(self._wanted)))]
        self._running.update(keys)
        files = {
            one: str(picture.folder / f"{one[0]}_{one[1]}_{one[2]}{picture.tile_suffix}")
            for one in keys
        }

        def read(ticket: Ticket) -> dict[Key, QImage]:
            del ticket
            return {key: QImage(file) for key, file in files.items()}

        self._operations.pool(self, read, lambda made: self._take(picture, made), quiet=True)

    def _take(self, picture: OpenedPicture, made: dict[Key, QImage]) -> None:
        self._running.difference_update(made)
        if picture is self._picture:
            for key, image in made.items():
                self._pixmaps[key] = QPixmap.fromImage(image)
            top = (picture.levels - 1, 0, 0)
            while len(self._pixmaps) > KEPT:
                oldest = next(one for one in self._pixmaps if one != top)
                del self._pixmaps[oldest]
            self.ready.emit()
        self._fetch()
