"""The clock of a call, and the notes taken in it; both outlive the page, the window and a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from keepproof.ui.settings_store import SettingsStore

SAVE_MS = 400
SECOND_MS = 1000
SAVE_EVERY_S = 30


@dataclass(frozen=True, slots=True)
class CallDraft:
    """A call of an order that is not logged yet: its moments, the notes, what was asked already.

    `running` until it is stopped; `seen` is when the clock was kept last, so that a crash costs little.
    """

    notes: str = ""
    asked: tuple[str, ...] = ()
    started: datetime | None = None
    answered: datetime | None = None
    ended: datetime | None = None
    seen: datetime | None = None

    @property
    def running(self) -> bool:
        """Say whether the clock runs."""
        return self.started is not None and self.ended is None

    @property
    def blank(self) -> bool:
        """Say whether there is nothing to keep."""
        return not self.notes.strip() and not self.asked and self.started is None

    def waited(self, now: datetime) -> int | None:
        """Count the seconds until somebody answered, or until now."""
        if self.started is None:
            return None
        return _seconds(self.started, self.answered or self.ended or now)

    def talked(self, now: datetime) -> int | None:
        """Count the seconds of talk, None where nobody answered."""
        return None if self.answered is None else _seconds(self.answered, self.ended or now)


class CallTimer(QObject):
    """One clock for all orders: at most one call runs at a time; notes are kept for each order.

    `changed` names the order whose draft changed; `ticked` comes every second of a call.
    """

    changed = Signal(str)
    ticked = Signal()

    def __init__(
        self, settings: SettingsStore, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        """Take up what was left; a call that was going when the program ended has ended with it."""
        super().__init__(parent)
        self._settings, self._now = settings, now
        self._drafts = {
            order: _stopped(draft)
            for order, text in settings.value.calls.items()
            if (draft := _read(text)) is not None
        }
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_MS)
        self._saving.timeout.connect(self.save)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._tick)

    @property
    def running(self) -> str:
        """Name the order of the call that is going on, "" for none."""
        return next((order for order, one in self._drafts.items() if one.running), "")

    def draft(self, order_id: str) -> CallDraft:
        """Give what is noted of a call of an order."""
        return self._drafts.get(order_id, CallDraft())

    def start(self, order_id: str) -> None:
        """Start waiting for an answer; a call of another order ends."""
        if self.running:
            self.stop(self.running)
        draft = self.draft(order_id)
        self._put(order_id, replace(draft, started=self._now(), answered=None, ended=None))
        self._second.start()

    def answer(self, order_id: str) -> None:
        """Note that somebody answered: from here on it is talk."""
        draft = self.draft(order_id)
        if draft.running and draft.answered is None:
            self._put(order_id, replace(draft, answered=self._now()))

    def stop(self, order_id: str) -> CallDraft:
        """Stop the clock and give what was measured."""
        draft = self.draft(order_id)
        if draft.running:
            draft = replace(draft, ended=self._now())
            self._put(order_id, draft)
            self._second.stop()
        return draft

    def note(self, order_id: str, notes: str, asked: tuple[str, ...]) -> None:
        """Keep what is written and ticked."""
        draft = replace(self.draft(order_id), notes=notes, asked=asked)
        if draft != self.draft(order_id):
            self._put(order_id, draft, quiet=True)

    def forget(self, order_id: str) -> None:
        """Let a call go, now that it is logged."""
        if self._drafts.pop(order_id, None) is not None:
            if not self.running:
                self._second.stop()
            self.save()
            self.changed.emit(order_id)

    def keep(self) -> None:
        """Store everything now; a call that is going keeps its time until here."""
        if self.running or self._saving.isActive():
            self.save()
        self._second.stop()

    def save(self) -> None:
        """Store the drafts in the settings."""
        self._saving.stop()
        now = self._now()
        stored = {
            order: _written(replace(one, seen=now) if one.running else one)
            for order, one in self._drafts.items()
            if not one.blank
        }
        self._settings.change(calls=stored)

    def _put(self, order_id: str, draft: CallDraft, *, quiet: bool = False) -> None:
        self._drafts[order_id] = draft
        self._saving.start()
        if not quiet:
            self.changed.emit(order_id)

    def _tick(self) -> None:
        draft = self.draft(self.running)
        elapsed = draft.waited(self._now()) or 0
        if elapsed and elapsed % SAVE_EVERY_S == 0:
            self._saving.start()
        self.ticked.emit()


def _seconds(start: datetime, end: datetime) -> int:
    return max(0, round((end - start).total_seconds()))


def _stopped(draft: CallDraft) -> CallDraft:
    return replace(draft, ended=draft.seen or draft.started) if draft.running else draft


def _written(draft: CallDraft) -> str:
    values = {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(draft).items()
    }
    return json.dumps(values)


def _read(text: str) -> CallDraft | None:
    """Read a stored draft; one that makes no sense is let go."""
    try:
        raw: Any = json.loads(text)
        moments = {
            name: datetime.fromisoformat(raw[name]) if raw.get(name) else None
            for name in ("started", "answered", "ended", "seen")
        }
        asked = tuple(str(one) for one in raw.get("asked", ()))
        return CallDraft(str(raw.get("notes", "")), asked, **moments)
    except (ValueError, TypeError, AttributeError):
        return None
