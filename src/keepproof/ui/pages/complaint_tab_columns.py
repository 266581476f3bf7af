"""Three columns side by side; where the window is narrow, two of them share one behind a switch."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from keepproof.ui import theme
from keepproof.ui.widgets.segment import Segment

NARROW, ROOMY = 1180, 1440
FACTS, CHECKLIST = (284, 310), (300, 330)
LEAST_SIDE, LEAST_TEXT = 230, 400
RAIL = 60


class ComplaintColumns(QSplitter):
    """Facts, checklist and text; `widen` says which of the two layouts fits a window."""

    def __init__(
        self, facts: QWidget, checklist: QWidget, text: QWidget, parent: QWidget | None = None
    ) -> None:
        """Put the three side by side."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("complaint_splitter")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._narrow: bool | None = None
        self._restored = False
        self._sides = {
            "facts": self._column(facts, LEAST_SIDE),
            "checklist": self._column(checklist, LEAST_SIDE),
        }
        self._column(text, LEAST_TEXT)
        # In a column, not in the splitter: that would take it as a column of its own.
        self.switch = Segment()
        self.switch.setAccessibleName(self.tr("Facts or evidence"))
        self._head = QWidget(self._sides["facts"])
        row = QHBoxLayout(self._head)
        row.setContentsMargins(theme.px(18), theme.px(12), 0, 0)
        row.addWidget(self.switch)
        row.addStretch(1)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 0)
        self.setStretchFactor(2, 1)
        self.switch.set_options([("facts", self.tr("Facts")), ("checklist", self.tr("Evidence"))])
        self.switch.chosen.connect(self.show_side)
        self._head.hide()

    def fit(self, window_width: int) -> None:
        """Choose the layout for the width of a window."""
        narrow = window_width < theme.px(NARROW)
        if narrow == self._narrow:
            return
        first, self._narrow = self._narrow is None, narrow
        self.show_side(self.switch.current())
        if narrow or not (first and self._restored):
            self._spread(window_width)

    def show_side(self, side: str) -> None:
        """Bring facts or checklist in front, where only one of them is shown."""
        self.switch.set_current(side)
        narrow = bool(self._narrow)
        for name, column in self._sides.items():
            column.setVisible(not narrow or name == side)
        layout = self._sides[side].layout()
        if isinstance(layout, QVBoxLayout) and narrow:
            layout.insertWidget(0, self._head)
        self._head.setVisible(narrow)

    def set_counts(self, open_facts: int, missing: int) -> None:
        """Count on the switch what is still open."""
        facts, evidence = self.tr("Facts"), self.tr("Evidence")
        if open_facts:
            facts = self.tr("Facts, {count} open").format(count=open_facts)
        if missing:
            evidence = self.tr("Evidence, {count} missing").format(count=missing)
        self.switch.set_words("facts", facts)
        self.switch.set_words("checklist", evidence)

    def restore(self, state: str) -> None:
        """Take the widths of the last time."""
        if state:
            self._restored = True
            self.restoreState(QByteArray.fromBase64(state.encode()))

    def _column(self, inner: QWidget, least: int) -> QWidget:
        column = QWidget(self)
        column.setMinimumWidth(theme.px(least))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(inner, 1)
        self.addWidget(column)
        return column

    def _spread(self, window_width: int) -> None:
        """Give the sides their width, and the text the rest; the window may not be laid out yet."""
        roomy = int(window_width >= theme.px(ROOMY))
        facts, checklist = theme.px(FACTS[roomy]), theme.px(CHECKLIST[roomy])
        side = facts if self._narrow else facts + checklist
        rest = window_width - theme.px(RAIL) - side
        self.setSizes([facts, facts if self._narrow else checklist, rest])
