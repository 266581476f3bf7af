"""The items of an order as editable lines."""

from __future__ import annotations

from collections.abc import Sequence

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
        self.title = self._line(self.tr("Item"), item.title)
        self.sku = self._line(self.tr("Variant"), item.sku)
        self.price = self._line(self.tr("Price"), item.price.plain() if item.price else "")
        self.price.setFixedWidth(theme.px(92))
        self.quantity = self._line(self.tr("Quantity"), str(item.quantity))
        self.quantity.setValidator(QIntValidator(0, MOST, self))
        self.quantity.setFixedWidth(theme.px(46))
        remove = IconButton("x", self.tr("Remove this item"))
        remove.clicked.connect(self.removed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(4))
        grid.addWidget(self.title, 0, 0, 1, 4)
        grid.addWidget(remove, 0, 4)
        grid.addWidget(self.sku, 1, 0)
        grid.addWidget(QLabel("×", self), 1, 1)
        grid.addWidget(self.quantity, 1, 2)
        grid.addWidget(self.price, 1, 3)
        grid.setColumnStretch(0, 1)

    def item(self) -> OrderItem | None:
        """Read the item; None when it has no title; ValueError when the price is no amount."""
        title = self.title.text().strip()
        if not title:
            return None
        price = self.price.text().strip()
        amount = Money.parse(price, self._currency) if price else None
        return OrderItem(title, self.sku.text().strip(), int(self.quantity.text() or "0"), amount)

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.setCursorPosition(0)
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
        self.add_button = Button(self.tr("Add an item"), "link", "plus")
        self.add_button.clicked.connect(self._add_empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addLayout(self._rows)
        layout.addWidget(self.add_button)
        self.set_items((), "CNY")

    def set_items(self, items: Sequence[OrderItem], currency: str) -> None:
        """Show these items, or one empty line."""
        self._currency = currency
        while self._lines:
            self._drop(self._lines[-1])
        for item in items or (OrderItem(""),):
            self._append(item)
        self._follow()

    def items(self) -> tuple[OrderItem, ...]:
        """Read the items that have a title; ValueError when a price is no amount."""
        read = (line.item() for line in self._lines)
        return tuple(item for item in read if item is not None)

    def lines(self) -> list[ItemLine]:
        """List the lines as they stand."""
        return list(self._lines)

    def _add_empty(self) -> None:
        self._append(OrderItem(""))
        self._follow()
        self._lines[-1].title.setFocus()
        self.edited.emit()

    def _append(self, item: OrderItem) -> None:
        line = ItemLine(item, self._currency, self)
        line.edited.connect(self.edited)
        line.removed.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._rows.addWidget(line)

    def _remove(self, line: ItemLine) -> None:
        self._drop(line)
        if not self._lines:
            self._append(OrderItem(""))
        self._follow()
        self._lines[-1].title.setFocus()
        self.edited.emit()

    def _drop(self, line: ItemLine) -> None:
        self._lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _follow(self) -> None:
        """Let the keyboard and the label reach the first title."""
        self.setFocusProxy(self._lines[0].title)
