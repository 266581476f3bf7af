"""A quiet word on Today that a backup would be good; no alarm, and gone for a week with one click."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label

if TYPE_CHECKING:
    from keepproof.domain.changes import Changes
    from keepproof.library.library import Library
    from keepproof.services.back_up import LastBackup
    from keepproof.ticket import Ticket

LATER = timedelta(days=7)


class BackupHint(Card):
    """Hidden until the last backup is old and there is new evidence."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the hidden card and look."""
        super().__init__(parent)
        self._session = session
        self._title = BoldLabel(self.tr("Time for a backup"), "small", "text", self)
        self.detail = Label("", "caption", "text2", self)
        self.button = Button(self.tr("Back up…"), "secondary", parent=self)
        self.later_button = Button(self.tr("Later"), "link", parent=self)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._title)
        words.addWidget(self.detail)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.later_button)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        column.addLayout(words)
        column.addLayout(row)
        self.hide()
        self.button.clicked.connect(session.backup_requested)
        self.later_button.clicked.connect(self._later)
        session.events.changed.connect(self._changed)
        session.settings.changed.connect(self.refresh)
        session.backed_up.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        session = self._session
        weeks, now = session.settings.value.backup_weeks, session.now()
        if not weeks or f"{now:%Y-%m-%d}" < session.settings.value.backup_later:
            self.hide()
            return

        def work(library: Library, ticket: Ticket) -> LastBackup | None:
            del ticket
            from keepproof.services.back_up import suggest_backup  # noqa: PLC0415 - brings the archive with it

            return suggest_backup(library, weeks, now)

        session.operations.read(self, work, self._show)

    def _show(self, last: LastBackup | None) -> None:
        if last is not None:
            from keepproof.ui.labels_backups import BackupWords  # noqa: PLC0415 - as above

            self.detail.setText(BackupWords().last(last))
            self.setAccessibleName(f"{self._title.text()} {self.detail.text()}")
        self.setVisible(last is not None)

    def _changed(self, changes: Changes) -> None:
        if changes.evidence:
            self.refresh()

    def _later(self) -> None:
        day: date = self._session.now().date() + LATER
        self._session.settings.change(backup_later=day.isoformat())
