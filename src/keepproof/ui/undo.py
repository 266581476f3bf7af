"""What can be taken back, newest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome

Undo = Callable[["Library"], "Outcome[Any]"]
DEPTH = 100


class UndoStack:
    """Two stacks of steps, each a label and the function that takes it back."""

    def __init__(self) -> None:
        """Begin with nothing to undo."""
        self._undo: list[tuple[str, Undo]] = []
        self._redo: list[tuple[str, Undo]] = []

    def push(self, label: str, step: Undo) -> None:
        """Remember a new step; what was undone before it is forgotten."""
        self._undo.append((label, step))
        del self._undo[:-DEPTH]
        self._redo.clear()

    def take(self, *, redo: bool) -> tuple[str, Undo] | None:
        """Take the newest step off."""
        stack = self._redo if redo else self._undo
        return stack.pop() if stack else None

    def give(self, label: str, step: Undo, *, redo: bool) -> None:
        """Put the way back of a step just taken on the other stack."""
        (self._undo if redo else self._redo).append((label, step))

    def label(self, *, redo: bool) -> str | None:
        """Name the step that would be taken next."""
        stack = self._redo if redo else self._undo
        return stack[-1][0] if stack else None

    def clear(self) -> None:
        """Forget everything, as when another library is opened."""
        self._undo.clear()
        self._redo.clear()
