"""What was read in the chosen picture: each value with its place, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.evidence import EvidenceKind, FiledEvidence
from keepproof.ui import labels_hints, theme, tips
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.services.suggest import HintsView, Offer
    from keepproof.ticket import Ticket

    Work = Callable[[Library, Ticket], Outcome[Any]]


class ReadHints(QWidget):
    """Rows of values; a value shows its place when pressed (`marked`), nothing is entered unless asked for."""

    marked = Signal(object, int)
    shown = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build an empty column."""
        super().__init__(parent)
        self._session = session
        self._filed: FiledEvidence | None = None
        self._width = 0
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        session.events.changed.connect(self._changed)
        self.hide()

    def clear(self) -> None:
        """Show nothing."""
        self._filed = None
        self._replace(None)

    def show_item(self, filed: FiledEvidence) -> None:
        """Show what was read in an item, once it is looked up."""
        before, self._filed = self._filed, filed
        if before is None or before.evidence.id != filed.evidence.id:
            self._replace(None)

        def work(library: Library, ticket: Ticket) -> HintsView:
            from keepproof.services.suggest import hints_view  # noqa: PLC0415 - its tables are rarely needed

            del ticket
            return hints_view(library, filed)

        self._session.operations.read(self, work, lambda view: self._take(view, filed))

    def _changed(self, changes: Changes) -> None:
        filed = self._filed
        if filed is not None and (filed.evidence.id in changes.readings or changes.orders):
            self.show_item(filed)

    def _take(self, view: HintsView, filed: FiledEvidence) -> None:
        if filed is not self._filed:
            return
        self._width = view.width
        self._replace(self._built(view, filed) if view.offers or view.gaps else None)
        self.shown.emit()

    def _built(self, view: HintsView, filed: FiledEvidence) -> QWidget:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        head = Label(self.tr("Read in the picture; check it before you use it"), "small", "text2")
        grid.addWidget(head, 0, 0, 1, 2)
        place = 1
        for one in view.offers:
            place = self._add_offer(grid, place, one, filed)
        for gap in view.gaps:
            data = {"before": gap.before, "after": gap.after}
            words = self._session.say("readers.shot_gap", data)
            grid.addWidget(Notice("warn", words, parent=body), place, 0, 1, 2)
            place += 1
        return body

    def _add_offer(self, grid: QGridLayout, place: int, offer: Offer, filed: FiledEvidence) -> int:
        one, session = offer.suggestion, self._session
        name = labels_hints.field_words(one.field)
        grid.addWidget(Label(name, "small", "text3"), place, 0)
        value = Button(labels_hints.value_words(one, session.book, session.lang), "link")
        value.setToolTip(self.tr("Show where it stands in the picture"))
        value.setAccessibleName(f"{name}: {value.text()}")
        value.setEnabled(bool(one.boxes))
        value.clicked.connect(lambda: self.marked.emit(one.boxes, self._width))
        grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignLeft)
        action = self._action(offer, filed)
        if action is None:
            return place + 1
        if offer.own is not None:
            place += 1
            grid.addWidget(Label(labels_hints.own_words(offer.own), "small", "text2"), place, 1)
        grid.addWidget(action, place + 1, 1, Qt.AlignmentFlag.AlignLeft)
        return place + 2

    def _action(self, offer: Offer, filed: FiledEvidence) -> Button | None:
        """Give the button for what may be done with a value; none where nothing is to do."""
        from keepproof.services.take_over import FIELDS  # noqa: PLC0415 - with the first hint only

        one, order_id = offer.suggestion, filed.order_id
        if offer.known:
            return None
        if one.field == "kind":
            return self._button(self.tr("Set this kind"), lambda: self._set_kind(one.value, filed))
        if offer.order is not None:
            order = offer.order
            return self._button(
                self.tr("File in this order"), lambda: self._file(order.id, filed), order.title
            )
        if one.field in FIELDS and order_id is not None:

            def work(library: Library, ticket: Ticket) -> Outcome[Any]:
                from keepproof.services.take_over import take_over  # noqa: PLC0415 - see above

                return take_over(library, order_id, one, ticket)

            empty = offer.own is None
            words = self.tr("Enter in the order") if empty else self.tr("Put this in its place")
            return self._button(words, lambda: self._do(work))
        return None

    def _button(self, words: str, pressed: Callable[[], None], tip: str = "") -> Button:
        button = Button(words, "secondary")
        button.setToolTip(tips.plain(tip))
        button.clicked.connect(pressed)
        return button

    def _set_kind(self, kind: str, filed: FiledEvidence) -> None:
        def work(library: Library, ticket: Ticket) -> Outcome[None]:
            from keepproof.services.edit_evidence import change_kind  # noqa: PLC0415 - see above

            return change_kind(library, filed.evidence.id, EvidenceKind(kind), ticket)

        self._do(work)

    def _file(self, order_id: str, filed: FiledEvidence) -> None:
        def work(library: Library, ticket: Ticket) -> Outcome[None]:
            from keepproof.services.edit_evidence import file_under  # noqa: PLC0415 - see above

            return file_under(library, filed.evidence.id, order_id, ticket)

        self._do(work)

    def _do(self, work: Work) -> None:
        self._session.operations.write(self, work)

    def _replace(self, body: QWidget | None) -> None:
        before, self._body = self._body, body
        if body is not None:
            self._column.addWidget(body)
        self.setVisible(body is not None)
        if before is None:
            return
        first = body.findChild(Button) if body is not None else None
        if first is not None and before.isAncestorOf(QApplication.focusWidget() or self):
            first.setFocus()  # else the keyboard leaves for the first row of the window
        self._column.removeWidget(before)
        before.hide()
        before.deleteLater()
