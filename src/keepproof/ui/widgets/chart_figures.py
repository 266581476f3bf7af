"""What a chart shows: named rows of figures in one or two series, and how a series is filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from keepproof.ui import theme, tips


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row: its name, a short mark for narrow places, one value a series, and the words of each value."""

    name: str
    values: tuple[float, ...]
    words: tuple[str, ...]
    mark: str = ""

    @property
    def total(self) -> float:
        """Add the series."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Figures:
    """A chart as data: what the rows are, what the series are, the rows."""

    heading: str
    series: tuple[str, ...]
    rows: tuple[FigureRow, ...]

    def sentences(self) -> str:
        """Say every row, for screen readers."""
        return "; ".join(
            f"{row.name}: "
            + ", ".join(
                f"{name} {words}" for name, words in zip(self.series, row.words, strict=True)
            )
            for row in self.rows
        )


def hover(figures: Figures, place: int) -> str:
    """Write the whole row for a tool tip; names of shops are other people's words."""
    row = figures.rows[place]
    pairs = zip(figures.series, row.words, strict=True)
    return tips.plain(f"{row.name}\n" + ", ".join(f"{name} {words}" for name, words in pairs))


def largest(values: Sequence[float]) -> float:
    """Give the largest value, at least a little more than nothing, to divide by."""
    return max([*values, 1e-9])


def fill(painter: QPainter, rect: QRectF, series: int) -> None:
    """Fill a bar: the first series is solid, the second hatched, so that they differ without colour."""
    if rect.width() <= 0 or rect.height() <= 0:
        return
    radius = min(theme.px(3), rect.width() / 2, rect.height() / 2)
    accent = theme.color("accent")
    painter.setPen(QPen(accent, 1))
    painter.setBrush(accent if series == 0 else theme.color("surface"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if series:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(accent, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
