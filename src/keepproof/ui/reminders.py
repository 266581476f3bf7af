"""What becomes due while the window is open: told once, in the window and, if wanted, by the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from keepproof.domain.changes import Changes
from keepproof.ui import labels_contacts, labels_orders

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.reminders import Reminder
    from keepproof.ticket import Ticket
    from keepproof.ui.session import Session

TICK_MS = 20_000
LOOK_EVERY = 30  # ticks: what comes into sight by itself is found within ten minutes


class Reminders(QObject):
    """Knows what rings next and watches the clock; `changed` tells that `over` is another, `came` what is due now.

    The library is asked when something changed and every ten minutes, not with every tick.
    """

    changed = Signal()
    came = Signal(object)

    def __init__(self, session: Session) -> None:
        """Prepare the watch; `begin` starts it."""
        super().__init__(session)
        self._session = session
        self._ringing: tuple[Reminder, ...] = ()
        self._told: set[str] = set()
        self._dismissed: set[str] = set()
        self._ticks = 0
        self.over: tuple[Reminder, ...] = ()
        self.timer = QTimer(self)
        self.timer.setInterval(TICK_MS)
        self.timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Begin to watch an open library."""
        if not self.timer.isActive():
            self.timer.start()
            self._session.events.changed.connect(self._changed)
        self._told.clear()
        self._dismissed.clear()
        self._look()

    def dismiss(self) -> None:
        """Let what is shown go; what becomes due later is shown again."""
        self._dismissed |= {one.id for one in self.over}
        self._show()

    def words(self, one: Reminder) -> str:
        """Say in one line what is due."""
        lang = self._session.lang
        if one.commitment is not None:
            party = labels_contacts.party(one.commitment.party)
            said = QCoreApplication.translate("Reminders", "{party} promised “{words}”: due")
            line = said.format(party=party, words=labels_orders.shortened(one.commitment.words, 30))
        else:
            label = one.deadline.label.of(lang) if one.deadline is not None else ""
            line = QCoreApplication.translate("Reminders", "Time is over: {what}").format(
                what=label
            )
        return labels_orders.facts_line([line, labels_orders.shortened(one.order.title, 20)])

    def _changed(self, changes: Changes) -> None:
        if changes.things:
            self._look()

    def _look(self) -> None:
        self._ticks = 0
        book = self._session.book

        def work(library: Library, ticket: Ticket) -> tuple[Reminder, ...]:
            del ticket
            from keepproof.services.reminders import reminders  # noqa: PLC0415 - not before the first paint

            return tuple(one for one in reminders(library, book, library.now()) if one.rings)

        self._session.operations.read(self, work, self._take)

    def _take(self, found: tuple[Reminder, ...]) -> None:
        self._ringing = found
        self._show()

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks >= LOOK_EVERY:
            self._look()
        else:
            self._show()

    def _show(self) -> None:
        now = self._session.now()
        over = tuple(one for one in self._ringing if one.due <= now)
        fresh = [one for one in over if one.id not in self._told]
        self._told |= {one.id for one in over}
        shown = tuple(one for one in over if one.id not in self._dismissed)
        if [one.id for one in shown] != [one.id for one in self.over]:
            self.over = shown
            self.changed.emit()
        if fresh:
            self._tell(fresh)

    def _tell(self, fresh: list[Reminder]) -> None:
        words = self.words(fresh[0])
        if len(fresh) > 1:
            more = self.tr("and %n more", "", len(fresh) - 1)
            words = labels_orders.facts_line([words, more])
        self._session.status.emit(words)
        self.came.emit(tuple(fresh))
        # Time alone has changed what every page says of these orders.
        self._session.events.changed.emit(Changes(orders=frozenset(one.order.id for one in fresh)))
