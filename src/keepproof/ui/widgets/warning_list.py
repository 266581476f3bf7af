"""What to look at before sending: three notices, the rest behind a link; it never blocks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from keepproof.domain import complaint as domain
from keepproof.ui import labels_complaint, theme
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.notice import Notice

SHOWN = 3


class WarningList(QWidget):
    """The warnings of a text, the weightiest first; `acted` carries the one whose link was pressed."""

    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty list."""
        super().__init__(parent)
        self._warnings: tuple[domain.Warning, ...] = ()
        self._open = False
        self._tight = False
        self._parts: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(6))

    def set_warnings(self, warnings: Sequence[domain.Warning]) -> None:
        """Show these warnings."""
        ordered = tuple(sorted(warnings, key=labels_complaint.warning_rank))
        if ordered != self._warnings:
            self._warnings = ordered
            self._fill()

    def set_tight(self, *, tight: bool) -> None:
        """Show one row that counts them, where the window is low."""
        if tight != self._tight:
            self._tight = tight
            self._open = False
            self._fill()

    def shown(self) -> int:
        """Count the warnings that can be seen."""
        return sum(1 for one in self._parts if isinstance(one, Notice))

    def toggle(self) -> None:
        """Show all, or only the first ones."""
        self._open = not self._open
        self._fill()

    def _fill(self) -> None:
        for old in self._parts:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts = []
        few = 0 if self._tight and len(self._warnings) > 1 else SHOWN
        shown = self._warnings if self._open else self._warnings[:few]
        for one in shown:
            self._add(self._notice(one))
        rest = len(self._warnings) - len(shown)
        if rest and not shown:
            self._add(self._more(self.tr("%n thing(s) to look at", "", rest)))
        elif rest:
            self._add(self._more(self.tr("%n more", "", rest)))
        elif self._open and len(self._warnings) > few:
            self._add(self._more(self.tr("Show fewer")))
        self.setVisible(bool(self._parts))

    def _notice(self, warning: domain.Warning) -> Notice:
        look = labels_complaint.warning_look(warning)
        detail = labels_complaint.warning_detail(warning)
        link = look.link if warning.place or warning.kind == "missing_fact" else ""
        notice = Notice(look.tone, warning.text, detail, link, self)
        notice.link_clicked.connect(lambda: self.acted.emit(warning))
        return notice

    def _more(self, words: str) -> Button:
        button = Button(words, "link", parent=self)
        button.clicked.connect(self.toggle)
        return button

    def _add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)
        widget.show()
        self._parts.append(widget)
