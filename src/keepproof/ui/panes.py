"""The panes of a page: F6 goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from keepproof.ui import reading_order


def panes(first: QWidget, page: QWidget | None) -> list[QWidget]:
    """List the visible panes in reading order: the side bar, then the parts of the page."""
    if page is None:
        return [first]
    for splitter in page.findChildren(QSplitter):
        if splitter.isVisible() and splitter.orientation() == Qt.Orientation.Horizontal:
            parts = [splitter.widget(place) for place in range(splitter.count())]
            return [first, *(one for one in parts if one is not None and one.isVisible())]
    return [first, page]


def go(all_panes: list[QWidget], step: int) -> None:
    """Put the keyboard into the pane after (or before) the one it is in."""
    focused = QApplication.focusWidget()
    here = next(
        (place for place, one in enumerate(all_panes) if focused and one.isAncestorOf(focused)), -1
    )
    count = len(all_panes)
    start = here if here >= 0 else (-1 if step > 0 else count)
    for offset in range(1, count + 1):
        pane = all_panes[(start + step * offset) % count]
        target = next(reading_order.stops(pane), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return
