"""A chart with its legend, and the same figures as a table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from keepproof.ui import theme
from keepproof.ui.models.figures_model import FiguresModel
from keepproof.ui.widgets.bar_chart import BarChart
from keepproof.ui.widgets.buttons import IconButton
from keepproof.ui.widgets.card import Card
from keepproof.ui.widgets.chart_figures import Figures, fill
from keepproof.ui.widgets.column_chart import ColumnChart
from keepproof.ui.widgets.label import Label
from keepproof.ui.widgets.segment import Segment


class _Swatch(QWidget):
    """How one series is filled."""

    def __init__(self, series: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._series = series
        self.setFixedSize(QSize(theme.px(16), theme.px(12)))
        theme.changed().connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a little bar."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, QRectF(self.rect()), self._series)


class ChartCard(Card):
    """Title, choice of picture or table, legend, and what is chosen."""

    def __init__(
        self, title: str, chart: BarChart | ColumnChart, parent: QWidget | None = None
    ) -> None:
        """Build an empty card around a chart."""
        super().__init__(parent)
        self.chart = chart
        self.model = FiguresModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(title)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.hide()
        self.view = Segment(self)
        self.view.set_options([("chart", self.tr("Picture")), ("table", self.tr("Table"))])
        self.view.setAccessibleName(title)
        self.view.chosen.connect(self._switch)
        self.copy = IconButton("copy", self.tr("Copy the table"))
        # There are several on the page.
        self.copy.setAccessibleName(f"{self.copy.toolTip()} – {title}")
        self.copy.clicked.connect(self._copy)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Label(title, "section", "text", self), 1)
        head.addWidget(self.copy)
        head.addWidget(self.view)
        layout = QVBoxLayout(self)
        edge = theme.px(16)
        layout.setContentsMargins(edge, theme.px(12), edge, theme.px(14))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addLayout(self._legend)
        layout.addWidget(chart)
        layout.addWidget(self.table)
        layout.addStretch(1)

    def set_figures(self, figures: Figures) -> None:
        """Show other figures; a legend only where there are two series."""
        self.chart.set_figures(figures)
        self.model.set_figures(figures)
        self._widen()
        row = self.table.verticalHeader().defaultSectionSize()
        rows = min(len(figures.rows), 12) + 1
        self.table.setFixedHeight(row * rows + theme.px(8))
        while self._legend.count():
            item = self._legend.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        if len(figures.series) > 1:
            for place, name in enumerate(figures.series):
                self._legend.addWidget(_Swatch(place, self))
                self._legend.addWidget(Label(name, "caption", "text2", self))
            self._legend.addStretch(1)

    def _widen(self) -> None:
        """Give names the room that figures leave."""
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if header.count():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _switch(self, shown: str) -> None:
        self.chart.setVisible(shown == "chart")
        self.table.setVisible(shown == "table")
        if shown == "table":
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.as_text())
