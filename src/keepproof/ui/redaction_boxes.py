"""The boxes of one redaction as they are being drawn: chosen, moved, taken back, done again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from keepproof.domain.redaction import Box, Grid, filled
from keepproof.services.redact_suggestions import Suggestion

LEAST = 4  # pixels a side has at least


@dataclass(frozen=True, slots=True)
class Mark:
    """A box with a number of its own; `suggestion` is the place of the suggestion it came from, None by hand."""

    id: int
    box: Box
    suggestion: int | None = None


class RedactionBoxes(QObject):
    """What is covered and what could be; every change is one step to take back."""

    changed = Signal()
    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self.size = (0, 0)
        self.suggestions: tuple[Suggestion, ...] = ()
        self.marks: tuple[Mark, ...] = ()
        self.current: int | None = None
        self._grids: tuple[Grid, ...] = ()
        self._next = 0
        self._saved: frozenset[Box] = frozenset()
        self._past: list[tuple[Mark, ...]] = []
        self._future: list[tuple[Mark, ...]] = []
        self._together: tuple[str, int] | None = None

    def begin(self, size: tuple[int, int], grids: Sequence[Grid], boxes: Sequence[Box]) -> None:
        """Start an edit of a picture of this size from the boxes of an earlier copy."""
        self.size, self._grids = size, tuple(grids)
        inside = [part for one in boxes if (part := one.within(*size)) is not None]
        self.marks = tuple(self._new(one) for one in inside)
        self._past, self._future = [], []
        self.set_saved()
        self.choose(None)
        self.changed.emit()

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer places; a box that already lies exactly on one belongs to it."""
        self.suggestions = tuple(suggestions)
        self.marks = self._linked(self.marks)
        self._past = [self._linked(one) for one in self._past]
        self._future = [self._linked(one) for one in self._future]
        self.changed.emit()

    def set_saved(self) -> None:
        """Take what is drawn now for what is kept."""
        self._saved = self._boxes()

    @property
    def unsaved(self) -> bool:
        """Say whether the boxes differ from those that are kept."""
        return self._boxes() != self._saved

    @property
    def boxes(self) -> tuple[Box, ...]:
        """Give the boxes as drawn, in the order they were drawn."""
        return tuple(one.box for one in self.marks)

    def covers(self, mark: Mark) -> Box:
        """Give what will really be filled for a box."""
        found = filled([mark.box], self.size, self._grids)
        return found[0] if found else mark.box

    def mark(self, id: int | None) -> Mark | None:
        """Give a box by its number."""
        return next((one for one in self.marks if one.id == id), None)

    def in_order(self) -> list[Mark]:
        """List the boxes as one reads."""
        return sorted(self.marks, key=lambda one: (one.box.top, one.box.left))

    def choose(self, id: int | None) -> None:
        """Choose one box, or none."""
        self.current = id
        self._together = None
        self.chosen.emit()

    def step(self, forward: int) -> bool:
        """Choose the next box in reading order, or the one before; False where there is none any more."""
        order = [one.id for one in self.in_order()]
        if not order:
            return False
        if self.current in order:
            place = order.index(self.current) + forward
        else:
            place = 0 if forward > 0 else len(order) - 1
        if not 0 <= place < len(order):
            self.choose(None)
            return False
        self.choose(order[place])
        return True

    def add(self, box: Box, suggestion: int | None = None) -> None:
        """Draw a box and choose it; what lies outside the picture is cut off."""
        inside = box.within(*self.size)
        if inside is None:
            return
        made = self._new(inside, suggestion)
        self._set((*self.marks, made))
        self.choose(made.id)

    def put(self, id: int, box: Box, together: str = "") -> None:
        """Move or resize a box, kept inside the picture; steps of the same name on the same box are one."""
        before = self.mark(id)
        if before is None:
            return
        moved = (box.width, box.height) == (before.box.width, before.box.height)
        box = self._shifted(box) if moved else self._cut(box)
        if before.box == box:
            return
        after = tuple(replace(one, box=box) if one.id == id else one for one in self.marks)
        self._set(after, (together, id) if together else None)

    def remove(self, id: int | None) -> None:
        """Take a box away."""
        if self.mark(id) is None:
            return
        self._set(tuple(one for one in self.marks if one.id != id))
        if self.current == id:
            self.choose(None)

    def ticked(self, suggestion: int) -> bool:
        """Say whether a suggestion is covered."""
        return any(one.suggestion == suggestion for one in self.marks)

    def tick(self, suggestion: int, *, on: bool) -> None:
        """Cover a suggestion, or uncover it."""
        if on and not self.ticked(suggestion):
            self.add(self.suggestions[suggestion].box, suggestion)
        elif not on:
            left = tuple(one for one in self.marks if one.suggestion != suggestion)
            if left != self.marks:
                self._set(left)
                self.choose(None)

    def tick_all(self) -> None:
        """Cover all suggestions in one step."""
        open_ = [at for at in range(len(self.suggestions)) if not self.ticked(at)]
        made = [
            self._new(part, at)
            for at in open_
            if (part := self.suggestions[at].box.within(*self.size)) is not None
        ]
        if made:
            self._set((*self.marks, *made))

    @property
    def can_undo(self) -> bool:
        """Say whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Say whether there is a step to do again."""
        return bool(self._future)

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._future.append(self.marks)
            self._show(self._past.pop())

    def redo(self) -> None:
        """Do the last step again."""
        if self._future:
            self._past.append(self.marks)
            self._show(self._future.pop())

    def _set(self, marks: tuple[Mark, ...], together: tuple[str, int] | None = None) -> None:
        if together is None or together != self._together:
            self._past.append(self.marks)
        self._together = together
        self._future.clear()
        self.marks = marks
        self.changed.emit()

    def _show(self, marks: tuple[Mark, ...]) -> None:
        self.marks, self._together = marks, None
        if self.mark(self.current) is None:
            self.choose(None)
        self.changed.emit()

    def _new(self, box: Box, suggestion: int | None = None) -> Mark:
        self._next += 1
        return Mark(self._next, box, suggestion)

    def _shifted(self, box: Box) -> Box:
        """Bring a box back into the picture."""
        left = min(max(0, box.left), self.size[0] - box.width)
        return Box(left, min(max(0, box.top), self.size[1] - box.height), box.width, box.height)

    def _cut(self, box: Box) -> Box:
        """Cut off what lies outside the picture; a side keeps its least length, unless the picture is smaller."""
        inside = Box(box.left, box.top, max(1, box.width), max(1, box.height))
        inside = inside.within(*self.size) or Box(box.left, box.top, 1, 1)
        width = min(max(LEAST, inside.width), self.size[0])
        height = min(max(LEAST, inside.height), self.size[1])
        return self._shifted(Box(inside.left, inside.top, width, height))

    def _linked(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        places = {
            part: at
            for at, one in enumerate(self.suggestions)
            if (part := one.box.within(*self.size)) is not None
        }
        return tuple(replace(one, suggestion=places.get(one.box)) for one in marks)

    def _boxes(self) -> frozenset[Box]:
        return frozenset(one.box for one in self.marks)
