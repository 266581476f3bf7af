"""New screenshots in the watched folder, with the question which order they belong to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.session import Session
from keepproof.ui.widgets.bold_label import BoldLabel
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.elided_label import ElidedLabel

NAMES = 4


class NewFilesBanner(QWidget):
    """Hidden while nothing is new; nothing is kept before somebody says so."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Build the hidden banner."""
        super().__init__(parent)
        self._session = session
        self._watching = session.watching
        card = Card(self, "accent_tint", None)
        self.title = BoldLabel("", "small", "accent_text", card)
        self.names = ElidedLabel(Qt.TextElideMode.ElideRight, "", card)
        self.names.set_look("caption", "text2")
        self.file_button = Button(self.tr("File to an order…"), "secondary", parent=card)
        self.look_button = Button(self.tr("Look…"), "link", parent=card)
        self.ignore_button = Button(self.tr("Ignore"), "link", parent=card)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.names)
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.px(14), theme.px(6), theme.px(10), theme.px(6))
        row.setSpacing(theme.px(10))
        row.addLayout(words, 1)
        for button in (self.look_button, self.ignore_button, self.file_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), 0)
        layout.addWidget(card)
        self.file_button.clicked.connect(self._file)
        self.look_button.clicked.connect(self._look)
        self.ignore_button.clicked.connect(self._ignore)
        self._watching.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is new now."""
        waiting = self._watching.waiting
        self.setVisible(bool(waiting))
        if not waiting:
            return
        words = self.tr("%n new screenshot(s): which order do they belong to?", "", len(waiting))
        more = "…" if len(waiting) > NAMES else ""
        self.title.setText(words)
        self.names.setText(" · ".join(one.name for one in waiting[:NAMES]) + more)
        self.setAccessibleName(words)

    def _file(self) -> None:
        from keepproof.ui.dialogs.order_dialog_pick import PickOrderDialog  # noqa: PLC0415 - built when first needed

        paths = self._watching.waiting
        dialog = PickOrderDialog(self._session, self.window())
        dialog.picked.connect(lambda order_id: self._watching.file(paths, order_id))
        dialog.open()

    def _look(self) -> None:
        from keepproof.ui.dialogs.new_files_dialog import NewFilesDialog  # noqa: PLC0415 - as above

        NewFilesDialog(self._session, self.window()).open()

    def _ignore(self) -> None:
        self._watching.ignore(self._watching.waiting)
