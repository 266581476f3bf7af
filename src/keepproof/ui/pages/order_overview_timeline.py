"""What happened with one order, newest first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.services.views import OrderView, TimelineEntry
from keepproof.ui import labels_contacts, labels_orders, theme
from keepproof.ui.models.timeline_model import TimelineModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.segment import Segment
from keepproof.ui.widgets.timeline_delegate import TimelineDelegate
from keepproof.ui.widgets.whole_list import WholeList

NARROW = 440


class TimelineCard(Card):
    """Heading, filter by group, and the list; an entry with evidence opens it."""

    opened = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the empty card."""
        super().__init__(parent)
        self._session = session
        self._platform = "generic"
        self.model = TimelineModel(self._words, self._sentence, self)
        self.list = WholeList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TimelineDelegate(self.list))
        self.list.setAccessibleName(self.tr("Timeline"))
        self.list.activated.connect(self._open)
        self.segment = Segment(self)
        self.segment.set_options(
            [
                ("all", self.tr("All")),
                ("order", self.tr("Order")),
                ("evidence", self.tr("Evidence")),
                ("contact", self.tr("Contacts")),
                ("sent", self.tr("Sent")),
            ]
        )
        self.segment.chosen.connect(self.model.show_group)
        self._head = QHBoxLayout()
        self._head.addWidget(Label(self.tr("Timeline"), "section", "text", self), 1)
        self._head.addWidget(self.segment)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(15), theme.px(10), theme.px(15), theme.px(10))
        layout.addLayout(self._head)
        layout.addWidget(self.list)

    def set_view(self, view: OrderView) -> None:
        """Show the timeline of one order."""
        self._platform = view.order.platform
        self.model.set_entries(view.timeline)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the filter below the heading where large text leaves no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(NARROW)
        directions = QHBoxLayout.Direction
        self._head.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _words(self, entry: TimelineEntry) -> str:
        session, platform = self._session, self._platform
        if entry.contact is not None:
            return labels_contacts.entry(entry.contact, session.book, session.lang, platform)
        return labels_orders.timeline_words(entry, session.book, session.lang, platform)

    def _sentence(self, entry: TimelineEntry) -> str:
        parts = [labels_orders.full_time(entry.at), self._words(entry)]
        if entry.number is not None:
            parts.append(self.tr("Evidence {number}").format(number=entry.number))
        return labels_orders.listed(parts)

    def _open(self, index: QModelIndex) -> None:
        entry = self.model.entry_at(index)
        if entry is not None and entry.evidence is not None:
            self.opened.emit(entry.evidence.id)
