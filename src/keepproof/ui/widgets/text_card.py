"""The live text on its sheet, with the popover and the inline editor that belong to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from keepproof.domain.complaint import Complaint, Statement
from keepproof.domain.evidence import FiledEvidence
from keepproof.ui import labels_tiles, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.citation_popover import CitationPopover
from keepproof.ui.widgets.citation_view import CitationView
from keepproof.ui.widgets.live_text import LiveText

HOVER_MS = 150


class TextCard(Card):
    """`pointed` carries the evidence numbers of the statement meant; the others what is asked for."""

    pointed = Signal(object)
    opened = Signal(int)
    edit_asked = Signal(str)
    restore_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty sheet."""
        super().__init__(parent)
        self._filed: tuple[FiledEvidence, ...] = ()
        self._labels: Mapping[str, str] = {}
        self._session = session
        self._popover: CitationPopover | None = None
        self._dock: CitationView | None = None
        self._hover = QTimer(self)
        self._hover.setSingleShot(True)
        self._hover.timeout.connect(self._pop_up)
        self.text = LiveText(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.text)
        self.setMinimumHeight(theme.px(110))
        self.text.pointed.connect(self._pointed)
        self.text.left.connect(self._leave)
        self.text.opened.connect(self._open_first)
        self.text.edit_asked.connect(self._ask_edit)
        self.text.menu_asked.connect(self._show_menu)
        self.text.focused.connect(lambda on: self.set_look("surface", "accent" if on else "border"))

    def sizeHint(self) -> QSize:
        """Ask for no more than the least: the layout gives the text all the room there is."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def set_complaint(
        self, complaint: Complaint, filed: Sequence[FiledEvidence], labels: Mapping[str, str]
    ) -> None:
        """Show a text over the evidence of its order; `labels` name the facts behind a statement."""
        self._filed, self._labels = tuple(filed), labels
        broken = [one.number for one in filed if one.number is not None and one.evidence.broken]
        self.text.set_complaint(complaint, broken)
        if self._popover is not None and not self.text.current():
            self._popover.close_now()
        if self._dock is not None and self.text.current():
            self._hover.start(0)

    def popover(self) -> CitationPopover:
        """Give the popover; it belongs to the window, so it is made when the window is known."""
        window = self.window()
        if self._popover is None or self._popover.parentWidget() is not window:
            self._popover = CitationPopover(self._session, window)
            self.wire(self._popover.view)
            self._popover.closed.connect(self.text.let_go)
            self.destroyed.connect(self._popover.deleteLater)
        return self._popover

    def set_dock(self, dock: CitationView | None) -> None:
        """Show what a statement rests on beside the text, or (None) in the popover again."""
        self._dock = dock
        self.close_popover()

    def wire(self, view: CitationView) -> None:
        """Take what is pressed in a view of the evidence as pressed here."""
        view.opened.connect(self.opened)
        view.edit_asked.connect(self._ask_edit)
        view.restore_asked.connect(self._ask_restore)

    def close_popover(self) -> None:
        """Close the popover, where one is open."""
        self._hover.stop()
        if self._popover is not None:
            self._popover.close_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing behind over another page."""
        super().hideEvent(event)
        self.close_popover()

    def menu_for(self, statement: Statement | None) -> QMenu:
        """Build the menu of a statement: copy, open its evidence, reword, restore."""
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy selection"))
        copy.setEnabled(self.text.textCursor().hasSelection())
        copy.triggered.connect(self.text.copy)
        if statement is None:
            return menu
        menu.addSeparator()
        for number in statement.citations:
            words = self.tr("Open {number}").format(number=labels_tiles.number_words(number))
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, one=number: self.opened.emit(one))
        own = statement.stale and statement.edited
        reword = self.tr("Compare wordings") if own else self.tr("Reword this sentence")
        menu.addAction(reword).triggered.connect(lambda: self._ask_edit(statement.id))
        if statement.edited:
            restore = menu.addAction(self.tr("Use the generated wording"))
            restore.triggered.connect(lambda: self._ask_restore(statement.id))
        return menu

    def _pointed(self, id: str, by_keyboard: bool) -> None:
        statement = self.text.statement(id)
        if statement is None:
            self._hover.stop()
            self.pointed.emit(())
            self.close_popover()
            return
        self.pointed.emit(statement.citations)
        self._hover.start(0 if by_keyboard else HOVER_MS)

    def _leave(self) -> None:
        """Let go, or give the pointer the time to come into the popover."""
        if self._popover is not None and self._popover.isVisible():
            self._popover.leave()
        else:
            self.text.let_go()

    def _pop_up(self) -> None:
        statement = self.text.statement(self.text.current())
        if statement is None or not self.isVisible():
            return
        facts = [self._labels[one] for one in statement.fields if one in self._labels]
        if self._dock is not None:
            self._dock.set_statement(statement, self._filed, facts)
            return
        popover = self.popover()
        popover.view.set_statement(statement, self._filed, facts)
        window = self.window()
        viewport = self.text.viewport()
        inside = self.text.statement_rect(statement.id)
        place = QRect(viewport.mapTo(window, inside.topLeft()), inside.size())
        room = QRect(self.mapTo(window, QPoint(theme.px(12), 0)), self.size())
        room.setWidth(self.width() - theme.px(24))
        popover.show_at(place, room)

    def _open_first(self, id: str) -> None:
        statement = self.text.statement(id)
        if statement is not None and statement.citations:
            self.opened.emit(statement.citations[0])

    def _ask_edit(self, id: str) -> None:
        self.close_popover()
        self.edit_asked.emit(id)

    def _ask_restore(self, id: str) -> None:
        self.close_popover()
        self.restore_asked.emit(id)

    def _show_menu(self, id: str, where: QPoint) -> None:
        menu = self.menu_for(self.text.statement(id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
