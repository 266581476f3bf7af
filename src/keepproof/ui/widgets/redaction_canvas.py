"""A picture on which boxes are drawn, moved and resized, with the mouse or the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QGraphicsView, QWidget

from keepproof.domain.redaction import Box, from_edges
from keepproof.services.redact_picture import OpenedPicture
from keepproof.ui.redaction_boxes import Mark, RedactionBoxes
from keepproof.ui.widgets import redaction_painting as look
from keepproof.ui.widgets.redaction_keys import RedactionKeys
from keepproof.ui.widgets.tile_item import TileItem
from keepproof.ui.widgets.tile_pictures import TilePictures
from keepproof.ui.widgets.zoom_view import ZoomView

TAB_REASONS = {Qt.FocusReason.TabFocusReason: 1, Qt.FocusReason.BacktabFocusReason: -1}
PANS = (Qt.MouseButton.MiddleButton,)


@dataclass(frozen=True, slots=True)
class _Drag:
    """What the mouse does since it was pressed: draws (no id), moves (no handle), or resizes."""

    start: QPointF
    id: int | None = None
    handle: look.Handle | None = None
    box: Box | None = None


class RedactionCanvas(ZoomView):
    """Drag on the picture to draw, on a box to move it, on a handle to resize it."""

    draw_changed = Signal(bool)
    margin = 20

    def __init__(
        self, boxes: RedactionBoxes, tiles: TilePictures, parent: QWidget | None = None
    ) -> None:
        """Show these boxes over these tiles."""
        super().__init__(parent)
        self._boxes = boxes
        self._tiles = tiles
        self._item = TileItem(tiles)
        self.scene().addItem(self._item)
        self._drag: _Drag | None = None
        self._pan: QPointF | None = None
        self._drawn: Box | None = None
        self.covered = True
        self.drawing = False
        self._keys = RedactionKeys(self, boxes)
        self.setMouseTracking(True)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setAccessibleName(self.tr("Picture with boxes"))
        boxes.changed.connect(self._renew)
        boxes.chosen.connect(self._renew)
        boxes.chosen.connect(self._describe)
        boxes.changed.connect(self._describe)
        tiles.ready.connect(self._renew)

    def show_picture(self, picture: OpenedPicture) -> None:
        """Show a picture, fitted."""
        self._tiles.show(picture)
        self._item.renew()
        self.set_area(self._tiles.area())

    def set_covered(self, *, covered: bool) -> None:
        """Show the boxes as in the copy, or the original under them."""
        self.covered = covered
        self._renew()

    def set_drawing(self, *, drawing: bool) -> None:
        """Let the next drag draw a new box wherever it begins."""
        if drawing != self.drawing:
            self.drawing = drawing
            self.viewport().setCursor(
                Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.ArrowCursor
            )
            self.draw_changed.emit(drawing)

    def draw_in_the_middle(self) -> None:
        """Put a box in the middle of what is seen, to be moved by keyboard."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        seen = seen.intersected(self.sceneRect())
        width, height = max(8, round(seen.width() / 5)), max(8, round(seen.height() / 12))
        centre = seen.center().toPoint()
        self._boxes.add(Box(centre.x() - width // 2, centre.y() - height // 2, width, height))
        self.set_drawing(drawing=False)

    def see_chosen(self) -> None:
        """Bring the chosen box into sight."""
        mark = self._boxes.mark(self._boxes.current)
        if mark is not None:
            self.ensureVisible(QRectF(*_geometry(mark.box)), 40, 40)

    def focusNextPrevChild(self, next: bool, /) -> bool:
        """Go through the boxes before leaving the picture."""
        if self._boxes.step(1 if next else -1):
            self.see_chosen()
            return True
        return super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first box, or the last when coming from behind."""
        super().focusInEvent(event)
        step = TAB_REASONS.get(event.reason())
        if step is not None and self._boxes.step(step):
            self.see_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, resize and remove boxes; zoom otherwise."""
        if not self._keys.pressed(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Cover again what was looked at."""
        if not self._keys.released(event):
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw, move, resize or push the picture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() in PANS:
            self._pan = event.position()
            return
        if event.button() != Qt.MouseButton.LeftButton or self.sceneRect().isEmpty():
            return
        point = event.position()
        mark, handle = (None, None) if self.drawing else self._under(point)
        if mark is not None:
            self._boxes.choose(mark.id)
            self._drag = _Drag(self._at(point), mark.id, handle, mark.box)
        else:
            self._drag = _Drag(self._at(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or show what could be done here."""
        if self._pan is not None:
            self._push(event.position() - self._pan)
            self._pan = event.position()
        elif self._drag is None:
            self._point_out(event.position())
        elif self._drag.id is None:
            self._drawn = _between(self._drag.start, self._at(event.position()))
            self._renew()
        else:
            box = _changed(self._drag, self._at(event.position()))
            self._boxes.put(self._drag.id, box, "drag")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it: a box is drawn; a click on a suggestion takes it up, elsewhere nothing is chosen."""
        self._pan = None
        drag, drawn, self._drag, self._drawn = self._drag, self._drawn, None, None
        if drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if drag.id is not None:
            self._boxes.choose(drag.id)
        elif drawn is not None and min(drawn.width, drawn.height) * self.zoom() >= 3:
            self._boxes.add(drawn)
            self.set_drawing(drawing=False)
        else:
            self._click(drag.start)
        self._renew()

    def stop_dragging(self) -> bool:
        """Give up what is being drawn; False where nothing is."""
        drag, self._drag, self._drawn = self._drag, None, None
        busy = drag is not None or self.drawing
        if drag is not None and drag.id is not None and drag.box is not None:
            self._boxes.put(drag.id, drag.box, "drag")
        self.set_drawing(drawing=False)
        self._renew()
        return busy

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the boxes over the picture, with edges of the same width at every zoom."""
        del rect
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 - Qt's own
        for place, one in enumerate(self._boxes.suggestions):
            if not self._boxes.ticked(place):
                look.paint_suggestion(painter, self._seen(one.box))
        for mark in self._boxes.marks:
            paint = look.paint_cover if self.covered else look.paint_outline
            paint(painter, self._seen(self._boxes.covers(mark)))
        if self._drawn is not None:
            look.paint_outline(painter, self._seen(self._drawn))
        chosen = self._boxes.mark(self._boxes.current)
        if chosen is not None:
            look.paint_chosen(painter, self._seen(chosen.box))
        elif self.hasFocus():
            look.paint_focus(painter, QRectF(self.viewport().rect()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Forget the cursor of a handle when the mouse leaves."""
        if event.type() == QEvent.Type.Leave and not self.drawing:
            self.viewport().unsetCursor()
        return super().viewportEvent(event)

    def _under(self, point: QPointF) -> tuple[Mark | None, look.Handle | None]:
        chosen = self._boxes.mark(self._boxes.current)
        if chosen is not None:
            handle = look.handle_at(self._seen(chosen.box), point)
            if handle is not None:
                return chosen, handle
        for mark in reversed(self._boxes.marks):
            if self._seen(mark.box).contains(point):
                return mark, None
        return None, None

    def _point_out(self, point: QPointF) -> None:
        if self.drawing:
            return
        mark, handle = self._under(point)
        if handle is not None:
            self.viewport().setCursor(look.cursor_of(handle))
        elif mark is not None:
            self.viewport().setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def _click(self, place: QPointF) -> None:
        for at, one in enumerate(self._boxes.suggestions):
            if not self._boxes.ticked(at) and QRectF(*_geometry(one.box)).contains(place):
                self._boxes.tick(at, on=True)
                return
        self._boxes.choose(None)

    def _push(self, by: QPointF) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(by.x()))
        down.setValue(down.value() - round(by.y()))

    def _at(self, point: QPointF) -> QPointF:
        """Give the place of the picture under a point of the view."""
        inverted, _ = self.viewportTransform().inverted()
        return inverted.map(point)

    def _seen(self, box: Box) -> QRectF:
        """Give where a box is seen."""
        return self.viewportTransform().mapRect(QRectF(*_geometry(box)))

    def _renew(self) -> None:
        self.viewport().update()

    def _describe(self) -> None:
        """Say the chosen box in words, for a screen reader."""
        mark, count = self._boxes.mark(self._boxes.current), len(self._boxes.marks)
        if mark is None:
            self.setAccessibleDescription("")
            return
        words = self.tr("Box {place} of {count}: {width} × {height} pixels at {left}, {top}")
        place = 1 + [one.id for one in self._boxes.in_order()].index(mark.id)
        box = mark.box
        self.setAccessibleDescription(
            words.format(
                place=place,
                count=count,
                width=box.width,
                height=box.height,
                left=box.left,
                top=box.top,
            )
        )


def _geometry(box: Box) -> tuple[int, int, int, int]:
    return box.left, box.top, box.width, box.height


def _between(one: QPointF, other: QPointF) -> Box:
    return from_edges(round(one.x()), round(one.y()), round(other.x()), round(other.y()))


def _changed(drag: _Drag, to: QPointF) -> Box:
    """Give the box that is being moved or resized, turned over where a side is drawn past its opposite."""
    box = drag.box
    if box is None:
        raise ValueError(drag)
    right, down = round(to.x() - drag.start.x()), round(to.y() - drag.start.y())
    if drag.handle is None:
        return Box(box.left + right, box.top + down, box.width, box.height)
    across, along = drag.handle
    return from_edges(
        box.left + (right if across < 0 else 0),
        box.top + (down if along < 0 else 0),
        box.right + (right if across > 0 else 0),
        box.bottom + (down if along > 0 else 0),
    )
