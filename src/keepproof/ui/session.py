"""What every page of the window is given: the way to the work, the rules, the settings, and the places to go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from keepproof import messages, settings
from keepproof.domain.changes import Changes
from keepproof.errors import KnownError
from keepproof.knowledge.book import Book
from keepproof.paths import Paths
from keepproof.services.outcome import Outcome
from keepproof.settings import Settings
from keepproof.ticket import Ticket
from keepproof.ui.operations import Operations
from keepproof.ui.undo import UndoStack
from keepproof.ui.widgets.thumbnails import Thumbnails

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.previews import Previews


class SettingsStore(QObject):
    """The user's settings, saved with every change."""

    changed = Signal()

    def __init__(self, path: Path) -> None:
        """Read the settings file."""
        super().__init__()
        self._path = path
        self.value: Settings = settings.load(path)

    def change(self, **values: Any) -> None:  # noqa: ANN401 - fields of Settings
        """Set some values and save; a disk that is full costs the memory of a choice, not the work."""
        after = replace(self.value, **values)
        if after == self.value:
            return
        self.value = after
        try:
            settings.save(after, self._path)
        finally:
            self.changed.emit()


class Events(QObject):
    """What changed in the library, told to everybody once."""

    changed = Signal(Changes)


class Session(QObject):
    """One window's work on one library."""

    order_requested = Signal(str, str)
    evidence_requested = Signal(str)
    place_requested = Signal(str)
    add_requested = Signal(object, object)
    new_order_requested = Signal(str)
    verify_requested = Signal()
    unfiled_requested = Signal()
    wide_requested = Signal(bool)
    status = Signal(str)
    undo_changed = Signal()

    def __init__(self, paths: Paths, lang: str, parent: QObject | None = None) -> None:
        """Prepare a session; `open` opens the library."""
        super().__init__(parent)
        self.paths = paths
        self.lang = lang
        self.settings = SettingsStore(paths.settings)
        self.operations = Operations(self)
        self.events = Events(self)
        self.book = Book.load()
        self.undo_stack = UndoStack()
        self.thumbnails = Thumbnails(self)
        self.operations.changed.connect(self.events.changed)
        self.operations.done.connect(self._remember)

    @property
    def folder(self) -> Path:
        """Give the folder of the library."""
        chosen = self.settings.value.library
        return Path(chosen) if chosen else self.paths.library

    @cached_property
    def previews(self) -> Previews:
        """Make previews in child processes, started with the first one."""
        from keepproof.readers.sandbox import Sandbox  # noqa: PLC0415 - the window must not wait for it
        from keepproof.services.previews import Previews  # noqa: PLC0415 - as above

        self._sandbox = Sandbox()
        return Previews(self._sandbox)

    @property
    def sandbox(self) -> Any:  # noqa: ANN401 - readers.sandbox.Sandbox, imported lazily
        """Give the child processes that look into files."""
        return self.previews and self._sandbox

    def open(self) -> None:
        """Open the library of the settings."""
        self.undo_stack.clear()
        self.undo_changed.emit()
        self.thumbnails.forget()
        self.operations.open(self.folder)

    def close(self) -> None:
        """Stop all work and close the library."""
        if "previews" in self.__dict__:
            self._sandbox.close()
        self.operations.close()

    def say(self, code: str, data: Mapping[str, object] | None = None) -> str:
        """Word a code in the language of the window."""
        return messages.say(code, self.lang, data)

    def explain(self, error: KnownError) -> str:
        """Word a known error in the language of the window."""
        return messages.explain(error, self.lang)

    def undo(self, *, redo: bool = False) -> None:
        """Take the last step back, or do it again."""
        step = self.undo_stack.take(redo=redo)
        if step is None:
            return
        label, way_back = step

        def work(library: Library, ticket: Ticket) -> Outcome[tuple[str, bool, Outcome[Any]]]:
            del ticket
            outcome = way_back(library)
            return Outcome((label, redo, outcome), outcome.changes)

        self.operations.write(self, work, self._undone)

    def _undone(self, result: tuple[str, bool, Outcome[Any]]) -> None:
        label, redo, outcome = result
        if outcome.undo is not None:
            self.undo_stack.give(label, outcome.undo, redo=redo)
        words = self.say("step.redone" if redo else "step.undone", {"what": self.step_name(label)})
        self.status.emit(words)
        self.undo_changed.emit()

    def step_name(self, label: str) -> str:
        """Word a step for the menu."""
        return self.say(f"step.{label}") if label else ""

    def _remember(self, outcome: Outcome[Any]) -> None:
        if outcome.undo is not None:
            self.undo_stack.push(outcome.label, outcome.undo)
            self.undo_changed.emit()
