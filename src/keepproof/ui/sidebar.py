"""The side bar: places, open disputes, integrity, settings; a rail where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from keepproof.services.views import OrderRow, SideView, side_view
from keepproof.ui import icons, labels_orders, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.nav_row import NavRow

WIDE, RAIL = 208, 60
DISPUTES = 8


class SideBar(QWidget):
    """Tells which place is asked for; counts follow the library."""

    settings_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the bar."""
        super().__init__(parent)
        self._session = session
        self._rail = False
        self.setAutoFillBackground(True)
        self.places = {
            "today": NavRow("sun", self.tr("Today"), self),
            "orders": NavRow("package", self.tr("Orders"), self),
            "evidence": NavRow("image", self.tr("Evidence"), self),
        }
        self._group = QButtonGroup(self)
        for place, row in self.places.items():
            self._group.addButton(row)
            row.clicked.connect(lambda _on=False, place=place: session.place_requested.emit(place))
        self._head = Label(self.tr("Open disputes"), "caption", "text2", self)
        self._disputes: list[NavRow] = []
        self.integrity = NavRow("shield-check", "", self)
        self.integrity.setCheckable(False)
        self.integrity.clicked.connect(session.verify_requested)
        self.settings = NavRow("gear-six", self.tr("Settings"), self)
        self.settings.setCheckable(False)
        self.settings.clicked.connect(self.settings_asked)
        self._build()
        session.events.changed.connect(lambda _changes: self.refresh())
        theme.changed().connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self._mark = QLabel(self)
        self._name = Label(self.tr("KeepProof"), "section", "text", self)
        brand = QHBoxLayout()
        brand.setSpacing(theme.px(10))
        brand.setContentsMargins(theme.px(8), 0, 0, theme.px(8))
        brand.addWidget(self._mark)
        brand.addWidget(self._name, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(theme.px(10), theme.px(16), theme.px(10), theme.px(12))
        self._layout.setSpacing(theme.px(2))
        self._layout.addLayout(brand)
        for row in self.places.values():
            self._layout.addWidget(row)
        self._layout.addSpacing(theme.px(14))
        self._head.setContentsMargins(theme.px(12), 0, 0, theme.px(2))
        self._layout.addWidget(self._head)
        self._disputes_place = self._layout.count()
        self._layout.addStretch(1)
        self._layout.addWidget(self.integrity)
        self._layout.addWidget(self.settings)
        self._head.hide()

    def refresh(self) -> None:
        """Count again."""
        book = self._session.book
        self._session.operations.read(self, lambda library, _: side_view(library, book), self._show)

    def show_place(self, place: str) -> None:
        """Mark the place that is shown."""
        if place in self.places:
            self.places[place].setChecked(True)

    def set_rail(self, *, rail: bool) -> None:
        """Become a rail of icons, or the whole bar."""
        self._rail = rail
        self.setFixedWidth(theme.px(RAIL if rail else WIDE))
        self._name.setVisible(not rail)
        for row in (*self.places.values(), self.integrity, self.settings):
            row.set_rail(rail=rail)
        for row in self._disputes:
            row.setVisible(not rail)
        self._head.setVisible(not rail and bool(self._disputes))

    def _show(self, view: SideView) -> None:
        for place, count in (
            ("today", view.tasks),
            ("orders", view.orders),
            ("evidence", view.evidence),
        ):
            self.places[place].set_note(str(count) if count else "")
        self._say_integrity(view)
        for row in self._disputes:
            self._layout.removeWidget(row)
            row.deleteLater()
        self._disputes = [self._dispute_row(one) for one in view.disputes[:DISPUTES]]
        for offset, row in enumerate(self._disputes):
            self._layout.insertWidget(self._disputes_place + offset, row)
        self.set_rail(rail=self._rail)

    def _say_integrity(self, view: SideView) -> None:
        if view.broken:
            words = self.tr("%n item(s) differ", "", view.broken)
        elif view.checked_at is None:
            words = self.tr("%n item(s) kept", "", view.evidence)
        else:
            words = self.tr("%n unchanged since import", "", view.evidence)
        self.integrity.setText(words)
        self.integrity.set_note("")
        self.integrity.setToolTip(self.tr("Check integrity"))

    def _dispute_row(self, one: OrderRow) -> NavRow:
        row = NavRow("", one.order.title, self)
        if one.missing:
            row.set_note(labels_orders.missing_count(one.missing), "warn_mark")
        row.clicked.connect(lambda: self._session.order_requested.emit(one.order.id, "overview"))
        return row

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("sidebar"))
        self.setPalette(palette)
        edge = theme.px(26)
        self._mark.setPixmap(icons.app_icon().pixmap(edge, edge))
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_rail(rail=self._rail)
