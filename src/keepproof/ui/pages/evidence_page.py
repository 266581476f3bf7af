"""The library of evidence: everything kept, found by word, group and order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.order import Order
from keepproof.library.library import Library
from keepproof.ticket import Ticket
from keepproof.ui import labels_tiles, theme
from keepproof.ui.dialogs.viewer_dialog import ViewerDialog
from keepproof.ui.drops import DropTarget
from keepproof.ui.models.evidence_filter import counted, group_of, passed
from keepproof.ui.models.evidence_table_model import NAME
from keepproof.ui.pages.evidence_page_filters import EvidenceFilters
from keepproof.ui.pages.evidence_page_table import EvidenceTable
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.empty_state import EmptyState
from keepproof.ui.widgets.evidence_actions import EvidenceActions
from keepproof.ui.widgets.evidence_inspector import EvidenceInspector
from keepproof.ui.widgets.evidence_strip import EvidenceTiles
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.segment import Segment

MODE = "evidence mode"


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Everything the page shows, as loaded."""

    filed: tuple[FiledEvidence, ...]
    orders: dict[str, Order]

    def ids(self) -> set[str]:
        """Name all items."""
        return {one.evidence.id for one in self.filed}


def _load(library: Library, ticket: Ticket) -> _Shelf:
    del ticket
    newest = sorted(library.evidence.all(), key=_imported, reverse=True)
    return _Shelf(tuple(newest), {one.id: one for one in library.orders.all()})


def _imported(filed: FiledEvidence) -> float:
    time = filed.evidence.times.imported
    return time.at.timestamp() if time else 0.0


class EvidencePage(QWidget):
    """Grid or table, filters above, the inspector beside."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page; `refresh` fills it."""
        super().__init__(parent)
        self._session = session
        self._shelf = _Shelf((), {})
        self._shown: list[FiledEvidence] = []
        self._wanted_id = ""
        self._gone: set[str] = set()
        self.filters = EvidenceFilters(self)
        self.grid = EvidenceTiles(session, self)
        self.grid.setAccessibleName(self.tr("Evidence"))
        self.grid.set_large()
        self.grid.set_place(self._place)
        self.table = EvidenceTable(session, self)
        self.inspector = EvidenceInspector(session, self)
        self._count = Label("", "small", "text2", self)
        self._views = QStackedWidget(self)
        self._empty = self._make_empty()
        self._actions = EvidenceActions(session, self.grid)
        self._table_actions = EvidenceActions(session, self.table, NAME)
        self._build()
        self.show_mode(session.settings.value.window.get(MODE, "grid"))
        self._connect()

    def _build(self) -> None:
        self._modes = Segment(self)
        self._modes.set_options([("grid", self.tr("Grid")), ("table", self.tr("Table"))])
        self._import = Button(self.tr("Import"), "primary", "plus")
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Evidence"), "page", "text", self), 1)
        head.addWidget(self._modes)
        head.addWidget(self._import)
        for view in (self.grid, self.table, self._empty):
            self._views.addWidget(view)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(theme.px(24), theme.px(18), theme.px(20), theme.px(12))
        column.setSpacing(theme.px(10))
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self._count)
        column.addWidget(self._views, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("evidence_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.inspector)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([theme.px(760), theme.px(316)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _make_empty(self) -> EmptyState:
        choose = Button(self.tr("Choose files"), "primary")
        choose.clicked.connect(lambda: self._session.add_requested.emit(None, None))
        clear = Button(self.tr("Show everything"), "secondary")
        clear.clicked.connect(self.filters.clear)
        self._clear_button, self._choose_button = clear, choose
        return EmptyState("image", "", "", [choose, clear], self)

    def _connect(self) -> None:
        self.filters.changed.connect(self._filter)
        self._modes.chosen.connect(self._choose_mode)
        self._import.clicked.connect(lambda: self._session.add_requested.emit(None, None))
        self.grid.selectionModel().selectionChanged.connect(
            lambda *_: self._inspect(self.grid.chosen())
        )
        self.table.selectionModel().selectionChanged.connect(
            lambda *_: self._inspect(self.table.chosen())
        )
        self.inspector.file_asked.connect(lambda: self._actions.file_also(self._chosen()))
        self.grid.tiles().rename_asked.connect(self._actions.rename_to)
        self.table.rename_asked.connect(self._actions.rename_to)
        self._serve(self.grid, self._actions)
        self._serve(self.table, self._table_actions)
        self.inspector.copy_links.asked.connect(self.choose)
        self.inspector.open_asked.connect(self.open_item)
        self.inspector.verify_asked.connect(self._session.verify_requested)
        self.inspector.order_asked.connect(
            lambda order_id: self._session.order_requested.emit(order_id, "overview")
        )
        toggle = QShortcut(QKeySequence("Ctrl+I"), self)
        toggle.activated.connect(lambda: self.inspector.setVisible(not self.inspector.isVisible()))

    def _serve(self, view: EvidenceTiles | EvidenceTable, actions: EvidenceActions) -> None:
        view.opened.connect(self.open_item)
        view.menu_asked.connect(actions.show_menu)
        view.remove_asked.connect(actions.remove)

    def refresh(self) -> None:
        """Load everything again."""
        self._session.operations.read(self, _load, self._take)

    def changed(self, changes: Changes) -> None:
        """Load again when evidence or orders changed."""
        if changes.evidence or changes.orders:
            self.refresh()

    def drop_target(self) -> DropTarget:
        """Files dropped here are kept without an order, unless one is chosen in the filters."""
        order = self._shelf.orders.get(self.filters.wanted().order_id or "")
        return DropTarget(order.id, order.title) if order else DropTarget(None, "")

    def focus_first(self) -> None:
        """Put the caret into the search."""
        self.filters.search.setFocus()

    def show_unfiled(self) -> None:
        """Show only what is in no order yet."""
        self.filters.show_unfiled()

    def choose(self, evidence_id: str) -> None:
        """Choose one item, now or as soon as it is loaded."""
        self._wanted_id = evidence_id
        if any(one.evidence.id == evidence_id for one in self._shelf.filed):
            self.filters.clear()
            self._choose_wanted()

    def open_item(self, filed: FiledEvidence) -> None:
        """Open the viewer on one item, among what is shown."""
        dialog = ViewerDialog(self._session, self._shown or [filed], filed, self.window())
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the inspector away where the page is narrow."""
        super().resizeEvent(event)
        self.inspector.setVisible(self.width() >= theme.px(880))

    def _take(self, shelf: _Shelf) -> None:
        before, after = self._shelf.ids(), shelf.ids()
        back = (after - before) & self._gone
        self._gone = (self._gone | before) - after
        self._shelf = shelf
        self.filters.set_orders(shelf.orders.values())
        self._filter()
        if back and not self._wanted_id:
            self._choose_again(back)
        self._choose_wanted()

    def _choose_again(self, back: set[str]) -> None:
        """Choose what a removal taken back has brought again, where the filters let it be seen."""
        ids = [one.evidence.id for one in self._shown if one.evidence.id in back]
        if ids:
            self.grid.choose(ids)
            self._wanted_id = ids[0] if len(ids) == 1 else ""

    def _filter(self) -> None:
        wanted = self.filters.wanted()
        found = passed(self._shelf.filed, wanted, self._shelf.orders)
        unfiled = sum(1 for one in self._shelf.filed if one.order_id is None)
        self.filters.set_counts(counted(found), unfiled)
        self._shown = [one for one in found if wanted.group in {"all", group_of(one)}]
        kept = [one.evidence.id for one in self.grid.chosen()]
        self.grid.tiles().set_tiles(self._shown)
        self.table.set_rows(self._shown, self._shelf.orders)
        self.grid.choose(kept)
        self._inspect(self._chosen())
        self._say_count()

    def _say_count(self) -> None:
        every, shown = len(self._shelf.filed), len(self._shown)
        if self._shown:
            self._count.setText(self.tr("%n item(s), newest import first", "", shown))
            self.show_mode(self._modes.current())
            return
        self._count.setText("")
        self._clear_button.setVisible(every > 0)
        self._choose_button.setVisible(every == 0)
        filed = all(one.order_id is not None for one in self._shelf.filed)
        if every and filed and self.filters.wanted().unfiled:
            self._empty.set_words(
                self.tr("Nothing left to sort"), self.tr("Every item is filed under an order")
            )
        elif every:
            self._empty.set_words(
                self.tr("Nothing found"), self.tr("No evidence fits these words and filters")
            )
        else:
            self._empty.set_words(
                self.tr("No evidence yet"),
                self.tr(
                    "Drop screenshots, chats, photos or videos here. The files are copied, never moved or changed"
                ),
            )
        self._views.setCurrentWidget(self._empty)

    def show_mode(self, mode: str) -> None:
        """Show the evidence as a grid or as a table."""
        self._modes.set_current(mode)
        if self._shown:
            self._views.setCurrentWidget(self.table if mode == "table" else self.grid)
            self._inspect(self._chosen())

    def _choose_mode(self, mode: str) -> None:
        self.show_mode(mode)
        settings = self._session.settings
        settings.change(window=settings.value.window | {MODE: mode})

    def _choose_wanted(self) -> None:
        if not self._wanted_id:
            return
        self.grid.choose([self._wanted_id])
        places = self.grid.tiles().indexes_of(self._wanted_id)
        if places:
            self.grid.selectionModel().setCurrentIndex(
                places[0], QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.grid.scrollTo(places[0])
            self.table.choose(self._wanted_id)
            self._wanted_id = ""

    def _place(self, filed: FiledEvidence) -> str:
        order = self._shelf.orders.get(filed.order_id or "")
        if order is not None:
            return order.title
        item, session = filed.evidence, self._session
        shown = labels_tiles.name_words(item, session.book, session.lang)
        return item.original_name if item.original_name != shown else ""

    def _chosen(self) -> list[FiledEvidence]:
        table = self._modes.current() == "table"
        return self.table.chosen() if table else self.grid.chosen()

    def _inspect(self, chosen: list[FiledEvidence]) -> None:
        if len(chosen) == 1:
            self.inspector.show_item(chosen[0], self._shelf.orders.get(chosen[0].order_id or ""))
            self.inspector.copy_links.show_item(chosen[0], self._shelf.filed)
        elif chosen:
            self.inspector.show_many(chosen)
        else:
            self.inspector.clear()
