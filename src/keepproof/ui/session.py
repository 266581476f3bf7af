"""What every page of the window is given: the way to the work, the rules, the settings, and the places to go."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from keepproof.ui.settings_store import SettingsStore
from keepproof.ui.undo import UndoStack

# The window is painted before most of this is needed: each part is imported with its first use.
if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.knowledge.book import Book
    from keepproof.library.library import Library
    from keepproof.paths import Paths
    from keepproof.readers.sandbox import Sandbox
    from keepproof.services.contradictions import Contradictions
    from keepproof.services.outcome import Outcome
    from keepproof.services.previews import Previews
    from keepproof.ticket import Ticket
    from keepproof.ui.background_reading import BackgroundReading
    from keepproof.ui.call_timer import CallTimer
    from keepproof.ui.operations import Operations
    from keepproof.ui.reminders import Reminders
    from keepproof.ui.watching import Watching
    from keepproof.ui.widgets.thumbnails import Thumbnails


def local_now() -> datetime:
    """Tell the time of this computer, with the offset of this place."""
    return datetime.now().astimezone()


class Events(QObject):
    """What changed in the library (domain.changes.Changes), told to everybody once."""

    changed = Signal(object)


class Session(QObject):
    """One window's work on one library."""

    order_requested = Signal(str, str)
    evidence_requested = Signal(str)
    place_requested = Signal(str)
    add_requested = Signal(object, object)
    paste_requested = Signal()
    new_order_requested = Signal(str)
    order_text_requested = Signal()
    bills_requested = Signal()
    example_requested = Signal()
    verify_requested = Signal()
    search_requested = Signal(str)
    unfiled_requested = Signal()
    wide_requested = Signal(bool)
    help_requested = Signal(str)
    library_requested = Signal(str)
    library_choice_requested = Signal()
    reopen_requested = Signal()
    swap_requested = Signal(object)
    backup_requested = Signal()
    backed_up = Signal()
    restore_requested = Signal()
    contact_requested = Signal(str)
    bundle_requested = Signal(str)
    hashes_requested = Signal(str)
    redact_requested = Signal(object)
    status = Signal(str)
    undo_changed = Signal()

    def __init__(self, paths: Paths, lang: str, parent: QObject | None = None) -> None:
        """Prepare a session; `open` opens the library."""
        super().__init__(parent)
        self.clock: Callable[[], datetime] = local_now
        self.paths = paths
        self.lang = lang
        self.opened = False
        self.settings = SettingsStore(paths.settings)
        self.events = Events(self)
        self.undo_stack = UndoStack()
        self._sandbox: Sandbox | None = None
        self._slow_sandbox: Sandbox | None = None
        self._previews: Previews | None = None
        self._lock = threading.Lock()

    @property
    def folder(self) -> Path:
        """Give the folder of the library."""
        chosen = self.settings.value.library
        return Path(chosen) if chosen else self.paths.library

    def now(self) -> datetime:
        """Tell the time by which the library is kept and deadlines are reckoned."""
        return self.clock()

    @cached_property
    def operations(self) -> Operations:
        """Give the door to threads."""
        from keepproof.ui.operations import Operations  # noqa: PLC0415 - see above

        operations = Operations(self, self.now)
        operations.changed.connect(self.events.changed)
        operations.done.connect(self._remember)
        return operations

    @cached_property
    def book(self) -> Book:
        """Give the rules of platforms and channels."""
        from keepproof.knowledge.book import Book  # noqa: PLC0415 - see above

        return Book.load()

    @cached_property
    def contradictions(self) -> Contradictions:
        """Give what compares orders with their evidence."""
        from keepproof.services.contradictions import Contradictions  # noqa: PLC0415 - see above

        return Contradictions(self.sandbox)

    @cached_property
    def calls(self) -> CallTimer:
        """Give the clock of calls and the notes taken in them."""
        from keepproof.ui.call_timer import CallTimer  # noqa: PLC0415 - see above

        return CallTimer(self.settings, self.now, self)

    @cached_property
    def reminders(self) -> Reminders:
        """Give what watches the clock for things that become due."""
        from keepproof.ui.reminders import Reminders  # noqa: PLC0415 - see above

        return Reminders(self)

    @cached_property
    def watching(self) -> Watching:
        """Give what looks for new screenshots in the folder the user chose."""
        from keepproof.ui.watching import Watching  # noqa: PLC0415 - see above

        return Watching(self)

    @cached_property
    def thumbnails(self) -> Thumbnails:
        """Give the small pictures."""
        from keepproof.ui.widgets.thumbnails import Thumbnails  # noqa: PLC0415 - see above

        return Thumbnails(self)

    @property
    def sandbox(self) -> Sandbox:
        """Give the child processes that look into files; asked for from any thread, started with the first file."""
        from keepproof.readers.sandbox import Sandbox  # noqa: PLC0415 - see above

        with self._lock:
            self._sandbox = self._sandbox or Sandbox()
            return self._sandbox

    @property
    def slow_sandbox(self) -> Sandbox:
        """Give the child process that reads the text in pictures; asked for from any thread, started when needed."""
        from keepproof.services.understand import slow_sandbox  # noqa: PLC0415 - see above

        with self._lock:
            self._slow_sandbox = self._slow_sandbox or slow_sandbox()
            return self._slow_sandbox

    @cached_property
    def reading(self) -> BackgroundReading:
        """Give what reads kept files while nobody waits for it."""
        from keepproof.ui.background_reading import BackgroundReading  # noqa: PLC0415 - see above

        return BackgroundReading(self)

    @property
    def previews(self) -> Previews:
        """Give what makes previews in child processes; asked for from any thread."""
        from keepproof.services.previews import Previews  # noqa: PLC0415 - see above

        sandbox = self.sandbox
        with self._lock:
            self._previews = self._previews or Previews(sandbox)
            return self._previews

    def open(self, *, chosen: bool = False, between: Callable[[], None] | None = None) -> None:
        """Open the library of the settings; one `chosen` now, or the usual place at first, is made where there is none.

        A disk that is not connected must not get a new, empty library in place of the one on it. `between` is done
        while no library is open.
        """
        self.undo_stack.clear()
        self.undo_changed.emit()
        self.thumbnails.forget()
        value = self.settings.value
        known = str(self.folder) in value.libraries
        create = chosen or not (value.library or known)
        self.operations.open(self.folder, create=create, between=between)

    def close(self) -> None:
        """Stop all work and close the library; a call that is still going is kept as it stands."""
        if "calls" in self.__dict__:
            self.calls.keep()
        self.operations.stop()
        with self._lock:
            for sandbox in (self._sandbox, self._slow_sandbox):
                if sandbox is not None:
                    sandbox.close()
        self.operations.close()

    def say(self, code: str, data: Mapping[str, object] | None = None) -> str:
        """Word a code in the language of the window."""
        from keepproof import messages  # noqa: PLC0415 - see above

        return messages.say(code, self.lang, data)

    def explain(self, error: KnownError) -> str:
        """Word a known error in the language of the window."""
        return self.say(error.code, error.data)

    def undo(self, *, redo: bool = False) -> None:
        """Take the last step back, or do it again."""
        from keepproof.services.outcome import Outcome  # noqa: PLC0415 - see above

        step = self.undo_stack.take(redo=redo)
        if step is None:
            return
        self.undo_changed.emit()
        label, way_back = step

        def work(library: Library, ticket: Ticket) -> Outcome[Outcome[Any]]:
            del ticket
            outcome = way_back(library)
            return Outcome(outcome, outcome.changes)

        def failed(error: KnownError) -> None:
            self.status.emit(self.explain(error))

        self.operations.write(
            self, work, lambda outcome: self._undone(label, outcome, redo=redo), failed
        )

    def step_name(self, label: str) -> str:
        """Word a step for the menu: "add order"; "" where it has no words."""
        words = self.say(f"step.{label}")
        return "" if words == f"step.{label}" else words

    def _undone(self, label: str, outcome: Outcome[Any], *, redo: bool) -> None:
        if outcome.undo is not None:
            self.undo_stack.give(label, outcome.undo, redo=redo)
        words = self.say("step.redone" if redo else "step.undone", {"what": self.step_name(label)})
        self.status.emit(words)
        self.undo_changed.emit()

    def _remember(self, outcome: Outcome[Any]) -> None:
        if outcome.undo is not None:
            self.undo_stack.push(outcome.label, outcome.undo)
            self.undo_changed.emit()
