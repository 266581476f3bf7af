"""Today: the next step of every order by urgency, and the places to drop and to begin."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind
from keepproof.services.today import Task, TodayView, today_view
from keepproof.ui import labels_orders, theme
from keepproof.ui.drops import DropTarget
from keepproof.ui.pages.today_page_side import RecentOrders, UnfiledCard
from keepproof.ui.pages.today_page_tasks import TaskGroup
from keepproof.ui.room import UNBOUND
from keepproof.ui.session import Session
from keepproof.ui.widgets.backup_hint import BackupHint
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.drop_zone import DropZone
from keepproof.ui.widgets.due_banner import DueBanner
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.scroll_pane import ScrollPane
from keepproof.ui.widgets.search_field import SearchField

SIDE = 330
NARROW = 800


class TodayPage(QWidget):
    """What to do next, most urgent first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page and load it."""
        super().__init__(parent)
        self._session = session
        self._title = Label(self.tr("Today"), "page", "text", self)
        self._date = Label("", "small", "text2", self)
        self.search = SearchField(self.tr("Search everything  Ctrl+K"), self)
        self.figures_button = Button(self.tr("Overview"), "link")
        self.new_button = Button(self.tr("New order"), "primary", "plus")
        self.groups = {
            "now": TaskGroup(session, self.tr("Due today"), primary=True, parent=self),
            "soon": TaskGroup(session, self.tr("This week"), primary=False, parent=self),
            "waiting": TaskGroup(
                session, self.tr("Waiting for others"), primary=False, parent=self
            ),
        }
        self.due = DueBanner(session, self)
        self.calm = self._calm_card()
        self.drop = DropZone(self)
        self.unfiled = UnfiledCard(self)
        self.recent = RecentOrders(session, self)
        self.backup = BackupHint(session, self)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Load the page again."""
        book = self._session.book
        self._session.operations.read(
            self, lambda library, _: today_view(library, book), self._show
        )

    def changed(self, changes: Changes) -> None:
        """Look again when anything but words read changed: every task depends on all of it."""
        if changes.things:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side below the tasks where large text leaves no room beside them."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(NARROW)
        directions = QHBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._side.setMinimumWidth(theme.px(SIDE) if wide else 0)
        self._side.setMaximumWidth(theme.px(SIDE) if wide else UNBOUND)

    def focus_search(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus()

    def drop_target(self) -> DropTarget:
        """Say that what is dropped here is kept without an order for now."""
        return DropTarget(None, self.tr("No order yet"))

    def focus_first(self) -> None:
        """Put the keyboard into the first group of tasks, or on the first button."""
        for group in self.groups.values():
            if not group.isHidden():
                group.list.setFocus()
                group.list.setCurrentIndex(group.model.index(0))
                return
        self.new_button.setFocus()

    def take(self, task: Task) -> None:
        """Do what a task asks for."""
        session, order_id = self._session, task.order.id
        care = task.reminder.care if task.reminder is not None else None
        if care is not None and care.prompt.kind is not None:
            session.add_requested.emit(order_id, care.prompt.kind)
        elif task.step.code in {"contact_merchant", "escalate", "write"}:
            channel = str(task.step.data.get("channel", ""))
            texts = {one.id for one in session.book.channels(task.order.platform)}
            tab = "next" if channel and channel not in texts else f"complaint/{channel}"
            session.order_requested.emit(order_id, tab)
        elif task.step.code == "answer":
            session.order_requested.emit(order_id, "complaint")
        elif task.step.code in {"await_reply", "await_promise", "overdue", "solved"}:
            session.order_requested.emit(order_id, "next")
        elif task.step.code in {"add_first", "add_missing"}:
            session.add_requested.emit(order_id, _first_kind(task))
        else:
            session.order_requested.emit(order_id, "overview")

    def _show(self, view: TodayView) -> None:
        for urgency, group in self.groups.items():
            group.set_tasks([task for task in view.tasks if task.urgency == urgency])
        self.calm.setVisible(not view.tasks)
        self.unfiled.set_evidence(view.unfiled)
        self.recent.set_rows(view.recent, view.order_count)
        disputes = len(
            {one.dispute.id for one in view.tasks if one.dispute and one.dispute.state == "open"}
        )
        day = QLocale().toString(QDate.currentDate(), self.tr("ddd d MMM"))
        open_ = self.tr("%n open dispute(s)", "", disputes) if disputes else ""
        self._date.setText(labels_orders.facts_line([day, open_]))

    def _paste(self) -> None:
        """Keep what is on the clipboard."""
        from keepproof.ui.importing import Importing  # noqa: PLC0415 - brings the import with it, which Today needs only here

        mime = QGuiApplication.clipboard().mimeData()
        Importing(self._session, self).take(mime, self.drop_target(), "pasted")

    def _search(self) -> None:
        """Look the words up in everything; the search goes on in its own window."""
        words = self.search.text()
        self.search.clear()
        self._session.search_requested.emit(words)

    def _calm_card(self) -> Card:
        card = Card(self)
        column = QVBoxLayout(card)
        edge = theme.px(16)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(4))
        column.addWidget(BoldLabel(self.tr("Nothing is waiting for you"), "body", "text", card))
        hint = self.tr("New orders and disputes show their next step here.")
        column.addWidget(Label(hint, "small", "text2", card))
        card.hide()
        return card

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._date)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addLayout(names, 1)
        self.search.setFixedWidth(theme.px(230))
        head.addWidget(self.figures_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignTop)
        tasks = QVBoxLayout()
        tasks.setSpacing(theme.px(16))
        for group in (self.due, *self.groups.values(), self.calm):
            tasks.addWidget(group)
        tasks.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(theme.px(14))
        for part in (self.drop, self.unfiled, self.recent, self.backup):
            side.addWidget(part)
        side.addStretch(1)
        self._side = QWidget(self)
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(theme.px(24))
        self._columns.addLayout(tasks, 1)
        self._columns.addWidget(self._side)
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(theme.px(28), theme.px(22), theme.px(28), theme.px(24))
        inner.setSpacing(theme.px(18))
        inner.addLayout(head)
        inner.addLayout(self._columns, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollPane(content, parent=self))

    def _connect(self) -> None:
        session = self._session
        self.new_button.clicked.connect(lambda: session.new_order_requested.emit(""))
        self.figures_button.clicked.connect(lambda: session.place_requested.emit("overview"))
        self.search.returnPressed.connect(self._search)
        self.search.textEdited.connect(lambda words: self._search() if words.strip() else None)
        self.drop.paste_asked.connect(self._paste)
        self.drop.choose_asked.connect(lambda: session.add_requested.emit(None, None))
        self.unfiled.pressed.connect(session.unfiled_requested)
        self.recent.opened.connect(lambda order: session.order_requested.emit(order, "overview"))
        self.recent.all_asked.connect(lambda: session.place_requested.emit("orders"))
        for group in self.groups.values():
            group.pressed.connect(self.take)
        session.events.changed.connect(self.changed)


def _first_kind(task: Task) -> EvidenceKind | None:
    kinds = task.step.data.get("kinds", ())
    for one in kinds if isinstance(kinds, (list, tuple)) else ():
        return EvidenceKind(str(one))
    return None
