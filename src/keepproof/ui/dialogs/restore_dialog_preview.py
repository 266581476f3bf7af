"""What is in a backup, before anything is written."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.services.restore import OpenedBackup
from keepproof.ui import labels_backups, theme
from keepproof.ui.labels_backups import BackupWords
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.label import Label


class PreviewCard(Card):
    """Counts, dates, the program that made it, and what was wrong then already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty card."""
        super().__init__(parent)
        self._contents = BoldLabel("", "body", "text", self)
        self._contents.setWordWrap(True)
        self._latest = Label("", "small", "text2", self)
        self._made = Label("", "small", "text2", self)
        self._faults = Label("", "small", "warn_text", self)
        column = QVBoxLayout(self)
        edge = theme.px(14)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(4))
        for one in (self._contents, self._latest, self._made, self._faults):
            column.addWidget(one)

    def show_backup(self, opened: OpenedBackup) -> None:
        """Show a backup."""
        manifest = opened.manifest
        lock = self.tr("Encrypted") if opened.identity else self.tr("Not encrypted")
        parts = {
            self._contents: BackupWords().contents(manifest.contents),
            self._latest: labels_backups.latest(manifest.contents),
            self._made: f"{labels_backups.made(manifest)} · {lock}",
            self._faults: BackupWords().faults(manifest.faults) if manifest.faults else "",
        }
        for label, words in parts.items():
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(" ".join(words for words in parts.values() if words))
