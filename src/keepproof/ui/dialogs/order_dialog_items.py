"""The items of an order as editable lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from keepproof.domain.money import Money
from keepproof.domain.order import OrderItem
from keepproof.ui import theme
from keepproof.ui.widgets.buttons import Button, IconButton

MOST = 9_999


class ItemLine(QWidget):
    """One item: title, variant, quantity, price for one piece."""

    edited = Signal()
    removed = Signal()

    def __init__(self, item: OrderItem, currency: str, parent: QWidget | None = None) -> None:
        """Build the line from an item."""
        super().__init__(parent)
        self._currency = currency
        # Made in the order the Tab key visits them.
        self.title = self._line(self.tr("Item"))
        self.remove_button = IconButton("x", self.tr("Remove this item"), self)
        self.remove_button.clicked.connect(self.removed)
        self.sku = self._line(self.tr("Variant"))
        self.sku.setMinimumWidth(theme.px(86))
        self.quantity = self._line(self.tr("Quantity"))
        self.quantity.setValidator(QIntValidator(0, MOST, self))
        self.quantity.setFixedWidth(theme.px(42))
        self.price = self._line(self.tr("Price"))
        self.price.setFixedWidth(theme.px(80))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(4))
        grid.addWidget(self.title, 0, 0, 1, 4)
        grid.addWidget(self.remove_button, 0, 4)
        grid.addWidget(self.sku, 1, 0)
        grid.addWidget(QLabel("×", self), 1, 1)
        grid.addWidget(self.quantity, 1, 2)
        grid.addWidget(self.price, 1, 3)
        grid.setColumnStretch(0, 1)
        self.set_item(item, currency)

    def set_item(self, item: OrderItem, currency: str) -> None:
        """Show an item."""
        self._currency = currency
        self.title.setText(item.title)
        self.sku.setText(item.sku)
        self.quantity.setText(str(item.quantity))
        self.price.setText(item.price.plain() if item.price else "")
        for line in (self.title, self.sku):
            line.setCursorPosition(0)

    def copy(self, other: ItemLine) -> None:
        """Take over what stands in another line, right or wrong."""
        for mine, theirs in (
            (self.title, other.title),
            (self.sku, other.sku),
            (self.quantity, other.quantity),
            (self.price, other.price),
        ):
            mine.setText(theirs.text())

    def set_currency(self, currency: str) -> None:
        """Read the price in another currency."""
        self._currency = currency

    def stops(self) -> tuple[QWidget, ...]:
        """List what the Tab key visits, in order."""
        return self.title, self.remove_button, self.sku, self.quantity, self.price

    def item(self) -> OrderItem | None:
        """Read the item; None when it has no title; ValueError when the price is no amount."""
        title = self.title.text().strip()
        if not title:
            return None
        price = self.price.text().strip()
        amount = Money.parse(price, self._currency) if price else None
        return OrderItem(title, self.sku.text().strip(), int(self.quantity.text() or "0"), amount)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.textEdited.connect(self.edited)
        return line


class ItemsEditor(QWidget):
    """All items, at least one line; more with a link below."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the editor with one empty line."""
        super().__init__(parent)
        self._currency = "CNY"
        self._lines: list[ItemLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        self._append(OrderItem(""))
        self.add_button = Button(self.tr("Add an item"), "link", "plus", self)
        self.add_button.clicked.connect(self._add_empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addLayout(self._rows)
        layout.addWidget(self.add_button)
        self.setFocusProxy(self._lines[0].title)

    def set_items(self, items: Sequence[OrderItem], currency: str) -> None:
        """Show these items, or one empty line."""
        self._currency = currency
        wanted = list(items) or [OrderItem("")]
        # The first line stays for good: the label, the keyboard and the focus mark hang on it.
        while len(self._lines) > len(wanted):
            self._drop_last()
        while len(self._lines) < len(wanted):
            self._append(OrderItem(""))
        for line, item in zip(self._lines, wanted, strict=True):
            line.set_item(item, currency)

    def set_currency(self, currency: str) -> None:
        """Read prices in another currency."""
        self._currency = currency
        for line in self._lines:
            line.set_currency(currency)

    def items(self) -> tuple[OrderItem, ...]:
        """Read the items that have a title; ValueError when a price is no amount."""
        read = (line.item() for line in self._lines)
        return tuple(item for item in read if item is not None)

    def lines(self) -> list[ItemLine]:
        """List the lines as they stand."""
        return list(self._lines)

    def _add_empty(self) -> None:
        self._append(OrderItem(""))
        self._lines[-1].title.setFocus()
        self.edited.emit()

    def _append(self, item: OrderItem) -> None:
        line = ItemLine(item, self._currency, self)
        line.edited.connect(self.edited)
        line.removed.connect(lambda: self._remove(line))
        if self._lines:
            stops = (self._lines[-1].price, *line.stops(), self.add_button)
            for first, second in pairwise(stops):
                QWidget.setTabOrder(first, second)
        self._lines.append(line)
        self._rows.addWidget(line)

    def _remove(self, line: ItemLine) -> None:
        """Close the gap: what stood below moves up, and the last line goes."""
        place = self._lines.index(line)
        for above, below in pairwise(self._lines[place:]):
            above.copy(below)
        if len(self._lines) > 1:
            self._drop_last()
        else:
            line.set_item(OrderItem(""), self._currency)
        self._lines[min(place, len(self._lines) - 1)].title.setFocus()
        self.edited.emit()

    def _drop_last(self) -> None:
        line = self._lines.pop()
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
