"""The window: side bar, places, progress and status; it decides nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from keepproof.ui import labels_libraries, reading_order, theme
from keepproof.ui.room import ABOVE, BESIDE
from keepproof.ui.session import Session
from keepproof.ui.sidebar import SideBar
from keepproof.ui.widgets.status_line import StatusLine
from keepproof.ui.window_pages import Pages

if TYPE_CHECKING:
    from keepproof.services.today import SideView
    from keepproof.ui.drop_guide import DropGuide
    from keepproof.ui.drops import DropTarget
    from keepproof.ui.importing import Importing

NARROW = 1180
SIZE = (1280, 800)
LEAST = (960, 640)
HISTORY = 50


def _fills(screen: QSize) -> bool:
    """Say whether the window at its usual size leaves no room on a screen, which still is no tiny one."""
    with_frame = QSize(*SIZE) + QSize(BESIDE, ABOVE)
    inside = with_frame.boundedTo(screen) == with_frame
    return not inside and QSize(*LEAST).boundedTo(screen) == QSize(*LEAST)


class MainWindow(QMainWindow):
    """Frame first, so that it is painted at once; `begin` puts in what works with the library."""

    painted = Signal()
    closed = Signal()

    def __init__(self, session: Session) -> None:
        """Build the frame."""
        super().__init__()
        self._session = session
        self._history: list[tuple[str, str]] = []
        self._was_painted = False
        self._empty = False
        self.setWindowTitle(self.tr("KeepProof"))
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self.pages = Pages(session, self)
        self.sidebar = SideBar(session, self)
        self.status = StatusLine(self.tr("Everything stays on this computer"), self)
        self.importing: Importing | None = None
        self.guide: DropGuide | None = None
        self._column = QVBoxLayout()
        self._build()
        self.resize(*SIZE)
        self._restore()

    def _build(self) -> None:
        content = QWidget(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.pages.stack, 1)
        self._column.addWidget(self.status)
        row.addLayout(self._column, 1)
        self.setCentralWidget(content)

    def begin(self) -> None:
        """Put in everything that was not needed for the first paint."""
        from keepproof.ui.drop_guide import DropGuide  # noqa: PLC0415 - see above
        from keepproof.ui.importing import Importing  # noqa: PLC0415 - see above
        from keepproof.ui.indexing import Indexing  # noqa: PLC0415 - see above
        from keepproof.ui.tray import Tray  # noqa: PLC0415 - see above
        from keepproof.ui.widgets.new_files_banner import NewFilesBanner  # noqa: PLC0415 - see above
        from keepproof.ui.widgets.reading_status import ReadingStatus  # noqa: PLC0415 - see above
        from keepproof.ui.work_tray import WorkTray  # noqa: PLC0415 - see above

        session = self._session
        self.importing = Importing(session, self)
        self.guide = DropGuide(session, self, self.pages, self.importing)
        self.guide.watch()
        Tray(session, self)
        Indexing(session, self)
        self._column.insertWidget(0, NewFilesBanner(session, self))
        self._column.insertWidget(2, WorkTray(session.operations, self))
        self.status.add(ReadingStatus(session.reading, self))
        session.place_requested.connect(self.show_place)
        session.order_requested.connect(self.show_order)
        session.evidence_requested.connect(self.pages.open_viewer)
        session.redact_requested.connect(self.pages.open_redaction)
        session.unfiled_requested.connect(self.show_unfiled)
        session.wide_requested.connect(self._fit)
        session.status.connect(self.status.say)
        session.add_requested.connect(self.importing.choose_files)
        session.bills_requested.connect(self.importing.bills.choose)
        self.closed.connect(self.importing.bills.close)
        session.events.changed.connect(self.pages.changed)
        self.sidebar.counted.connect(self._take_counts)

    def show_open(self, *, empty: bool) -> None:
        """Show the place of the last time, now that the library is open."""
        self.pages.opened, self._empty = True, empty
        self._name_library()
        self._session.reminders.begin()
        self._session.watching.begin()
        self.sidebar.set_library_open(opened=True)
        self.sidebar.refresh()
        known = self._session.settings.value.window
        place, order = known.get("place", "today"), known.get("order", "")
        if not empty and place == "orders" and order:
            self.show_order(order, known.get("tab", "overview"))
        elif not empty and place in self.sidebar.places:
            self.show_place(place)
        else:
            self.show_place("today")

    def _name_library(self) -> None:
        """Say which library is open, where more than one is known."""
        session = self._session
        several = len(session.settings.value.libraries) > 1
        library = labels_libraries.name(session.folder, session.paths) if several else ""
        title = self.tr("{library} – KeepProof").format(library=library)
        self.setWindowTitle(title if library else self.tr("KeepProof"))
        self.sidebar.name_library(library)

    def show_closed(self, reason: str, *, absent: bool = False) -> None:
        """Show why the library is not open; `absent` where there is none at its place."""
        self.pages.opened = False
        self.sidebar.set_library_open(opened=False)
        page = self.pages.closed()
        page.show_reason(reason, absent=absent)
        self.pages.stack.setCurrentWidget(page)
        self._fit()
        page.focus_first()

    def show_place(self, place: str) -> None:
        """Show a place of the side bar."""
        if self.pages.opened:
            self._show(place)
            self._note(place, "")
            self.pages.call("focus_first")

    def show_order(self, order_id: str, tab: str) -> None:
        """Show one order."""
        if self.pages.opened:
            self._show("orders")
            self._note("orders", order_id)
            self.pages.orders().show_order(order_id, tab)

    def show_unfiled(self) -> None:
        """Show what is in no order yet."""
        self.show_place("evidence")
        self.pages.evidence().show_unfiled()

    def back(self) -> None:
        """Go to where one was before."""
        if len(self._history) < 2:
            return
        self._history.pop()
        place, order = self._history.pop()
        if order:
            self.show_order(order, "overview")
        else:
            self.show_place(place)

    def go_pane(self, step: int) -> None:
        """Put the keyboard into the next or previous pane."""
        from keepproof.ui import panes  # noqa: PLC0415 - not before the first paint

        panes.go(panes.panes(self.sidebar, self.pages.current()), step)

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Go as the page reads."""
        content = self.centralWidget()
        if content is not None and reading_order.step(content, forward=forward):
            return True
        return super().focusNextPrevChild(forward)

    def target(self) -> DropTarget:
        """Say where things pasted or chosen now would go."""
        return self.pages.drop_target()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say where dragged files will go."""
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Follow the pointer: a row of the list may be the target."""
        if self.guide is not None:
            self.guide.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the overlay away."""
        if self.guide is not None:
            self.guide.leave()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Copy what was dropped."""
        if self.guide is not None:
            self.guide.drop(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on the screen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a rail where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is being typed, remember size and place."""
        self.pages.flush()
        self._remember()
        super().closeEvent(event)
        self.closed.emit()

    def _show(self, place: str) -> None:
        page = self.pages.get("welcome" if place == "today" and self._empty else place)
        self.pages.stack.setCurrentWidget(page)
        self.sidebar.show_place(place)
        self._fit()

    def _note(self, place: str, order: str) -> None:
        if not self._history or self._history[-1] != (place, order):
            self._history.append((place, order))
            del self._history[:-HISTORY]

    def _take_counts(self, view: SideView) -> None:
        """Change between the first page and Today as the library fills or becomes empty."""
        empty = not view.orders and not view.evidence
        changed, self._empty = empty != self._empty, empty
        if changed and self.pages.place() in {"welcome", "today"}:
            self._show("today")

    def _fit(self) -> None:
        rail = self.pages.wide() or self.width() < theme.px(NARROW)
        self.sidebar.set_rail(rail=rail)

    def _remember(self) -> None:
        window = dict(self._session.settings.value.window)
        window["geometry"] = bytes(self.saveGeometry().toBase64().data()).decode()
        if self.pages.opened:
            place = self.pages.place()
            window["place"] = place if place in self.sidebar.places else "today"
            if place == "orders":  # another order may have been chosen in the list since
                detail = self.pages.orders().detail
                window |= {"order": detail.order_id, "tab": detail.tab}
        window |= self.pages.splitters()
        self._session.settings.change(window=window)

    def _restore(self) -> None:
        saved = self._session.settings.value.window.get("geometry", "")
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode()))
        elif _fills(self.screen().availableSize()):
            self.setWindowState(Qt.WindowState.WindowMaximized)
