"""The contact log as a table, as high as all its rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from keepproof.services.next_page import ContactRow
from keepproof.ui import theme
from keepproof.ui.models import contacts_model
from keepproof.ui.models.contacts_model import CONTACT_ROLE, SORT_ROLE, ContactsModel
from keepproof.ui.session import Session

WIDTHS = (104, 120, 132, 0, 150, 96)


class ContactTable(QTableView):
    """Rows of contacts, as high as all of them; what one wants with a row is told by signals."""

    change_asked = Signal(object)
    remove_asked = Signal(object)
    menu_asked = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty table."""
        super().__init__(parent)
        self.contacts = ContactsModel(session, self)
        proxy = QSortFilterProxyModel(self)
        proxy.setSortRole(SORT_ROLE)
        proxy.setSourceModel(self.contacts)
        self.setModel(proxy)
        self.setAccessibleName(self.tr("Contact log"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        proxy.sort(-1)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionResizeMode(contacts_model.CONTENT, QHeaderView.ResizeMode.Stretch)
        self._measure()
        theme.changed().connect(self._measure)
        proxy.modelReset.connect(self.updateGeometry)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(lambda index: self.change_asked.emit(index.data(CONTACT_ROLE)))

    def chosen(self) -> ContactRow | None:
        """Give the selected contact."""
        rows = self.selectionModel().selectedRows()
        return rows[0].data(CONTACT_ROLE) if rows else None

    def choose(self, contact_id: str) -> None:
        """Select a contact."""
        place = self.contacts.place_of(contact_id)
        if place >= 0:
            proxy = self.model()
            assert isinstance(proxy, QSortFilterProxyModel)  # noqa: S101 - set in __init__
            self.selectRow(proxy.mapFromSource(self.contacts.index(place, 0)).row())

    def sizeHint(self) -> QSize:
        """Be as high as head and rows."""
        rows = self.model().rowCount(QModelIndex())
        high = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        high += rows * self.verticalHeader().defaultSectionSize() + theme.px(4)
        return QSize(theme.px(400), high)

    def minimumSizeHint(self) -> QSize:
        """Never hide a row."""
        return QSize(theme.px(200), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change with Enter, remove with Delete."""
        chosen = self.chosen()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and chosen:
            self.change_asked.emit(chosen)
        elif event.key() == Qt.Key.Key_Delete and chosen:
            self.remove_asked.emit(chosen)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _measure(self) -> None:
        line = QFontMetrics(theme.font("body")).lineSpacing()
        self.verticalHeader().setDefaultSectionSize(round(1.8 * line))
        for column, wide in enumerate(WIDTHS):
            if wide:
                self.setColumnWidth(column, theme.px(wide))
        self.updateGeometry()

    def _ask_menu(self, point: QPoint) -> None:
        index = self.indexAt(point) if point.y() >= 0 else self.currentIndex()
        if index.isValid():
            self.selectRow(index.row())
            self.menu_asked.emit(index.data(CONTACT_ROLE), self.viewport().mapToGlobal(point))
