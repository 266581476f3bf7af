"""The side bar: places, open disputes, integrity, settings; a rail where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.ui import icons, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.elided_label import ElidedLabel
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.nav_row import NavRow

if TYPE_CHECKING:
    from keepproof.domain.changes import Changes
    from keepproof.services.today import SideView
    from keepproof.services.views import OrderRow

WIDE, RAIL = 208, 60
EDGE = 10
DISPUTES = 8


class SideBar(QWidget):
    """Tells which place is asked for; counts follow the library."""

    settings_asked = Signal()
    counted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the bar without counts: the library may still be opening."""
        super().__init__(parent)
        self._session = session
        self._rail = False
        self.places = {
            "today": NavRow("sun", self.tr("Today"), self),
            "orders": NavRow("package", self.tr("Orders"), self),
            "evidence": NavRow("image", self.tr("Evidence"), self),
            "channels": NavRow("phone", self.tr("Channels"), self),
        }
        self.search = NavRow("magnifying-glass", self.tr("Search"), self)
        self.search.setCheckable(False)
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.search.set_words(self.search.text(), keys)
        self.search.clicked.connect(lambda: session.search_requested.emit(""))
        self._group = QButtonGroup(self)
        for place, row in self.places.items():
            row.setObjectName(place)
            self._group.addButton(row)
        self._group.buttonClicked.connect(self._go)
        self.disputes: list[NavRow] = []
        self._head = Label(self.tr("Open disputes"), "small", "text2", self)
        self.integrity = NavRow("shield-check", "", self, quiet=True)
        self.integrity.clicked.connect(session.verify_requested)
        self.settings = NavRow("gear-six", self.tr("Settings"), self)
        self.settings.setCheckable(False)
        self.settings.clicked.connect(self.settings_asked)
        self._build()
        session.events.changed.connect(self._changed)
        theme.changed().connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self._mark = QLabel(self)
        self._name = Label(self.tr("KeepProof"), "section", "text", self)
        self.library = ElidedLabel(parent=self)
        self.library.set_look("caption", "text2")
        self.library.hide()
        self._mark.setFixedWidth(theme.px(RAIL - 2 * EDGE))
        brand = QHBoxLayout()
        brand.setSpacing(theme.px(4))
        brand.setContentsMargins(0, 0, 0, theme.px(8))
        brand.addWidget(self._mark)
        brand.addWidget(self._name, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(EDGE), theme.px(14), theme.px(EDGE), theme.px(10))
        self._layout.setSpacing(theme.px(2))
        self._layout.addLayout(brand)
        below = QHBoxLayout()
        below.setContentsMargins(theme.px(12), 0, 0, theme.px(6))
        below.addWidget(self.library)
        self._layout.addLayout(below)
        for row in (self.search, *self.places.values()):
            self._layout.addWidget(row)
        self._layout.addSpacing(theme.px(12))
        self._head.setContentsMargins(theme.px(12), 0, 0, theme.px(2))
        self._layout.addWidget(self._head)
        self._disputes_place = self._layout.count()
        self._layout.addStretch(1)
        self._layout.addWidget(self.integrity)
        self._layout.addWidget(self.settings)
        self._head.hide()
        self.integrity.hide()

    def refresh(self) -> None:
        """Count again."""
        from keepproof.services.today import side_view  # noqa: PLC0415 - not before the first paint

        book = self._session.book
        self._session.operations.read(self, lambda library, _: side_view(library, book), self._show)

    def show_place(self, place: str) -> None:
        """Mark the place that is shown."""
        if place in self.places:
            self.places[place].setChecked(True)

    def name_library(self, name: str) -> None:
        """Show which library is open, or nothing where there is only one."""
        self.library.setText(name)
        self.library.setVisible(bool(name) and not self._rail)

    def set_library_open(self, *, opened: bool) -> None:
        """Let the places be chosen, or not while there is no library."""
        for row in (self.search, *self.places.values(), *self.disputes, self.integrity):
            row.setEnabled(opened)

    def set_rail(self, *, rail: bool) -> None:
        """Become a rail of icons, or the whole bar."""
        self._rail = rail
        self.setFixedWidth(theme.px(RAIL if rail else WIDE))
        self._name.setVisible(not rail)
        self.library.setVisible(bool(self.library.text()) and not rail)
        for row in (self.search, *self.places.values(), self.integrity, self.settings):
            row.set_rail(rail=rail)
        for row in self.disputes:
            row.setVisible(not rail)
        self._head.setVisible(not rail and bool(self.disputes))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the hairline to the page."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sidebar"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("border"))

    def _changed(self, changes: Changes) -> None:
        if changes.things:
            self.refresh()

    def _go(self, row: QWidget) -> None:
        self._session.place_requested.emit(row.objectName())

    def _show(self, view: SideView) -> None:
        counts = {"today": view.tasks, "orders": view.orders, "evidence": view.evidence}
        for place, row in self.places.items():
            row.set_words(row.text(), str(counts.get(place) or ""))
        self._say_integrity(view)
        for row in self.disputes:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.disputes = [self._dispute_row(one) for one in view.disputes[:DISPUTES]]
        for offset, row in enumerate(self.disputes):
            self._layout.insertWidget(self._disputes_place + offset, row)
        self.set_rail(rail=self._rail)
        self.counted.emit(view)

    def _say_integrity(self, view: SideView) -> None:
        """Say what is known: a result of a check only after there was one."""
        mark = ("shield-check", "accent")
        if not view.evidence:
            words, mark = self.tr("No evidence yet"), ("shield-check", "text3")
        elif view.broken:
            words = self.tr("%n item(s) missing or different", "", view.broken)
            mark = ("shield-warning", "bad_text")
        elif view.checked_at is None:
            words = self.tr("%n item(s) kept", "", view.evidence)
        else:
            words = self.tr("%n unchanged since import", "", view.evidence)
        self.integrity.set_mark(*mark)
        tip = self.tr("Check integrity now")
        if view.checked_at is not None:
            last = view.checked_at.astimezone().strftime("%Y-%m-%d %H:%M")
            tip = self.tr("Last checked {at}. Check again now").format(at=last)
        self.integrity.set_words(words, tip=tip)
        self.integrity.show()

    def _dispute_row(self, one: OrderRow) -> NavRow:
        row = NavRow("", one.order.title, self)
        note, tone = self._state(one)
        row.set_words(one.order.title, note)
        row.set_mark("", tone)
        order_id = one.order.id
        session = self._session
        row.clicked.connect(lambda: session.order_requested.emit(order_id, "overview"))
        return row

    def _state(self, one: OrderRow) -> tuple[str, str]:
        code = one.next.code
        if code == "check_changed":
            return self.tr("check it"), "bad_mark"
        if code == "answer":
            return self.tr("%n open", "", int(str(one.next.data.get("open", 0)))), "warn_mark"
        if one.missing:
            return self.tr("%n missing", "", one.missing), "warn_mark"
        if code == "await_reply":
            return self.tr("waiting"), "border_strong"
        return self.tr("ready") if code == "write" else "", "accent"

    def _dress(self) -> None:
        edge = theme.px(26)
        self._mark.setPixmap(icons.mark(edge, self.devicePixelRatioF()))
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_rail(rail=self._rail)
        self.update()
