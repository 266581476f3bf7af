"""What the keys do on a picture with boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from keepproof.domain.redaction import Box
from keepproof.ui.redaction_boxes import LEAST, RedactionBoxes

if TYPE_CHECKING:
    from keepproof.ui.widgets.redaction_canvas import RedactionCanvas

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
FAR = 10
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class RedactionKeys:
    """Arrows move the chosen box by a pixel, with Ctrl by ten; with Shift they resize it.

    Delete takes it away, D begins a new one, Enter then puts it in the middle; O held down shows the original.
    """

    def __init__(self, canvas: RedactionCanvas, boxes: RedactionBoxes) -> None:
        """Serve one canvas."""
        self._canvas, self._boxes = canvas, boxes
        self._looking = False

    def pressed(self, event: QKeyEvent) -> bool:
        """Answer a key; False where it means nothing here."""
        key = Qt.Key(event.key())
        if key in ARROWS and self._boxes.mark(self._boxes.current) is not None:
            self._arrow(ARROWS[key], event.modifiers())
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._boxes.remove(self._boxes.current)
        elif key == Qt.Key.Key_D:
            self._canvas.set_drawing(drawing=not self._canvas.drawing)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._canvas.drawing:
            self._canvas.draw_in_the_middle()
        elif key == Qt.Key.Key_O:
            self._look(event)
        elif key == Qt.Key.Key_Escape:
            return self._canvas.stop_dragging()
        else:
            return False
        return True

    def released(self, event: QKeyEvent) -> bool:
        """Answer a key that is let go."""
        if event.key() != Qt.Key.Key_O or event.isAutoRepeat() or not self._looking:
            return False
        self._looking = False
        self._canvas.set_covered(covered=True)
        return True

    def _look(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and self._canvas.covered:
            self._looking = True
            self._canvas.set_covered(covered=False)

    def _arrow(self, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        mark = self._boxes.mark(self._boxes.current)
        if mark is None:
            return
        box, far = mark.box, FAR if modifiers & CONTROL else 1
        across, down = way[0] * far, way[1] * far
        if modifiers & SHIFT:
            width, height = max(LEAST, box.width + across), max(LEAST, box.height + down)
            self._boxes.put(mark.id, Box(box.left, box.top, width, height), "resize")
        else:
            moved = Box(box.left + across, box.top + down, box.width, box.height)
            self._boxes.put(mark.id, moved, "move")
        self._canvas.see_chosen()
