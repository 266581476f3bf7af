"""The checklist: what proof there is, what is missing and why, linked with the text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from keepproof.domain.evidence import EvidenceKind
from keepproof.services.checklist import ChecklistRow
from keepproof.ui import labels_complaint, labels_tiles, theme
from keepproof.ui.models.checklist_model import ChecklistModel
from keepproof.ui.session import Session
from keepproof.ui.widgets.checklist_delegate import ChecklistDelegate, Part


class ChecklistView(QListView):
    """Rows of proof; what is meant by pointer or keyboard is told by signals.

    Enter opens the first piece of a row or adds the missing one; the menu opens, adds and leaves out each piece.
    """

    pointed = Signal(object)
    opened = Signal(int)
    add_asked = Signal(object)
    leave_out_asked = Signal(int, bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty checklist."""
        super().__init__(parent)
        book, lang = session.book, session.lang

        def label(kind: EvidenceKind) -> str:
            return book.kind(kind).label.of(lang)

        self._model = ChecklistModel(
            label,
            labels_complaint.need_heading,
            lambda row, out: labels_complaint.checklist_sentence(row, out, label(row.kind), lang),
            self,
        )
        self._delegate = ChecklistDelegate(lang, self)
        self._pointed: tuple[int, ...] = ()
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Evidence checklist"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.selectionModel().currentChanged.connect(lambda now, _: self._point_at(now))
        theme.changed().connect(self.doItemsLayout)

    def rows(self) -> ChecklistModel:
        """Give the model of the rows."""
        return self._model

    def light(self, numbers: Iterable[int]) -> None:
        """Light up the rows that hold these pieces of evidence."""
        self._model.light(numbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or add with Enter or Space; the rest is the list's own."""
        row = self._model.row_at(self.currentIndex())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and row:
            if row.have:
                self.opened.emit(row.have[0])
            else:
                self.add_asked.emit(row.kind)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which row is meant; show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._point_at(index)
        part = self._part_at(event.position().toPoint())
        hand = Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a number or add what is missing."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        part, row = self._part_at(point), self._model.row_at(self.indexAt(point))
        if part is not None and part.number:
            self.opened.emit(part.number)
        elif part is not None and row is not None:
            self.add_asked.emit(row.kind)

    def leaveEvent(self, event: QEvent) -> None:
        """Mean nothing any more."""
        super().leaveEvent(event)
        self._point(())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mean nothing any more."""
        super().focusOutEvent(event)
        self._point(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the reasons to the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def menu_for(self, row: ChecklistRow, out: Iterable[int]) -> QMenu:
        """Build the menu of a row: open, leave out and take back each piece, and add one."""
        menu = QMenu(self)
        for number in row.have:
            words = labels_tiles.number_words(number)
            action = menu.addAction(self.tr("Open {number}").format(number=words))
            action.triggered.connect(lambda _=False, one=number: self.opened.emit(one))
        for number in row.have:
            words = labels_tiles.number_words(number)
            action = menu.addAction(
                self.tr("Leave {number} out of this complaint").format(number=words)
            )
            action.triggered.connect(lambda _=False, one=number: self._leave_out(one, out=True))
        for number in out:
            words = labels_tiles.number_words(number)
            action = menu.addAction(self.tr("Use {number} again").format(number=words))
            action.triggered.connect(lambda _=False, one=number: self._leave_out(one, out=False))
        menu.addSeparator()
        add = menu.addAction(self.tr("Add evidence of this kind"))
        add.triggered.connect(lambda: self.add_asked.emit(row.kind))
        return menu

    def _show_menu(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            index = self.currentIndex()
        row = self._model.row_at(index)
        if row is None:
            return
        menu = self.menu_for(row, self._model.left_out_at(index))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(point))

    def _leave_out(self, number: int, *, out: bool) -> None:
        self.leave_out_asked.emit(number, out)

    def _part_at(self, point: QPoint) -> Part | None:
        index = self.indexAt(point)
        return self._delegate.part_at(self.visualRect(index), index, point)

    def _point_at(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        self._point(row.have if row is not None else ())

    def _point(self, numbers: tuple[int, ...]) -> None:
        if numbers != self._pointed:
            self._pointed = numbers
            self.pointed.emit(numbers)
