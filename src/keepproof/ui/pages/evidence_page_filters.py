"""The row of filters over the evidence: groups, order, unfiled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from keepproof.domain.order import Order
from keepproof.ui import labels_evidence, theme
from keepproof.ui.models.evidence_filter import GROUPS, EvidenceFilter
from keepproof.ui.widgets import combo_rows
from keepproof.ui.widgets.buttons import Button
from keepproof.ui.widgets.flow_layout import FlowLayout
from keepproof.ui.widgets.search_field import SearchField


class EvidenceFilters(QWidget):
    """Search field, group buttons with counts, order and unfiled."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build filters that let everything through."""
        super().__init__(parent)
        self.search = SearchField(self.tr("Name, note, order, number"), self)
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self._group = "all"
        self._buttons: dict[str, Button] = {}
        self.orders = QComboBox(self)
        combo_rows.dress(self.orders)
        self.orders.setAccessibleName(self.tr("Order"))
        self.orders.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.orders.setFixedWidth(theme.px(180))
        self.orders.addItem(self.tr("Every order"), None)
        self.orders.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.unfiled = Button("", "ghost", "tray")
        self.unfiled.setCheckable(True)
        self.unfiled.toggled.connect(lambda _on: self.changed.emit())
        row = QWidget(self)
        flow = FlowLayout(row, theme.px(6))
        for group in GROUPS:
            button = Button("", "ghost", labels_evidence.group_icon(group))
            button.setCheckable(True)
            button.clicked.connect(lambda _on, group=group: self._choose(group))
            self._buttons[group] = button
            flow.addWidget(button)
        flow.addWidget(self.orders)
        flow.addWidget(self.unfiled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.search)
        layout.addWidget(row)
        self._choose("all")

    def wanted(self) -> EvidenceFilter:
        """Say what the user looks for."""
        return EvidenceFilter(
            self.search.text(),
            self._group,
            self.orders.currentData(),
            self.unfiled.isChecked(),
        )

    def set_counts(self, counts: Mapping[str, int], unfiled: int) -> None:
        """Show how many there are of each group."""
        for group, button in self._buttons.items():
            button.setText(f"{labels_evidence.group_name(group)} {counts[group]}")
            button.setVisible(bool(counts[group]) or group in {"all", self._group})
        self.unfiled.setText(self.tr("Not filed {count}").format(count=unfiled))
        self.unfiled.setVisible(bool(unfiled) or self.unfiled.isChecked())

    def set_orders(self, orders: Iterable[Order]) -> None:
        """Offer these orders, keeping the one that is chosen."""
        chosen = self.orders.currentData()
        self.orders.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.orders.clear()
        self.orders.addItem(self.tr("Every order"), None)
        for one in orders:
            self.orders.addItem(one.title, one.id)
        place = self.orders.findData(chosen)
        self.orders.setCurrentIndex(max(place, 0))
        self.orders.blockSignals(False)  # noqa: FBT003 - Qt's own

    def show_unfiled(self) -> None:
        """Let only unfiled evidence through."""
        self.unfiled.setChecked(True)

    def clear(self) -> None:
        """Let everything through again."""
        self.search.clear()
        self.orders.setCurrentIndex(0)
        self.unfiled.setChecked(False)
        self._choose("all")

    def _choose(self, group: str) -> None:
        self._group = group
        for name, button in self._buttons.items():
            button.setChecked(name == group)
        self.changed.emit()
