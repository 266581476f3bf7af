"""The draft of a complaint: what was loaded, what the user has changed since, and when it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from keepproof.domain.dispute import Dispute, Submission
from keepproof.errors import KnownError
from keepproof.services import compose_complaint, views
from keepproof.services.open_dispute import change_dispute
from keepproof.ticket import Ticket
from keepproof.ui.session import Session

if TYPE_CHECKING:
    from keepproof.composing.facts import Facts
    from keepproof.library.library import Library
    from keepproof.settings import Settings

SAVE_MS = 400


@dataclass(frozen=True, slots=True)
class Loaded:
    """One order as the complaint needs it; no facts while it has no dispute."""

    order_id: str
    facts: Facts | None = None
    sent: tuple[Submission, ...] = ()


class ComplaintDraft(QObject):
    """Facts with the user's latest answers in them; every change is saved a moment later.

    `loaded` tells that the library was read again, `saved` when a change is stored,
    `failed` that it could not be; `lost` that the order could not be read.
    """

    loaded = Signal()
    saved = Signal()
    lost = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Begin without an order."""
        super().__init__(parent)
        self._session = session
        self.order_id = ""
        self.facts: Facts | None = None
        self.sent: Sequence[Submission] = ()
        self._changed: Dispute | None = None
        self._writing = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.flush)

    def set_order(self, order_id: str) -> None:
        """Turn to another order; what is not saved yet is saved first."""
        if order_id != self.order_id:
            self.flush()
            self.order_id, self.facts, self.sent = order_id, None, ()
            self._changed = None
        self.load()

    def load(self) -> None:
        """Read the order and its dispute again."""
        if not self.order_id:
            return
        order_id, session = self.order_id, self._session
        settings = session.settings.value
        session.operations.read(
            self,
            lambda library, _: read_order(library, order_id, session, settings),
            self._take,
            self.lost.emit,
        )

    def change(self, dispute: Dispute) -> None:
        """Put a changed dispute into the facts, and save it a moment later."""
        if self.facts is None or dispute == self.facts.dispute:
            return
        self.facts = compose_complaint.answered(self.facts, dispute, self._session.book)
        self._changed = dispute
        self._timer.start()

    def pending(self) -> bool:
        """Say whether there are changes that are not stored yet."""
        return self._changed is not None or self._writing > 0

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        dispute, self._changed = self._changed, None
        if dispute is None:
            return
        self._writing += 1
        # A ticket of its own: closing the window cancels all work, but must not cancel a save.
        self._session.operations.write(
            self,
            lambda library, _: change_dispute(library, dispute, Ticket()),
            lambda _: self._written(),
            lambda error: self._not_written(dispute, error),
        )

    def _written(self) -> None:
        self._writing -= 1
        self.saved.emit()

    def _not_written(self, dispute: Dispute, error: KnownError) -> None:
        """Keep what could not be stored, so that the next save takes it along."""
        self._writing -= 1
        if self._changed is None and dispute.order_id == self.order_id:
            self._changed = dispute
        self.failed.emit(error)

    def _take(self, found: Loaded) -> None:
        if found.order_id != self.order_id:
            return
        facts = found.facts
        mine = self.facts.dispute if self.facts is not None else None
        if (
            facts is not None
            and mine is not None
            and self.pending()
            and mine.id == facts.dispute.id
        ):
            facts = compose_complaint.answered(facts, mine, self._session.book)
        self.facts, self.sent = facts, found.sent
        self.loaded.emit()


def read_order(library: Library, order_id: str, session: Session, settings: Settings) -> Loaded:
    """Gather the facts of an order's current dispute, and what was sent in it."""
    from keepproof.composing.facts import Person  # noqa: PLC0415 - the window starts without the composer

    view = views.order_page(library, order_id, session.book)
    if view.dispute is None:
        return Loaded(order_id)
    person = Person(settings.person_name, settings.person_phone, settings.person_address)
    today = datetime.now().astimezone().date()
    facts = compose_complaint.gather(library, view.dispute.id, session.book, person, today)
    # Writing once here loads the composer and its templates outside the window's thread.
    channel = session.book.channels(facts.order.platform)[0]
    compose_complaint.write(facts, channel, settings.complaint_language)
    sent = sorted(library.disputes.submissions(view.dispute.id), key=lambda one: one.at)
    return Loaded(order_id, facts, tuple(reversed(sent)))
