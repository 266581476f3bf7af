"""The row under the text that never scrolls away: what was sent, export, copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from keepproof.domain.complaint import Complaint
from keepproof.domain.dispute import Submission
from keepproof.ui import labels_complaint, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.elided_label import ElidedLabel


class CopyBar(QWidget):
    """`copy_asked`, `export_asked` with a form (pdf, docx, pictures, bundle, txt, md), and `history_asked`."""

    copy_asked = Signal()
    export_asked = Signal(str)
    history_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self.state = ElidedLabel(Qt.TextElideMode.ElideRight, "", self)
        self.state.setFont(theme.font("small"))
        self.history = Button("", "ghost", "clock")
        self.history.hide()
        self.export = Button(self.tr("Export"), "secondary", "export")
        self.copy = Button(self.tr("Copy text"), "primary", "copy")
        self.history.clicked.connect(self.history_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.export.setMenu(self._menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.state, 1)
        for button in (self.history, self.export, self.copy):
            row.addWidget(button)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for form, words in (
            ("pdf", self.tr("Complaint with its list of evidence (PDF)…")),
            ("docx", self.tr("Complaint with its list of evidence (Word)…")),
            ("pictures", self.tr("Pictures for upload…")),
            ("bundle", self.tr("Evidence bundle with everything (ZIP)…")),
            ("", ""),
            ("txt", self.tr("As plain text (.txt)…")),
            ("md", self.tr("As Markdown with the evidence of each sentence (.md)…")),
        ):
            if not form:
                menu.addSeparator()
                continue
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, one=form: self.export_asked.emit(one))
        return menu

    def set_complaint(self, complaint: Complaint) -> None:
        """Word the copy button for a text."""
        self.copy.setText(labels_complaint.copy_label(complaint))
        self.copy.setEnabled(bool(complaint.text))

    def set_history(self, submissions: Sequence[Submission]) -> None:
        """Count what was copied before."""
        self.history.setText(self.tr("Copied %n time(s)", "", len(submissions)))
        self.history.setVisible(bool(submissions))

    def set_saved(self, words: str) -> None:
        """Say how the draft stands."""
        self.state.setText(words)
