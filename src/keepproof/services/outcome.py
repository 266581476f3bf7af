"""What every service that changes something gives back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from keepproof.domain.changes import Changes

if TYPE_CHECKING:
    from keepproof.library.library import Library

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The value, what was changed, and how to take it back (None where that is impossible).

    `undo` is called with the library and gives an Outcome of its own, whose `undo` is the redo. `label` is
    the code of what was done, worded by the window ("order.add", "evidence.remove").
    """

    value: T
    changes: Changes
    undo: Callable[[Library], Outcome[Any]] | None = None
    label: str = ""


def together(value: T, steps: Sequence[Outcome[Any]], label: str) -> Outcome[T]:
    """Make one step of many, taken back and done again as one."""
    changes = Changes()
    for one in steps:
        changes |= one.changes

    def undo(library: Library) -> Outcome[T]:
        with library.transaction():
            back = [one.undo(library) for one in reversed(steps) if one.undo is not None]
        return together(value, back, label)

    return Outcome(value, changes, undo if steps else None, label)
