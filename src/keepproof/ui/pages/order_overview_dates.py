"""What is due for an order: deadlines with their rules, and what to save or check in time."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from keepproof.services.care import CareItem, care_items, tick
from keepproof.services.deadlines import deadlines_of
from keepproof.services.record_claim import clear_countdown, set_countdown
from keepproof.services.views import OrderView
from keepproof.ui import theme
from keepproof.ui.calendar_export import CalendarExport
from keepproof.ui.dialogs.claim_event_dialog import ClaimEventDialog
from keepproof.ui.dialogs.countdown_dialog import CountdownDialog
from keepproof.ui.models.care_model import CARE_ROLE, CareModel
from keepproof.ui.models.deadlines_model import DEADLINE_ROLE, DeadlinesModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button, IconButton
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.deadline_delegate import DeadlineDelegate
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.tick_delegate import TickDelegate
from keepproof.ui.widgets.whole_list import WholeList

if TYPE_CHECKING:
    from keepproof.knowledge.deadlines import Deadline
    from keepproof.library.library import Library
    from keepproof.ticket import Ticket

SHOWN = 4
NARROW = 700


class DeadlinesCard(Card):
    """The deadlines that run, stand still or are over; a double click copies the countdown of the page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the hidden card."""
        super().__init__(parent)
        self._session = session
        self._view: OrderView | None = None
        self._all = False
        self.model = DeadlinesModel(session.lang, self)
        self.list = WholeList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(DeadlineDelegate(self.list))
        self.list.setAccessibleName(self.tr("Deadlines"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.activated.connect(lambda index: self.copy_countdown(index.data(DEADLINE_ROLE)))
        self.record_button = Button(self.tr("Record what happened…"), "link", parent=self)
        self.record_button.clicked.connect(self.record)
        self.dates = CalendarExport(session, self)
        self.export_button = IconButton(
            "calendar-blank", self.tr("Export deadlines to a calendar"), self
        )
        self.export_button.clicked.connect(self.export)
        self.more = Button("", "link", parent=self)
        self.more.clicked.connect(self._show_all)
        hint = self.tr(
            "The time left on the platform's page comes first: double-click a line, or press Enter, to enter it."
        )
        self._hint = Label(hint, "caption", "text2", self)
        self._rows: list[Deadline] = []
        self._now = datetime.now().astimezone()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Deadlines"), "section", "text", self), 1)
        head.addWidget(self.record_button)
        head.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(15), theme.px(12), theme.px(15), theme.px(10))
        layout.setSpacing(theme.px(4))
        layout.addLayout(head)
        layout.addWidget(self.list)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        stops = (self.record_button, self.export_button, self.list, self.more)
        for first, second in itertools.pairwise(stops):
            self.setTabOrder(first, second)

    def set_deadlines(self, view: OrderView, rows: list[Deadline], now: datetime) -> None:
        """Show the deadlines of an order, the first few of many."""
        if self._view is None or self._view.order.id != view.order.id:
            self._all = False
        self._view, self._rows, self._now = view, rows, now
        self._refill()
        open_ = view.dispute is not None and view.dispute.state == "open"
        self.record_button.setVisible(open_)
        self._hint.setVisible(open_ and bool(rows))
        self.export_button.setVisible(any(one.state == "running" for one in rows))
        self.setVisible(bool(rows) or open_)

    def _refill(self) -> None:
        shown = self._rows if self._all else self._rows[:SHOWN]
        self.model.set_deadlines(shown, self._now)
        self.more.setText(self.tr("All {count}").format(count=len(self._rows)))
        self.more.setVisible(len(shown) < len(self._rows))

    def _show_all(self) -> None:
        self._all = True
        self._refill()

    def export(self) -> None:
        """Take what is still to come along into a calendar."""
        if self._view is not None:
            self.dates.ask(self._view.order)

    def record(self) -> None:
        """Ask what happened to the request."""
        if self._view is None or self._view.dispute is None:
            return
        dispute = self._view.dispute.id
        ClaimEventDialog(self._session, dispute, self._zone(), self.window()).open()

    def copy_countdown(self, deadline: Deadline) -> None:
        """Ask for the time left on the page."""
        if self._view is None or self._view.dispute is None:
            return
        dispute, id_ = self._view.dispute.id, deadline.id
        dialog = CountdownDialog(deadline, self._session.lang, self._zone(), self.window())

        def note(due: datetime) -> None:
            self._session.operations.write(
                self, lambda library, ticket: set_countdown(library, dispute, id_, due, ticket)
            )

        dialog.noted.connect(note)
        dialog.open()

    def forget_countdown(self, deadline: Deadline) -> None:
        """Count by the rule again."""
        if self._view is None or self._view.dispute is None:
            return
        dispute, id_ = self._view.dispute.id, deadline.id
        self._session.operations.write(
            self, lambda library, ticket: clear_countdown(library, dispute, id_, ticket)
        )

    def _zone(self) -> ZoneInfo:
        platform = self._view.order.platform if self._view is not None else ""
        return ZoneInfo(self._session.book.platform(platform).time_zone)

    def _show_menu(self, point: QPoint) -> None:
        deadline: Deadline | None = self.list.indexAt(point).data(DEADLINE_ROLE)
        if deadline is None or self._view is None or self._view.dispute is None:
            return
        menu = QMenu(self)
        copy = self.tr("Copy the time left from the page…")
        menu.addAction(copy, lambda: self.copy_countdown(deadline))
        if deadline.origin == "page":
            rule = self.tr("Count by the rule again")
            menu.addAction(rule, lambda: self.forget_countdown(deadline))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(point))


class CareCard(Card):
    """What to save before it vanishes and what to check of a parcel, to tick off."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the hidden card."""
        super().__init__(parent)
        self._session = session
        self._order_id = ""
        self._all = False
        self._items: list[CareItem] = []
        self._now = datetime.now().astimezone()
        self.more = Button("", "link", parent=self)
        self.more.clicked.connect(self._show_all)
        self.model = CareModel(session.lang, self)
        self.model.ticked.connect(self._tick)
        self.list = WholeList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setAccessibleName(self.tr("Save and check in time"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(15), theme.px(12), theme.px(15), theme.px(10))
        layout.setSpacing(theme.px(4))
        layout.addWidget(Label(self.tr("Save and check in time"), "section", "text", self))
        layout.addWidget(self.list)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setTabOrder(self.list, self.more)
        self.hide()

    def set_items(self, order_id: str, items: list[CareItem], now: datetime) -> None:
        """Show the advice for an order, what is not done first; all of it only when asked."""
        if order_id != self._order_id:
            self._all = False
        self._order_id, self._now = order_id, now
        self._items = sorted(items, key=lambda one: (one.done, one.due < now, one.due))
        self._refill()
        self.setVisible(bool(items))

    def _refill(self) -> None:
        shown = self._items if self._all else self._items[:SHOWN]
        self.model.set_items(shown, self._now)
        done = sum(1 for one in self._items if one.done)
        words = self.tr("All {count}, {done} done")
        self.more.setText(words.format(count=len(self._items), done=done))
        self.more.setVisible(len(shown) < len(self._items))

    def _show_all(self) -> None:
        self._all = True
        self._refill()

    def _tick(self, prompt: str, done: bool) -> None:
        order_id = self._order_id
        self._session.operations.write(
            self, lambda library, ticket: tick(library, order_id, prompt, ticket, done=done)
        )

    def _show_menu(self, point: QPoint) -> None:
        item: CareItem | None = self.list.indexAt(point).data(CARE_ROLE)
        if item is None or item.prompt.kind is None:
            return
        kind, order_id = item.prompt.kind, self._order_id
        menu = QMenu(self)
        add = self.tr("Add it as evidence…")
        menu.addAction(add, lambda: self._session.add_requested.emit(order_id, kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(point))


class DatesRow(QWidget):
    """Both cards beside one another, loaded together."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the row without anything in it."""
        super().__init__(parent)
        self._session = session
        self.deadlines = DeadlinesCard(session, self)
        self.care = CareCard(session, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(self.deadlines, 1)
        self._row.addWidget(self.care, 1)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below one another where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(NARROW)
        directions = QHBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def set_view(self, view: OrderView) -> None:
        """Work out what is due for an order."""
        book = self._session.book

        def load(
            library: Library, ticket: Ticket
        ) -> tuple[list[Deadline], list[CareItem], datetime]:
            del ticket
            now = library.now()
            rows = deadlines_of(library, book, view.order, view.dispute, now)
            shown = [one for one in rows if one.state != "met"]
            items = care_items(library, book, view.order, view.dispute, now)
            return shown, list(items), now

        self._session.operations.read(self, load, lambda found: self._show(view, *found))

    def _show(
        self, view: OrderView, rows: list[Deadline], items: list[CareItem], now: datetime
    ) -> None:
        self.deadlines.set_deadlines(view, rows, now)
        self.care.set_items(view.order.id, items, now)
        # An empty row would still take the spacing of the column.
        self.setHidden(self.deadlines.isHidden() and self.care.isHidden())
