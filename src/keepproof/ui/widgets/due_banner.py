"""What is due, at the top of Today: one line, the way there, and a way to let it go."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label


class DueBanner(Card):
    """Hidden while nothing is due; it follows the reminders of the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the banner."""
        super().__init__(parent, "warn_tint", None)
        self._session = session
        self.text = Label("", "body", "warn_text", self)
        self.look_button = Button(self.tr("Look"), "secondary", parent=self)
        self.look_button.clicked.connect(self._look)
        self.dismiss_button = Button(self.tr("Got it"), "link", parent=self)
        self.dismiss_button.clicked.connect(session.reminders.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(self.text, 1)
        row.addWidget(self.look_button)
        row.addWidget(self.dismiss_button)
        session.reminders.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is due now."""
        reminders = self._session.reminders
        over = reminders.over
        self.setVisible(bool(over))
        if not over:
            return
        words = reminders.words(over[0])
        more = self.tr("and %n more", "", len(over) - 1) if len(over) > 1 else ""
        self.text.setText(f"{words} {more}".strip())
        self.setAccessibleName(self.text.text())

    def _look(self) -> None:
        over = self._session.reminders.over
        if over:
            self._session.order_requested.emit(over[0].order.id, "next")
