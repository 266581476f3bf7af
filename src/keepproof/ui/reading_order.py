"""Tab goes as the page reads, even where parts of it are built anew: forms, ladders, lists of buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSplitter,
    QWidget,
)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """List what takes the keyboard at or below a visible widget, as its layouts read."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    can = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    if can and widget.focusProxy() is None:
        if not _left_to_the_chosen(widget):
            yield widget
        return
    for part in _parts(widget):
        yield from stops(part)


def step(window: QWidget, *, forward: bool) -> bool:
    """Go to the next or the last stop of a window, and bring it into sight; say whether there was one."""
    order = list(stops(window))
    here = QApplication.focusWidget()
    if here not in order:
        return False
    target = order[(order.index(here) + (1 if forward else -1)) % len(order)]
    reasons = Qt.FocusReason
    target.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
    bring_into_sight(target)
    return True


def _left_to_the_chosen(widget: QWidget) -> bool:
    """Say whether another button of a group is chosen: Tab comes to that one, arrows go on from there."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    # Typed as always there, it is None for most buttons.
    group: QButtonGroup | None = widget.group()
    if group is not None:
        return group.exclusive() and group.checkedButton() is not None
    parent = widget.parentWidget()
    if not widget.autoExclusive() or parent is None:
        return False
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    others = parent.findChildren(QAbstractButton, options=direct)
    return any(one.autoExclusive() and one.isChecked() for one in others)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll every pane around a widget to it; Qt does so only within the pane that has the keyboard."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _parts(widget: QWidget) -> list[QWidget]:
    """List the children of a widget: what is laid out first, then what places itself."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        return [inner] if inner is not None else []
    if isinstance(widget, QSplitter):
        found = [widget.widget(place) for place in range(widget.count())]
        return [one for one in found if one is not None]
    laid_out = list(_laid_out(widget.layout()))
    direct = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [*laid_out, *(one for one in direct if one not in laid_out and not one.isWindow())]


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for item in _items(layout) if layout is not None else ():
        part = item.widget()
        if part is not None:
            yield part
        else:
            yield from _laid_out(item.layout())


def _items(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _row_and_column(layout, place))
    found = [layout.itemAt(place) for place in places]
    return [item for item in found if item is not None]


def _row_and_column(grid: QGridLayout, place: int) -> tuple[int, int]:
    # Typed as an object, it is a tuple of row, column and how many of each.
    row, column, *_ = cast("tuple[int, ...]", grid.getItemPosition(place))
    return row, column
