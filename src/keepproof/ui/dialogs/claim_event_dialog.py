"""Record what happened to a request."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.domain.claim import CLAIMS, EVENT_KINDS, REQUESTS, ClaimEvent
from keepproof.services.record_claim import record_event
from keepproof.ui import labels_deadlines, theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.field_row import FieldRow
from keepproof.ui.widgets.form_dialog import FormDialog
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.moment_edit import MomentEdit
from keepproof.ui.widgets.quiet_combo import QuietCombo

if TYPE_CHECKING:
    from keepproof.errors import KnownError
    from keepproof.library.library import Library
    from keepproof.services.outcome import Outcome
    from keepproof.ticket import Ticket

GOODS = ("", "unshipped", "not_received", "received")


class ClaimEventDialog(FormDialog):
    """What, when, and for a request what it asks for and what was said about the goods."""

    def __init__(
        self, session: Session, dispute_id: str, zone: tzinfo, parent: QWidget | None = None
    ) -> None:
        """Build the form; it happened just now unless the user says otherwise."""
        super().__init__(parent)
        self._session, self._dispute_id = session, dispute_id
        self.setWindowTitle(self.tr("What happened"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(480))
        self.kinds = self._combo([(one, labels_deadlines.event(one)) for one in EVENT_KINDS])
        self.claims = self._combo([(one, labels_deadlines.claim(one)) for one in CLAIMS])
        self.goods = self._combo([(one, labels_deadlines.goods(one)) for one in GOODS])
        self.at = MomentEdit(self.tr("When"), zone, self)
        self.at.set_moment(datetime.now().astimezone(zone).replace(second=0, microsecond=0))
        self._wrong = Label("", "caption", "bad_text", self)
        self._wrong.hide()
        self.save_button = Button(self.tr("Save"), "primary", parent=self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self._rows = {
            "kind": FieldRow("kind", self.tr("What happened"), self.kinds),
            "claim": FieldRow("claim", self.tr("Asked for"), self.claims),
            "goods": FieldRow("goods", self.tr("The goods"), self.goods),
            "at": FieldRow("at", self.tr("When"), self.at),
        }
        self.kinds.currentIndexChanged.connect(lambda _: self._fit())
        self._lay_out()
        self._fit()

    def save(self) -> None:
        """Store the event."""
        try:
            at = self.at.moment()
        except ValueError:
            at = None
        if at is None:
            self._refuse(self.tr("Write when it happened, like 2026-11-20 10:02"))
            return
        kind = self.kinds.currentData()
        asks = kind in REQUESTS
        event = ClaimEvent(
            "",
            self._dispute_id,
            kind,
            at,
            self.claims.currentData() if asks else "",
            self.goods.currentData() if asks else "",
        )

        def work(library: Library, ticket: Ticket) -> Outcome[ClaimEvent]:
            return record_event(library, event, ticket)

        self.save_button.setEnabled(False)
        self._session.operations.write(self, work, lambda _: self.accept(), self._failed)

    def _failed(self, error: KnownError) -> None:
        self.save_button.setEnabled(True)
        self._refuse(self._session.explain(error))

    def _refuse(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.show()

    def _fit(self) -> None:
        """Ask about the request only where one is made."""
        asks = self.kinds.currentData() in REQUESTS
        self._rows["claim"].setVisible(asks)
        self._rows["goods"].setVisible(asks)

    def _combo(self, options: list[tuple[str, str]]) -> QuietCombo:
        combo = QuietCombo(self)
        for code, words in options:
            combo.addItem(words, code)
        return combo

    def _lay_out(self) -> None:
        hint = self.tr(
            "Deadlines are counted from these moments. A change of the request starts the clock anew."
        )
        cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        edge = theme.px(20)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.px(10))
        layout.addWidget(Label(self.windowTitle(), "title", "text", self))
        layout.addWidget(Label(hint, "small", "text2", self))
        wide = max(row.label_width() for row in self._rows.values())
        for row in self._rows.values():
            row.set_label_width(wide)
            layout.addWidget(row)
        layout.addWidget(self._wrong)
        layout.addLayout(buttons)
