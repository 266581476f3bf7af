"""Where the evidence of an order says something else than the order: both sources, to be settled with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.domain.changes import Changes
from keepproof.domain.contradiction import Contradiction, Sighting
from keepproof.domain.evidence import number_label
from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.difference_row import DifferenceRow

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.library.library import Library
    from keepproof.services.contradictions import Gathered
    from keepproof.ticket import Ticket

Pair = tuple[Contradiction, Sighting]


class DifferencePanel(QWidget):
    """Looks by itself, off the window's thread, when the order or its evidence changes; empty it takes no room."""

    def __init__(self, session: Session, few: int, parent: QWidget | None = None) -> None:
        """Build an empty panel that shows `few` rows until asked for all."""
        super().__init__(parent)
        self._session, self._few = session, few
        self._order_id = ""
        self._evidence: frozenset[str] = frozenset()
        self._pairs: list[Pair] = []
        self._open = False
        self._tight = False
        self._looks = 0
        self._parts: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(6))
        session.events.changed.connect(self._changed)
        self.hide()

    def set_order(self, order_id: str) -> None:
        """Turn to an order; one that is shown already stays as it is."""
        if order_id != self._order_id:
            self._order_id, self._open = order_id, False
            self._show([])
            self.refresh()

    def set_tight(self, *, tight: bool) -> None:
        """Show one line that counts them, where the window is low."""
        if tight != self._tight:
            self._tight, self._open = tight, False
            self._show(self._pairs)

    def rows(self) -> list[DifferenceRow]:
        """List the rows that are shown."""
        return [one for one in self._parts if isinstance(one, DifferenceRow)]

    def refresh(self) -> None:
        """Compare the order with its evidence again."""
        order_id = self._order_id
        if not order_id:
            return
        self._looks += 1
        look = self._looks

        def gather(library: Library, ticket: Ticket) -> Gathered:
            from keepproof.services import contradictions  # noqa: PLC0415 - not for the first paint

            ticket.check()
            return contradictions.gather(library, order_id)

        self._session.operations.read(
            self, gather, lambda found: self._compare(found, look), self._forget
        )

    def _compare(self, gathered: Gathered, look: int) -> None:
        if look != self._looks:
            return
        self._evidence = frozenset(one.filed.evidence.id for one in gathered.said)
        session = self._session
        session.operations.pool(
            self,
            lambda ticket: session.contradictions.find(gathered, ticket),
            lambda found: self._take(found, look),
        )

    def _take(self, found: tuple[Contradiction, ...], look: int) -> None:
        if look == self._looks:
            self._show([(one, sighting) for one in found for sighting in one.sightings])

    def _forget(self, error: KnownError) -> None:
        del error  # the page that shows the order says it
        self._order_id = ""
        self._show([])

    def _changed(self, changes: Changes) -> None:
        if self._order_id in changes.orders or self._evidence & changes.evidence:
            self.refresh()

    def _show(self, pairs: list[Pair]) -> None:
        for old in self._parts:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts, self._pairs = [], pairs
        few = 0 if self._tight else self._few
        shown = pairs if self._open else pairs[:few]
        for pair in shown:
            self._add(self._row(pair))
        rest = len(pairs) - len(shown)
        if rest and not shown:
            words = self.tr("%n value(s) differ between order and evidence", "", rest)
            self._add(self._more(words))
        elif rest:
            self._add(self._more(self.tr("%n more difference(s)", "", rest)))
        elif self._open and len(pairs) > few:
            self._add(self._more(self.tr("Show fewer")))
        self.setVisible(bool(self._parts))

    def _row(self, pair: Pair) -> DifferenceRow:
        from keepproof.services import contradictions  # noqa: PLC0415 - loaded by now

        one, sighting = pair
        lang = self._session.lang
        value = contradictions.shown(sighting)
        words = contradictions.otherwise_written(sighting)
        row = DifferenceRow(
            contradictions.sentence(one, sighting, lang),
            words,
            value,
            number_label(sighting.number, lang),
            self,
        )
        row.taken.connect(lambda: self._take_over(sighting))
        row.looked.connect(lambda: self._session.evidence_requested.emit(sighting.evidence_id))
        row.left.connect(lambda: self._dismiss(one, sighting))
        return row

    def _take_over(self, sighting: Sighting) -> None:
        from keepproof.services import contradictions  # noqa: PLC0415 - loaded by now

        order_id = self._order_id
        self._session.operations.write(
            self,
            lambda library, ticket: contradictions.take_over(library, order_id, sighting, ticket),
        )

    def _dismiss(self, one: Contradiction, sighting: Sighting) -> None:
        from keepproof.services import contradictions  # noqa: PLC0415 - loaded by now

        order_id, pair = self._order_id, one.dismissal(sighting)
        self._session.operations.write(
            self, lambda library, ticket: contradictions.dismiss(library, order_id, [pair], ticket)
        )

    def _more(self, words: str) -> Button:
        button = Button(words, "link", parent=self)
        button.clicked.connect(self._toggle)
        return button

    def _toggle(self) -> None:
        self._open = not self._open
        self._show(self._pairs)

    def _add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)
        widget.show()
        self._parts.append(widget)
