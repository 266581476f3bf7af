"""The words of a bubble: wrapped once, measured cheaply where they plainly fit on one line."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from keepproof.ui import theme

LONGEST = 3000  # of longer messages the bubble shows the beginning; the text itself is kept and quoted whole
KEPT = 400
# no character of a text is wider than this many times the size of its font
WIDEST = 1.35


class BubbleText:
    """Wraps texts to a width and remembers the last ones; `forget` when font or width change."""

    def __init__(self) -> None:
        """Start without anything remembered."""
        self._layouts: OrderedDict[tuple[str, int], QTextLayout] = OrderedDict()
        self._sizes: dict[tuple[str, int], tuple[int, int]] = {}
        self._font = QFont()
        self._metrics: QFontMetricsF | None = None
        self._widest = 0.0
        self._line = 0

    def forget(self) -> None:
        """Forget everything, as the look has changed."""
        self._layouts.clear()
        self._sizes.clear()
        self._metrics = None

    def height(self, text: str, wide: int) -> int:
        """Measure how high a text gets at most `wide` pixels wide."""
        self._measure()
        if len(text) * self._widest <= wide and "\n" not in text:
            return self._line
        return self.size(text, wide)[1]

    def size(self, text: str, wide: int) -> tuple[int, int]:
        """Measure how wide and high a text gets at most `wide` pixels wide."""
        key = (text[:LONGEST], wide)
        if key not in self._sizes:
            if len(self._sizes) > 50_000:
                self._sizes.clear()
            layout = self._laid_out(*key)
            count = layout.lineCount()
            widths = [layout.lineAt(at).naturalTextWidth() for at in range(count)]
            high = count * self._measure().lineSpacing()
            self._sizes[key] = (int(max(widths, default=0)) + 1, round(high))
        return self._sizes[key]

    def draw(self, painter: QPainter, text: str, wide: int, where: QPointF, found: str) -> None:
        """Paint a text; each place where `found` stands is marked."""
        layout = self._laid_out(text[:LONGEST], wide)
        layout.draw(painter, where, _marks(text[:LONGEST], found))

    def _measure(self) -> QFontMetricsF:
        if self._metrics is None:
            self._font = theme.font("body")
            self._metrics = QFontMetricsF(self._font)
            self._widest = self._font.pixelSize() * WIDEST
            self._line = round(self._metrics.lineSpacing())
        return self._metrics

    def _laid_out(self, text: str, wide: int) -> QTextLayout:
        key = (text, wide)
        known = self._layouts.get(key)
        if known is not None:
            self._layouts.move_to_end(key)
            return known
        metrics = self._measure()
        shown = text.replace("\n", "\u2028")
        layout = QTextLayout(shown, self._font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide)
            line.setPosition(QPointF(0, top))
            top += metrics.lineSpacing()
        layout.endLayout()
        self._layouts[key] = layout
        if len(self._layouts) > KEPT:
            self._layouts.popitem(last=False)
        return layout


def _marks(text: str, found: str) -> list[QTextLayout.FormatRange]:
    """Mark the places where words stand, without regard to case."""
    wanted, where = found.casefold().strip(), text.casefold()
    if not wanted or len(where) != len(text):
        return []
    look = QTextCharFormat()
    look.setBackground(theme.color("mark"))
    look.setForeground(theme.color("text"))
    ranges: list[QTextLayout.FormatRange] = []
    at = where.find(wanted)
    while at >= 0:
        one = QTextLayout.FormatRange()
        one.start = len(text[:at].encode("utf-16-le")) // 2
        one.length = len(text[at : at + len(wanted)].encode("utf-16-le")) // 2
        one.format = look
        ranges.append(one)
        at = where.find(wanted, at + len(wanted))
    return ranges
