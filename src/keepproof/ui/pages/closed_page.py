"""What stands in the window while its library cannot be opened."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.empty_state import EmptyState


class ClosedPage(QWidget):
    """Says what happened, that nothing is lost, and what can be done."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(parent)
        self._session = session
        self.retry = Button(self.tr("Try again"), "primary")
        self.other = Button(self.tr("Libraries…"), "secondary")
        self.restore = Button(self.tr("Restore from a backup…"), "secondary")
        self.make = Button(self.tr("Make a new library here"), "secondary")
        self.retry.clicked.connect(session.reopen_requested)
        self.other.clicked.connect(session.library_choice_requested)
        self.restore.clicked.connect(session.restore_requested)
        self.make.clicked.connect(self._make)
        self.make.hide()
        self.state = EmptyState(
            "warning-circle",
            self.tr("The library is not open"),
            "",
            [self.retry, self.other, self.restore, self.make],
            self,
            tone="bad_text",
        )
        layout = QVBoxLayout(self)
        edge = theme.px(28)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.addWidget(self.state)

    def show_reason(self, reason: str, *, absent: bool = False) -> None:
        """Say why, and where the library should be; a new one is only offered where there is none."""
        self.make.setVisible(absent)
        place = self.tr("Place: {folder}").format(folder=self._session.folder)
        self.state.set_words(self.tr("The library is not open"), f"{reason}\n{place}")
        self.setAccessibleDescription(reason)

    def focus_first(self) -> None:
        """Put the keyboard on what helps most often."""
        self.retry.setFocus()

    def _make(self) -> None:
        self._session.library_requested.emit(str(self._session.folder))
