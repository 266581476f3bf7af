"""From a picture to its redacted copy, and from the copy back to its original."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from keepproof.domain.evidence import FiledEvidence
from keepproof.domain.redaction import copies, is_copy
from keepproof.ui import labels_tiles, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.label import Label


class CopyLinks(QWidget):
    """One line with a link, hidden where there is no such relation; the id of what is wanted is told by `asked`."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the empty line."""
        super().__init__(parent)
        self._other = ""
        self._words = Label("", "small", "text2", self)
        self._words.setWordWrap(False)
        self.link = Button("", "link", parent=self)
        self.link.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._words)
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()

    def show_item(self, filed: FiledEvidence, among: Sequence[FiledEvidence]) -> None:
        """Look for the other one among these items: the newest copy, or the original in the same order."""
        copy = is_copy(filed.evidence)
        other = _original(filed, among) if copy else _copy(filed, among)
        self.setVisible(other is not None)
        if other is None:
            return
        self._other = other.evidence.id
        self._words.setText(self.tr("Redacted copy of") if copy else self.tr("Redacted copy:"))
        number = other.number
        name = other.evidence.name if number is None else labels_tiles.number_words(number)
        self.link.setText(name.replace("&", "&&"))  # "&" would mark a key
        self.link.setAccessibleName(f"{self._words.text()} {name}")

    def _ask(self) -> None:
        self.asked.emit(self._other)


def _copy(filed: FiledEvidence, among: Sequence[FiledEvidence]) -> FiledEvidence | None:
    id = filed.evidence.id
    own = [
        one for one in among if one.evidence.derived_from == id and one.order_id == filed.order_id
    ]
    return copies(own).get(id)


def _original(filed: FiledEvidence, among: Sequence[FiledEvidence]) -> FiledEvidence | None:
    found = [one for one in among if one.evidence.id == filed.evidence.derived_from]
    beside = (one for one in found if one.order_id == filed.order_id)
    return next(beside, found[0] if found else None)
